"""Votes and ballots. Everybody's ballot is secret until the close, and fixed after it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from committee.constraints import has_once, one_of, together
from committee.models import VOTING_ROLES, Person
from meetings import tally
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Presence
from meetings.models.meeting import Meeting
from meetings.states import VOTE_MOVES, VoteState


class VoteMethod(models.TextChoices):
    BALLOT = "ballot", "Ballot"
    SHOW_OF_HANDS = "show_of_hands", "Show of hands"
    UNANIMITY = "unanimity", "Unanimous, without a count"


class VoteQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=VoteState.OPEN)

    def awaiting_outcome(self):
        """Votes that are counted and whose outcome is not yet recorded."""
        return self.filter(state=VoteState.CLOSED, decision=None)

    def visible_to(self, person):
        """Votes of meetings that ``person`` may see, for those who sit with the committee."""
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        return self.filter(meeting__in=Meeting.objects.visible_to(person))


class Vote(models.Model):
    """One question put to the voting members present, about one or more papers."""

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
    # counted once, at the close: who could vote then, and what was cast
    eligible = models.PositiveSmallIntegerField(null=True, editable=False)
    present = models.PositiveSmallIntegerField(null=True, editable=False)
    appointed = models.PositiveSmallIntegerField(null=True, editable=False)
    count = models.JSONField(null=True, editable=False)  # {"A": 5, "E": 1, "abstain": 1}
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

    def voters(self):
        """The voting members who are present: of an open vote, those who may cast a ballot now."""
        seated = self.meeting.attendances.filter(is_voting=True, presence=Presence.PRESENT)
        return Person.objects.filter(pk__in=seated.values("person"))

    def may_be_cast_by(self, person) -> bool:
        """Whether ``person`` is in the room and held a voting office when the vote was opened."""
        day = timezone.localdate(self.opened_at)
        in_office = Person.objects.holding(*VOTING_ROLES, on=day)
        return person.is_active and (self.voters() & in_office).filter(pk=person.pk).exists()

    def fresh(self):
        """This vote as it stands now, with its meeting and terms, in one query."""
        return type(self).objects.select_related("meeting", "terms").get(pk=self.pk)

    def awaited(self):
        """The voting members present who have not cast a ballot yet."""
        return self.voters().exclude(pk__in=self.ballots.values("member"))

    def roll(self) -> list[tuple[Person, str]]:
        """Those who may vote, and whether a ballot is in: "", their "own", or one "taken" down."""
        took = dict(self.ballots.values_list("member", "recorded_by"))
        words = {pk: "own" if by == pk else "taken" for pk, by in took.items()}
        return [(voter, words.get(voter.pk, "")) for voter in self.voters()]

    def finding(self) -> tally.Finding:
        """What the count says under the terms that the vote was held under."""
        room = {"eligible": self.eligible, "appointed": self.appointed}
        if self.method == VoteMethod.UNANIMITY:
            (letter,) = self.count
            return tally.find_stated(letter, quorum=self.terms.quorum, **room)
        return tally.find(self.count, rule=self.terms.voting_rule, quorum=self.terms.quorum, **room)


class Ballot(models.Model):
    """One member's ballot: an outcome option, or null to abstain."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ballots")
    choice = models.ForeignKey(
        "committee.OutcomeOption", models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    cast_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "member"], name="ballot_once_per_member")
        ]

    def __str__(self):
        return f"Ballot of {self.member} in {self.vote}"
