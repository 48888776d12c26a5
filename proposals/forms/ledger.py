"""What is asked when points of the ledger are answered, ruled on and looked for."""

from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import day
from committee.models import Organisation, Role
from proposals.ledger import citable
from proposals.models import Acceptance, Addressee, Binding, Extent, PaperFile

PUBLISHED = (
    "When the committee rules on this point, your answer is published word for word with the "
    "minutes: without names of persons, and nothing that is confidential."
)
DUE_WORDS = "Such as: next meeting; before the trial begins."


class AnswerForm(forms.Form):
    """What came of a point, in the words of those it is put to."""

    extent = forms.ChoiceField(
        choices=Extent, widget=forms.RadioSelect, label="What came of it",
        error_messages={"required": "Say whether it is done, partly done or not done."},
    )  # fmt: skip
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5, "class": "de-record"}),
        label="What was done, or why not",
        help_text=PUBLISHED,
        error_messages={"required": "Say what was done, or why not."},
    )
    file = forms.ModelChoiceField(
        PaperFile.objects.none(),
        required=False,
        label="Evidence",
        empty_label="No file",
        help_text="A file of a paper on the proposal that the committee has.",
    )

    def __init__(self, *args, papers, paper=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].queryset = citable(paper).filter(paper__in=papers).order_by("-pk")
        self.helper = one_button("Save the draft" if paper else "Give the answer")


class ReviseRecommendationForm(forms.Form):
    """To whom a point is put, how binding it is, by when."""

    addressee = forms.ChoiceField(choices=Addressee, label="Who is to act")
    binding = forms.ChoiceField(choices=Binding, label="How binding")
    due = forms.CharField(max_length=120, required=False, label="Due, as said", help_text=DUE_WORDS)
    due_on = day("Due on the day", required=False)
    helper = one_button("Save")


class ExpectReturnForm(forms.Form):
    """When a proposal is to come back."""

    words = forms.CharField(
        max_length=255,
        label="It is to come back",
        help_text="Such as: in six months; next meeting; once the rebuild is complete.",
        error_messages={"required": "Say when it is to come back."},
    )
    due_on = day(
        "By the day",
        required=False,
        help_text="It is then on the agenda of the first meeting on or after that day.",
    )
    helper = one_button("Save")


def offices_of(person):
    """The offices whose responses ``person`` may enter."""
    offices = Organisation.objects.filter(receives_advice=True)
    if person.is_secretariat:
        return offices
    own = person.appointments.current().filter(role=Role.OFFICE)
    return offices.filter(pk__in=own.values("organisation"))


class ResponseForm(forms.Form):
    """What an office says to advice."""

    office = forms.ModelChoiceField(
        Organisation.objects.none(), empty_label=None, label="Whose response"
    )
    acceptance = forms.ChoiceField(
        choices=Acceptance, widget=forms.RadioSelect, label="The advice is",
        error_messages={"required": "Say whether the advice is accepted."},
    )  # fmt: skip
    reasons = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4, "class": "de-record"}),
        required=False,
        help_text="Needed where the advice is not accepted in whole.",
    )
    responded_on = day("Date of the response")

    def __init__(self, *args, offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices
        self.helper = one_button("Record the response")

    def clean(self):
        said = super().clean()
        in_whole = said.get("acceptance") in {None, Acceptance.ACCEPTED}
        if not in_whole and not said.get("reasons"):
            self.add_error("reasons", "Give the reasons why it is not accepted in whole.")
        return said
