"""Letters through their pages."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate as today

from committee import storage
from committee.models import Document, Organisation
from proposals.actions import add_advice_line, approve_letter, record_response, send_letter
from proposals.models import AdviceLetter
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.letters import letter_on, reachable
from tests.votes import decided

OPCC, CHIEF = "OPCC", "Chief Constable’s office"


@pytest.fixture
def letter(ed):
    return letter_on("B", by=ed)


def test_the_secretary_is_led_to_the_address_that_is_missing(client, letter, ed, ben):
    for person, is_led in [(ed, True), (ben, False)]:
        client.force_login(person)
        page = client.get(letter.get_absolute_url()).content.decode()

        assert "No e-mail address yet" in page
        assert (">enter it</a>" in page) == is_led


def test_a_letter_is_drafted_written_approved_and_sent(client, meeting, ed, ben):
    advice = decided(meeting, by=ben).advice
    reachable()
    client.force_login(ed)

    drafted = client.post(reverse("proposals:draft_letter", args=[advice.pk]))
    letter = AdviceLetter.objects.get()
    assert drafted.url == letter.get_absolute_url()
    words = {"opening": "To begin with.", "closing": "To end."}
    client.post(reverse("proposals:revise_letter", args=[letter.pk]), words)
    client.force_login(ben)
    assert b"To begin with." in client.get(letter.get_absolute_url()).content
    client.post(reverse("proposals:approve_letter", args=[letter.pk]))
    client.force_login(ed)
    client.post(reverse("proposals:send_letter", args=[letter.pk]))

    letter.refresh_from_db()
    assert letter.state == "sent"
    assert b"Sent by Ed Secretary" in client.get(letter.get_absolute_url()).content


def test_the_page_says_who_has_no_address(client, letter, ben, ed):
    approve_letter(letter, by=ben)
    client.force_login(ed)

    assert b"No e-mail address yet" in client.get(letter.get_absolute_url()).content
    answer = client.post(reverse("proposals:send_letter", args=[letter.pk]))

    assert answer.status_code == 409
    assert b"has no e-mail address" in answer.content


def test_the_words_of_a_draft_never_hold_what_is_withheld(client, letter, ed):
    add_advice_line(
        letter.advice,
        by=ed,
        kind="comment",
        text="SECRET",
        restricted=True,
        restricted_reason="Operational",
    )
    client.force_login(ed)

    assert b"SECRET" not in client.get(letter.get_absolute_url()).content


@pytest.mark.parametrize("name", ["amina", "gus"])
def test_a_letter_is_found_by_others_once_it_is_sent(client, amina, ben, ed, name, request):
    person = request.getfixturevalue(name)
    body = amina.appointments.get().organisation
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=body))
    letter = letter_on("B", by=ed, paper=paper)
    reachable()
    client.force_login(person)

    assert client.get(letter.get_absolute_url()).status_code == 404
    approve_letter(letter, by=ben)
    assert client.get(letter.get_absolute_url()).status_code == 404
    send_letter(letter, by=ed)

    assert client.get(letter.get_absolute_url()).status_code == 200
    assert letter.reference.encode() in client.get(reverse("proposals:letters")).content


def test_a_letter_about_another_body_is_not_found(client, amina, ben, ed):
    letter = letter_on("B", by=ed)
    reachable()
    approve_letter(letter, by=ben)
    send_letter(letter, by=ed)
    client.force_login(amina)

    assert client.get(letter.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["amina", "gus"])
def test_who_does_not_sit_with_the_committee_drafts_nothing(client, meeting, ben, name, request):
    advice = decided(meeting, by=ben).advice
    client.force_login(request.getfixturevalue(name))

    assert client.post(reverse("proposals:draft_letter", args=[advice.pk])).status_code == 404


def test_an_empty_list_says_so(client, ed):
    client.force_login(ed)

    assert b"No letter yet" in client.get(reverse("proposals:letters")).content


@pytest.mark.parametrize(("who", "status"), [("gus", 200), ("chloe", 200), ("amina", 404)])
def test_whoever_may_read_a_sent_letter_has_its_pdf(client, request, letter, ben, ed, who, status):
    reachable()
    approve_letter(letter, by=ben)
    client.force_login(request.getfixturevalue(who))
    address = reverse("proposals:letter_file", args=[letter.pk])
    assert client.get(address).status_code == 404  # not made yet

    content = b"%PDF-1.7 letter"
    made = {"state": "ready", "sha256": storage.store(content), "size": len(content)}
    Document.objects.filter(pk=letter.document_id).update(ready_at=NINE, **made)
    send_letter(letter, by=ed)

    answer = client.get(address)
    answer.close()
    assert answer.status_code == status


def test_a_letter_that_is_not_approved_has_no_pdf(client, letter, ed):
    client.force_login(ed)

    assert client.get(reverse("proposals:letter_file", args=[letter.pk])).status_code == 404


def test_a_response_is_corrected_from_what_it_said(client, letter, ed, ben, gus):
    reachable()
    send_letter(approve_letter(letter, by=ben), by=ed)
    opcc, chief = (Organisation.objects.get(short_name=name) for name in (OPCC, CHIEF))
    said = {"acceptance": "partly", "reasons": "Not the third.", "responded_on": today()}
    record_response(letter, by=ed, office=opcc, **said)
    there = reverse("proposals:record_response", args=[letter.pk])
    client.force_login(ed)
    page = client.get(letter.get_absolute_url()).content.decode()
    assert f'href="{there}?office={opcc.pk}">Correct it' in page
    assert f"?office={chief.pk}" not in page

    form = client.get(f"{there}?office={opcc.pk}").content.decode()
    assert "Not the third." in form
    assert chief.name not in form  # these words are of one office alone
    assert "Not the third." not in client.get(there).content.decode()
    client.force_login(gus)
    assert "Not the third." in client.get(there).content.decode()
