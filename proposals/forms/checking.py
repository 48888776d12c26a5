"""What the secretariat types when it checks papers and keeps proposals in order."""

from django import forms
from django.urls import reverse_lazy

from committee.forms.acting import one_button
from proposals.models import CheckPoint, Paper, Proposal, ReturnPlace, Stage

WHOLE = "reason"


class ReturnForm(forms.Form):
    """Why a paper comes back: a field for the whole, for each section, evidence and answers."""

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, **kwargs)
        sections = paper.outline.sections.all() if paper.outline_id else []
        self.places = {f"{WHOLE}-{one.key}": one for one in sections}
        self.places |= {f"{WHOLE}-:{one}": one for one in ReturnPlace}
        for name in [WHOLE, *self.places]:
            self.fields[name] = forms.CharField(
                required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
            )

    def at(self, key: str):
        """The field at the section ``key``, or at another place (proposals/said.py)."""
        name = f"{WHOLE}-{key}"
        return self[name] if name in self.fields else None

    @property
    def of_all(self):
        return self[WHOLE]

    @property
    def act_arguments(self) -> dict:
        said = self.cleaned_data
        places = [(WHOLE, None), *self.places.items()]
        return {"reasons": [(place, said[name]) for name, place in places if said[name]]}


class TickForm(forms.Form):
    point = forms.ModelChoiceField(CheckPoint.objects.filter(is_in_use=True))
    is_met = forms.BooleanField(required=False)


class CheckPointForm(forms.Form):
    text = forms.CharField(label="What to look at", max_length=255)
    stage = forms.TypedChoiceField(
        label="In papers of",
        choices=[("", "Every stage"), *Stage.choices],
        required=False,
        empty_value=None,
    )

    helper = one_button("Add it", action=reverse_lazy("proposals:add_check_point"))


class PredecessorForm(forms.Form):
    predecessor = forms.ModelChoiceField(
        Paper.objects.none(),
        label="It follows",
        required=False,
        empty_label="No paper: it is the first",
    )

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, **kwargs)
        others = paper.proposal.papers.exclude(pk=paper.pk).select_related("proposal")
        field = self.fields["predecessor"]
        field.queryset = others
        field.label_from_instance = _named
        self.helper = one_button("Save")


def _named(paper: Paper) -> str:
    return ", ".join(filter(None, [paper.reference, str(paper), paper.stage_label.lower()]))


class MergeForm(forms.Form):
    """Two proposals that are one: which of them goes into this one."""

    into = forms.ModelChoiceField(
        Proposal.objects.none(),
        label="It is the same as",
        empty_label="Choose a proposal",
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )

    joins_bodies = forms.BooleanField(required=False)

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Proposal.objects.exclude(pk=proposal.pk)
