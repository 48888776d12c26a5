import pytest
from django.conf import settings

from committee.models import Document, Event, Mail, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import approve_letter, send_letter
from proposals.models import AdviceLetter
from tests.factories import NINE, PaperFactory, appoint
from tests.letters import letter_on, reachable
from tests.writing import lab_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(ben):
    return approve_letter(letter_on("B", by=ben), by=ben)


def test_send_letter_posts_one_mail_to_each_office(letter, ed):
    reachable()

    send_letter(letter, by=ed, at=NINE)

    assert (letter.state, letter.sent_by, letter.sent_at) == ("sent", ed, NINE)
    mails = Mail.objects.all()
    offices = Organisation.objects.filter(receives_advice=True)
    assert {(mail.key, mail.to) for mail in mails} == {
        (f"letter-{letter.pk}-{office.pk}", office.email) for office in offices
    }
    assert {mail.enclosure for mail in mails} == {letter.document}
    assert {mail.subject for mail in mails} == {f"L-{letter.pk}: Advice on Vehicle theft"}
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.send_letter", NINE)
    assert event.facts == {"to": ["Chief Constable’s office", "OPCC"]}


def test_those_whose_papers_it_is_about_are_told_without_its_words(ben, ed, amina):
    reachable()
    appoint("presenter", name="Gone", is_active=False)
    ndas = appoint("presenter", name="Of another body")
    ndas.appointments.update(organisation=Organisation.objects.get(short_name="NDAS"))
    paper = PaperFactory(proposal__submitting_body=lab_of(amina))
    letter = approve_letter(letter_on("B", by=ben, paper=paper), by=ben)

    send_letter(letter, by=ed)

    mail = Mail.objects.get(enclosure=None)
    assert (mail.to, mail.subject) == (amina.email, "The committee has advised on your paper")
    assert settings.SITE_URL + letter.get_absolute_url() in mail.body
    assert "Vehicle theft" not in mail.body


def test_an_office_without_an_address_is_named(letter, ed):
    with pytest.raises(Refused, match="Office of the Chief Constable has no e-mail address"):
        send_letter(letter, by=ed)
    assert not Mail.objects.exists()
    assert AdviceLetter.objects.get().state == "approved"


def test_somebody_has_to_receive_advice(letter, ed):
    Organisation.objects.update(receives_advice=False)

    with pytest.raises(Refused, match="Nobody is entered as receiving advice"):
        send_letter(letter, by=ed)


def test_a_letter_whose_pdf_failed_is_not_sent(letter, ed):
    reachable()
    Document.objects.update(state="failed", failure="No space left.")

    with pytest.raises(Refused, match="Have it made again"):
        send_letter(letter, by=ed)
    assert not Mail.objects.exists()


def test_a_letter_is_sent_once(letter, ed):
    reachable()
    stale = AdviceLetter.objects.get()
    send_letter(letter, by=ed)

    with pytest.raises(Refused, match="This advice letter is sent"):
        send_letter(stale, by=ed)
    assert Mail.objects.count() == 2


def test_a_draft_is_not_sent(ed):
    reachable()

    with pytest.raises(Refused, match="This advice letter is drafted"):
        send_letter(letter_on("B", by=ed), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_sends(letter, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat sends letters"):
        send_letter(letter, by=request.getfixturevalue(name))
