"""What published minutes asked and ruled, as rows for the open ledger: from the snapshot alone."""

import datetime as dt

from proposals.models import PublishedRecommendation, PublishedRuling


def show_ledger(meeting, said: dict, papers: dict) -> None:
    """Let the open ledger show what these minutes say, in place of any version before."""
    place = {"meeting_slug": meeting.slug, "held_on": meeting.on, "held": meeting.date_text}
    PublishedRecommendation.objects.filter(meeting_slug=meeting.slug).delete()
    PublishedRuling.objects.filter(meeting_slug=meeting.slug).delete()
    asked, about, ruled = {}, {}, {}
    for outcome in said["outcomes"]:
        named = [paper["id"] for paper in outcome["papers"] if paper["id"] in papers]
        for one in outcome["asked"]:
            if one["ref"]:
                asked.setdefault(one["ref"], _asked(one, outcome, place))
                about.setdefault(one["ref"], set()).update(named)
        for one in outcome.get("ruled", ()):
            ruled.setdefault(one["asked"], _ruling(one, outcome, place))
    for given in _without_decision(said):
        for one in given["ruled"]:
            ruled.setdefault(one["asked"], _ruling(one, given, place))
    for one in said.get("undertaken", ()):
        asked[one["ref"]] = _undertaking(one, place)
        about[one["ref"]] = {pk for pk in one["papers"] if pk in papers}
    _write(asked, about)
    PublishedRuling.objects.bulk_create(ruled.values())


def _without_decision(said: dict):
    """Advice that only says what became of earlier points: it stands among no outcomes."""
    for section in said["sections"]:
        for given in section["advice"]:
            if given.get("ruled") and not given["decisions"]:
                yield given


def _write(asked: dict, about: dict) -> None:
    # a number stands in the minutes of one meeting; a record loaded twice keeps its first
    rows = list(asked.values())
    PublishedRecommendation.objects.bulk_create(rows, ignore_conflicts=True)
    link = PublishedRecommendation.papers.through
    stored = {row.label: row for row in PublishedRecommendation.objects.filter(
        meeting_slug__in={row.meeting_slug for row in rows}
    )}  # fmt: skip
    link.objects.bulk_create(
        link(publishedrecommendation=stored[ref], paper_id=pk)
        for ref, papers in about.items()
        for pk in sorted(papers)
        if ref in stored
    )


def _asked(one, outcome, place) -> PublishedRecommendation:
    kind, number = one["ref"].split("-")
    mark = one["withheld"]
    return PublishedRecommendation(
        kind=kind,
        number=number,
        text="" if mark else one["text"],
        withheld=mark["reason"] if mark else "",
        put_to="" if mark else one.get("to", ""),
        anchor=f"p{one['p']}" if one["p"] else outcome["anchor"],
        **place,
    )


def _undertaking(one, place) -> PublishedRecommendation:
    kind, number = one["ref"].split("-")
    anchor = f"p{one['p']}" if one["p"] else one["anchor"]
    return PublishedRecommendation(
        kind=kind, number=number, text=one["text"], put_to=one["to"], anchor=anchor, **place
    )


def _ruling(one, outcome, place) -> PublishedRuling:
    kind, number = one["asked"].split("-")
    answer = one["answer"] or {}
    return PublishedRuling(
        kind=kind,
        number=number,
        verdict=one["verdict"],
        replaced_by=one["ref"]["newer"],
        reason=one["reason"],
        differing_views=one["differing_views"],
        extent=answer.get("extent", ""),
        answer=answer.get("text", ""),
        answered_on=dt.date.fromisoformat(answer["on"]) if answer else None,
        anchor=outcome["anchor"],
        **place,
    )
