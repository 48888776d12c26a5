from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms


class CorrectMinutesForm(forms.Form):
    change_note = forms.CharField(
        label="What is to be corrected?",
        help_text="Readers see this beside the new version: “Paragraph 12: 31 corrected to 13.”",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    helper = FormHelper()
    helper.add_input(Submit("go", "Begin a corrected version"))
