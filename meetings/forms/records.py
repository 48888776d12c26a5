"""A record file, chosen or pasted; what was given is kept beside what is wrong with it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from meetings.records import RecordRefused, parse

MEGABYTES = 2  # through a browser; the command takes ten times as much


class RecordForm(forms.Form):
    file = forms.FileField(
        label="Record file",
        required=False,
        help_text=f"YAML or JSON, at most {MEGABYTES} MB.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
    )
    text = forms.CharField(
        label="Or its text",
        required=False,
        strip=False,
        help_text="What was in a file that could not be loaded stands here, to be put right.",
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "wrap": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.problems = []
        self.helper = FormHelper()
        self.helper.layout = Layout("file", "text", Submit("load", "Load this record"))

    def clean(self):
        given = super().clean()
        raw = self._raw(given)
        if raw is None or self.errors:
            return given
        try:
            given["record"] = parse(raw)
        except RecordRefused as refused:
            self.problems = refused.problems
            for line in str(refused).splitlines():
                self.add_error("text", line)
        return given

    def _raw(self, given) -> bytes | None:
        file = given.get("file")
        if file is None:
            if not given.get("text"):
                self.add_error("file", "Choose a file, or paste its text.")
            return given.get("text", "").encode()
        if file.size > MEGABYTES * 1024 * 1024:
            self.add_error("file", f"The file is larger than {MEGABYTES} MB.")
            return None
        raw = file.read()
        self._keep(raw)
        return raw

    def _keep(self, raw: bytes) -> None:
        """Show the file's text for correction: a browser never sends a chosen file back."""
        self.data = self.data.copy()
        self.data["text"] = raw.decode(errors="replace")
