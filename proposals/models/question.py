"""What members ask of a paper before the meeting."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from committee.closed import open_to
from committee.constraints import has_once, one_of, together
from proposals.models.outline import PaperSection
from proposals.models.paper import Paper
from proposals.states import QUESTION_MOVES, QuestionState


class AdvanceQuestionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Their own drafts; for the committee what is shared; for the body what was sent to it."""
        if not person.is_authenticated:
            return self.none()
        told = [QuestionState.SENT, QuestionState.ANSWERED]
        if person.sits_with_committee:
            told.append(QuestionState.SHARED)
        readable = self.filter(paper__in=Paper.objects.visible_to(person))
        return open_to(readable.filter(Q(state__in=told) | Q(asked_by=person)), person)


class AdvanceQuestion(models.Model):
    """A question asked before the meeting, at a section of the paper or about it as a whole."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="advance_questions")
    section = models.ForeignKey(
        PaperSection, models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField()
    state = models.CharField(max_length=16, choices=QuestionState, default=QuestionState.DRAFTED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = AdvanceQuestionQuerySet.as_manager()
    moves = QUESTION_MOVES

    class Meta:
        ordering = ["section__position", "pk"]
        verbose_name = "question"
        constraints = [
            one_of("state", QuestionState, name="advance_question_state_known"),
            together("sent_at", "sent_by", name="advance_question_sent_by_someone"),
            together("answered_at", "answered_by", name="advance_question_answered_by_someone"),
            has_once(
                [QuestionState.ANSWERED], "answered_at", name="advance_question_answered_sometime"
            ),
        ]

    def __str__(self):
        return self.text[:80]

    def get_absolute_url(self):
        return f"{self.paper.url_to('questions')}#question-{self.pk}"

    def url_to(self, act: str) -> str:
        """Where ``act`` is done to this question."""
        return reverse(f"proposals:{act}", args=[self.paper.proposal.slug, self.paper_id, self.pk])
