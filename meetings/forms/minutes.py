from django import forms

from committee.forms.acting import one_button


class CorrectMinutesForm(forms.Form):
    change_note = forms.CharField(
        label="What is to be corrected?",
        help_text="Readers see this beside the new version: “Paragraph 12: 31 corrected to 13.”",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    helper = one_button("Begin a corrected version")
