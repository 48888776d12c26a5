"""The terms of reference as one form: every rule may be "not set", and five outcomes."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from committee.forms.acting import one_button
from committee.forms.fields import day
from committee.forms.layout import Fieldset
from committee.models import (
    BallotReason,
    BallotView,
    InterestEffect,
    Provenance,
    TermsOfReference,
    VotingRule,
)

LETTERS = "ABCDE"
NOT_SET = [("", "Not set")]
QUORUM = ["quorum_at_least", "quorum_numerator", "quorum_denominator"]
VOTING = ["voting_rule", "chair_has_casting_vote", "ballot_reason"]
SECRECY = ["committee_sees", "public_sees", "shows_who_has_not_voted"]
PUBLICATION = [
    "paper_deadline_days",
    "publication_rule",
    "publication_needs_two",
    "notes_kept_days",
    "response_days",
]
RULES = ["source", *QUORUM, *VOTING, *SECRECY, "interest_effect", *PUBLICATION]


def _number(label: str, **options) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=365, **options)


def _choice(label: str, choices) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label, choices=NOT_SET + choices.choices, empty_value=None, required=False
    )


def _yes_or_no(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[*NOT_SET, ("yes", "Yes"), ("no", "No")],
        coerce=lambda word: word == "yes",
        empty_value=None,
        required=False,
    )


class TermsForm(forms.Form):
    in_force_from = day("In force from")
    source = forms.CharField(
        label="Where this version is taken from", max_length=255, required=False
    )
    quorum_at_least = _number("At least this many voting members")
    quorum_numerator = _number("and this share of those appointed: numerator")
    quorum_denominator = _number("denominator", help_text="One third is 1 and 3.")
    voting_rule = _choice("What carries a vote", VotingRule)
    chair_has_casting_vote = _yes_or_no("Casting vote of the chair")
    ballot_reason = _choice("Reason for a ballot", BallotReason)
    committee_sees = _choice("What the committee sees of a closed vote", BallotView)
    public_sees = _choice("What the public sees of a closed vote", BallotView)
    shows_who_has_not_voted = _yes_or_no("The secretariat sees who has not voted yet")
    interest_effect = _choice("What follows for a member who declares one", InterestEffect)
    paper_deadline_days = _number("Papers are due this many days before the meeting")
    publication_rule = forms.CharField(
        label="When minutes are published",
        widget=forms.Textarea(attrs={"rows": 3}),
        empty_value=None,
        required=False,
    )
    publication_needs_two = _yes_or_no("Who approves minutes may not publish them")
    notes_kept_days = _number("Members’ own notes are deleted this many days after the meeting")
    response_days = _number("Offices respond to advice within this many days")

    def __init__(self, *args, button="Adopt this version", **kwargs):
        super().__init__(*args, **kwargs)
        for letter in LETTERS:
            self._add_option(letter)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            Fieldset("This version", "in_force_from", "source"),
            Fieldset("Quorum (leave empty: not set)", *QUORUM),
            Fieldset("Voting", *VOTING),
            Fieldset("Secrecy of votes", *SECRECY),
            Fieldset("Interests", "interest_effect"),
            Fieldset("Deadlines, publication and notes", *PUBLICATION),
            *[
                Fieldset(f"Outcome {letter}", *[f"{part}_{letter}" for part in OPTION_PARTS])
                for letter in LETTERS
            ],
            Submit("save", button),
        )

    def _add_option(self, letter: str) -> None:
        self.fields[f"short_label_{letter}"] = forms.CharField(label="Short label", max_length=60)
        self.fields[f"wording_{letter}"] = forms.CharField(
            label="Full wording", widget=forms.Textarea(attrs={"rows": 2})
        )
        self.fields[f"provenance_{letter}"] = forms.ChoiceField(
            label="Where the wording comes from", choices=Provenance
        )

    def clean(self):
        typed = super().clean()
        numerator, denominator = typed.get("quorum_numerator"), typed.get("quorum_denominator")
        if (numerator is None) != (denominator is None):
            self.add_error("quorum_denominator", "A share needs both numbers, or neither.")
        elif numerator is not None and numerator > denominator:
            self.add_error("quorum_denominator", "A share is at most everybody.")
        return typed

    @property
    def act_arguments(self) -> dict:
        """What was typed, as adopt_terms and revise_terms want it."""
        typed = self.cleaned_data
        rules = {rule: typed[rule] for rule in RULES}
        options = [
            {"letter": letter} | {part: typed[f"{part}_{letter}"] for part in OPTION_PARTS}
            for letter in LETTERS
        ]
        return {"in_force_from": typed["in_force_from"], "options": options, **rules}


OPTION_PARTS = ["short_label", "wording", "provenance"]


def _typed(value):
    """``value`` as its field has it: yes and no are words there."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def initial_from(terms: TermsOfReference) -> dict:
    """What the form shows at first: everything the version ``terms`` says, but not its day."""
    said = {rule: getattr(terms, rule) for rule in RULES}
    initial = {rule: _typed(value) for rule, value in said.items()}
    for option in terms.options.all():
        for part in OPTION_PARTS:
            initial[f"{part}_{option.letter}"] = getattr(option, part)
    return initial


class RenameCommitteeForm(forms.Form):
    name = forms.CharField(label="Name of the committee", max_length=120)
    since = day("In use since")
    helper = one_button("Save this name")
