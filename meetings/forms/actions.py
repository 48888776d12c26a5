from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import day
from committee.models import Person


class ActionForm(forms.Form):
    """What is to be done, by whom and by when, as far as it was said."""

    text = forms.CharField(
        label="What is to be done", widget=forms.Textarea(attrs={"rows": 3, "class": "de-record"})
    )
    item = forms.ModelChoiceField(
        None, label="Given under", required=False, empty_label="No item in particular"
    )
    owner = forms.CharField(
        label="Owner, as minutes print it", max_length=255, required=False, empty_value=None
    )
    owner_person = forms.ModelChoiceField(
        Person.objects.filter(is_active=True),
        label="Person, if they sign in here",
        required=False,
        empty_label="Nobody",
    )
    due = forms.CharField(
        label="Due, as said",
        max_length=255,
        required=False,
        empty_value=None,
        help_text="Such as: next meeting.",
    )
    due_on = day("Due on the day", required=False)

    def __init__(self, *args, meeting, button="Save the action", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = meeting.items.order_by("position")
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "text",
            "item",
            Row("owner", "owner_person"),
            Row("due", "due_on"),
            Submit("save", button),
        )


class UpdateForm(forms.Form):
    text = forms.CharField(label="What was heard of it", widget=forms.Textarea(attrs={"rows": 2}))
    helper = one_button("Note it")
