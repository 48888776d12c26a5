"""The lines of navigation: what stands in them, for whom, and where the reader is."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from committee.models import Role

COMMITTEE = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER, Role.SECRETARIAT})
SECRETARIAT = frozenset({Role.SECRETARIAT})

PUBLIC = [
    ("Home", "home"),
    ("Meetings", "meetings:meetings"),
    ("Proposals", "proposals:proposals"),
    ("People", "committee:people"),
    ("Terms of reference", "committee:terms"),
]
SIGNED_IN = [  # for whom: None is everybody
    ("Worklist", "committee:worklist", None),
    ("Meetings", "meetings:desk", COMMITTEE),
    ("Papers", "proposals:mine", COMMITTEE | {Role.PRESENTER}),
    ("Letters", "proposals:letters", COMMITTEE | {Role.PRESENTER, Role.OFFICE}),
    ("People", "committee:manage_people", SECRETARIAT),
    ("Terms", "committee:manage_terms", SECRETARIAT),
    ("Documents", "committee:documents", SECRETARIAT),
    ("History", "committee:history", SECRETARIAT),
    ("Public site", "home", None),
]


@dataclass(frozen=True)
class Place:
    label: str
    url: str
    is_here: bool


def place(label: str, name: str, path: str) -> list[Place]:
    """The place called ``name``, as a list: empty while no page has that name."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return []
    here = path == url or (url != "/" and path.startswith(url))
    return [Place(label, url, here)]


def public(path: str) -> list[Place]:
    return [found for label, name in PUBLIC for found in place(label, name, path)]


def signed_in(path: str, roles: set[str]) -> list[Place]:
    """The places of somebody who holds ``roles``."""
    return [
        found
        for label, name, needed in SIGNED_IN
        if needed is None or needed & roles
        for found in place(label, name, path)
    ]


def role_label(roles: set[str]) -> str:
    """The role by which a person is known in the head of a page: the first of those held."""
    return next((role.label for role in Role if role in roles), "")
