from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils import timezone

from committee.models import Organisation, Role


def date_field(label: str, **options) -> forms.DateField:
    """A day, asked with the browser's own calendar and typed as 2026-11-20 without it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


class _PersonForm(forms.Form):
    button = "Save"
    name = forms.CharField(label="Name, as minutes print it", max_length=120)
    initials = forms.CharField(
        label="Initials",
        max_length=8,
        required=False,
        help_text="If minutes refer to them so: PN, JF.",
    )
    email = forms.EmailField(label="E-mail address", help_text="Also the sign-in name.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.fields, Submit("save", self.button))


class AddPersonForm(_PersonForm):
    button = "Add this person"
    invite = forms.BooleanField(
        label="Send them the link to choose a password now", required=False, initial=True
    )


class RevisePersonForm(_PersonForm):
    pass


class AppointForm(forms.Form):
    role = forms.ChoiceField(choices=Role, label="Role")
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(),
        label="Organisation",
        required=False,
        empty_label="None",
        help_text="Presenters need one; what it submits is what they see.",
    )
    post = forms.CharField(
        label="Post or background",
        max_length=120,
        required=False,
        help_text="Printed under the name.",
    )
    starts_on = date_field("First day", initial=timezone.localdate)
    ends_on = date_field("Last day", required=False, help_text="Leave empty if none is set.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.fields, Submit("appoint", "Appoint"))

    def clean(self):
        typed = super().clean()
        if typed.get("role") == Role.PRESENTER and not typed.get("organisation"):
            self.add_error("organisation", "A presenter belongs to an organisation: choose one.")
        starts_on, ends_on = typed.get("starts_on"), typed.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "The last day cannot be before the first.")
        return typed


class EndAppointmentForm(forms.Form):
    on = date_field("Last day", initial=timezone.localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("on", Submit("end", "End this appointment"))
