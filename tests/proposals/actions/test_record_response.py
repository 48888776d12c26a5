import datetime as dt

import pytest

from committee.models import Event, Mail, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import approve_letter, record_response
from proposals.models import AdviceLetter, Response
from tests.factories import NINE
from tests.letters import letter_on

pytestmark = pytest.mark.django_db
TODAY = NINE.date()


@pytest.fixture
def letter(ed, ben):
    letter = approve_letter(letter_on("B", by=ed), by=ben)
    sent = {"state": "sent", "sent_at": NINE, "sent_by": ed}
    AdviceLetter.objects.filter(pk=letter.pk).update(**sent)
    return letter


@pytest.fixture
def opcc():
    return Organisation.objects.get(short_name="OPCC")


@pytest.mark.parametrize("name", ["ed", "gus"])
def test_record_response_is_done_by_the_office_or_the_secretariat(letter, opcc, name, request):
    by = request.getfixturevalue(name)
    said = {"acceptance": "partly", "reasons": "Not the third.", "responded_on": TODAY}

    response = record_response(letter, by=by, at=NINE, office=opcc, **said)

    assert {key: getattr(response, key) for key in said} == said
    assert (response.office, response.entered_by, response.entered_at) == (opcc, by, NINE)
    event = Event.objects.last()
    assert (event.act, event.facts["acceptance"]) == ("proposals.record_response", "partly")
    assert not Mail.objects.filter(to=by.email).exists()


def test_the_secretariat_is_told_that_an_office_responded(letter, opcc, gus, ed):
    record_response(letter, by=gus, office=opcc, acceptance="accepted", responded_on=TODAY)

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (ed.email, "An office has responded to advice")
    assert letter.get_absolute_url() in mail.body


def test_the_newer_response_takes_the_place_of_the_older(letter, opcc, ed):
    for acceptance in ("partly", "accepted"):
        record_response(
            letter, by=ed, office=opcc, acceptance=acceptance, reasons="So.", responded_on=TODAY
        )

    assert Response.objects.get().acceptance == "accepted"


def test_an_office_speaks_for_itself_alone(letter, gus):
    other = Organisation.objects.get(short_name="Chief Constable’s office")

    with pytest.raises(NotPermitted, match="your own office"):
        record_response(letter, by=gus, office=other, acceptance="accepted", responded_on=TODAY)


def test_only_those_who_were_advised_respond(letter, ed):
    lab = Organisation.objects.get(short_name="Lab")

    with pytest.raises(Refused, match="does not receive"):
        record_response(letter, by=ed, office=lab, acceptance="accepted", responded_on=TODAY)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(-1, "sent on 2 March 2026: no response is older"), (1, "still to come")],
)
def test_a_response_is_of_a_day_since_the_letter(letter, opcc, gus, days, sentence):
    on = TODAY + dt.timedelta(days=days)

    with pytest.raises(Refused, match=sentence):
        record_response(
            letter, by=gus, office=opcc, acceptance="accepted", responded_on=on, at=NINE
        )

    assert not Response.objects.exists()


def test_a_letter_has_to_be_sent_first(ed, opcc):
    with pytest.raises(NotPermitted, match="not sent yet"):
        record_response(
            letter_on("B", by=ed), by=ed, office=opcc, acceptance="accepted", responded_on=TODAY
        )


@pytest.mark.parametrize("name", ["amina", "ben", "chloe"])
def test_who_enters_no_response(letter, opcc, name, request):
    with pytest.raises(NotPermitted, match="Only the offices"):
        record_response(
            letter, by=request.getfixturevalue(name), office=opcc, acceptance="accepted",
            responded_on=TODAY,
        )  # fmt: skip
