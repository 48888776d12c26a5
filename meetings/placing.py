"""Where in the minutes a piece of advice stands (pure: values in, a position out).

On page and PDF, advice stands in the item in which it was given: an item of kind advice or
discussion that comes after every paper it is about, else the last of those papers' own
items. One that names the papers goes before one that does not. Advice about no known paper
stands with the advice before it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

GIVING = {"advice", "discussion"}  # kinds of item in which a committee gives its advice


@dataclass(frozen=True)
class Place:
    """An agenda item as far as placing asks: its kind and the papers it names, in order."""

    kind: str
    papers: frozenset


def place_of(papers: Collection, agenda: Sequence[Place], *, before: int | None) -> int | None:
    """The index in ``agenda`` of the item in which advice on ``papers`` was given.

    Args:
        before: where the advice before it stands, used when ``papers`` are none or unknown.
    """
    papers = frozenset(papers)
    own = [
        index
        for index, place in enumerate(agenda)
        if place.kind not in GIVING and papers & place.papers
    ]
    giving = [index for index, place in enumerate(agenda) if place.kind in GIVING]
    naming = [index for index in giving if papers and papers <= agenda[index].papers]
    after = own[-1] if own else -1
    for candidates in (naming, giving if own else []):
        later = [index for index in candidates if index > after]
        if later:
            return later[0]
    if own:
        return own[-1]
    if naming or before is not None:
        return naming[0] if naming else before
    return giving[-1] if giving else None
