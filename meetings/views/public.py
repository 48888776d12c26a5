"""The open home page, and the list of meetings."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.utils import timezone

from committee.models import OutcomeOption
from committee.public import public_page
from meetings.models import Meeting, MinutesVersion
from meetings.states import MeetingState
from proposals.models import PublishedOutcome

A_PAGE = 25


def announced():
    """Meetings the public may know of, each with the day its minutes were last published."""
    versions = MinutesVersion.objects.published().filter(meeting=OuterRef("pk"))
    newest = versions.order_by("-number").values("published_at")[:1]
    return Meeting.objects.announced().annotate(published_at=Subquery(newest))


@public_page()
def home(request):
    """What the committee is, when it meets next, and what it said last."""
    today = timezone.localdate()
    to_come = Meeting.objects.announced().upcoming(today=today)
    minuted = list(announced().exclude(published_at=None)[:4])
    latest = minuted[0] if minuted else None
    page = {
        "next_meeting": to_come.order_by("on", "starts_at").first(),
        "latest": latest,
        "minuted": minuted,
        "outcomes": _outcomes([latest.slug] if latest else []).get(latest and latest.slug, []),
        "options": _options(today),
    }
    return render(request, "meetings/home.html", page)


@public_page()
def meetings(request):
    """Every announced meeting by year, the newest first, with what was decided."""
    years = [day.year for day in Meeting.objects.announced().dates("on", "year", order="DESC")]
    year = request.GET.get("year", "")
    chosen = int(year) if year in map(str, years) else None
    found = announced().filter(on__year=chosen) if chosen else announced()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    outcomes = _outcomes([row.slug for row in page if row.published_at])
    for row in page:
        row.outcomes = outcomes.get(row.slug, [])
        row.is_to_come = row.state == MeetingState.CALLED
    by_year = [
        (year, list(rows)) for year, rows in groupby(page, lambda row: row.on and row.on.year)
    ]
    context = {"page": page, "by_year": by_year, "years": years, "chosen": chosen}
    return render(request, "meetings/meetings.html", context)


def _outcomes(slugs) -> dict[str, list[PublishedOutcome]]:
    """What the published minutes of these meetings say was decided, by meeting, in order."""
    rows = PublishedOutcome.objects.filter(meeting_slug__in=slugs)
    rows = rows.select_related("paper__proposal").order_by("meeting_slug", "position", "pk")
    return {slug: list(found) for slug, found in groupby(rows, lambda row: row.meeting_slug)}


def _options(today):
    """The outcomes the terms in force let the committee choose between."""
    options = OutcomeOption.objects.filter(terms__in_force_from__lte=today)
    options = list(options.select_related("terms").order_by("-terms__in_force_from", "letter"))
    return [option for option in options if option.terms_id == options[0].terms_id]
