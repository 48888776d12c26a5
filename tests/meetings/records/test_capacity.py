import pytest

from meetings.records.capacity import capacity_of


@pytest.mark.parametrize(
    ("role", "organisation", "rank", "presence", "capacity"),
    [
        ("Vice Chair of Ethics Committee", None, None, "present", "member"),
        ("Chair", None, None, "present", "member"),
        (None, "Ethics Committee", None, "present", "member"),
        (None, None, None, "apologies", "member"),
        ("Secretary to the Committee", "OPCC", None, "present", "secretariat"),
        ("Legal adviser", None, None, "present", "adviser"),
        ("Advisor", None, None, "present", "adviser"),
        ("Data Scientist", None, None, "present", "officer"),
        (None, "Vehicle Taskforce (WMP)", None, "present", "officer"),
        (None, None, "Insp.", "apologies", "officer"),
        (None, None, None, "in_attendance", "officer"),
        (None, "A university", None, "apologies", "guest"),
        (None, None, None, "present", "guest"),
    ],
)
def test_the_class_of_a_person_follows_from_what_is_printed(
    role, organisation, rank, presence, capacity
):
    found = capacity_of(role=role, organisation=organisation, rank=rank, presence=presence)

    assert found == capacity
