"""What meetings add to the case file of a proposal: its items in the minutes, and its votes.

Minutes are taken from the snapshot of an approved version, in which withheld passages are
marks with a reason; drafts are left out. A vote is told as its terms allow.
"""

from django.db.models import Q
from django.utils import timezone

from meetings.models import MinutesVersion, Vote
from meetings.secrecy import COMMITTEE, told
from meetings.states import MinutesState, VoteState
from proposals.case_file.blocks import day, facts, heading, line, lines, table, text
from proposals.case_file.gathering import Case

HELD_TO = [MinutesState.APPROVED, MinutesState.PUBLISHED]


def minutes(case: Case) -> None:
    """Of the minutes of each meeting what concerns this proposal (settings.CASE_FILE)."""
    _minutes(case, MinutesVersion.objects.filter(state__in=HELD_TO))


def published_minutes(case: Case) -> None:
    """The same of published minutes alone."""
    _minutes(case, MinutesVersion.objects.published())


def _minutes(case: Case, versions) -> None:
    papers = set(case.proposal.papers.values_list("pk", flat=True))
    heard = Q(meeting__items__papers__in=papers) | Q(
        meeting__advice_given__advice__decisions__papers__in=papers
    )
    found = versions.filter(heard).distinct().select_related("meeting")
    latest = {version.meeting_id: version for version in found.order_by("number")}
    for version in sorted(latest.values(), key=lambda one: (str(one.meeting.on), one.pk)):
        said = version.snapshot
        blocks = [block for place in said["sections"] for block in _section(place, papers)]
        blocks += _actions(said, papers)
        if blocks:
            published = f"Published {day(timezone.localtime(version.published_at))}. " if (
                version.published_at
            ) else ""  # fmt: skip
            about = f"{published}Version {version.number}. The items of this proposal alone."
            title = f"Minutes of {said['meeting']['date']}"
            path = f"minutes/{version.meeting.slug}.html"
            case.page(path, title, [text(about), *blocks])


def _section(place: dict, papers: set[int]):
    """An item on one of ``papers``, or of another item the advice on one of them."""
    if _about(place, papers):
        name = f"{place['number']} {place['title']}".strip()
        yield heading(name)
        if place["withheld"]:
            yield text(f"{place['withheld']['what']} is withheld: {place['withheld']['reason']}")
        yield from _blocks(place["blocks"])
        yield from _decided(place["decisions"], papers)
    for given in place["advice"]:
        if not given["withheld"] and any(_about(made, papers) for made in given["decisions"]):
            yield heading(f"Advice: {given['heading']}" if given["heading"] else "Advice")
            yield from _blocks(given["blocks"])
            yield from _decided(given["decisions"], papers)


def _about(place: dict, papers: set[int]) -> bool:
    return any(paper["id"] in papers for paper in place["papers"])


def _blocks(blocks):
    for block in blocks:
        if block["heading"]:
            yield heading(block["heading"], level=3)
        if block["lines"]:
            yield lines([_line(one) for one in block["lines"]])


def _line(said: dict) -> dict:
    under = [_line(reply) for reply in said["replies"]]
    label = " ".join(filter(None, [said["p"], said["kind_label"], said.get("ref")]))
    if said["withheld"]:
        reason = f"{said['withheld']['what']} withheld: {said['withheld']['reason']}"
        return line("", label=label, withheld=reason, under=under)
    who = " ".join(filter(None, [said.get("speaker"), said.get("to")]))
    return line(said["text"], label=label, who=who, under=under)


def _decided(decisions, papers: set[int]):
    for made in decisions:
        if _about(made, papers):
            roll = "; ".join(f"{row['label']}: {', '.join(row['names'])}" for row in made["roll"])
            yield facts(
                ("Outcome", made["heading"]),
                ("As recorded", made["wording"]),
                ("How it was decided", made["how"]),
                ("Who voted how", roll),
                ("Earlier", made["vote_before"]),
                ("Reason", made["reason"]),
                ("Differing views", made["differing_views"]),
            )


def _actions(said: dict, papers: set[int]) -> list[dict]:
    """Actions given under the items of this proposal."""
    items = {place["id"] for place in said["sections"] if _about(place, papers)} - {None}
    rows = [
        [one["text"], one["owner"], one["due"]]
        for one in said["actions"]
        if not one["withheld"] and one.get("under") in items
    ]
    if not rows:
        return []
    return [heading("Actions"), table("Actions", ["Action", "Owner", "Due"], rows)]


def votes(case: Case) -> None:
    """Each vote that was closed or declared void (settings.CASE_FILE)."""
    held = Vote.objects.filter(papers__proposal=case.proposal).exclude(state=VoteState.OPEN)
    blocks = []
    for vote in held.distinct().select_related("meeting", "terms", "item").order_by("pk"):
        case.concerns(vote, f"the vote of {vote.meeting.date_text}")
        blocks += [heading(f"{vote.meeting.date_text}: {vote.question}"), *_told(vote)]
    if blocks:
        case.page("votes.html", "Votes", blocks)


def _told(vote) -> list[dict]:
    shown = told(vote, to=COMMITTEE) if vote.is_closed else told(vote, to="")
    void = vote.void_reason if vote.state == VoteState.VOID else ""
    rows = [
        [row.letter or "–", row.label, "" if row.number is None else row.number, _names(row)]
        for row in shown.rows
    ]
    return [
        facts(
            ("Method", vote.get_method_display()),
            ("State", vote.get_state_display()),
            ("Void because", void),
            ("Result", shown.words),
            *((label, number) for label, number in shown.numbers),
            ("Earlier", shown.before),
        ),
        table("Ballots", ["Outcome", "In words", "Ballots", "Who"], rows),
    ]


def _names(row) -> str:
    return ", ".join(row.names)
