"""A scene with one of everything that has an address of its own."""

import datetime as dt
from dataclasses import dataclass

from committee.models import Organisation
from committee.storage import store
from meetings.minutes import snapshot_of
from meetings.models import ActionPoint, MinutesVersion, Phrase, PrivateNote
from proposals.actions import draft_paper, submit_paper
from proposals.models import AdviceLetter, CaseFile, CheckPoint, ExpectedReturn, ProposalMatch
from tests.factories import (
    NINE,
    AgendaItemFactory,
    EntryFactory,
    MeetingFactory,
    PaperFactory,
    PersonFactory,
    ProposalFactory,
    VoteFactory,
    appoint,
)
from tests.ledger import undertaken
from tests.paperwork import FILE, a_document
from tests.publishing import advised
from tests.writing import say

ITEM = "log_item note_entry open_vote record_result revise_item move_item remove_item"
ITEM += " start_item finish_item defer_item reopen_item chair_item"
ITEM += " lines_changed put_question removed_lines restore_entry hear_recommendation"
ENTRY = "revise_entry move_entry remove_entry restrict_entry unrestrict_entry"
ENTRY += " make_undertaking link_update"
ACTION = "revise_action add_action_update complete_action drop_action reopen_action"
ADVICE = "advice add_advice_line revise_advice_line move_advice_line remove_advice_line"
ADVICE += " rule_on_recommendation keep_rest"
INTEREST = "rule_on_interest withdraw_interest"
VOTE = "vote cast_ballot ballots_in take_ballot record_show_of_hands record_unanimity"
VOTE += " close_vote void_vote record_outcome"
MINUTES = "minutes_versions correct_minutes issue_draft_minutes approve_minutes publish_minutes"
MINUTES += " draft review_minutes end_suggestions schedule_publication unschedule_publication"
MINUTES += " suggest_correction accept_suggestion decline_suggestion"
LETTER = "letter letter_file revise_letter approve_letter send_letter record_response"
DRAFT = "write_paper write_section set_evidence defer_paper submit_paper revise_paper"
MEETING_WIDE = {f"meetings:{name}" for name in ACTION.split()} - {"meetings:revise_action"}


@dataclass
class Scene:
    """The values that addresses are made of."""

    slug: str  # of the meeting
    minuted: str  # slug of a meeting whose minutes are issued
    proposal: str
    keys: dict[str, int]  # the key of the object each address is about, by its name

    def of(self, name: str) -> dict:
        """What the address called ``name`` takes."""
        space, _, verb = name.rpartition(":")
        slug = self.proposal if space == "proposals" else self.slug
        if verb in MINUTES.split() or verb.startswith("minutes_"):
            slug = self.minuted
        question = self.keys["sent" if verb == "answer_question" else "question"]
        keys = self.keys | {"question": question}
        return keys | {"slug": slug, "pk": self.keys.get(verb, self.keys.get(space))}


def _on_the_desk(proposal, by):
    """A paper that is being written, and one that the secretariat is to check."""
    drafted = draft_paper(proposal, by=by, stage="proposal", title="Begun")
    say(drafted, "summary", "Begun.", by=by)
    other = draft_paper(proposal, by=by, stage="update", title="Handed in")
    return drafted, submit_paper(other, by=by)


def _in_review(on, by, member):
    """A closed meeting of which a draft is issued, and a correction suggested to it."""
    minuted = MeetingFactory(on=on - dt.timedelta(days=60), state="closed", closed_at=NINE)
    said = EntryFactory(item=AgendaItemFactory(meeting=minuted), paragraph="1")
    draft = minuted.minutes.create(
        number=1, snapshot=snapshot_of(minuted, MinutesVersion(meeting=minuted, number=1)),
        state="issued", html="Draft", issued_at=NINE, issued_by=by,
    )  # fmt: skip
    words = {"paragraph": "1", "line_key": said.key, "before": said.text, "after": "Better."}
    return minuted, draft.suggestions.create(by=member, at=NINE, **words)


