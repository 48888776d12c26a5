"""What was asked, what was answered and what the committee made of it, in the case file."""

from django.db.models import Q

from proposals.case_file.blocks import day, facts, heading, link, table, text
from proposals.case_file.gathering import Case
from proposals.ledger import withheld_among
from proposals.models import Recommendation, Ruling
from proposals.states import AdviceState, FileState


def ledger(case: Case) -> None:
    """One page with every recommendation about these papers (settings.CASE_FILE)."""
    about = Q(papers__proposal=case.proposal)
    about |= Q(line__advice__decisions__papers__proposal=case.proposal)
    told = Q(line=None) | Q(line__advice__state=AdviceState.APPROVED)
    found = Recommendation.objects.filter(about, told).distinct().order_by("kind", "number")
    found, blocks = list(found.select_related("line", "replaced_by")), []
    hidden = withheld_among(found)
    for one in found:
        case.concerns(one, one.label)
        reason = _reason(one) if one.pk in hidden else ""
        blocks += [*_asked(one, reason), *_answers(case, one, reason), *_rulings(one)]
    if blocks:
        case.page("ledger.html", "Recommendations, conditions and undertakings", blocks)


def _reason(one) -> str:
    """Why its words are withheld, of a point of which they are."""
    reason = one.line.withheld_because if one.line else "undertaken in a passage that is withheld"
    return f"Withheld: {reason}"


def _asked(one, withheld: str) -> list[dict]:
    return [
        heading(f"{one.label}, {one.get_kind_display().lower()}: {one.get_state_display()}"),
        text(withheld or one.words),
        facts(
            ("To", one.get_addressee_display()),
            ("How binding", one.get_binding_display()),
            ("Due", one.due or day(one.due_on)),
            ("Replaced by", one.replaced_by),
        ),
    ]


def _answers(case: Case, one, withheld: str) -> list[dict]:
    """What was answered; of a point that is withheld only when and by whom."""
    rows = []
    given = one.answers.filter(given_at__isnull=False)
    for answer in given.select_related("written_by", "file", "paper"):
        case.concerns(answer, f"an answer to {one.label}")
        file = answer.file
        shown = ""
        is_shown = file and not withheld and file.state == FileState.READY
        if is_shown and file.paper.accepted_at:
            shown = link(file.name, case.file("papers/files", file.name, file.sha256, file.size))
        who = f"{answer.written_by}, {day(answer.given_at)}"
        rows.append([answer.get_extent_display(), withheld or answer.text, who, shown])
    return [table(f"Answers to {one.label}", ["Done", "Answer", "Given by", "File"], rows)]


def _rulings(one) -> list[dict]:
    in_force = Ruling.objects.filter(recommendation=one, in_force_at__isnull=False)
    rows = []
    for ruling in in_force.select_related("advice"):
        words = [ruling.get_verdict_display(), ruling.reason, ruling.differing_views]
        rows.append([*words, day(ruling.in_force_at)])
    head = ["The committee", "Reason", "Differing views", "Date"]
    return [table(f"What the committee made of {one.label}", head, rows)]
