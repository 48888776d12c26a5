from crispy_forms.helper import FormHelper
from crispy_forms.layout import Button, Field, Layout, Row, Submit
from django import forms

from committee.forms.layout import Fieldset

CHOICES = [("a", "Proceed"), ("b", "Proceed with minor amendments"), ("c", "Not yet")]


class GalleryForm(forms.Form):
    """Every kind of field once, to look at."""

    owner = forms.CharField(label="Owner", help_text="A name, or a body such as the Lab")
    due = forms.DateField(label="Due", widget=forms.DateInput(attrs={"type": "date"}))
    at = forms.TimeField(label="At", widget=forms.TimeInput(attrs={"type": "time"}), required=False)
    minutes = forms.IntegerField(label="Minutes", required=False)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    text = forms.CharField(
        label="What was said", widget=forms.Textarea(attrs={"rows": 3, "class": "de-record"})
    )
    outcome = forms.ChoiceField(label="Outcome", choices=CHOICES, widget=forms.RadioSelect)
    body = forms.ChoiceField(label="Put by", choices=CHOICES)
    papers = forms.MultipleChoiceField(
        label="Papers", choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    file = forms.FileField(label="File", help_text="A PDF of at most 20 MB")
    agreed = forms.BooleanField(label="The chair has agreed")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_class = "de-form"
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset("An action", "owner", Row("due", "at", "minutes")),
            Fieldset("The rest", "text", "outcome", "body", "papers", "file", "agreed"),
            Field("secret", autocomplete="off"),
            Submit("save", "Save"),
            Button("cancel", "Do not save"),
        )
