"""A closed vote as a page shows it: one row per outcome, and one for abstentions."""

from dataclasses import dataclass

from meetings.models import Vote
from meetings.tally import ABSTAIN


@dataclass(frozen=True)
class Row:
    """How many chose one outcome; None where agreement was stated and not counted."""

    letter: str
    label: str
    number: int | None

    @property
    def marks(self) -> range:
        return range(self.number or 0)


def rows_of(vote: Vote) -> list[Row]:
    """The count of ``vote``, every outcome of its terms in order, abstentions last."""
    if vote.count is None:
        return []
    options = vote.terms.options.order_by("letter")
    chosen = [(option.letter, option.short_label) for option in options]
    rows = [Row(letter, label, vote.count.get(letter, 0)) for letter, label in chosen]
    return [*rows, Row("", "Abstained", vote.count.get(ABSTAIN, 0))]
