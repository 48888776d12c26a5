"""The committee, its names, and its terms of reference by version.

What the terms do not say is null, "not set": nothing is invented for them.
"""

import datetime as dt
from fractions import Fraction

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from committee.constraints import one_of, together
from committee.quorum import Quorum


class CommitteeNameQuerySet(models.QuerySet):
    def on(self, day: dt.date | None = None):
        """The name in use on ``day`` (today), or None before the first is entered."""
        day = day or timezone.localdate()
        return (
            self.filter(since__lte=day).order_by("-since").first() or self.order_by("since").first()
        )


class CommitteeName(models.Model):
    """What the committee is called, since when. Names change; minutes keep the old one."""

    name = models.CharField(max_length=120)
    since = models.DateField(unique=True)

    objects = CommitteeNameQuerySet.as_manager()

    class Meta:
        ordering = ["-since"]

    def __str__(self):
        return self.name


class TermsQuerySet(models.QuerySet):
    def on(self, day: dt.date | None = None):
        """The version in force on ``day`` (today), or None."""
        day = day or timezone.localdate()
        return self.filter(in_force_from__lte=day).order_by("-in_force_from").first()

    def for_meeting_on(self, day: dt.date | None):
        """The version in force on ``day``, else the earliest: a vote needs its options."""
        return self.on(day) or self.order_by("in_force_from").first()


class VotingRule(models.TextChoices):
    MAJORITY = "majority", "More than half of those voting"
    PLURALITY = "plurality", "The option with most votes"


class InterestEffect(models.TextChoices):
    """What follows for a member who has declared an interest."""

    NOTE = "note", "It is noted"
    SPEAK = "speak", "They may speak, but do not vote"
    LEAVE = "leave", "They leave the room and do not vote"


class BallotView(models.TextChoices):
    """How much of a closed vote is shown."""

    NAMES = "names", "Who voted how, and the count"
    COUNT = "count", "The count"
    OUTCOME = "outcome", "The outcome, and whether it was unanimous"


class BallotReason(models.TextChoices):
    """Whether a ballot asks for the member's reason."""

    NONE = "none", "Not asked"
    OPTIONAL = "optional", "Asked, and may be left empty"
    REQUIRED = "required", "Asked, and must be given"


class TermsOfReference(models.Model):
    """One version of the rules the committee works under."""

    version = models.PositiveSmallIntegerField(unique=True)
    in_force_from = models.DateField(unique=True)
    source = models.CharField(max_length=255, blank=True)  # where this version is taken from
    quorum_at_least = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_numerator = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_denominator = models.PositiveSmallIntegerField(null=True, blank=True)
    voting_rule = models.CharField(max_length=16, choices=VotingRule, null=True, blank=True)
    chair_has_casting_vote = models.BooleanField(null=True, blank=True)
    committee_sees = models.CharField(max_length=8, choices=BallotView, null=True, blank=True)
    public_sees = models.CharField(max_length=8, choices=BallotView, null=True, blank=True)
    shows_who_has_not_voted = models.BooleanField(null=True, blank=True)  # to the secretariat
    ballot_reason = models.CharField(max_length=8, choices=BallotReason, null=True, blank=True)
    interest_effect = models.CharField(max_length=8, choices=InterestEffect, null=True, blank=True)
    paper_deadline_days = models.PositiveSmallIntegerField(null=True, blank=True)
    response_days = models.PositiveSmallIntegerField(null=True, blank=True)  # of those advised
    publication_rule = models.TextField(null=True, blank=True)
    publication_needs_two = models.BooleanField(null=True, blank=True)  # approver, publisher differ
    notes_kept_days = models.PositiveSmallIntegerField(null=True, blank=True)  # members' own notes

    objects = TermsQuerySet.as_manager()

    class Meta:
        ordering = ["-in_force_from"]
        verbose_name = "terms of reference"
        verbose_name_plural = "terms of reference"
        constraints = [
            one_of("voting_rule", VotingRule, name="terms_voting_rule_known"),
            one_of("committee_sees", BallotView, name="terms_committee_sees_known"),
            one_of("public_sees", BallotView, name="terms_public_sees_known"),
            one_of("ballot_reason", BallotReason, name="terms_ballot_reason_known"),
            one_of("interest_effect", InterestEffect, name="terms_interest_effect_known"),
            together("quorum_numerator", "quorum_denominator", name="terms_quorum_share_is_whole"),
            models.CheckConstraint(
                condition=Q(quorum_denominator=None)
                | Q(quorum_denominator__gt=0, quorum_numerator__lte=F("quorum_denominator")),
                name="terms_quorum_share_at_most_everybody",
            ),
        ]

    def __str__(self):
        return f"Terms of reference, version {self.version}"

    @property
    def is_used(self) -> bool:
        """Whether a meeting, a vote or anything else but its own parts rests on this version.

        Its parts are its options, and what goes with it if it goes: what papers are asked.
        """
        return any(
            relation.related_model.objects.filter(**{relation.field.name: self}).exists()
            for relation in self._meta.related_objects
            if relation.related_model is not OutcomeOption
            and relation.on_delete is not models.CASCADE
        )

    @property
    def quorum(self) -> Quorum | None:
        """The quorum rule, or None where the terms do not set one."""
        if self.quorum_at_least is None and self.quorum_denominator is None:
            return None
        share = Fraction(0)
        if self.quorum_denominator is not None:
            share = Fraction(self.quorum_numerator, self.quorum_denominator)
        return Quorum(share=share, at_least=self.quorum_at_least or 0)


class Provenance(models.TextChoices):
    QUOTED = "quoted", "Quoted from the published record"
    ASSUMED = "assumed", "Assumed: not found in a published source"
    ADOPTED = "adopted", "Adopted by the committee"


class OutcomeOption(models.Model):
    """One of the outcomes a version of the terms lets the committee choose between."""

    terms = models.ForeignKey(TermsOfReference, models.PROTECT, related_name="options")
    letter = models.CharField(max_length=1)
    short_label = models.CharField(max_length=60)
    wording = models.TextField()
    provenance = models.CharField(max_length=8, choices=Provenance)

    class Meta:
        ordering = ["terms", "letter"]
        constraints = [
            one_of("provenance", Provenance, name="outcome_option_provenance_known"),
            models.UniqueConstraint(
                fields=["terms", "letter"], name="outcome_letter_once_per_terms"
            ),
            models.CheckConstraint(
                condition=Q(letter__in=["A", "B", "C", "D", "E"]), name="outcome_letter_a_to_e"
            ),
        ]

    def __str__(self):
        return f"{self.letter} – {self.short_label}"
