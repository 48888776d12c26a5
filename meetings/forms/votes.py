"""What is asked when a vote is opened, cast, counted and decided."""

import datetime as dt

from django import forms

from committee.closed import open_to
from committee.forms.acting import one_button
from committee.forms.fields import clock, day
from committee.local_time import moment_of
from committee.models import BallotReason
from committee.refusals import Refused
from meetings.actions.open_vote import QUESTION
from meetings.ballots import NO_REASON
from meetings.tally import ABSTAIN
from proposals.models import Paper, Result

ROOM, LATER = "room", "later"
FIVE = dt.time(17)
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
        papers = open_to(item.meeting.undecided_papers(), item.meeting.reader)
        self.fields["papers"].queryset = papers.select_related("proposal")
        self.initial.setdefault("papers", list(item.papers.values_list("pk", flat=True)))


class OpenVoteForm(_PapersForm):
    question = forms.CharField(max_length=500, initial=QUESTION)
    how = forms.ChoiceField(
        label="Where the ballots are cast",
        choices=[(ROOM, "In the room, now"), (LATER, "By correspondence, until a date")],
        widget=forms.RadioSelect,
        initial=ROOM,
        error_messages={"required": "Choose where the ballots are cast."},
    )
    closes_on = day("By correspondence: the last day", required=False)
    closes_at = clock("At this time", required=False)

    field_order = ["papers", "question", "how", "closes_on", "closes_at"]

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, item=item, **kwargs)
        self.fields["papers"].help_text = "One vote may cover several papers."
        self.fields["closes_at"].help_text = "Left empty, 17:00. All in office are told by mail."
        if item.meeting.is_closed:  # nobody is in the room any more
            self.fields["how"].choices = self.fields["how"].choices[1:]
            self.fields["how"].initial = LATER
        self.helper = one_button("Open the vote")

    def clean(self):
        """The act asks for one moment; none is a vote in the room."""
        values = super().clean()
        last_day, time = values.pop("closes_on", None), values.pop("closes_at", None) or FIVE
        if values.pop("how", "") != LATER:
            return values
        if last_day is None:
            self.add_error("closes_on", "Give the last day of a vote by correspondence.")
            return values
        try:
            return values | {"closes_at": moment_of(last_day, time)}
        except Refused as refusal:
            self.add_error("closes_at", str(refusal))
            return values


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
        label="Reason",
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
    """Two taps: choose, cast. Nothing is chosen beforehand.

    The act knows the outcomes: they are fetched for the page alone, not for each ballot.
    """

    choice = forms.CharField(
        label="Your choice", error_messages={"required": "Choose an outcome, or abstain."}
    )
    reason = forms.CharField(
        required=False, label="Your reason", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, vote, **kwargs):
        super().__init__(*args, **kwargs)
        self.vote = vote
        if vote.terms.ballot_reason == BallotReason.REQUIRED:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = NO_REASON

    def choices(self) -> list[tuple[str, str]]:
        return choices_of(self.vote.terms, abstain=True)


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
