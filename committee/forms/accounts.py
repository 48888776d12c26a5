from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordChangeForm,
    SetPasswordForm,
)

from committee.forms.acting import one_button
from committee.models import Rhythm


class SignInForm(AuthenticationForm):
    username = forms.CharField(
        label="Email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    error_messages = {
        "invalid_login": "The email address or the password is not right.",
        "inactive": "The email address or the password is not right.",
    }
    helper = one_button("Sign in")

    def clean_username(self):
        return self.cleaned_data["username"].strip().lower()


class ResetPasswordForm(forms.Form):
    email = forms.EmailField(
        label="Email address",
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    helper = one_button("Send me a link")


class NewPasswordForm(SetPasswordForm):
    helper = one_button("Set my password")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = "At least 12 characters. Three words are good."
        self.fields["new_password2"].help_text = ""
        self.fields["new_password2"].label = "The new password again"


class RemindersForm(forms.Form):
    reminders = forms.ChoiceField(
        label="How often do you want reminders?", choices=Rhythm, widget=forms.RadioSelect
    )
    helper = one_button("Save")


class ChangePasswordForm(PasswordChangeForm, NewPasswordForm):
    error_messages = NewPasswordForm.error_messages | {
        "password_incorrect": "This is not your present password.",
    }
    helper = one_button("Change my password")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Present password"
