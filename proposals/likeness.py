"""How alike two names are (pure): the share of their telling words that they have in common."""

import re


def words_in(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


GENERIC = words_in(  # they tell no system from another
    "the a an of and for to in on with by at from model paper proposal project prediction "
    "predictive analysis investigation update presentation report forecast forecasting "
    "explanation initial principle addendum final"
)
ALIKE = 0.6
WITHIN = 0.5  # enough where all the words of one name are in the other


def words_of(name: str) -> frozenset[str]:
    """The telling words of ``name``: no plurals, and letters in any order (RFSDi, RSFDi)."""
    words = [_singular(word) for word in words_in(name)]
    telling = [word for word in words if word not in GENERIC] or words
    return frozenset("".join(sorted(word)) if len(word) > 4 else word for word in telling)


def _singular(word: str) -> str:
    for ending, cut in (("ly", 2), ("ses", 2), ("xes", 2), ("ches", 2), ("ss", 0), ("s", 1)):
        if word.endswith(ending) and len(word) > 4:
            return word[: len(word) - cut]
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1; 0 where they are not alike enough to ask anybody about."""
    common = len(one & other)
    if not common:
        return 0.0
    share = common / len(one | other)
    is_within = common == min(len(one), len(other)) > 1
    return share if share >= (WITHIN if is_within else ALIKE) else 0.0
