"""What was asked, what was answered and what the committee made of it, in the case file."""

from django.db.models import Q

from proposals.case_file.blocks import day, facts, heading, link, table, text
from proposals.case_file.gathering import Case
from proposals.models import Recommendation, Ruling
from proposals.states import AdviceState, FileState

WITHHELD = "Withheld: {}"


def ledger(case: Case) -> None:
    """One page with every recommendation about these papers (settings.CASE_FILE)."""
    about = Q(papers__proposal=case.proposal)
    about |= Q(line__advice__decisions__papers__proposal=case.proposal)
    told = Q(line=None) | Q(line__advice__state=AdviceState.APPROVED)
    found = Recommendation.objects.filter(about, told).distinct().order_by("kind", "number")
    blocks = []
    for one in found.select_related("line__parent", "replaced_by"):
        case.concerns(one, one.label)
        blocks += [*_asked(one), *_answers(case, one), *_rulings(one)]
    if blocks:
        case.page("ledger.html", "Recommendations, conditions and undertakings", blocks)


def _asked(one) -> list[dict]:
    return [
        heading(f"{one.label}, {one.get_kind_display().lower()}: {one.get_state_display()}"),
        text(words_of(one)),
        facts(
            ("To", one.get_addressee_display()),
            ("How binding", one.get_binding_display()),
            ("Due", one.due or day(one.due_on)),
            ("Replaced by", one.replaced_by),
        ),
    ]


def words_of(one: Recommendation) -> str:
    """What was asked; where its line, or one above it, is restricted, the reason alone."""
    above = one.line
    while above is not None:
        if above.restricted:
            return WITHHELD.format(above.restricted_reason or "no reason is given")
        above = above.parent
    return one.words


def _answers(case: Case, one) -> list[dict]:
    rows = []
    given = one.answers.filter(given_at__isnull=False)
    for answer in given.select_related("written_by", "file", "paper"):
        case.concerns(answer, f"an answer to {one.label}")
        file = answer.file
        shown = ""
        if file and file.state == FileState.READY and file.paper.accepted_at:
            shown = link(file.name, case.file("papers/files", file.name, file.sha256, file.size))
        who = f"{answer.written_by}, {day(answer.given_at)}"
        rows.append([answer.get_extent_display(), answer.text, who, shown])
    return [table(f"Answers to {one.label}", ["Done", "Answer", "Given by", "File"], rows)]


def _rulings(one) -> list[dict]:
    in_force = Ruling.objects.filter(recommendation=one, in_force_at__isnull=False)
    rows = []
    for ruling in in_force.select_related("advice"):
        words = [ruling.get_verdict_display(), ruling.reason, ruling.differing_views]
        rows.append([*words, day(ruling.in_force_at)])
    head = ["The committee", "Reason", "Differing views", "Date"]
    return [table(f"What the committee made of {one.label}", head, rows)]
