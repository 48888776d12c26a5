"""A private note, as it is sent by a page or by its script."""

from django import forms

MOST = 20_000


class NoteForm(forms.Form):
    text = forms.CharField(
        required=False,
        max_length=MOST,
        error_messages={"max_length": f"A note has {MOST:,} characters at most."},
    )
    version = forms.IntegerField(required=False)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0
