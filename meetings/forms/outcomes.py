"""What is asked when the outcome of a vote is put on record, and when its words are mended."""

from django import forms

from committee.forms.acting import one_button
from meetings.ballots import why_no_casting_vote
from meetings.forms.votes import choices_of
from meetings.outcome import question_to_the_chair, why_not_described
from proposals.models import Unanimity

DIFFERING = "Some members held a different view."


class _DescribedForm(forms.Form):
    """How an outcome is minuted, as far as the count that it came of bears that out."""

    unanimity = forms.ChoiceField(
        choices=[("", "As counted"), *Unanimity.choices],
        required=False,
        label="How the vote is described",
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        label="The chair’s decision and reason",
        help_text="Only for another outcome than the count gives.",
    )
    differs = forms.BooleanField(
        required=False, label="Minute that some members held a different view, without names"
    )
    differing_views = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        label="The different view, in these words",
        help_text=f"Left empty, the minutes say: “{DIFFERING}”",
    )

    def __init__(self, *args, finding, **kwargs):
        super().__init__(*args, **kwargs)
        self.finding = finding
        if finding and finding.asks:
            questions = dict.fromkeys(ask.question for ask in finding.asks)
            self.fields["reason"].label = " ".join(questions)
            self.fields["reason"].help_text = "On record with the outcome, in the chair’s words."

    def check(self, values: dict, letter: str) -> dict:
        """``values`` for the act; what the count does not bear out is said at the field."""
        reason = values.get("reason", "").strip()
        if wrong := why_not_described(self.finding, letter, values.get("unanimity", "")):
            self.add_error("unanimity", wrong)
        if not reason and (question := question_to_the_chair(self.finding, letter)):
            self.add_error("reason", question)
        return values


class OutcomeForm(_DescribedForm):
    """What is to be minuted, beside the count that leads to it."""

    letter = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Outcome",
        error_messages={"required": "Choose the outcome."},
    )
    field_order = ["letter"]

    def __init__(self, *args, vote, action, **kwargs):
        finding = vote.finding()
        kwargs.setdefault("initial", {"letter": finding.suggested})
        super().__init__(*args, finding=finding, **kwargs)
        choices = [(letter, f"{letter} – {name}") for letter, name in _choices(vote)]
        letter, casting = self.fields["letter"], finding.casting
        letter.choices = sorted(choices, key=lambda choice: choice[0] not in casting)
        if casting:
            letter.label = f"{finding.sentence} Which way does the casting vote go?"
            letter.help_text = _whose(vote)
        self.helper = one_button("Record the outcome", action=action)

    def clean(self):
        values = super().clean()
        if values.pop("differs", False) and not values.get("differing_views"):
            values["differing_views"] = DIFFERING
        letter = values.get("letter")
        return self.check(values, letter) if letter else values


class RevisedOutcomeForm(_DescribedForm):
    """The words of an outcome on record; where there was no vote, its reason alone."""

    def __init__(self, *args, decision, **kwargs):
        self.vote = getattr(decision, "vote", None)
        self.letter = decision.outcome.letter if self.vote else ""
        said = {name: getattr(decision, name) for name in ("unanimity", "reason")}
        said["differing_views"] = decision.differing_views
        kwargs.setdefault("initial", said)
        super().__init__(*args, finding=self.vote and self.vote.finding(), **kwargs)
        del self.fields["differs"]  # it is written already, or was left out
        self.fields["unanimity"].choices = Unanimity.choices
        self.fields["differing_views"].help_text = "Without names. Left empty, nothing is said."
        if self.vote is None:
            del self.fields["unanimity"], self.fields["differing_views"]
            self.fields["reason"].label, self.fields["reason"].help_text = "Reason", ""
        self.helper = one_button("Save")

    def clean(self):
        values = super().clean()
        return self.check(values, self.letter) if self.vote else values


def _whose(vote) -> str:
    """Who has the casting vote, or what is to be noted first."""
    reason = why_no_casting_vote(vote)
    return reason or f"{vote.chair} chairs this item and has the casting vote."


def _choices(vote):
    return choices_of(vote.terms, abstain=False)
