"""What the page of a draft under review shows."""

from dataclasses import dataclass
from functools import cached_property

from committee.differences import Piece, differences
from meetings.minutes import is_same_text, snapshot_of
from meetings.models import MinutesVersion, Suggestion
from meetings.review import line_with, readers_of, why_no_more_suggestions
from meetings.states import MinutesState


@dataclass
class Shown:
    """A suggestion with what it changes, and how the line reads by now."""

    suggestion: Suggestion
    before: list[Piece]
    after: list[Piece]
    line: object | None

    @property
    def is_overtaken(self) -> bool:
        """Whether the line no longer reads as it did when the correction was suggested."""
        is_open = self.suggestion.is_open
        return is_open and (self.line is None or self.line.text != self.suggestion.before)


def shown(suggestion: Suggestion) -> Shown:
    before, after = differences(suggestion.before, suggestion.after)
    line = line_with(suggestion.line_key) if suggestion.is_open else None
    return Shown(suggestion, before, after, line)


class Review:
    """A version of the minutes with what was suggested to it, for ``person`` to read."""

    def __init__(self, version: MinutesVersion, person):
        self.version = version
        found = Suggestion.objects.visible_to(person).filter(version=version)
        self.suggestions = [shown(one) for one in found.select_related("by", "decided_by")]

    @property
    def to_decide(self) -> list[Shown]:
        return [one for one in self.suggestions if one.suggestion.is_open]

    @property
    def decided(self) -> list[Shown]:
        return [one for one in self.suggestions if not one.suggestion.is_open]

    @property
    def in_order(self) -> list[Shown]:
        """What is to be decided first."""
        return [*self.to_decide, *self.decided]

    @cached_property
    def is_changed(self) -> bool:
        """Whether lines were changed since the draft was issued."""
        return is_changed(self.version)

    @cached_property
    def readers(self) -> list:
        return list(readers_of(self.version.meeting).order_by("name"))

    @cached_property
    def suggesters(self) -> int:
        return len({one.suggestion.by_id for one in self.suggestions})

    @cached_property
    def why_ended(self) -> str | None:
        return why_no_more_suggestions(self.version)


def is_changed(version: MinutesVersion | None) -> bool:
    """Whether lines were changed since ``version``, a draft, was issued."""
    if version is None or version.state != MinutesState.ISSUED:
        return False
    return not is_same_text(snapshot_of(version.meeting, version), version.snapshot)
