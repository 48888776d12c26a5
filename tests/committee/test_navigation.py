"""Each role finds its pages in the line of navigation, and no others, and where they are."""

import pytest

from committee import navigation
from committee.models import Role

PLACES = {
    "secretariat": [
        "Worklist", "Meetings", "Papers", "Recommendations", "Figures", "Letters", "People",
        "Terms", "Documents", "History", "Public site",
    ],
    "chair": [
        "Worklist", "Meetings", "Papers", "Recommendations", "Figures", "Letters", "Public site",
    ],
    "member": [
        "Worklist", "Meetings", "Papers", "Recommendations", "Figures", "Letters", "Public site",
    ],
    "presenter": ["Worklist", "Papers", "Recommendations", "Figures", "Letters", "Public site"],
    "office": ["Worklist", "Recommendations", "Letters", "Public site"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "places"), PLACES.items())
def test_each_role_finds_its_pages(role, places):
    assert [place.label for place in navigation.signed_in("/work/", {role})] == places


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/work/", "Worklist"),
        ("/meetings/2026-03-02/agenda/", "Meetings"),
        ("/proposals/vans/work/", "Papers"),
        ("/meetings/inbox/", "Papers"),
        ("/proposals/letters/4/", "Letters"),
        ("/manage/people/4/", "People"),
        ("/", "Public site"),
    ],
)
def test_the_narrowest_area_is_where_the_reader_is(path, label):
    places = navigation.signed_in(path, {Role.SECRETARIAT})

    assert [place.label for place in places if place.is_here] == [label]


def test_an_open_page_of_one_meeting_is_in_the_meetings():
    here = [place.label for place in navigation.public("/meetings/2020/") if place.is_here]

    assert here == ["Meetings"]
    assert not any(place.is_here for place in navigation.public("/sign-in/"))


@pytest.mark.parametrize(
    ("roles", "label"),
    [({Role.MEMBER, Role.CHAIR}, "Chair"), ({Role.OFFICE}, Role.OFFICE.label), (set(), "")],
)
def test_a_person_is_known_by_their_first_role(roles, label):
    assert navigation.role_label(roles) == label
