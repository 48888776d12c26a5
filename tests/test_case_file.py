"""The case file: what may be in it is, what may not be in it is in no byte of either edition."""

import datetime as dt
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.utils import timezone

from committee.models import TermsOfReference
from committee.storage import path_of, store
from meetings.models import ActionPoint, PrivateNote
from proposals.actions import order_case_file
from proposals.models import (
    AdvanceQuestion,
    Advice,
    AdviceLetter,
    Answer,
    PublishedRecommendation,
    Recommendation,
    Response,
)
from proposals.tasks import make_case_file
from tests.attachments import a_pdf
from tests.case_files import made, members, words
from tests.factories import (
    NINE,
    EntryFactory,
    PaperFactory,
    PersonFactory,
    ProposalFactory,
    VoteFactory,
    appoint,
)
from tests.interests import recuse
from tests.ledger import rule
from tests.paperwork import a_document
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
KEPT_IN = {  # what the internal edition must hold
    "TITLE", "SUMMARY", "FILE", "PUBLICFILE", "YETTOCOPY", "VERSION", "EVIDENCE", "ASKED", "SHARED",
    "REPLY", "LINE", "WORDING", "ADVISED", "CONDITION", "ANSWER", "RESPONSE", "PRINTED",
    "DONE", "UNHEARD",
}  # fmt: skip
PUBLIC = {
    "TITLE", "PUBLICFILE", "COPY", "LINE", "WORDING", "ADVISED", "CONDITION", "DONE", "RESPONSE",
}  # fmt: skip


def canary(name):
    return f"OK{name}CANARY"


def leak(name):
    return f"NO{name}CANARY"


def a_file(paper, name, by, **facts):
    content = a_pdf(name)
    about = {"sha256": store(content), "size": len(content), "media_type": "application/pdf"}
    return paper.files.create(name=f"{name}.pdf", added_by=by, **about | facts)


@pytest.fixture
def proposal(ed, ben, chloe, amina, gus):
    """One proposal with everything that may be in its file, and everything that may not."""
    it = ProposalFactory(slug="model", title=canary("TITLE"))
    paper = PaperFactory(proposal=it, title="Put", summary=canary("SUMMARY"))
    meeting = held()
    item = heard(meeting, paper)
    _of_paper(paper, ed, chloe)
    decision = _of_meeting(item, chloe)
    _of_vote(item, decision, chloe)
    _of_ledger(decision, paper, amina)
    published(meeting, ed)
    _of_letter(decision, gus)
    _drafts(it, chloe)
    it.refresh_from_db()
    return it


def _of_paper(paper, ed, chloe):
    document = a_document("ready", by=ed)
    paper.versions.create(
        number=1, submitted_at=NINE, submitted_by=ed, document=document,
        snapshot={"sections": [{"key": "x", "heading": "Purpose", "text": canary("VERSION")}]},
    )  # fmt: skip
    a_file(paper, canary("FILE"), ed)
    public = a_file(paper, canary("PUBLICFILE"), ed, is_public=True)
    copy = a_pdf(canary("COPY"))
    public.public_sha256, public.public_size = store(copy), len(copy)
    public.save()
    a_file(paper, canary("YETTOCOPY"), ed, is_public=True)
    for state in ("held", "refused"):
        why = {"refusal": "A virus" if state == "refused" else ""}
        file = a_file(paper, leak(f"FILE{state}"), ed, state=state, is_public=True, **why)
    paper.evidence.create(kind="dpia", status="final", note=canary("EVIDENCE"), file=file)
    for state, text in [
        ("drafted", leak("DRAFTQUESTION")), ("withdrawn", leak("WITHDRAWNQUESTION")),
        ("shared", canary("SHARED")),
    ]:  # fmt: skip
        AdvanceQuestion.objects.create(
            paper=paper, text=text, state=state, asked_by=chloe, asked_at=NINE
        )
    AdvanceQuestion.objects.create(
        paper=paper, text=canary("ASKED"), state="answered", asked_by=chloe, asked_at=NINE,
        answer=canary("REPLY"), answered_at=NINE, answered_by=ed, sent_at=NINE, sent_by=ed,
    )  # fmt: skip


def _of_meeting(item, chloe):
    EntryFactory(item=item, text=canary("LINE"))
    secret = EntryFactory(
        item=item, text=leak("LINE"), restricted=True, restricted_reason="A person"
    )
    EntryFactory(item=item, parent=secret, text=leak("REPLY"))
    other = heard(item.meeting, PaperFactory(title="Another paper"))
    EntryFactory(item=other, text=leak("OTHERITEM"))
    PrivateNote.objects.create(member=chloe, item=item, text=leak("NOTE"), written_at=NINE)
    ActionPoint.objects.create(meeting=item.meeting, item=item, text=canary("DONE"))
    ActionPoint.objects.create(meeting=item.meeting, item=other, text=leak("OTHERACTION"))
    decision = advised(item, "B", [("recommendation", canary("ADVISED"))], canary("WORDING"))
    advice = decision.advice
    advice.lines.create(kind="condition", text=canary("CONDITION"), position=1)
    withheld = advice.lines.create(
        kind="condition", text=leak("CONDITION"), position=2, restricted=True,
        restricted_reason="A person",
    )  # fmt: skip
    advice.lines.create(kind="comment", text=leak("UNDERIT"), position=3, parent=withheld)
    Recommendation.objects.create(line=withheld, kind="C", number=900)
    Advice.objects.filter(pk=advice.pk).update(
        state="approved", approved_at=NINE, approved_by=chloe, given_on=item.meeting.on
    )
    return decision


