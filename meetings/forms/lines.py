"""Typing the lines of the minutes: quickly, with prefixes, and without losing a word."""

from uuid import uuid4

from django import forms

from committee.forms.acting import one_button
from committee.models import LineKind, Person
from meetings import outline
from meetings.models import Entry
from meetings.speakers import bodies, typed_speaker
from meetings.typing import Speaker, name_speaker, parse


class _LineForm(forms.Form):
    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Kind", choices=LineKind)
    speaker = forms.CharField(label="Speaker", max_length=255, required=False)
    after_presenter_left = forms.BooleanField(
        label="Said after the presenters had left", required=False
    )

    def __init__(self, *args, present: list[Speaker], **kwargs):
        super().__init__(*args, **kwargs)
        self.present = present
        self.fields["speaker"].widget.attrs["list"] = "speakers"

    def named(self, said: str) -> dict:
        """The speaker meant by ``said``: what is printed, and who it was."""
        label, key = name_speaker(said, self.present, bodies())
        return self.known(label, key)

    def known(self, label: str | None, key: int | None) -> dict:
        person = Person.objects.filter(pk=key).first() if key else None
        return {"speaker": label, "speaker_person": person}


class NoteForm(_LineForm):
    """A new line at the end; what it replies to is guessed unless somebody says."""

    GUESS, NONE = "", "none"
    key = forms.UUIDField(widget=forms.HiddenInput)
    reply_to = forms.ChoiceField(label="Reply to", required=False)

    def __init__(self, *args, lines: list[Entry], **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        recent = [(str(line.pk), f"{line.number} {line}"[:60]) for line in reversed(lines)]
        self.fields["reply_to"].choices = [
            (self.GUESS, "The question before, if an answer"),
            (self.NONE, "Nothing: a line of its own"),
            *recent,
        ]
        self.fields["kind"].initial = LineKind.POINT
        self.fields["key"].initial = uuid4

    def clean(self):
        """Put what the prefixes of the text say in place of what the fields say."""
        said = super().clean()
        if self.errors:
            return said
        typed = parse(said["text"], self.present, bodies())
        if typed.speaker:
            said |= self.known(typed.speaker, typed.person)
        else:
            said |= self.named(said["speaker"])
        said |= {"text": typed.text or said["text"], "kind": typed.kind or said["kind"]}
        said["parent"] = self._parent(said["kind"], said.pop("reply_to"))
        return said

    def _parent(self, kind, chosen):
        if chosen == self.GUESS:
            return outline.answered_by(self.lines, kind)
        return next((line for line in self.lines if str(line.pk) == chosen), None)


class ReviseForm(_LineForm):
    """An existing line, and the version its editor began with."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, entry: Entry, present: list[Speaker], **kwargs):
        initial = {name: getattr(entry, name) for name in FIELDS}
        initial["speaker"] = typed_speaker(entry, present)
        super().__init__(*args, present=present, initial=initial, auto_id="edit_%s", **kwargs)
        self.entry = entry

    @property
    def shown_kind(self) -> str:
        return LineKind(self.cleaned_data["kind"]).label

    @property
    def new_key(self):
        """The key under which this text may become a line of its own."""
        return uuid4()

    def clean(self):
        """Keep who the speaker was, unless the speaker is changed."""
        said = super().clean()
        if self.errors:
            return said
        if said["speaker"] != (self.fields["speaker"].clean(self.initial["speaker"])):
            return said | self.named(said["speaker"])
        return said | {
            "speaker": self.entry.speaker,
            "speaker_person": self.entry.speaker_person,
        }


FIELDS = ["text", "kind", "after_presenter_left", "version"]


class RestrictForm(forms.Form):
    reason = forms.CharField(
        label="Reason, printed in its place",
        max_length=255,
        help_text="Such as: personal information; operational detail.",
    )
    helper = one_button("Withhold this line")
