"""Votes: what is put to the members, who may answer, and what was counted."""

from dataclasses import replace

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from committee.closed import open_to
from committee.constraints import has_once, one_of, together
from committee.models import VOTING_ROLES, BallotView, Person
from meetings import tally
from meetings.models.agenda import AgendaItem
from meetings.models.interest import Interest
from meetings.models.meeting import Meeting
from meetings.states import VOTE_MOVES, VoteState


class VoteMethod(models.TextChoices):
    BALLOT = "ballot", "Ballot"
    SHOW_OF_HANDS = "show_of_hands", "Show of hands"
    UNANIMITY = "unanimity", "Unanimous, without a count"
    CORRESPONDENCE = "correspondence", "Ballot by correspondence"


class VoteQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=VoteState.OPEN)

    def by_correspondence(self):
        """Votes that run on after their meeting, until a date."""
        return self.filter(method=VoteMethod.CORRESPONDENCE)

    def in_the_room(self):
        return self.exclude(method=VoteMethod.CORRESPONDENCE)

    def awaiting_outcome(self):
        """Votes that are counted and whose outcome is not yet recorded."""
        return self.filter(state=VoteState.CLOSED, decision=None)

    def visible_to(self, person):
        """Votes of meetings that ``person`` may see, for those who sit with the committee."""
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        held = self.filter(meeting__in=Meeting.objects.visible_to(person))
        return open_to(held, person)


