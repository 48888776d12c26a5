"""All that the result of a vote rests on, as plain JSON that can be counted again elsewhere.

tools/verify_result.py does that: from this file alone, by code that is none of ours.
"""

import datetime as dt

from django.utils import timezone

from committee.models import VOTING_ROLES, Appointment, Event, InterestEffect
from meetings.models import Vote
from meetings.tally import ABSTAIN

NUMBERS = [
    "appointed",
    "present",
    "absent",
    "recused",
    "eligible",
    "voted",
    "abstained",
    "not_cast",
]
OPENS = [  # in the order in which a finding asks
    ("There was no quorum", "quorum"),
    ("Nobody voted", "nobody"),
    ("There is a tie", "tie"),
    ("The terms of reference set no voting rule", "rule"),
    ("", "majority"),
]


def evidence_of(vote: Vote) -> dict:
    """The record of a closed ``vote``: rules, people, interests, ballots, acts and result."""
    return {
        "format": "vote-record/1",
        "vote": {
            "key": vote.pk,
            "meeting": vote.meeting.slug,
            "item": vote.item_id,
            "papers": sorted(vote.papers.values_list("pk", flat=True)),
            "question": vote.question,
            "method": vote.method,
            "day": timezone.localdate(vote.opened_at).isoformat(),
            "opened_at": _at(vote.opened_at),
            "closes_at": _at(vote.closes_at),
            "closed_at": _at(vote.closed_at),
        },
        "terms": _terms(vote.terms),
        "appointments": _appointments(vote),
        "attendance": [_attendance(row, vote) for row in vote.meeting.attendances.order_by("pk")],
        "items": _items(vote.meeting),
        "interests": [_interest(one, vote) for one in vote.meeting.interests.order_by("pk")],
        "ballots": _ballots(vote),
        "events": _events(vote),
        "result": _result(vote),
        "outcome": _outcome(vote),
    }


def _at(moment: dt.datetime | None) -> str | None:
    return moment and moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _terms(terms) -> dict:
    names = ["voting_rule", "chair_has_casting_vote"]
    names += ["quorum_at_least", "quorum_numerator", "quorum_denominator"]
    letters = terms.options.order_by("letter").values_list("letter", flat=True)
    rules = {name: getattr(terms, name) for name in names}
    return rules | {"version": terms.version, "letters": list(letters)}


def _appointments(vote) -> list[dict]:
    """Of those who may sign in: nobody else is counted as in office."""
    held = Appointment.objects.filter(role__in=VOTING_ROLES, person__is_active=True).order_by("pk")
    return [
        {
            "person": one.person_id,
            "role": one.role,
            "starts_on": one.starts_on.isoformat(),
            "ends_on": one.ends_on and one.ends_on.isoformat(),
        }
        for one in held
    ]


def _attendance(row, vote) -> dict:
    return {
        "person": row.person_id,
        "is_voting": row.is_voting,
        "presence": row.presence,
        "left_at": _at(row.left_at),
        "movements": sorted(_went(row, vote), key=lambda one: one["at"]),
    }


def _went(row, vote) -> list[dict]:
    """Comings and goings as they were noted at the close: what was taken back later counts."""
    noted = [{"kind": one.kind, "at": _at(one.at)} for one in row.movements.order_by("at", "pk")]
    struck = Event.objects.about(row).filter(act="meetings.strike_movement", at__gt=vote.closed_at)
    told = [event.facts for event in struck.order_by("number")]
    return noted + [{"kind": one["kind"], "at": one["noted_at"]} for one in told]


def _items(meeting) -> list[dict]:
    return [
        {
            "item": item.pk,
            "parent": item.parent_id,
            "papers": sorted(paper.pk for paper in item.papers.all()),
        }
        for item in meeting.items.order_by("pk").prefetch_related("papers")
    ]


def _interest(one, vote) -> dict:
    """One interest, with the effect it had at the close: a later ruling changes nothing then."""
    ruled = getattr(one, "ruled_at", None)
    effect = one.effect
    if ruled and vote.closed_at < ruled:
        effect = vote.terms.interest_effect or InterestEffect.NOTE
    return {
        "member": one.member_id,
        "item": one.item_id,
        "paper": one.paper_id,
        "effect": effect,
        "declared_at": _at(one.declared_at),
        "withdrawn_at": _at(one.withdrawn_at),
    }


def _ballots(vote) -> list[dict]:
    rows = vote.ballots.order_by("pk").values_list("member", "choice__letter", "cast_at")
    return [
        {"member": member, "choice": letter or ABSTAIN, "cast_at": _at(at)}
        for member, letter, at in rows
    ]


def _events(vote) -> list[dict]:
    return [
        {
            "number": event.number,
            "act": event.act.split(".")[1],
            "member": event.facts.get("of", int(event.actor_id)),
            "at": _at(event.at),
            "facts": event.facts,
        }
        for event in Event.objects.about(vote).order_by("number")
    ]


def _result(vote) -> dict:
    found = vote.finding()
    asked = [next(kind for fact, kind in OPENS if ask.fact.startswith(fact)) for ask in found.asks]
    return {name: getattr(vote, name) for name in [*NUMBERS, "count", "roll"]} | {
        "finding": {
            "leading": list(found.leading),
            "outcome": found.suggested,
            "tie": list(found.casting),
            "open": asked,
        }
    }


def _outcome(vote) -> dict | None:
    if vote.decision is None:
        return None
    return {
        "letter": vote.decision.outcome.letter,
        "casting": vote.casting and vote.casting.letter,
        "casting_by": vote.casting_by_id,
        "has_reason": bool(vote.decision.reason.strip()),
    }
