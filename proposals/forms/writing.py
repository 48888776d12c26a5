"""What is asked about a paper's evidence, and when it is put off."""

from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import day
from proposals.deadlines import coming_meetings
from proposals.models import EvidenceKind, EvidenceStatus, PaperFile
from proposals.states import FileState

RIGHTS = [("", "Not said"), ("yes", "Yes"), ("no", "No")]


class EvidenceForm(forms.Form):
    status = forms.ChoiceField(choices=EvidenceStatus, label="How far is it?")
    dated = day("Of what day?", required=False, help_text="Needed where it is approved.")
    approver = forms.CharField(
        label="Approved or signed by",
        max_length=120,
        required=False,
        help_text="Role or name. Needed where it is approved.",
    )
    covers_human_rights = forms.TypedChoiceField(
        choices=RIGHTS,
        coerce=lambda word: word == "yes",
        empty_value=None,
        required=False,
        label="Does it have its human rights part?",
    )
    file = forms.ModelChoiceField(
        PaperFile.objects.none(),
        required=False,
        label="File",
        empty_label="No file",
        help_text="One of the files of this paper.",
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3, "class": "de-record"}),
        required=False,
        help_text="What a reader should know. Where it is not needed: why.",
    )

    def __init__(self, *args, paper, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].queryset = paper.files.exclude(state=FileState.REFUSED)
        if kind != EvidenceKind.LEGAL_OPINION:
            del self.fields["covers_human_rights"]
        self.helper = one_button("Save")


class DeferForm(forms.Form):
    to = forms.ChoiceField(required=False, label="Until when?")
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), required=False, label="Reason"
    )

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = meetings_to_choose(besides=paper.wanted_meeting)
        self.helper = one_button("Put the paper off")


def meetings_to_choose(*, besides: str = "") -> list[tuple[str, str]]:
    """The meetings to come, each with the last day for papers."""
    words = [
        (
            one.slug,
            f"{one.on:%A} {one.date_text}"
            + (f", papers by {one.due_on:%-d %B}" if one.due_on else "")
            + ("" if one.is_called else " (planned)"),
        )
        for one in coming_meetings()
        if one.slug != besides or not besides
    ]
    return [("", "A later meeting, not known yet"), *words]
