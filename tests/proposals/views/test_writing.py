"""The page on which a paper is written, with script and without."""

import pytest
from django.urls import reverse

from committee.models import Organisation, TermsOfReference
from proposals.actions import set_evidence, submit_paper
from proposals.models import PaperVersion, ReturnReason, SectionText
from tests.factories import DAY, NINE, PaperFactory, ProposalFactory, appoint
from tests.ledger import undertaken
from tests.writing import ask, begun, lab_of, say, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(amina):
    return begun(amina)


@pytest.fixture
def write(client, paper, amina):
    """Opens the editor, or saves what is given."""
    client.force_login(amina)

    def write(**typed):
        url = paper.url_to("write_paper")
        said = {name.replace("_", "-"): text for name, text in typed.items()}
        return client.post(url, said) if said else client.get(url)

    return write


def url_of(paper, key):
    return reverse("proposals:write_section", args=[paper.proposal.slug, paper.pk, key])


def test_save_keeps_what_was_changed_alone(write, paper):
    answer = write(
        text_summary="One.\r\nTwo.", version_summary="0", text_purpose="", version_purpose="0"
    )

    assert answer.url == paper.url_to("write_paper")
    saved = SectionText.objects.get()
    assert (saved.section.key, saved.text, saved.version) == ("summary", "One.\nTwo.", 1)
    assert "Saved." in write().content.decode()


def test_save_shows_both_texts_of_a_conflict_and_saves_the_rest(write, paper):
    say(paper, "summary", "Theirs.", by=appoint("presenter", name="Ora Lab"))

    shown = write(
        text_summary="Mine.", version_summary="0", text_purpose="Why.", version_purpose="0"
    ).content.decode()

    assert "Not everything is saved" in shown
    assert "Ora Lab saved this section" in shown
    assert "Theirs." in shown
    assert "Mine." in shown
    texts = dict(SectionText.objects.values_list("section__key", "text"))
    assert texts == {"summary": "Theirs.", "purpose": "Why."}

    write(text_summary="Both.", version_summary="1")
    assert SectionText.objects.get(section__key="summary").text == "Both."


def test_save_says_what_is_too_long_and_keeps_it(write):
    shown = write(text_summary="x" * 60_001, version_summary="odd").content.decode()

    assert "A section holds at most 60,000 characters" in shown
    assert "x" * 60_001 in shown


def test_the_reasons_of_a_return_stand_at_their_sections(write, paper, amina):
    submit_paper(paper, by=amina)
    version = PaperVersion.objects.get()
    ReturnReason.objects.create(version=version, section=section_of(paper, "bias"), text="Round.")
    ReturnReason.objects.create(version=version, section=None, text="Shorter, please.")
    type(paper).objects.update(state="returned")

    shown = write().content.decode()

    assert shown.index("Shorter, please.") < shown.index("Round.")
    assert "returned to you" in shown


def test_what_was_asked_stands_above_the_sections(write, paper):
    asked = undertaken(PaperFactory(proposal=paper.proposal, state="considered"))

    shown = write().content.decode()

    answering = reverse("proposals:answer_recommendation", args=[asked.label])
    assert f"{answering}?paper={paper.pk}" in shown
    assert "the answer is published word for word with the minutes" in shown
    assert "No answer yet" in shown
    assert f"Answer {asked.label}" in shown


@pytest.mark.parametrize("state", ["submitted", "accepted", "withdrawn"])
def test_what_is_handed_in_is_read_not_written(write, paper, state):
    type(paper).objects.update(state=state, submitted_at=NINE, accepted_at=NINE)

    assert write().url == paper.get_absolute_url()


def test_another_body_finds_nothing(client, paper):
    other = appoint("presenter")
    other.appointments.update(organisation=Organisation.objects.get(short_name="NDAS"))
    client.force_login(other)

    assert client.get(paper.url_to("write_paper")).status_code == 404
    assert client.post(url_of(paper, "summary"), {"text": "x"}).status_code == 404


def test_a_paper_without_an_outline_is_its_files(client, amina):
    proposal = ProposalFactory(submitting_body=lab_of(amina))
    paper = PaperFactory(proposal=proposal, state="draft")
    client.force_login(amina)

    assert "This paper is its files" in client.get(paper.url_to("write_paper")).content.decode()


def test_a_section_is_saved_as_it_is_typed(client, paper, amina):
    client.force_login(amina)

    said = client.post(url_of(paper, "summary"), {"text": "Typed.", "version": "0"}).json()

    assert (said["version"], said["by"]) == (1, "Amina Lab")
    assert "Ready to submit?" in said["ready"]
    assert SectionText.objects.get().text == "Typed."


def test_a_script_is_told_what_stands_instead(client, paper, amina):
    say(paper, "summary", "Theirs.", by=amina)
    client.force_login(amina)

    answer = client.post(url_of(paper, "summary"), {"text": "Mine.", "version": "0"})

    assert (answer.status_code, answer.json()["theirs"]) == (409, "Theirs.")
    assert answer.json()["version"] == 1


def test_a_script_is_told_what_is_refused(client, paper, amina):
    client.force_login(amina)

    answer = client.post(url_of(paper, "summary"), {"text": "x" * 60_001, "version": "0"})

    assert answer.status_code == 409
    assert "at most 60,000" in answer.json()["sentence"]
    assert client.post(url_of(paper, "no-such"), {"text": "x"}).status_code == 404
    nothing = client.post(url_of(paper, "summary"), {"text": " ", "version": "0"})
    assert nothing.json()["version"] == 0


def test_a_script_is_told_to_sign_in(client, paper, amina, ed):
    assert client.post(url_of(paper, "summary"), {"text": "x"}).status_code == 401
    client.force_login(ed)

    answer = client.post(url_of(paper, "summary"), {"text": "x"}, headers={"X-Person": amina.pk})

    assert answer.status_code == 401


def test_submit_leads_to_the_first_thing_missing(client, paper, amina, ed):
    ask(TermsOfReference.objects.get(), ed, bias=True, advisory=True)
    client.force_login(amina)

    answer = client.post(paper.url_to("submit_paper"))

    assert answer.url == f"{paper.url_to('write_paper')}#section-bias"
    paper.refresh_from_db()
    assert paper.state == "draft"


def test_submit_hands_it_in_and_says_so(client, paper, amina):
    client.force_login(amina)

    shown = client.post(paper.url_to("submit_paper"), follow=True).content.decode()

    assert "The paper is submitted: the secretariat checks it." in shown
    assert "Version 1" in shown


def test_the_editor_does_not_grow_in_queries(write, paper, amina, django_assert_num_queries):
    write()
    say(paper, "summary", "One.", by=amina)
    with django_assert_num_queries(22) as few:
        write()
    for key in ("purpose", "data", "bias", "lawful"):
        say(paper, key, "Said.", by=amina)
    for kind in ("dpia", "equality", "bias_testing"):
        set_evidence(paper, by=amina, kind=kind, status="final", dated=DAY)

    with django_assert_num_queries(len(few)):
        write()
