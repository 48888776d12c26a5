import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.advice import drop_if_empty, give_advice
from meetings.models import AgendaItem
from proposals.models import Advice, Decision
from proposals.states import AdviceState


@act
def write_advice(
    item: AgendaItem,
    decisions: list[Decision],
    *,
    by: Person,
    heading: str = "",
    at: dt.datetime | None = None,
) -> Advice:
    """Begin one piece of advice on ``decisions`` of the meeting, or join those that stand apart.

    What was already written about one of them alone goes into the joint advice.
    """
    require(by, "meetings.write_advice", item)
    before = _advice_before(item, decisions)
    whole = [advice for advice in before if not _covers_others(advice, decisions)]
    advice = whole[0] if whole else give_advice(item, _papers(decisions), heading)
    if heading and advice.heading != heading:
        advice.heading = heading
        advice.save(update_fields=["heading"])
    for position, decision in enumerate(decisions):
        Decision.objects.filter(pk=decision.pk).update(advice=advice, position=position)
    for other in whole[1:]:
        _append_lines(advice, other)
        _take_over_rulings(advice, other)
        drop_if_empty(other)
    covered = [decision.pk for decision in decisions]
    record("meetings.write_advice", advice, by=by, at=at, heading=heading, decisions=covered)
    return advice


def _advice_before(item: AgendaItem, decisions: list[Decision]) -> list[Advice]:
    """What already stands about ``decisions``, each once; refuses what is settled."""
    pks = list(dict.fromkeys(decision.advice_id for decision in decisions if decision.advice_id))
    before = Advice.objects.select_related("given").in_bulk(pks)
    for advice in before.values():
        if advice.given.meeting_id != item.meeting_id:
            raise Refused("Advice joins decisions of one meeting.")
        if advice.state != AdviceState.DRAFTED or hasattr(advice, "letter"):
            raise Refused(f"The advice “{advice}” is approved, or is in a letter.")
    return [before[pk] for pk in pks]


def _covers_others(advice: Advice, decisions: list[Decision]) -> bool:
    return advice.decisions.exclude(pk__in=[decision.pk for decision in decisions]).exists()


def _papers(decisions: list[Decision]) -> list:
    return [paper for decision in decisions for paper in decision.papers.all()]


def _append_lines(advice: Advice, other: Advice) -> None:
    start = advice.lines.count()
    for line in other.lines.filter(parent=None).order_by("position"):
        line.position += start
        line.save(update_fields=["position"])
    other.lines.update(advice=advice)


def _take_over_rulings(advice: Advice, other: Advice) -> None:
    """What both make of one point is said once, as the advice that stays has it."""
    known = advice.rulings.values_list("recommendation", flat=True)
    other.rulings.exclude(recommendation__in=list(known)).update(advice=advice)
