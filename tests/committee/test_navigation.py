"""Each role finds its pages in the line of navigation, and no others."""

import pytest

from committee import navigation

PLACES = {
    "secretariat": [
        "Worklist", "Meetings", "Papers", "Letters", "People", "Terms", "Documents", "History",
        "Public site",
    ],
    "chair": ["Worklist", "Meetings", "Papers", "Letters", "Public site"],
    "member": ["Worklist", "Meetings", "Papers", "Letters", "Public site"],
    "presenter": ["Worklist", "Papers", "Letters", "Public site"],
    "office": ["Worklist", "Letters", "Public site"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "places"), PLACES.items())
def test_each_role_finds_its_pages(role, places):
    assert [place.label for place in navigation.signed_in("/work/", {role})] == places