def scene(*, on: dt.date, by, member, body="Lab", content=lambda what: FILE) -> Scene:
    """A meeting under way on ``on``, all that belongs to it, and a paper of ``body``.

    ``content`` gives the bytes of its files: of a paper, a document, a case file.
    """
    office = Organisation.objects.get(short_name=body)
    proposal = ProposalFactory(slug=f"model-{on}", submitting_body=office)
    paper = PaperFactory(proposal=proposal)
    file = paper.files.create(
        name="a.pdf", sha256=store(content("paper")), size=len(content("paper")), added_by=by,
        media_type="application/pdf",
    )  # fmt: skip
    drafted, handed_in = _on_the_desk(proposal, by)
    meeting = MeetingFactory(on=on, state="under_way", started_at=NINE)
    meeting.meeting_papers.create(paper=paper, key="paper")
    item = AgendaItemFactory(meeting=meeting)
    item.item_papers.create(paper=paper)
    meeting.attendances.create(
        person=member, name=member.name, capacity="member", presence="present", is_voting=True
    )
    guest = meeting.attendances.create(
        name="Guest", capacity="guest", presence="present", position=1000
    )
    decision = advised(item)
    line = decision.advice.lines.create(kind="comment", text="Well made.", position=0)
    minuted, suggestion = _in_review(on, by, member)
    note = PrivateNote.objects.create(
        member=member, item=item, text="ONLY FOR MYSELF", written_at=NINE
    )
    entry = EntryFactory(item=item)
    asked = undertaken(paper)
    returning = ExpectedReturn.objects.create(proposal=proposal, words="next meeting")
    keys = {
        "label": asked.label,
        "expect_return": decision.pk,
        "settle_recommendation": AgendaItemFactory(
            meeting=meeting, kind="actions_update", title="Update on actions", position=1000
        ).pk,
        "chase_return": returning.pk,
        "key": entry.key,
        "line": line.pk,
        "file": file.pk,
        "upload": paper.uploads.create(
            by=by, name="b.pdf", size=1, sha256="1" * 64, touched_at=NINE
        ).key,
        "sha256": file.sha256,
        "member": member.pk,
        "number": 1,
        "version": 1,
        "paragraph": "1",
        "section": "summary",
        "kind": "dpia",
        "stage": "update",
        "figure": "by-year",
        "remove_guest": guest.pk,
        "strike_movement": guest.pk,
        "revise_outcome": decision.pk,
        "withdraw_outcome": decision.pk,
        "draft_letter": decision.advice_id,
        "end_appointment": appoint("member").appointments.get().pk,
        "revise_organisation": office.pk,
        "remove_note": note.pk,
        "proposals": paper.pk,
        "committee": PersonFactory().pk,
        **_asked(paper, member, sent_by=by),
    }
    about = {
        ITEM: item,
        ENTRY: entry,
        ACTION: ActionPoint.objects.create(meeting=meeting, item=item, text="Do it."),
        ADVICE: decision.advice,
        VOTE: VoteFactory(item=item, opened_at=NINE, opened_by=by),
        INTEREST: meeting.interests.create(
            item=item, member=member, nature="Works there", declared_at=NINE, recorded_by=member
        ),
        "revise_phrase remove_phrase": Phrase.objects.create(
            abbreviation=f"on{on:%m%d}", text="Ours."
        ),
        DRAFT: drafted,
        "paper_version_file": handed_in,
        LETTER: AdviceLetter.objects.create(advice=decision.advice),
        "accept_suggestion decline_suggestion": suggestion,
        "retire_check_point": CheckPoint.objects.create(text=f"Of {on}"),
        "place_paper": paper,
        "document document_file retry_document": a_document("ready", content=content("document")),
        "case_file": CaseFile.objects.create(
            proposal=proposal,
            edition="internal",
            state="ready",
            snapshot={},
            digest="0" * 64,
            parts=3,
            sha256=store(content("case")),
            size=len(content("case")),
            ready_at=NINE,
            ordered_at=NINE,
            ordered_by=by,
        ),
        "confirm_match reject_match": ProposalMatch.objects.create(
            paper=paper, candidate=ProposalFactory(), score="0.9", reason="Alike"
        ),
    }
    for names, thing in about.items():
        keys |= dict.fromkeys(names.split(), thing.pk)
    return Scene(meeting.slug, minuted.slug, proposal.slug, keys)


def _asked(paper, member, *, sent_by) -> dict[str, int]:
    """A question that is still a draft, and one that was sent."""
    facts = {"asked_by": member, "asked_at": NINE}
    sent = {"state": "sent", "sent_at": NINE, "sent_by": sent_by}
    return {
        "question": paper.advance_questions.create(text="Hm?", **facts).pk,
        "sent": paper.advance_questions.create(text="Why?", **facts, **sent).pk,
    }
