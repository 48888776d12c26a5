"""What is asked when lines of minutes are tied to the ledger."""

from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import day
from proposals.models import Addressee, Recommendation


class UndertakingForm(forms.Form):
    """What a presenter undertakes."""

    text = forms.CharField(
        label="What they will do",
        widget=forms.Textarea(attrs={"rows": 3, "class": "de-record"}),
        help_text="Published with the minutes: without names of persons.",
    )
    addressee = forms.ChoiceField(choices=Addressee, label="Who is to act")
    due = forms.CharField(max_length=120, required=False, label="By when, as said")
    due_on = day("By the day", required=False)
    helper = one_button("Make it an undertaking")


class LinkForm(forms.Form):
    """Which points of the ledger a line is about."""

    recommendations = forms.ModelMultipleChoiceField(
        Recommendation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="It tells what came of",
        help_text="What was asked before that meeting.",
    )
    helper = one_button("Save")

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["recommendations"]
        field.queryset = asked
        field.label_from_instance = lambda one: f"{one}: {one.words[:160]} ({one.asked_at})"


class HeardForm(forms.Form):
    text = forms.CharField(label="What was heard of it")
    helper = one_button("Note it")
