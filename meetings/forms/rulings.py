"""What is asked when advice rules on an earlier recommendation."""

from django import forms

from proposals.models import RECOMMENDATION_KINDS, AdviceLine, Verdict

CHOICES = [("", "Says nothing of it"), *Verdict.choices]


class RulingForm(forms.Form):
    """What this advice makes of one point."""

    verdict = forms.ChoiceField(
        choices=CHOICES, widget=forms.RadioSelect, required=False, label="This advice"
    )
    replaced_by = forms.ModelChoiceField(
        AdviceLine.objects.none(), required=False, label="Replaced by", empty_label="No line"
    )
    reason = forms.CharField(
        required=False,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
        help_text="Stands in the minutes and the letter.",
    )
    differing_views = forms.CharField(
        required=False,
        label="If views differed: how",
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
        help_text="Without names.",
    )

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
