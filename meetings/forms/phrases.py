from django import forms

from committee.forms.acting import one_button


class PhraseForm(forms.Form):
    """Words written often, and what is typed for them."""

    helper = one_button("Save the phrase")
    abbreviation = forms.RegexField(
        r"^[^\W_]+$",
        label="Abbreviation",
        max_length=12,
        help_text="Letters and digits. In the minutes a semicolon before it calls the phrase.",
        error_messages={"invalid": "Use letters and digits alone."},
    )
    text = forms.CharField(
        label="Phrase",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "de-record"}),
    )
