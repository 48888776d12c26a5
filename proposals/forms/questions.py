"""What is asked of a paper before the meeting, and answered."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from committee.forms.acting import one_button
from proposals.models import PaperSection

LONGEST = 4000


class QuestionForm(forms.Form):
    """A question, and where in the paper it is asked."""

    section = forms.ModelChoiceField(
        PaperSection.objects.none(),
        label="About",
        required=False,
        empty_label="The paper as a whole",
    )
    text = forms.CharField(
        label="Your question",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "class": "de-record"}),
    )

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, **kwargs)
        if paper.outline_id is None:
            del self.fields["section"]
        else:
            self.fields["section"].queryset = paper.outline.sections.all()
        self.helper = one_button("Save the question")


class AskForm(QuestionForm):
    """The same, for a new question: it may be shared at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_class = "de-form"
        self.helper.add_input(Submit("share", "Share with the committee"))
        draft = Submit("draft", "Keep as a draft", css_class="govuk-button--secondary")
        self.helper.add_input(draft)

    @property
    def act_arguments(self) -> dict:
        return self.cleaned_data | {"is_shared": "share" in self.data}


class SendForm(forms.Form):
    """The questions that are sent together: those that are shared, ticked."""

    questions = forms.ModelMultipleChoiceField(
        None, error_messages={"required": "Choose at least one question."}
    )

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = questions


class AnswerForm(forms.Form):
    text = forms.CharField(
        label="Your answer",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "class": "de-record"}),
        help_text="Read before the meeting; it goes into the minutes if the question is put.",
    )

    helper = one_button("Give the answer")
