from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import clock, day


class MeetingForm(forms.Form):
    """When and where a meeting is."""

    on = day("Date")
    starts_at = clock("Begins", required=False)
    ends_at = clock("Ends", required=False)
    venue = forms.CharField(
        label="Place",
        max_length=255,
        required=False,
        empty_value=None,
        help_text="A room, or how it is held: virtually, by Teams.",
    )
    title = forms.CharField(
        label="Title, if it has one of its own", max_length=255, required=False, empty_value=None
    )

    def __init__(self, *args, button: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "on", Row("starts_at", "ends_at"), "venue", "title", Submit("save", button)
        )

    def clean(self):
        said = super().clean()
        begins, ends = said.get("starts_at"), said.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", "Enter an end that is later than the beginning.")
        return said


class TimesForm(forms.Form):
    """When a meeting opened and closed."""

    opened = clock("Opened at")
    closed = clock("Closed at", help_text="A time before the opening is one past midnight.")
    helper = one_button("Save the times")


class CancelForm(forms.Form):
    reason = forms.CharField(
        label="Reason, for the record of acts",
        required=False,
        help_text="Kept inside. The mail to the committee says only that it will not take place.",
    )
    helper = one_button("Cancel the meeting")
