"""Advice on a proposal in its case file: what was decided, the letters, and the responses.

Advice that is not approved and letters that are not signed are left out, and so are the words
of restricted lines, with whatever is said under them.
"""

from django.db.models import Q

from proposals.case_file.blocks import day, facts, heading, line, lines, link, table, text
from proposals.case_file.gathering import Case
from proposals.models import Advice, Decision, ExpectedReturn, Unanimity
from proposals.states import AdviceState, LetterState

UNSAID = "Withheld."


def proposal(case: Case) -> None:
    """What is said of the proposal itself, and when it is to come back (settings.CASE_FILE)."""
    it = case.proposal
    case.concerns(it, "the proposal")
    names = it.aliases.exclude(name=it.title).values_list("name", flat=True)
    in_force = Q(decision=None) | Q(decision__advice__state=AdviceState.APPROVED)
    returns = ExpectedReturn.objects.filter(in_force, proposal=it).select_related("met_by")
    rows = [[one.words, day(one.due_on), str(one.met_by or "Not yet")] for one in returns]
    for one in returns:
        case.concerns(one, "an expected return")
    case.page("proposal.html", "The proposal", [
        facts(
            ("Title", it.title),
            ("Reference", it.reference),
            ("Also called", ", ".join(names)),
            ("Submitting body", it.submitting_body),
            ("Asked for by", it.sponsor),
            ("Kind", it.get_kind_display()),
            ("Level", it.get_level_display()),
            ("Phase", it.get_phase_display()),
        ),
        *([heading("Summary"), text(it.summary)] if it.summary else []),
        *([heading("Expected returns")] if rows else []),
        table("Expected returns", ["In whose words", "Due", "Met by"], rows),
    ])  # fmt: skip


def advice(case: Case) -> None:
    """A page for each piece of approved advice, with its letter (settings.CASE_FILE)."""
    decisions = Decision.objects.filter(papers__proposal=case.proposal).distinct()
    given = Advice.objects.filter(decisions__in=decisions, state=AdviceState.APPROVED).distinct()
    for number, one in enumerate(given.order_by("given_on", "pk"), start=1):
        case.concerns(one, f"advice on “{one}”")
        case.page(f"advice/{number:02}.html", f"{one}, {day(one.given_on) or one.occasion}", [
            facts(("Given", one.occasion), ("Approved", day(one.approved_at))),
            *_decided(case, decisions.filter(advice=one)),
            *_lines(one),
            *_letter(case, one),
        ])  # fmt: skip
    _alone(case, decisions.filter(advice=None))


def _decided(case: Case, decisions) -> list[dict]:
    found = decisions.select_related("outcome").prefetch_related("papers")
    blocks = []
    for decision in found:
        case.concerns(decision, "a decision")
        stated = decision.unanimity != Unanimity.NOT_STATED
        blocks += [
            heading(str(decision)),
            facts(
                ("Papers", "; ".join(str(paper) for paper in decision.papers.all())),
                ("Decided", day(decision.made_on)),
                ("As recorded", decision.wording),
                ("Agreement", decision.get_unanimity_display() if stated else ""),
                ("Reason", decision.reason),
                ("Differing views", decision.differing_views),
            ),
        ]
    return blocks


def _alone(case: Case, decisions) -> None:
    blocks = _decided(case, decisions)
    if blocks:
        case.page("advice/without.html", "Decisions without advice", blocks)


def _lines(advice) -> list[dict]:
    under: dict = {}
    for one in advice.lines.select_related("recommendation").order_by("position", "pk"):
        under.setdefault(one.parent_id, []).append(one)
    found = _under(None, under, withheld="")
    return [heading("What was advised"), lines(found)] if found else []


def _under(parent, under, *, withheld: str) -> list[dict]:
    """Lines nested under ``parent``; what is under a withheld line is withheld with it."""
    found = []
    for one in under.get(parent, []):
        reason = withheld or (one.restricted and (one.restricted_reason or UNSAID)) or ""
        numbered = getattr(one, "recommendation", None)
        label = numbered.label if numbered else one.get_kind_display()
        nested = _under(one.pk, under, withheld=reason)
        to = f"to {one.addressee}" if one.addressee else ""
        found.append(line(one.text, label=label, who=to, withheld=reason, under=nested))
    return found


def _letter(case: Case, advice) -> list[dict]:
    letter = getattr(advice, "letter", None)
    if letter is None or letter.state == LetterState.DRAFTED:
        return []
    case.concerns(letter, f"letter {letter.reference}")
    document, pdf = letter.document, ""
    if document and document.is_ready:
        pdf = link("PDF", case.file("letters", document.file_name, document.sha256, document.size))
    rows = []
    for one in letter.responses.select_related("office"):
        case.concerns(one, f"the response of {one.office}")
        rows.append(
            [str(one.office), one.get_acceptance_display(), one.reasons, day(one.responded_on)]
        )
    title = "Responses to the advice"
    return [
        heading(f"Letter {letter.reference}"),
        facts(
            ("State", letter.get_state_display()),
            ("Signed by", letter.signatory),
            ("Sent", day(letter.sent_at)),
            ("Letter", pdf),
        ),
        *([heading(title)] if rows else []),
        table(title, ["Office", "Response", "Reasons", "Date"], rows),
    ]
