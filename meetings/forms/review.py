"""Forms of draft minutes: corrections suggested and decided, and when to publish."""

from django import forms
from django.core.exceptions import ValidationError

from committee.forms.acting import one_button
from committee.local_time import moments

LONGEST = 20_000  # characters of one line


class IssueForm(forms.Form):
    suggestions_until = forms.DateField(
        label="Suggestions until",
        help_text="The last day on which corrections can be suggested.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class SuggestForm(forms.Form):
    after = forms.CharField(
        label="How it should read",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    reason = forms.CharField(
        label="Why",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    helper = one_button("Send the suggestion")


class AcceptForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label="What the line is to say",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    helper = one_button("Accept with these words")


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label="Why it stays as it is",
        help_text="Whoever suggested the change reads this.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    helper = one_button("Decline")


class ScheduleForm(forms.Form):
    """A day and a time on the committee's clock, and which of two where it shows one twice."""

    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(label="Time", widget=forms.TimeInput(attrs={"type": "time"}))
    which = forms.TypedChoiceField(
        label="Which of the two?",
        help_text="The clocks go back in that night: this time comes twice.",
        choices=[(0, "The first, in summer time"), (1, "The second, after the clocks went back")],
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
    )

    helper = one_button("Publish then")

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        if self.is_bound and self._is_shown_twice():
            self.fields["which"].required = True
            self.fields["which"].error_messages["required"] = "Say which of the two you mean."
        else:
            self.fields["which"].widget = forms.HiddenInput()

    def _is_shown_twice(self) -> bool:
        read = ScheduleForm.base_fields
        try:
            day = read["day"].clean(self.data.get("day"))
            return len(moments(day, read["time"].clean(self.data.get("time")))) == 2
        except ValidationError:
            return False

    def clean(self):
        said = super().clean()
        if not (said.get("day") and said.get("time")):
            return said
        found = moments(said["day"], said["time"])
        if not found:
            when = f"{said['time']:%H:%M} on {said['day'].day} {said['day']:%B %Y}"
            words = f"There is no {when}: the clocks go forward then. Choose another time."
            raise ValidationError(words)
        turn = said.get("which") or 0
        self.act_arguments = {"publish_at": found[min(turn, len(found) - 1)]}
        return said
