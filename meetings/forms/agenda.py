from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms
from django.db.models import Q

from committee.forms.fields import clock
from meetings.hours import corrected
from meetings.models import ItemKind
from proposals.models import Paper
from proposals.states import PaperState


class PaperChoice(forms.ModelMultipleChoiceField):
    """Papers to choose among, told apart by reference, proposal and stage."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, paper):
        facts = [paper.reference, str(paper), paper.stage_beside]
        return ", ".join(fact for fact in facts if fact)


class ItemForm(forms.Form):
    """What the agenda says of an item."""

    kind = forms.ChoiceField(label="Kind", choices=ItemKind)
    title = forms.CharField(label="Title", max_length=500, required=False, empty_value=None)
    number = forms.CharField(label="Number", max_length=40, required=False, empty_value=None)
    starts_at = clock("Begins", required=False)
    minutes = forms.IntegerField(
        label="Minutes",
        required=False,
        min_value=1,
        max_value=480,
        help_text="Where no time says so.",
    )
    began = clock("Began")
    lead = forms.CharField(
        label="Led by", required=False, help_text="Names as printed, with commas between them."
    )
    papers = PaperChoice(Paper.objects.none(), label="Papers", required=False)
    parent = forms.ModelChoiceField(
        None, label="Under", required=False, empty_label="Nothing: an item of its own"
    )
    after = forms.ModelChoiceField(None, required=False, widget=forms.HiddenInput)
    restricted = forms.BooleanField(label="Withhold it from what is published", required=False)
    restricted_reason = forms.CharField(
        label="Reason for withholding it", max_length=255, required=False
    )

    def __init__(self, *args, meeting, item=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_new, self.item = item is None, item
        when = "began" if item and item.has_begun else "starts_at"
        del self.fields["starts_at" if when == "began" else "began"]
        self.fields["papers"].queryset = papers_for(item)
        tops = meeting.items.filter(parent=None).order_by("position")
        self.fields["parent"].queryset = tops
        self.fields["after"].queryset = tops
        if item is None:
            self.fields["number"].help_text = "Left empty, the next number is given."
        else:
            del self.fields["parent"], self.fields["after"]
        self.helper = FormHelper()
        rows = [Row("number", when, "minutes"), "lead", "papers"]
        under = [] if item else ["parent"]
        last = ["restricted", "restricted_reason"]
        button = Submit("save", "Save the item" if item else "Add the item")
        self.helper.layout = Layout("kind", "title", *rows, *under, *last, button)

    def clean_lead(self):
        return [name.strip() for name in self.cleaned_data["lead"].split(",") if name.strip()]

    def clean(self):
        said = super().clean()
        if said.get("restricted") and not said.get("restricted_reason"):
            self.add_error("restricted_reason", "Enter the reason: it is printed in its place.")
        if not said.get("restricted"):
            said["restricted_reason"] = ""
        return said

    @property
    def act_arguments(self) -> dict:
        """What was typed; a new item whose number was left empty is given one.

        Of an item that was taken up, not when it was planned but when it began is asked.
        """
        left_out = {"number"} if self.is_new and self.cleaned_data["number"] is None else set()
        told = {name: said for name, said in self.cleaned_data.items() if name not in left_out}
        if "began" in told:
            told["began_at"] = corrected(self.item.began_at, told.pop("began"))
        return told


def papers_for(item=None):
    """The papers that may be heard: what is submitted, and what the item has already."""
    wanted = Q(state=PaperState.ACCEPTED)
    if item is not None:
        wanted |= Q(item_papers__item=item)
    papers = Paper.objects.filter(wanted).distinct()
    return papers.select_related("proposal").order_by("proposal__title", "pk")
