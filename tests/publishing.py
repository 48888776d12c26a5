"""Words for tests about what the public reads: meetings that were held, decided and minuted."""

import datetime as dt

from django.db import transaction

from committee.models import Counter, LineKind, OutcomeOption, TermsOfReference
from meetings.minutes import snapshot_of
from meetings.minutes.published import show_published
from meetings.models import Meeting, MinutesVersion
from proposals.models import (
    RECOMMENDATION_KINDS,
    Advice,
    Paper,
    Proposal,
    PublishedOutcome,
    Recommendation,
)
from tests.factories import AgendaItemFactory, MeetingFactory, PaperFactory

PUBLISHED_AT = dt.datetime(2026, 4, 1, 10, tzinfo=dt.UTC)


def held(on=dt.date(2026, 3, 2), **meeting):
    """A meeting that is over; nothing of it is published."""
    return MeetingFactory(
        on=on, state="closed", started_at=PUBLISHED_AT, closed_at=PUBLISHED_AT, **meeting
    )


def heard(meeting, paper=None, **item):
    """An item of ``meeting`` at which ``paper`` was heard."""
    paper = paper or PaperFactory()
    meeting.meeting_papers.create(paper=paper, key=f"paper-{paper.pk}")
    item = AgendaItemFactory(meeting=meeting, **item)
    item.item_papers.create(paper=paper)
    return item


def advised(item, letter="B", asked=(), wording=None, **advice):
    """Advice under ``item`` with an outcome for its papers; ``asked`` are (kind, text) pairs."""
    given = Advice.objects.create(**advice)
    item.meeting.advice_given.create(item=item, advice=given)
    option = OutcomeOption.objects.get(terms=item.meeting.terms, letter=letter)
    decision = given.decisions.create(result="outcome", outcome=option, wording=wording)
    for link in item.item_papers.all():
        decision.decision_papers.create(paper=link.paper)
    for position, (kind, text) in enumerate(asked):
        line = given.lines.create(kind=kind, text=text, position=position)
        series = RECOMMENDATION_KINDS[LineKind(kind)]
        with transaction.atomic():
            Recommendation.objects.create(line=line, kind=series, number=Counter.next(series))
    return decision


def published(meeting, by, *, number=1, change_note=""):
    """Publish the minutes of ``meeting`` as they stand."""
    version = MinutesVersion(meeting=meeting, number=number, change_note=change_note)
    version.state = "published"
    version.issued_at = version.approved_at = version.published_at = PUBLISHED_AT
    version.issued_by = version.approved_by = version.published_by = by
    version.snapshot = snapshot_of(meeting, version)
    version.save()
    show_published(version)
    return version


def many_published(count, by):
    """``count`` closed meetings with minutes and one outcome each, about as many proposals."""
    terms = TermsOfReference.objects.get(version=1)
    days = [dt.date(2019, 1, 1) + dt.timedelta(days=n) for n in range(count)]
    meetings = Meeting.objects.bulk_create(
        Meeting(slug=day.isoformat(), on=day, state="closed", terms=terms) for day in days
    )
    at = dict.fromkeys(("issued_at", "approved_at", "published_at"), PUBLISHED_AT)
    who = dict.fromkeys(("issued_by", "approved_by", "published_by"), by)
    MinutesVersion.objects.bulk_create(
        MinutesVersion(meeting=meeting, number=1, state="published", snapshot={}, **at, **who)
        for meeting in meetings
    )
    proposals = Proposal.objects.bulk_create(
        Proposal(slug=f"many-{n}", title=f"Model {n}", is_public=True) for n in range(count)
    )
    papers = Paper.objects.bulk_create(
        Paper(proposal=proposal, title=proposal.title) for proposal in proposals
    )
    PublishedOutcome.objects.bulk_create(
        PublishedOutcome(
            paper=paper, meeting_slug=meeting.slug, held_on=meeting.on, held=meeting.date_text,
            position=0, anchor="outcome", title=paper.title, result="outcome", letter="A",
            label="Proceed",
        )
        for meeting, paper in zip(meetings, papers, strict=True)
    )  # fmt: skip
