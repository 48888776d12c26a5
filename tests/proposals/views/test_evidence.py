"""The pages of a paper's evidence, of its versions, and of putting it off."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.models import Document
from committee.tasks import render_document
from proposals.actions import set_evidence, submit_paper
from tests.factories import MeetingFactory
from tests.writing import begun

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(amina):
    return begun(amina)


def url_of(paper, kind):
    return reverse("proposals:set_evidence", args=[paper.proposal.slug, paper.pk, kind])


def test_evidence_is_said_on_its_page(client, paper, amina):
    client.force_login(amina)
    said = {"status": "final", "dated": "2026-07-02", "covers_human_rights": "yes", "note": "Ours."}

    answer = client.post(url_of(paper, "legal_opinion"), said)

    assert answer.url == f"{paper.url_to('write_paper')}#evidence-legal_opinion"
    found = paper.evidence.get()
    assert (found.dated, found.covers_human_rights) == (dt.date(2026, 7, 2), True)
    form = client.get(url_of(paper, "legal_opinion")).context["form"]
    assert form.initial["covers_human_rights"] == "yes"
    assert "human rights part included" in client.get(paper.get_absolute_url()).content.decode()


def test_what_is_refused_stays_typed(client, paper, amina):
    client.force_login(amina)

    shown = client.post(url_of(paper, "dpia"), {"status": "approved", "note": "Mine."})

    assert "Say who approved it, and on what day." in shown.content.decode()
    assert "Mine." in shown.content.decode()
    assert client.post(url_of(paper, "dpia"), {"status": "odd"}).status_code == 200


def test_there_is_no_other_evidence(client, paper, amina):
    client.force_login(amina)

    assert client.get(url_of(paper, "horoscope")).status_code == 404


def test_a_paper_is_put_off(client, paper, amina):
    meeting = MeetingFactory(on=timezone.localdate() + dt.timedelta(days=60), state="planned")
    client.force_login(amina)
    assert "(planned)" in client.get(paper.url_to("defer_paper")).content.decode()

    answer = client.post(paper.url_to("defer_paper"), {"to": meeting.slug})

    paper.refresh_from_db()
    assert (answer.url, paper.wanted_meeting) == (paper.url_to("write_paper"), meeting.slug)


def test_a_version_is_handed_out_to_those_who_may_read_it(client, paper, amina, chloe):
    set_evidence(paper, by=amina, kind="dpia", status="draft")
    submit_paper(paper, by=amina)
    url = reverse("proposals:paper_version_file", args=[paper.proposal.slug, paper.pk, 1])
    client.force_login(amina)
    assert client.get(url).status_code == 404
    render_document(Document.objects.get().pk)

    answers = {}
    for person in (amina, chloe):
        client.force_login(person)
        answer = client.get(url)
        answers[person.name] = (answer.status_code, answer.getvalue()[:5])

    assert answers["Amina Lab"] == (200, b"%PDF-")
    assert answers["Chloe Member"][0] == 404


def test_a_version_without_a_pdf_is_not_found(client, paper, amina):
    said = {"snapshot": {}, "submitted_at": timezone.now(), "submitted_by": amina}
    paper.versions.create(number=1, **said)
    client.force_login(amina)

    url = reverse("proposals:paper_version_file", args=[paper.proposal.slug, paper.pk, 1])

    assert client.get(url).status_code == 404
