"""What is asked when advice is written, one line at a time."""

from uuid import uuid4

from django import forms

from committee.closed import open_to
from committee.forms.acting import one_button
from committee.forms.fields import day
from committee.models import LineKind
from meetings.models import AgendaItem, ItemKind
from proposals.models import Addressee, Binding, Decision

KINDS = [
    (LineKind.RECOMMENDATION, "Recommendation"),
    (LineKind.CONDITION, "Condition"),
    (LineKind.QUESTION, "Question to be addressed"),
    (LineKind.COMMENT, "Comment"),
    (LineKind.POINT, "Point"),
    (LineKind.HEADING, "Heading"),
]


class WriteAdviceForm(forms.Form):
    """Which decisions the advice covers, under what heading, given where."""

    decisions = forms.ModelMultipleChoiceField(
        Decision.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="Decisions it covers",
        help_text="Choose several to advise on them together. What is written on each is kept.",
    )
    heading = forms.CharField(max_length=255)
    item = forms.ModelChoiceField(AgendaItem.objects.none(), label="Heard under", empty_label=None)

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        decisions = Decision.objects.filter(advice__given__meeting=meeting)
        decisions = open_to(decisions, meeting.reader)
        self.fields["decisions"].queryset = decisions.select_related("outcome")
        self.fields["decisions"].label_from_instance = _named
        items = open_to(meeting.items, meeting.reader)
        items = items.exclude(kind__in=[ItemKind.BREAK, ItemKind.CLOSE])
        self.fields["item"].queryset = items
        self.helper = one_button("Go on to its lines")


def _named(decision: Decision) -> str:
    papers = ", ".join(str(paper) for paper in decision.papers_in_order())
    return f"{papers}: {decision}"


class LineForm(forms.Form):
    """The words of one line, and what goes with them."""

    kind = forms.ChoiceField(choices=KINDS)
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
        error_messages={"required": "Write the line, or remove it."},
    )
    put_to = forms.ChoiceField(
        choices=[("", "Not said"), *Addressee.choices], required=False, label="Who is to act"
    )
    addressee = forms.CharField(max_length=120, required=False, label="As named in the letter")
    binding = forms.ChoiceField(
        choices=[("", "As usual for its kind"), *Binding.choices],
        required=False,
        label="How binding",
    )
    due = forms.CharField(max_length=120, required=False, label="By when, as said")
    due_on = day("By the day", required=False)
    restricted = forms.BooleanField(required=False, label="Withhold from publication and letters")
    restricted_reason = forms.CharField(
        max_length=255, required=False, label="Reason shown in its place"
    )

    @property
    def put_to_words(self) -> str:
        """Who is to act, for the line that stands for the closed part of the form."""
        return dict(Addressee.choices).get(self["put_to"].value(), "")

    def clean(self):
        values = super().clean()
        if values.get("restricted") and not values.get("restricted_reason"):
            self.add_error("restricted_reason", "Give the reason that is shown in its place.")
        if not values.get("restricted"):
            values["restricted_reason"] = ""
        return values


class AddLineForm(LineForm):
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].error_messages["required"] = "Write the line."
        self.initial.setdefault("key", uuid4())


class ReviseLineForm(LineForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, line, **kwargs):
        initial = {name: getattr(line, name) for name in [*self.base_fields]}
        super().__init__(*args, initial=initial, auto_id=f"id_{line.pk}_%s", **kwargs)
        if line.kind not in dict(KINDS):  # of an imported record
            self.fields["kind"].choices = [*KINDS, (line.kind, line.get_kind_display())]
