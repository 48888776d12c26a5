import pytest

from committee.models import Event, Mail, Person
from committee.refusals import NotPermitted, Refused
from proposals.actions import refuse_file
from tests.factories import NINE
from tests.proposals.filed import a_file

pytestmark = pytest.mark.django_db


def test_refuse_file_keeps_it_from_everybody_and_tells_whoever_sent_it(amina):
    file = a_file(by=amina, state="held", scan_after=NINE)

    refuse_file(file, found="Eicar", by=Person.objects.clock(), at=NINE)

    assert file.state == "refused"
    assert file.refusal == "The virus scanner found Eicar in it."
    assert Event.objects.get().facts == {"name": "a.pdf", "found": "Eicar"}
    mail = Mail.objects.get()
    assert mail.to == amina.email
    assert "The virus scanner found Eicar in it." in mail.body
    assert file.paper.get_absolute_url() in mail.body


def test_only_a_file_that_is_held_is_refused(ed):
    with pytest.raises(Refused, match="This file is ready"):
        refuse_file(a_file(by=ed), found="Eicar", by=Person.objects.clock())


def test_nobody_refuses_a_file_by_hand(ed):
    with pytest.raises(NotPermitted):
        refuse_file(a_file(by=ed, state="held"), found="Eicar", by=ed)