class Vote(models.Model):
    """One question about one or more papers, put to the voting members present.

    By correspondence it is put to all who are in office, until ``closes_at``.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="votes")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="votes")
    papers = models.ManyToManyField("proposals.Paper", related_name="votes")
    terms = models.ForeignKey("committee.TermsOfReference", models.PROTECT, related_name="votes")
    question = models.CharField(max_length=500)
    method = models.CharField(max_length=16, choices=VoteMethod, default=VoteMethod.BALLOT)
    state = models.CharField(max_length=8, choices=VoteState, default=VoteState.OPEN)
    opened_at = models.DateTimeField(editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    closes_at = models.DateTimeField(null=True, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    # counted once, at the close: who held office, was there and could vote, and what was cast
    appointed = models.PositiveSmallIntegerField(null=True, editable=False)
    present = models.PositiveSmallIntegerField(null=True, editable=False)
    absent = models.PositiveSmallIntegerField(null=True, editable=False)
    recused = models.PositiveSmallIntegerField(null=True, editable=False)
    eligible = models.PositiveSmallIntegerField(null=True, editable=False)
    voted = models.PositiveSmallIntegerField(null=True, editable=False)  # for an outcome
    abstained = models.PositiveSmallIntegerField(null=True, editable=False)
    not_cast = models.PositiveSmallIntegerField(null=True, editable=False)
    count = models.JSONField(null=True, editable=False)  # {"A": 5, "E": 1, "abstain": 1}
    roll = models.JSONField(null=True, editable=False)  # keys: {"eligible": [], "recused": [], …}
    casting = models.ForeignKey(  # how the chair broke a tie
        "committee.OutcomeOption", models.PROTECT, null=True, editable=False, related_name="+"
    )
    casting_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    void_reason = models.TextField(blank=True)
    decision = models.OneToOneField(
        "proposals.Decision", models.PROTECT, null=True, editable=False, related_name="vote"
    )

    objects = VoteQuerySet.as_manager()
    moves = VOTE_MOVES

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("state", VoteState, name="vote_state_known"),
            one_of("method", VoteMethod, name="vote_method_known"),
            together("closed_at", "closed_by", name="vote_closed_by_someone_at_some_time"),
            has_once([VoteState.CLOSED], "closed_at", "count", name="vote_closed_with_its_count"),
            models.CheckConstraint(
                condition=~Q(state=VoteState.OPEN) | Q(closed_at=None),
                name="vote_open_is_not_closed",
            ),
            models.CheckConstraint(
                condition=~Q(state=VoteState.VOID) | ~Q(void_reason=""),
                name="vote_void_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(state=VoteState.OPEN), name="vote_one_open_per_item"
            ),
            together("casting", "casting_by", name="vote_casting_vote_of_somebody"),
            together("recused", "roll", name="vote_roll_with_its_numbers"),
            models.CheckConstraint(
                condition=Q(method=VoteMethod.CORRESPONDENCE, closes_at__isnull=False)
                | (~Q(method=VoteMethod.CORRESPONDENCE) & Q(closes_at=None)),
                name="vote_by_correspondence_ends_at_some_time",
            ),
            # null (counted before these were kept apart, or not counted) breaks none of these
            models.CheckConstraint(
                condition=Q(present=F("eligible") + F("recused")),
                name="vote_present_may_vote_or_are_recused",
            ),
            models.CheckConstraint(
                condition=Q(appointed=F("present") + F("absent")),
                name="vote_appointed_are_present_or_absent",
            ),
            models.CheckConstraint(
                condition=Q(present__isnull=False) | Q(appointed=F("eligible") + F("recused")),
                name="vote_by_correspondence_asks_all_in_office",
            ),
            models.CheckConstraint(
                condition=Q(eligible=F("voted") + F("abstained") + F("not_cast")),
                name="vote_eligible_voted_abstained_or_did_neither",
            ),
        ]

    def __str__(self):
        return f"{self.item}: {self.question}"

    def get_absolute_url(self):
        return reverse("meetings:vote", args=[self.meeting.slug, self.pk])

    def take_url(self, member) -> str:
        """Where the secretary takes the ballot of ``member``."""
        return reverse("meetings:take_ballot", args=[self.meeting.slug, self.pk, member.pk])

    @property
    def is_open(self) -> bool:
        return self.state == VoteState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == VoteState.CLOSED

    @property
    def is_void(self) -> bool:
        return self.state == VoteState.VOID

    @property
    def is_by_correspondence(self) -> bool:
        return self.method == VoteMethod.CORRESPONDENCE

    @property
    def has_ended(self) -> bool:
        """Whether the time until which it was open is over, be it counted yet or not."""
        return self.closes_at is not None and self.closes_at <= timezone.now()

    def in_office(self):
        """The voting members on the day the vote was opened."""
        day = timezone.localdate(self.opened_at)
        return Person.objects.holding(*VOTING_ROLES, on=day).filter(is_active=True)

    def in_the_room(self):
        """Keys of the voting members who are here now."""
        return self.meeting.attendances.voting().values("person")

    def barred(self):
        """Keys of members who do not vote: their interest is in the item or in a paper of it."""
        return Interest.objects.in_vote(self).barring_votes().values("member")

    def voters(self):
        """Who may cast a ballot now: in office, not recused, and in the room if held there."""
        able = self.in_office().exclude(pk__in=self.barred())
        if self.is_by_correspondence:
            return able
        return able.filter(pk__in=self.in_the_room())

    def may_be_cast_by(self, person) -> bool:
        """Whether ``person`` is among the voters: asked at each ballot, so in one small step.

        What an interest concerns is only asked about where they declared any at this meeting.
        """
        if not person.is_active:
            return False
        able = self.in_office()
        if not self.is_by_correspondence:
            able = able.filter(pk__in=self.in_the_room())
        interests = Interest.objects.standing().barring_votes()
        declared = interests.filter(meeting=self.meeting_id, member=OuterRef("pk"))
        able = able.filter(pk=person.pk).annotate(has_declared=Exists(declared))
        found = able.values_list("has_declared", flat=True).first()
        return found is False or bool(found and not self.barred().filter(member=person.pk))

    def fresh(self):
        """This vote as it stands now; what it is about and under which terms never changes."""
        self.refresh_from_db(fields=["state", "method", "closes_at"])
        return self

    def awaited(self):
        """Those who may vote and have not cast a ballot yet."""
        return self.voters().exclude(pk__in=self.ballots.values("member"))

    def finding(self) -> tally.Finding:
        """What the count says under the terms that the vote was held under."""
        rules = {"eligible": self.eligible, "appointed": self.appointed}
        rules["quorum"] = self.terms.quorum
        if self.method == VoteMethod.UNANIMITY:
            (letter,) = self.count
            return tally.find_stated(letter, **rules)
        rules["casting"] = self.terms.chair_has_casting_vote
        found = tally.find(self.count, rule=self.terms.voting_rule, **rules)
        if self.terms.committee_sees == BallotView.OUTCOME:
            return replace(found, sentence=found.without_numbers)
        return found

    @property
    def chair(self) -> Person | None:
        """Who chairs the item: of the meeting, unless somebody stands in for it."""
        return self.item.chaired_by or self.meeting.chaired_by
