"""What is asked when advice rules on an earlier recommendation."""

from django import forms

from committee.forms.acting import one_button
from proposals.models import RECOMMENDATION_KINDS, AdviceLine, Recommendation, Verdict

CHOICES = [("", "Says nothing of it"), *Verdict.choices]
SETTLING = [(one.value, one.label) for one in (Verdict.CLOSES, Verdict.KEEPS)]


def _reason():
    return forms.CharField(
        required=False,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
        help_text="Stands in the minutes and the letter.",
    )


def _differing_views():
    return forms.CharField(
        required=False,
        label="If views differed: how",
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
        help_text="Without names.",
    )


class RulingForm(forms.Form):
    """What this advice makes of one point."""

    verdict = forms.ChoiceField(
        choices=CHOICES, widget=forms.RadioSelect, required=False, label="This advice"
    )
    replaced_by = forms.ModelChoiceField(
        AdviceLine.objects.none(), required=False, label="Replaced by", empty_label="No line"
    )
    reason = _reason()
    differing_views = _differing_views()

    def __init__(self, *args, asked, advice, lines=None, ruling=None, **kwargs):
        names = ["verdict", "replaced_by", "reason", "differing_views"]
        initial = {name: getattr(ruling, name) for name in names} if ruling else {"verdict": ""}
        super().__init__(*args, initial=initial, auto_id=f"id_{asked}_%s", **kwargs)
        self.asked = asked
        field = self.fields["replaced_by"]
        field.queryset = self.lines_of(advice)
        if lines is not None:  # asked once for the whole page
            field.choices = [("", "No line"), *[(line.pk, str(line)) for line in lines]]

    @staticmethod
    def lines_of(advice):
        return advice.lines.filter(kind__in=list(RECOMMENDATION_KINDS)).order_by("position")


class SettleForm(forms.Form):
    """What the meeting makes of one point, with no paper on its proposal before it."""

    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(), label="Point", empty_label="Choose a point"
    )
    verdict = forms.ChoiceField(choices=SETTLING, widget=forms.RadioSelect, label="The meeting")
    reason = _reason()
    differing_views = _differing_views()
    helper = one_button("Save")

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = "Stands in the minutes."
        field = self.fields["recommendation"]
        field.queryset = points
        field.label_from_instance = lambda one: f"{one}: {one.words[:120]}"
