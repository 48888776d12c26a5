"""What the reader of the ledger looks for."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.db.models import Q
from django.utils import timezone

from proposals.models import Addressee, RecommendationKind
from proposals.states import RecommendationState

STATES = [
    ("", "Open and answered"),
    ("overdue", "Overdue"),
    *RecommendationState.choices,
    ("all", "All"),
]


class LedgerForm(forms.Form):
    """Words or a number, and the usual ways to narrow the list."""

    q = forms.CharField(max_length=100, required=False, label="Words or number")
    state = forms.ChoiceField(choices=STATES, required=False)
    kind = forms.ChoiceField(choices=[("", "Any"), *RecommendationKind.choices], required=False)
    put_to = forms.ChoiceField(
        choices=[("", "Anyone"), *Addressee.choices], required=False, label="To whom"
    )
    body = forms.ChoiceField(required=False, label="Put by")
    proposal = forms.ChoiceField(required=False)

    def __init__(self, *args, bodies, proposals, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(str(body.pk), body.name) for body in bodies]
        self.fields["body"].choices = [("", "Any body"), *named]
        titled = proposals.order_by("title").values_list("slug", "title")
        self.fields["proposal"].choices = [("", "Any proposal"), *titled]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_class = "de-filters"
        self.helper.attrs = {"role": "search", "aria-label": "Filter the ledger"}
        self.helper.mark_optional = False
        wide = Field("q", type="search", wrapper_class="de-filters__wide")
        narrow = ["state", "kind", "put_to", "body", "proposal"]
        self.helper.layout = Layout(wide, *narrow, Submit("", "Filter"))

    def narrow(self, found):
        """Those of ``found`` (proposals/known.py) that were asked for; else those that stand."""
        said = getattr(self, "cleaned_data", {})
        found = _in_state(found, said.get("state", ""))
        if said.get("kind"):
            found = found.filter(kind=said["kind"])
        if said.get("put_to"):
            found = found.filter(addressee=said["put_to"])
        papers = Q()
        if said.get("body"):
            papers &= Q(papers__proposal__submitting_body=said["body"])
        if said.get("proposal"):
            papers &= Q(papers__proposal__slug=said["proposal"])
        if words := said.get("q", "").strip():
            found = found.filter(_says(words))
        if papers:
            found = found.filter(papers)
        return found.order_by("-line__advice__given_on", "kind", "-number").distinct()


def _in_state(found, state: str):
    if state == "all":
        return found
    if state == "overdue":
        late = found.filter(due_on__lt=timezone.localdate())
        return late.filter(known=RecommendationState.OPEN)
    stands = [RecommendationState.OPEN, RecommendationState.ANSWERED]
    return found.filter(known__in=[state] if state else stands)


def _says(words: str) -> Q:
    said = Q(text__icontains=words) | Q(line__text__icontains=words)
    said |= Q(papers__proposal__title__icontains=words)
    kind, _, number = words.upper().partition("-")
    if kind in RecommendationKind.values and number.isdecimal():
        said |= Q(kind=kind, number=int(number))
    return said
