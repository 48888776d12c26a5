"""What is asked when proposals and papers are written down, and their files sent."""

from django import forms

from committee.forms.acting import one_button
from committee.models import Organisation, Role
from committee.refusals import Refused
from proposals.files import take_in
from proposals.models import ProposalKind, ProposalLevel, ProposalPhase, Stage


def _optional(choices) -> list[tuple[str, str]]:
    return [("", "Not said"), *choices.choices]


class _ChoiceOrNone(forms.TypedChoiceField):
    """A choice of which nothing said is None."""

    def __init__(self, choices, **kwargs):
        super().__init__(
            choices=_optional(choices), required=False, empty_value=None, coerce=str, **kwargs
        )


class ReviseProposalForm(forms.Form):
    title = forms.CharField(max_length=500)
    summary = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4, "class": "de-record"}),
        required=False,
        help_text="What it does, for everybody: published with the first minutes about it.",
    )
    sponsor = forms.CharField(max_length=255, required=False, help_text="Who asked for the work.")
    kind = _ChoiceOrNone(ProposalKind)
    level = _ChoiceOrNone(ProposalLevel)
    phase = _ChoiceOrNone(ProposalPhase)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Save")


class AddProposalForm(ReviseProposalForm):
    submitting_body = forms.ModelChoiceField(Organisation.objects.none(), empty_label=None)

    field_order = ["title", "submitting_body"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.filter(is_submitting_body=True)
        if not by.is_secretariat:
            own = by.appointments.current().filter(role=Role.PRESENTER)
            bodies = bodies.filter(pk__in=own.values("organisation"))
        self.fields["submitting_body"].queryset = bodies
        self.helper = one_button("Add the proposal")


class PaperForm(forms.Form):
    """What a paper says of itself."""

    title = forms.CharField(max_length=500)
    stage = forms.ChoiceField(choices=Stage)
    reference = forms.CharField(max_length=80, required=False)
    summary = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4, "class": "de-record"}),
        required=False,
        help_text="For members: what is new, and what the committee is asked.",
    )
    operational_lead = forms.CharField(
        max_length=120, required=False, help_text="Who answers for its use."
    )

    def __init__(self, *args, label="Save", **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button(label)

    def clean_reference(self):
        return self.cleaned_data["reference"] or None


class AttachFileForm(forms.Form):
    file = forms.FileField(
        label="PDF",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        help_text="One PDF of at most 25 MB.",
        error_messages={"required": "Choose a PDF."},
    )

    def __init__(self, *args, action="", **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Attach it", action=action)

    def clean_file(self):
        """The file, looked at and stored before the act: that takes time."""
        try:
            return take_in(self.cleaned_data["file"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), required=False, label="Reason (optional)"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Withdraw the paper")
