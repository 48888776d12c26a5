from django import forms
from django.utils import timezone

from committee.forms.acting import one_button
from committee.forms.fields import day
from committee.models import Organisation, Role


class RevisePersonForm(forms.Form):
    helper = one_button("Save")
    name = forms.CharField(label="Name, as minutes print it", max_length=120)
    initials = forms.CharField(
        label="Initials",
        max_length=8,
        required=False,
        help_text="If minutes refer to them so: PN, JF.",
    )
    email = forms.EmailField(label="E-mail address", help_text="Also the sign-in name.")


class AddPersonForm(RevisePersonForm):
    helper = one_button("Add this person")
    invite = forms.BooleanField(
        label="Send them the link to choose a password now", required=False, initial=True
    )


class AppointForm(forms.Form):
    helper = one_button("Appoint")
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
    starts_on = day("First day", initial=timezone.localdate)
    ends_on = day("Last day", required=False, help_text="Leave empty if none is set.")

    def clean(self):
        typed = super().clean()
        if typed.get("role") == Role.PRESENTER and not typed.get("organisation"):
            self.add_error("organisation", "A presenter belongs to an organisation: choose one.")
        starts_on, ends_on = typed.get("starts_on"), typed.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "The last day cannot be before the first.")
        return typed


class EndAppointmentForm(forms.Form):
    on = day("Last day", initial=timezone.localdate)
    helper = one_button("End this appointment")