def _of_vote(item, decision, chloe):
    TermsOfReference.objects.update(committee_sees="count", public_sees="outcome")
    vote = VoteFactory(item=item, question="What is advised?", state="open", decision=None)
    vote.papers.set(item.papers.all())
    secret = PersonFactory(name=leak("VOTER"))
    vote.ballots.create(
        member=secret, choice=decision.outcome, reason=leak("BALLOTREASON"), cast_at=NINE,
        recorded_by=chloe,
    )  # fmt: skip
    type(vote).objects.filter(pk=vote.pk).update(
        state="closed", closed_at=NINE, closed_by=chloe, count={"B": 1}, decision=decision
    )


def _of_ledger(decision, paper, amina):
    asked = Recommendation.objects.get(line__text=canary("ADVISED"))
    asked.papers.set([paper])
    about = {"recommendation": asked, "extent": "done", "written_at": NINE, "written_by": amina}
    Answer.objects.create(paper=paper, text=canary("ANSWER"), given_at=NINE, **about)
    Answer.objects.create(text=leak("DRAFTANSWER"), **about)
    later = Advice.objects.create()
    asked.rulings.create(advice=later, verdict="closes", reason=leak("RULING"))


def _of_letter(decision, gus):
    letter = AdviceLetter.objects.create(
        advice=decision.advice, state="sent", approved_at=NINE, approved_by=gus, sent_at=NINE,
        sent_by=gus, document=a_document("ready", title=canary("PRINTED")), opening=leak("OPENING"),
    )  # fmt: skip
    Response.objects.create(
        letter=letter, office=gus.appointments.get().organisation, acceptance="partly",
        reasons=canary("RESPONSE"), responded_on=dt.date(2026, 4, 1), entered_at=NINE,
        entered_by=gus,
    )  # fmt: skip


def _drafts(proposal, chloe):
    for state in ("draft", "submitted", "returned"):
        PaperFactory(proposal=proposal, state=state, title=leak(state.upper()))
    PaperFactory(proposal=proposal, title=canary("UNHEARD"))
    meeting = held(dt.date(2026, 5, 4))
    again = heard(meeting, PaperFactory(proposal=proposal, title="Heard again"))
    EntryFactory(item=again, text=leak("UNAPPROVED"))
    draft = advised(again, "D", [("recommendation", leak("DRAFTADVICE"))], leak("DRAFTWORDING"))
    AdviceLetter.objects.create(advice=draft.advice, opening=leak("DRAFTLETTER"))


def status(client, file) -> int:
    answer = client.get(file.get_absolute_url())
    answer.getvalue()  # a file is closed once it is read
    return answer.status_code


def found(text, mark):
    return set(re.findall(rf"{mark}([A-Z]+)CANARY", text.upper()))


def test_internal_edition_holds_all_that_it_may(proposal, ed):
    text = words(made(proposal, by=ed))

    assert found(text, "OK") == KEPT_IN
    assert found(text, "NO") == set()


def test_public_edition_holds_what_was_published_and_nothing_else(proposal, ed, amina, chloe, gus):
    text = words(made(proposal, by=ed, edition="public"))

    assert found(text, "OK") == PUBLIC
    assert found(text, "NO") == set()
    assert not [person for person in (ed, amina, chloe, gus) if person.name in text]


def test_public_edition_says_of_answers_and_responses_what_the_open_pages_say(
    client, proposal, ed, chloe
):
    """The answer that published minutes ruled on, until its point is withheld; no other."""
    asked = Recommendation.objects.get(line__text=canary("ADVISED"))
    again = proposal.papers.get(title="Heard again").agenda_items.get()
    rule(again.advice_given.get().advice, asked, "keeps", by=ed)
    Answer.objects.create(
        recommendation=asked, text=leak("LATERANSWER"), extent="done", written_at=NINE,
        written_by=ed, given_at=timezone.now(),
    )  # fmt: skip
    Advice.objects.filter(decisions__papers__title="Heard again").update(given_on=NINE.date())
    published(again.meeting, ed)

    text = words(made(proposal, by=ed, edition="public"))
    page = client.get("/proposals/model/").content.decode()
    assert canary("ANSWER") in text
    assert canary("RESPONSE") in text
    assert canary("RESPONSE") in page
    assert leak("LATERANSWER") not in text

    PublishedRecommendation.objects.filter(number=asked.number).update(withheld="A person", text="")
    assert canary("ANSWER") not in words(made(proposal, by=ed, edition="public"))


