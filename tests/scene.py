"""A scene with one of everything that has an address of its own."""

import datetime as dt
from dataclasses import dataclass

from committee.models import Organisation
from meetings.models import ActionPoint
from proposals.models import AdviceLetter, ProposalMatch
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
from tests.paperwork import a_document
from tests.publishing import advised

ITEM = "log_item note_entry open_vote record_result revise_item move_item remove_item"
ENTRY = "revise_entry move_entry remove_entry restrict_entry unrestrict_entry"
ACTION = "revise_action add_action_update complete_action drop_action reopen_action"
ADVICE = "advice add_advice_line revise_advice_line move_advice_line remove_advice_line"
VOTE = "vote cast_ballot take_ballot record_show_of_hands record_unanimity"
VOTE += " close_vote void_vote record_outcome"
MINUTES = "minutes_versions correct_minutes issue_draft_minutes approve_minutes publish_minutes"
MINUTES += " draft"
LETTER = "letter letter_file revise_letter approve_letter send_letter"
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
        return self.keys | {"slug": slug, "pk": self.keys.get(verb, self.keys.get(space))}


def scene(*, on: dt.date, by, member, body="Lab") -> Scene:
    """A meeting under way on ``on``, all that belongs to it, and a paper of ``body``."""
    office = Organisation.objects.get(short_name=body)
    proposal = ProposalFactory(slug=f"model-{on}", submitting_body=office)
    paper = PaperFactory(proposal=proposal)
    file = paper.files.create(
        name="a.pdf", sha256=a_document("ready").sha256, size=1, added_by=by,
        media_type="application/pdf",
    )  # fmt: skip
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
    minuted = MeetingFactory(on=on - dt.timedelta(days=60), state="closed", closed_at=NINE)
    minuted.minutes.create(
        number=1, state="issued", snapshot={}, html="Draft", issued_at=NINE, issued_by=by
    )
    keys = {
        "line": line.pk,
        "file": file.pk,
        "member": member.pk,
        "number": 1,
        "version": 1,
        "remove_guest": guest.pk,
        "withdraw_outcome": decision.pk,
        "draft_letter": decision.advice_id,
        "end_appointment": appoint("member").appointments.get().pk,
        "revise_organisation": office.pk,
        "proposals": paper.pk,
        "committee": PersonFactory().pk,
    }
    about = {
        ITEM: item,
        ENTRY: EntryFactory(item=item),
        ACTION: ActionPoint.objects.create(meeting=meeting, item=item, text="Do it."),
        ADVICE: decision.advice,
        VOTE: VoteFactory(item=item, opened_at=NINE, opened_by=by),
        LETTER: AdviceLetter.objects.create(advice=decision.advice),
        "document document_file retry_document": a_document("ready"),
        "confirm_match reject_match": ProposalMatch.objects.create(
            paper=paper, candidate=ProposalFactory(), score="0.9", reason="Alike"
        ),
    }
    for names, thing in about.items():
        keys |= dict.fromkeys(names.split(), thing.pk)
    return Scene(meeting.slug, minuted.slug, proposal.slug, keys)
