"""The lines of navigation: what stands in them, for whom, and where the reader is."""

from dataclasses import dataclass
from itertools import chain

from django.urls import reverse

from committee.models import COMMITTEE_ROLES, Role

COMMITTEE = frozenset(COMMITTEE_ROLES)
SECRETARIAT = frozenset({Role.SECRETARIAT})

PUBLIC = [
    ("Home", "meetings:home"),
    ("Meetings", "meetings:meetings"),
    ("Proposals", "proposals:proposals"),
    ("Recommendations", "proposals:recommendations"),
    ("Figures", "proposals:open_figures"),
    ("People", "committee:people"),
    ("Terms of reference", "committee:terms"),
]
SIGNED_IN = [  # for whom: None is everybody
    ("Worklist", "committee:worklist", None),
    ("Meetings", "meetings:all_meetings", COMMITTEE),
    ("Papers", "proposals:mine", COMMITTEE | {Role.PRESENTER}),
    ("Recommendations", "proposals:ledger", COMMITTEE | {Role.PRESENTER, Role.OFFICE}),
    ("Figures", "proposals:figures", COMMITTEE | {Role.PRESENTER}),
    ("Letters", "proposals:letters", COMMITTEE | {Role.PRESENTER, Role.OFFICE}),
    ("People", "committee:manage_people", SECRETARIAT),
    ("Terms", "committee:manage_terms", SECRETARIAT),
    ("Documents", "committee:documents", SECRETARIAT),
    ("History", "committee:history", SECRETARIAT),
    ("Public site", "meetings:home", None),
]
AREAS = {  # wider than the address
    "meetings:all_meetings": ["/meetings/"],
    "proposals:mine": ["/proposals/", "/meetings/inbox/"],  # where papers come in
    "proposals:ledger": ["/recommendations/"],
}


@dataclass(frozen=True)
class Place:
    label: str
    url: str
    is_here: bool


def public(path: str) -> list[Place]:
    return _places(PUBLIC, path)


def signed_in(path: str, roles: set[str]) -> list[Place]:
    """The places of somebody who holds ``roles``."""
    mine = [(label, name) for label, name, needed in SIGNED_IN if needed is None or needed & roles]
    return _places(mine, path)


def _places(entries, path: str) -> list[Place]:
    """The reader is in the place with the narrowest area round ``path``."""
    areas = [AREAS.get(name, [reverse(name)]) for _, name in entries]
    round_path = [area for area in chain(*areas) if path == area or _is_within(path, area)]
    here = max(round_path, key=len, default=None)
    return [
        Place(label, reverse(name), here in mine)
        for (label, name), mine in zip(entries, areas, strict=True)
    ]


def _is_within(path: str, area: str) -> bool:
    return area != "/" and path.startswith(area)


def role_label(roles: set[str]) -> str:
    """The role by which a person is known in the head of a page: the first of those held."""
    return next((role.label for role in Role if role in roles), "")
