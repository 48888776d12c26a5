"""What the offices that were advised said to the advice, and where they are silent."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from committee.models import Organisation, TermsOfReference
from proposals.models import AdviceLetter, Proposal, Response
from proposals.states import LetterState


@dataclass(frozen=True)
class OfficeResponse:
    """One office and one letter: its response, or by when it is due and since when it is late,
    if the terms say so."""

    letter: AdviceLetter
    office: Organisation
    response: Response | None
    late_since: dt.date | None = None
    due_on: dt.date | None = None

    @property
    def label(self) -> str:
        if self.response:
            return self.response.get_acceptance_display()
        return "No response in time" if self.late_since else "No response yet"

    @property
    def tone(self) -> str:
        if self.response:
            return {"accepted": "good", "partly": "wait"}.get(self.response.acceptance, "stop")
        return "stop" if self.late_since else "line"


def responses_to(letters: Iterable[AdviceLetter]) -> dict[int, list[OfficeResponse]]:
    """How every office stands to each of ``letters`` that is sent, by the letter's key."""
    sent = [letter for letter in letters if letter.state == LetterState.SENT]
    if not sent:
        return {}
    offices = list(Organisation.objects.filter(receives_advice=True))
    given = Response.objects.filter(letter__in=sent).select_related("office")
    found = {(response.letter_id, response.office_id): response for response in given}
    terms = list(TermsOfReference.objects.order_by("in_force_from"))
    return {
        letter.pk: [
            _standing(letter, office, found.get((letter.pk, office.pk)), terms)
            for office in offices
        ]
        for letter in sent
    }


def days_to_respond(letter: AdviceLetter, terms: list[TermsOfReference]) -> int | None:
    """How long the terms in force when ``letter`` was sent give the offices; None: not set."""
    on = timezone.localdate(letter.sent_at)
    in_force = [one for one in terms if one.in_force_from <= on]
    return in_force[-1].response_days if in_force else None


def _standing(letter, office, response, terms) -> OfficeResponse:
    days = days_to_respond(letter, terms)
    due = timezone.localdate(letter.sent_at) + dt.timedelta(days=days) if days else None
    is_late = response is None and due is not None and due < timezone.localdate()
    return OfficeResponse(letter, office, response, due if is_late else None, due)


def published_responses(proposal: Proposal) -> dict[tuple[str, int], list[Response]]:
    """Responses to advice that stands in published minutes, by meeting and paper.

    A response is a fact about published advice and public with it, whenever it was entered.
    The meeting is asked by the name of a relation that the meetings app adds to advice.
    """
    papers = "letter__advice__decisions__papers"
    rows = Response.objects.filter(
        **{
            f"{papers}__proposal": proposal,
            f"{papers}__published_outcomes__meeting_slug": F(
                "letter__advice__given__meeting__slug"
            ),
        }
    ).annotate(slug=F("letter__advice__given__meeting__slug"), paper=F(papers))
    found: dict[tuple[str, int], list[Response]] = {}
    for response in rows.select_related("office").distinct():
        found.setdefault((response.slug, response.paper), []).append(response)
    return found
