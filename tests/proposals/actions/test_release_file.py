import pytest

from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from proposals.actions import release_file
from tests.factories import NINE
from tests.proposals.filed import a_file

pytestmark = pytest.mark.django_db


def test_release_file_lets_it_be_read(ed):
    file = a_file(by=ed, state="held", scan_after=NINE)

    release_file(file, by=Person.objects.clock(), at=NINE)

    assert (file.is_ready, file.scan_after) == (True, None)
    assert Event.objects.get().act == "proposals.release_file"


@pytest.mark.parametrize(("state", "refusal"), [("ready", ""), ("refused", "Bad.")])
def test_only_a_file_that_is_held_is_released(ed, state, refusal):
    with pytest.raises(Refused, match="This file is"):
        release_file(a_file(by=ed, state=state, refusal=refusal), by=Person.objects.clock())


def test_nobody_releases_a_file_by_hand(ed):
    with pytest.raises(NotPermitted, match="released by the virus scanner"):
        release_file(a_file(by=ed, state="held"), by=ed)
