from django import forms

from committee.forms.acting import one_button


class ReviseLetterForm(forms.Form):
    """The words round the outcome and the advice, which are not written here."""

    opening = forms.CharField(widget=forms.Textarea(attrs={"rows": 5, "class": "de-record"}))
    closing = forms.CharField(widget=forms.Textarea(attrs={"rows": 5, "class": "de-record"}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Save the letter")
