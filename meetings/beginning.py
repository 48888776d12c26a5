"""What the secretariat of a committee new to this site does first, until a meeting is held."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from committee.models import VOTING_ROLES, Organisation, Person, Role, TermsOfReference
from committee.worklist import WorkItem
from meetings.models import Meeting
from meetings.states import MeetingState
from proposals.models import AdviceLetter

GROUP = "First steps"


def items(person) -> list[WorkItem]:
    """The steps that are not taken yet; once a meeting is closed, only what stops a letter."""
    if not person.is_secretariat:
        return []
    if Meeting.objects.filter(state=MeetingState.CLOSED).exists():
        steps = [_offices() if AdviceLetter.objects.filter(sent_at=None).exists() else None]
    else:
        steps = [_seats(), _offices(), _terms(), _meeting()]
    return [WorkItem(text, reverse(page), GROUP, why) for text, page, why in filter(None, steps)]


def _seats():
    page = "committee:manage_people"
    if not Person.objects.holding(*VOTING_ROLES).exists():
        why = "The chair, the members, whoever presents papers. Each gets a link to sign in."
        return "Add the people and appoint them", page, why
    if not Person.objects.holding(Role.CHAIR).exists():
        return "Appoint a chair", page, "The chair approves minutes and signs letters."
    return None


def _offices():
    if not Organisation.objects.filter(receives_advice=True, email="").exists():
        return None
    why = "Letters of advice go there; without an address none can be sent."
    return "Enter the e-mail addresses of the offices", "committee:manage_organisations", why


def _terms():
    known = Q(quorum_at_least__isnull=False) | Q(quorum_numerator__isnull=False)
    terms = TermsOfReference.objects.filter(in_force_from__lte=timezone.localdate())
    newest = terms.order_by("-in_force_from").values("pk")[:1]
    if TermsOfReference.objects.filter(known, pk__in=newest, voting_rule__isnull=False).exists():
        return None
    why = "What the committee is called, its quorum and what carries a vote."
    return "Check the name and the terms of reference", "committee:manage_terms", why


def _meeting():
    if Meeting.objects.exists():
        return None
    why = "It gets an agenda to begin with. Nobody is told before you call it."
    return "Plan the first meeting", "meetings:plan_meeting", why
