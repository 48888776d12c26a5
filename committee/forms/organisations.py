from django import forms

from committee.forms.acting import one_button
from committee.models import AnswersFor


class OrganisationForm(forms.Form):
    name = forms.CharField(label="Name", max_length=120)
    short_name = forms.CharField(
        label="Short name", max_length=40, required=False, help_text="As minutes and lists use it."
    )
    is_submitting_body = forms.BooleanField(label="It submits papers", required=False)
    receives_advice = forms.BooleanField(label="It receives the committee’s advice", required=False)
    advice_addressee = forms.CharField(
        label="Addressee",
        max_length=120,
        required=False,
        help_text="As a letter of advice names them: The Chief Constable.",
    )
    answers_for = forms.ChoiceField(
        choices=[("", "The PCC, and the force with its Chief Constable"), *AnswersFor.choices],
        required=False,
        label="Its people answer for",
        help_text="Whose points are theirs, if they hold the role of an office.",
    )
    email = forms.EmailField(
        label="E-mail address", required=False, help_text="Letters of advice are sent here."
    )

    helper = one_button("Save")

    def clean(self):
        typed = super().clean()
        if typed.get("receives_advice"):
            for field, words in {
                "advice_addressee": "Say how a letter addresses them.",
                "email": "Say where the letters go.",
            }.items():
                if not typed.get(field) and field not in self.errors:
                    self.add_error(field, words)
        return typed
