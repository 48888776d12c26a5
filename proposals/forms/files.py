"""What is asked when files are sent."""

from django import forms
from django.conf import settings

from committee.forms.acting import one_button
from proposals.kinds import ACCEPTED, IN_WORDS


class SeveralFiles(forms.FileField):
    """Any number of files, chosen at once."""

    def clean(self, data, initial=None):
        files = data if isinstance(data, list) else [data]
        if not any(files):
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(SeveralFiles, self).clean(file, initial) for file in files]


class SeveralInput(forms.FileInput):
    allow_multiple_selected = True


class AttachFilesForm(forms.Form):
    files = SeveralFiles(
        label="Add files",
        widget=SeveralInput(attrs={"accept": ACCEPTED, "multiple": True}),
        error_messages={"required": "Choose at least one file."},
        allow_empty_file=True,  # it is refused with a better sentence
    )

    def __init__(self, *args, action="", **kwargs):
        super().__init__(*args, **kwargs)
        most = f"each at most {settings.FILE_MEGABYTES} MB"
        self.fields["files"].help_text = f"{IN_WORDS}; {most}. You can choose several at once."
        self.helper = one_button("Send the files", action=action)


class AnyName(forms.CharField):
    """A name as it comes: what it is kept as is decided later (proposals/files.py)."""

    def to_python(self, value):
        return super().to_python(value).replace("\x00", "")


class BeginUploadForm(forms.Form):
    """What a page says of a file before it sends the first byte."""

    name = AnyName(max_length=1000)
    size = forms.IntegerField(min_value=0, max_value=1 << 31)
    sha256 = forms.CharField(min_length=64, max_length=64)
