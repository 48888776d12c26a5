"""What is asked when a vote is opened, cast, counted and decided."""

from django import forms

from committee.forms.acting import one_button
from meetings.actions.open_vote import QUESTION
from meetings.outcome import question_to_the_chair, why_not_described
from meetings.tally import ABSTAIN
from proposals.models import Paper, Result, Unanimity

LETTERLESS = [Result.NOT_ASKED, Result.NO_OUTCOME, Result.DEFERRED]


class _PapersForm(forms.Form):
    """Papers of the item first, then the others that the meeting has not decided."""

    papers = forms.ModelMultipleChoiceField(
        Paper.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one paper."},
    )

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = item.meeting.undecided_papers().select_related("proposal")
        self.initial.setdefault("papers", list(item.papers.values_list("pk", flat=True)))


class OpenVoteForm(_PapersForm):
    question = forms.CharField(max_length=500, initial=QUESTION)

    field_order = ["papers", "question"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].help_text = "One vote may cover several papers."
        self.helper = one_button("Open the vote")


class ResultForm(_PapersForm):
    result = forms.ChoiceField(
        choices=[(result.value, result.label) for result in LETTERLESS],
        widget=forms.RadioSelect,
        label="What came of it",
        error_messages={"required": "Choose what came of the papers."},
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        label="Reason (optional)",
        help_text="Kept with the decision.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button("Record it")


def choices_of(terms, *, abstain: bool) -> list[tuple[str, str]]:
    """The outcomes of ``terms`` by letter, and abstaining if that is a choice."""
    options = terms.options.order_by("letter")
    choices = [(option.letter, option.short_label) for option in options]
    return [*choices, (ABSTAIN, "Abstain")] if abstain else choices


class BallotForm(forms.Form):
    """Two taps: choose, cast. Nothing is chosen beforehand."""

    choice = forms.ChoiceField(
        label="Your choice", error_messages={"required": "Choose an outcome, or abstain."}
    )
    reason = forms.CharField(
        required=False, label="Your reason", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, vote, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = choices_of(vote.terms, abstain=True)


class HandsForm(forms.Form):
    """One number for each outcome and one for abstentions; an empty one is none."""

    def __init__(self, *args, vote, **kwargs):
        super().__init__(*args, **kwargs)
        for letter, label in choices_of(vote.terms, abstain=True):
            name = label if letter == ABSTAIN else f"{letter} – {label}"
            field = forms.IntegerField(min_value=0, max_value=200, required=False, label=name)
            self.fields[letter] = field
        self.helper = one_button("Record the count and close the vote")

    def clean(self):
        """The act asks for one thing: how many hands for what."""
        counts = {letter: number or 0 for letter, number in super().clean().items()}
        return {"counts": counts}


class UnanimityForm(forms.Form):
    letter = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="All agreed on",
        error_messages={"required": "Choose the outcome that all agreed on."},
    )

    def __init__(self, *args, vote, **kwargs):
        super().__init__(*args, **kwargs)
        choices = choices_of(vote.terms, abstain=False)
        self.fields["letter"].choices = [
            (letter, f"{letter} – {label}") for letter, label in choices
        ]
        self.helper = one_button("Record unanimity and close the vote")


class ReasonForm(forms.Form):
    """Why something is undone."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Kept on record, never published."
    )

    def __init__(self, *args, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = one_button(label)


class OutcomeForm(forms.Form):
    """What is to be minuted, beside the count that leads to it."""

    letter = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Outcome",
        error_messages={"required": "Choose the outcome."},
    )
    unanimity = forms.ChoiceField(
        choices=[("", "As counted"), *Unanimity.choices],
        required=False,
        label="How the vote is described",
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        label="The chair’s decision and reason",
        help_text="Needed where the count leaves a question, or for another outcome than it shows.",
    )

    def __init__(self, *args, vote, action, **kwargs):
        self.finding = vote.finding()
        kwargs.setdefault("initial", {"letter": self.finding.suggested})
        super().__init__(*args, **kwargs)
        choices = choices_of(vote.terms, abstain=False)
        self.fields["letter"].choices = [
            (letter, f"{letter} – {label}") for letter, label in choices
        ]
        self.helper = one_button("Record the outcome", action=action)

    def clean(self):
        values = super().clean()
        letter, reason = values.get("letter"), values.get("reason", "").strip()
        if not letter:
            return values
        if wrong := why_not_described(self.finding, letter, values.get("unanimity", "")):
            self.add_error("unanimity", wrong)
        if not reason and (question := question_to_the_chair(self.finding, letter)):
            self.add_error("reason", question)
        return values
