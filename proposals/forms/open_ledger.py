"""What the public looks for in the ledger: published words, and how they stand today."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from proposals.forms.ledger_filter import LedgerForm
from proposals.known import PUBLIC, known_to
from proposals.models import Recommendation, RecommendationKind
from proposals.states import RecommendationState


class OpenLedgerForm(LedgerForm):
    """The same filters, asked of the rows that publishing wrote."""

    def narrow(self, found):
        said = getattr(self, "cleaned_data", {})
        found = _in_state(found, said.get("state", ""))
        if said.get("kind"):
            found = found.filter(kind=said["kind"])
        if said.get("put_to"):
            found = found.filter(_numbered(addressee=said["put_to"]))
        if said.get("body"):
            found = found.filter(papers__proposal__submitting_body=said["body"])
        if said.get("proposal"):
            found = found.filter(papers__proposal__slug=said["proposal"])
        if words := said.get("q", "").strip():
            found = found.filter(_says(words))
        return found.distinct()


def _numbered(**facts):
    """Those whose number stands so in the ledger today, as far as minutes told."""
    same = Recommendation.objects.filter(kind=OuterRef("kind"), number=OuterRef("number"))
    return Exists(known_to(same, PUBLIC).filter(**facts))


def _in_state(found, state: str):
    if state == "all":
        return found
    if state == "overdue":
        today = timezone.localdate()
        return found.filter(_numbered(due_on__lt=today, known=RecommendationState.OPEN))
    wanted = [state] if state else [RecommendationState.OPEN, RecommendationState.ANSWERED]
    return found.filter(_numbered(known__in=wanted))


def _says(words: str) -> Q:
    said = Q(text__icontains=words)
    said |= Q(papers__proposal__is_public=True, papers__proposal__title__icontains=words)
    kind, _, number = words.upper().partition("-")
    if kind in RecommendationKind.values and number.isdecimal():
        said |= Q(kind=kind, number=int(number))
    return said
