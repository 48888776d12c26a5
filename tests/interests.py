"""The words in which tests of interests tell their stories."""

from committee.models import InterestEffect
from meetings import actions
from meetings.models import Interest
from tests.factories import NINE

NOTE, SPEAK, LEAVE = InterestEffect.NOTE, InterestEffect.SPEAK, InterestEffect.LEAVE
NATURE = "Works for the Lab"


def terms_say(meeting, effect):
    """The terms in force for ``meeting`` say what follows from an interest."""
    meeting.terms.interest_effect = effect
    meeting.terms.save()


def recuse(member, *items) -> None:
    """``member`` has left for ``items``, whatever the state of their meetings."""
    for item in items:
        item.meeting.interests.create(
            item=item, member=member, recorded_by=member, nature=NATURE, effect=LEAVE,
            declared_at=NINE,
        )  # fmt: skip


def declared(meeting, by, *, effect=LEAVE, **subject) -> Interest:
    """An interest of ``by`` in the item or paper of ``subject``, with ``effect`` by the terms."""
    terms_say(meeting, effect)
    return actions.declare_interest(meeting, by=by, nature=NATURE, **subject)
