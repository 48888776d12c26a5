"""What is asked when proposals and papers are written down, and their files sent."""

from django import forms
from django.db.models import Q

from committee.authority import why_not
from committee.forms.acting import one_button
from committee.models import Appointment, Organisation, Person, Role
from proposals.forms.writing import meetings_to_choose
from proposals.models import ProposalKind, ProposalLevel, ProposalPhase, Stage
from proposals.states import STILL_WRITTEN


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


class BeginPaperForm(forms.Form):
    """What has to be known before a paper is written."""

    title = forms.CharField(max_length=500, help_text="As it will stand on the agenda.")
    stage = forms.ChoiceField(choices=Stage)
    wanted_meeting = forms.ChoiceField(required=False, label="For which meeting?")

    def __init__(self, *args, label="Begin to write", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wanted_meeting"].choices = meetings_to_choose()
        self.helper = one_button(label)


class PaperForm(BeginPaperForm):
    """What a paper says of itself, and the four roles (domain B20)."""

    reference = forms.CharField(max_length=80, required=False, help_text="Your own number for it.")
    sponsor = forms.CharField(max_length=255, required=False, label="Who asked for the work?")
    presenters = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        required=False,
        label="Who presents it?",
        widget=forms.CheckboxSelectMultiple,
    )
    presented_by = forms.CharField(
        max_length=255,
        required=False,
        label="Others who present it",
        help_text="Names of people who do not sign in here.",
    )
    operational_lead = forms.CharField(
        max_length=120, required=False, label="Who leads its use, and answers for it?"
    )

    def __init__(self, *args, paper, by, **kwargs):
        super().__init__(*args, label="Save", **kwargs)
        if why_not(by, "proposals.revise_proposal", paper.proposal):
            del self.fields["sponsor"]  # on the open register: the secretariat says it
        self.fields["presenters"].queryset = people_of(paper)
        if paper.state in STILL_WRITTEN:
            self._keep_meeting(paper)
        else:
            del self.fields["wanted_meeting"]  # it is put off by an act of its own

    def _keep_meeting(self, paper) -> None:
        """A meeting that is not to come any more stays chosen until another is."""
        choices = self.fields["wanted_meeting"].choices
        if paper.wanted_meeting not in dict(choices):
            choices.append((paper.wanted_meeting, f"{paper.wanted_meeting} (not to come any more)"))

    def clean_reference(self):
        return self.cleaned_data["reference"] or None

    def clean_presenters(self):
        return list(self.cleaned_data["presenters"])


def people_of(paper):
    """Those who submit for the body of ``paper`` today, and who present it already."""
    current = Appointment.objects.current().filter(
        role=Role.PRESENTER, organisation=paper.proposal.submitting_body_id
    )
    mine = Q(pk__in=current.values("person")) | Q(papers_presented=paper)
    return Person.objects.filter(mine).distinct().order_by("name")


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), required=False, label="Reason"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Withdraw the paper")
