"""Interests that members declare, and what follows for the item concerned."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from committee.closed import open_to
from committee.constraints import one_of, together
from committee.models import InterestEffect
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.minutes import MinutesVersion
from proposals.models import Paper


class InterestQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The register is the committee's; one's own is always there, what else is closed not."""
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        theirs = self.filter(member=person)
        return theirs | open_to(self, person)

    def standing(self):
        """Interests that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def in_item(self, item: AgendaItem):
        """Those that concern ``item``: declared on it, or on a paper that stands under it.

        What concerns an item concerns the items under it, too.
        """
        line = [item.pk, item.parent_id]
        return self._concerning(item, line, Paper.objects.filter(item_papers__item__in=line))

    def in_vote(self, vote):
        """Those that concern ``vote``: its item, or a paper it is about."""
        line = [vote.item_id, vote.item.parent_id]
        papers = Q(item_papers__item__in=line) | Q(votes=vote.pk)
        return self._concerning(vote, line, Paper.objects.filter(papers))

    def in_decision(self, decision):
        """Those that concern what a meeting decided: its papers, or an item they stand under."""
        papers = Paper.objects.filter(decisions=decision.pk)
        return self._concerning(decision.advice.given, [], papers)

    def _concerning(self, thing, items, papers):
        """An interest in an item is one in its papers, and one in a paper one in its items."""
        under = AgendaItem.objects.filter(item_papers__paper__in=papers.values("pk"))
        concerned = (
            Q(item__in=items)
            | Q(paper__in=papers.values("pk"))
            | Q(item__in=under.values("pk"))
            | Q(item__in=under.values("parent"))
        )
        return self.standing().filter(concerned, meeting=thing.meeting_id)

    def barring_votes(self):
        """Those whose member does not vote on what they concern."""
        return self.filter(effect__in=[InterestEffect.SPEAK, InterestEffect.LEAVE])

    def closing_doors(self):
        """Those whose member leaves the room, and sees nothing of what they concern."""
        return self.filter(effect=InterestEffect.LEAVE)

    def closing(self):
        """Those that keep their member from reading: until the minutes are published to all."""
        published = MinutesVersion.objects.published()
        return self.standing().closing_doors().exclude(meeting__in=published.values("meeting"))

    def awaiting_ruling(self):
        """Those on which the terms say nothing, and nobody has ruled."""
        return self.standing().filter(terms=None, ruled_at=None)


class Interest(models.Model):
    """What one member declared about one item or paper of one meeting.

    ``effect`` is what follows: what was ruled from the chair, or else the rule of ``terms``.
    Where these set none the interest is noted, and nothing more, until somebody rules.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="interests")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="interests"
    )
    paper = models.ForeignKey(
        "proposals.Paper", models.PROTECT, null=True, blank=True, related_name="interests"
    )
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="interests")
    nature = models.TextField()  # what the interest is, in the member's words
    effect = models.CharField(max_length=8, choices=InterestEffect, default=InterestEffect.NOTE)
    terms = models.ForeignKey(  # whose rule gave the effect; null where they set none
        "committee.TermsOfReference",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="interests",
    )
    declared_at = models.DateTimeField(editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    ruled_at = models.DateTimeField(null=True, editable=False)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    ruling = models.TextField(blank=True)  # the reason on record
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "declared_at", "pk"]
        constraints = [
            one_of("effect", InterestEffect, name="interest_effect_known"),
            together("ruled_at", "ruled_by", name="interest_ruled_by_someone"),
            together("withdrawn_at", "withdrawn_by", name="interest_withdrawn_by_someone"),
            models.CheckConstraint(
                condition=Q(item=None, paper__isnull=False) | Q(item__isnull=False, paper=None),
                name="interest_in_an_item_or_a_paper",
            ),
            models.CheckConstraint(condition=~Q(nature=""), name="interest_says_what_it_is"),
            models.CheckConstraint(
                condition=Q(ruled_at=None) | ~Q(ruling=""), name="interest_ruled_with_a_reason"
            ),
            models.UniqueConstraint(
                fields=["member", "item"],
                condition=Q(withdrawn_at=None),
                name="interest_in_an_item_once",
            ),
            models.UniqueConstraint(
                fields=["member", "paper", "meeting"],
                condition=Q(withdrawn_at=None),
                name="interest_in_a_paper_once",
            ),
        ]

    def __str__(self):
        return f"Interest of {self.member} in “{self.item if self.item_id else self.paper}”"

    @property
    def awaits_ruling(self) -> bool:
        return self.withdrawn_at is None and self.terms_id is None and self.ruled_at is None
