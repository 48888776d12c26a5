"""Under which class minutes list somebody, as far as their printed role and body tell (pure)."""

import re

from meetings.models import Capacity, Presence

MEMBER = r"ethics (committee|panel)|^(vice[ -])?chair\b|\bmember of the committee\b"
OFFICER = (
    r"\b(police|wmp|lab|ndas|opcc|pcc|officer|inspector|constable|superintendent|sergeant|"
    r"taskforce|data scientist|analyst|presenter|lead)\b"
)


def capacity_of(
    *, role: str | None, organisation: str | None, rank: str | None, presence: str
) -> Capacity:
    """The class of a person; a printed rank makes an officer, an item attended a presenter.

    A name without role and body under apologies is taken for a member's: minutes name them so.
    """
    words = f"{role or ''} | {organisation or ''}".lower()
    if re.search(MEMBER, words):
        return Capacity.MEMBER
    if "secretar" in words:
        return Capacity.SECRETARIAT
    if re.search(r"\badvis[eo]r", words):
        return Capacity.ADVISER
    if rank or re.search(OFFICER, words) or presence == Presence.IN_ATTENDANCE:
        return Capacity.OFFICER
    if presence == Presence.APOLOGIES and not (role or organisation):
        return Capacity.MEMBER
    return Capacity.GUEST