def test_every_member_is_in_the_manifest_and_nothing_else(proposal, ed):
    held_in = members(made(proposal, by=ed))
    manifest = held_in.pop("manifest.sha256").decode()

    sums = {name: hashlib.sha256(content).hexdigest() for name, content in held_in.items()}
    assert dict(reversed(row.split("  ")) for row in manifest.splitlines()) == sums


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.headings = [], []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in {"href", "src"}]
        if tag in {"h1", "h2", "h3"}:
            self.headings.append(int(tag[1]))


@pytest.mark.parametrize("edition", ["internal", "public"])
def test_pages_lead_only_to_members_and_their_headings_are_in_order(proposal, ed, edition):
    held_in = members(made(proposal, by=ed, edition=edition))
    pages = {name: content.decode() for name, content in held_in.items() if name[-5:] == ".html"}

    assert len(pages) > 3
    for name, page in pages.items():
        links = Links()
        links.feed(page)
        up = "../" * name.count("/")
        assert '<html lang="en-GB">' in page
        assert links.headings[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(links.headings))
        for link in links.found:
            assert link.removeprefix(up) in held_in, f"{name}: {link}"


def test_same_case_gives_the_same_bytes(proposal, ed):
    first = made(proposal, by=ed)
    path_of(first.sha256).unlink()
    again = order_case_file(proposal, by=ed, edition="internal")
    assert again == first

    copy = type(first).objects.get(pk=first.pk)
    copy.pk, copy.state, copy.sha256, copy.size, copy.ready_at = None, "queued", None, None, None
    copy.save(force_insert=True)
    make_case_file(copy.pk)
    copy.refresh_from_db()

    assert copy.sha256 == first.sha256


def test_names_are_told_where_the_terms_tell_them(proposal, ed):
    TermsOfReference.objects.update(committee_sees="names")

    assert leak("VOTER") in words(made(proposal, by=ed))
    assert leak("VOTER") not in words(made(proposal, by=ed, edition="public"))


@pytest.mark.parametrize("role", ["chair", "vice_chair", "secretariat"])
def test_recused_keepers_cannot_fetch_it(client, proposal, ed, role):
    file, keeper = made(proposal, by=ed), appoint(role)
    client.force_login(keeper)
    assert status(client, file) == 200

    recuse(keeper, *proposal.papers.get(title="Heard again").agenda_items.all())

    assert status(client, file) == 404
    assert file not in type(file).objects.visible_to(type(keeper).objects.get(pk=keeper.pk))


def test_recused_on_what_was_heard_together_cannot_fetch_it_either(client, proposal, ed):
    """An item on two proposals: an interest in the other paper closes this case file too."""
    item = proposal.papers.get(title="Heard again").agenda_items.get()
    other = PaperFactory()
    item.item_papers.create(paper=other)
    file, keeper = made(proposal, by=ed), appoint("chair")
    item.meeting.interests.create(
        paper=other, member=keeper, recorded_by=keeper, nature="Works there", effect="leave",
        declared_at=NINE,
    )  # fmt: skip
    client.force_login(keeper)

    assert status(client, file) == 404


@pytest.mark.parametrize("role", ["member", "adviser", "presenter", "office"])
def test_others_have_the_public_edition_at_most(client, proposal, ed, role):
    internal, public = made(proposal, by=ed), made(proposal, by=ed, edition="public")
    client.force_login(appoint(role))

    assert status(client, internal) == 404
    allowed = {"member", "adviser"}
    assert status(client, public) == (200 if role in allowed else 404)


def test_everybody_has_the_newest_public_edition(client, proposal, ed):
    address = "/proposals/model/case-file.zip"
    assert client.get(address).status_code == 404
    file = made(proposal, by=ed, edition="public")

    answer = client.get(address)

    assert hashlib.sha256(answer.getvalue()).hexdigest() == file.sha256
    assert answer["Content-Type"] == "application/zip"
    assert "case-file-model-public-" in answer["Content-Disposition"]
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert not answer.cookies


def test_open_page_leads_to_it_once_there_is_one(client, proposal, ed):
    made(proposal, by=ed)
    assert b"case-file.zip" not in client.get("/proposals/model/").content

    made(proposal, by=ed, edition="public")

    assert b"/proposals/model/case-file.zip" in client.get("/proposals/model/").content


def test_altered_file_is_not_packed(proposal, ed):
    ordered = order_case_file(proposal, by=ed, edition="internal")
    altered = next(file for file in ordered.snapshot["files"] if "okfile" in file["path"])
    path_of(altered["sha256"]).chmod(0o600)
    path_of(altered["sha256"]).write_bytes(b"%PDF-altered")
    make_case_file(ordered.pk)
    ordered.refresh_from_db()

    assert ordered.state == "failed"
    assert ordered.failure.endswith("was altered: run manage.py check.")
