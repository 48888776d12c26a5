from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.db.models import Q

from proposals.models import ProposalAlias, ProposalKind, PublishedOutcome, Result, normalised

LETTERS = [(letter, f"Outcome {letter}") for letter in "ABCDE"]
RESULTS = [(value, label) for value, label in Result.choices if value != Result.OUTCOME]


class RegisterForm(forms.Form):
    """What the reader of the register looks for."""

    q = forms.CharField(max_length=100, required=False, label="Name, other name or number")
    outcome = forms.ChoiceField(
        choices=[("", "Any"), *LETTERS, *RESULTS], required=False, label="Latest outcome"
    )
    kind = forms.ChoiceField(
        choices=[("", "Any"), *ProposalKind.choices], required=False, label="Kind"
    )
    body = forms.ChoiceField(required=False, label="Put by")

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", "Any body"), *[(str(pk), name) for pk, name in bodies]]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_class = "de-filters"
        self.helper.attrs = {"role": "search", "aria-label": "Filter proposals"}
        self.helper.mark_optional = False
        self.helper.layout = Layout(
            Field("q", type="search", wrapper_class="de-filters__wide"),
            "outcome",
            "kind",
            "body",
            Submit("", "Filter"),
        )

    @property
    def in_force(self) -> list[tuple[str, str]]:
        """The filters chosen: name and words of each."""
        return [
            (name, dict(self.fields[name].choices)[value])
            for name in ("outcome", "kind", "body")
            if (value := self.chosen(name))
        ]

    def chosen(self, name: str) -> str:
        return getattr(self, "cleaned_data", {}).get(name, "")

    def narrow(self, proposals):
        """Those of ``proposals`` (with their latest outcome) that were asked for."""
        if kind := self.chosen("kind"):
            proposals = proposals.filter(kind=kind)
        if body := self.chosen("body"):
            proposals = proposals.filter(submitting_body=body)
        if outcome := self.chosen("outcome"):
            of_letter = Q(letter=outcome) if len(outcome) == 1 else Q(result=outcome)
            rows = PublishedOutcome.objects.filter(of_letter)
            proposals = proposals.filter(latest_id__in=rows.order_by().values("pk"))
        if words := self.chosen("q"):
            proposals = proposals.filter(_named(words))
        return proposals


def _named(words: str) -> Q:
    """Proposals of which a public name holds ``words``."""
    papers = PublishedOutcome.objects.filter(title__icontains=words).order_by()
    named = Q(title__icontains=words) | Q(reference__icontains=words)
    named |= Q(pk__in=papers.values("paper__proposal"))
    if plain := normalised(words):
        aliases = ProposalAlias.objects.filter(is_public=True, normalised__contains=plain)
        named |= Q(pk__in=aliases.values("proposal"))
    return named
