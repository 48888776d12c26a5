"""What published minutes say came of each paper, as rows: for lists, search and histories."""

from django.db import models
from django.db.models import F, OuterRef, Subquery

from committee.constraints import one_of
from proposals.models.advice import Result
from proposals.models.paper import Paper

NEWEST_FIRST = [F("held_on").desc(nulls_last=True), "-meeting_slug", "position"]


class InMinutes(models.Model):
    """Something that published minutes say, and where."""

    meeting_slug = models.SlugField(max_length=24)
    held_on = models.DateField(null=True)
    held = models.CharField(max_length=40)  # as precisely as known: July 2019
    anchor = models.CharField(max_length=120)  # where it stands in the minutes

    class Meta:
        abstract = True

    @property
    def minutes_url(self) -> str:
        """Where the minutes say it."""
        return f"/meetings/{self.meeting_slug}/#{self.anchor}"


class PublishedOutcome(InMinutes):
    """One paper at one meeting, in the words of that meeting's published minutes.

    These rows are made from the published text alone (meetings/minutes/published.py) and made anew
    with each published version, so that no open page needs a row the public may not read.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="published_outcomes")
    position = models.PositiveSmallIntegerField()
    title = models.TextField()  # the paper's
    stage = models.TextField(blank=True)
    reference = models.TextField(blank=True)
    result = models.CharField(max_length=16, choices=Result)
    letter = models.CharField(max_length=1, blank=True)
    label = models.CharField(max_length=60)
    wording = models.TextField(blank=True)
    how = models.CharField(max_length=160, blank=True)  # the vote, as it may be described
    with_papers = models.JSONField(default=list)  # titles of others under the same decision
    comes_back = models.CharField(max_length=320, blank=True)  # "in six months, by 9 March 2027"
    asked = models.JSONField(default=list)  # recommendations, conditions, questions

    class Meta:
        ordering = NEWEST_FIRST
        constraints = [
            one_of("result", Result, name="published_result_known"),
            models.UniqueConstraint(
                fields=["meeting_slug", "position", "paper"], name="published_outcome_once"
            ),
        ]
        indexes = [models.Index(fields=["held_on"], name="published_by_day")]

    def __str__(self):
        return f"{self.title}, {self.held}: {self.label}"


def with_latest_outcome(proposals):
    """``proposals`` with ``latest_id`` and ``latest_on``: the newest row of each, and its day."""
    newest = PublishedOutcome.objects.filter(paper__proposal=OuterRef("pk"))
    newest = newest.order_by(*NEWEST_FIRST)
    return proposals.annotate(
        latest_id=Subquery(newest.values("pk")[:1]),
        latest_on=Subquery(newest.values("held_on")[:1]),
    )
