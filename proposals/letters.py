"""What a letter of advice says, to whom, and the mail that carries it."""

import datetime as dt

from committee.models import CommitteeName, LineKind, Organisation, Person, Role
from committee.navigation import role_label
from committee.refusals import Refused
from proposals.models import Advice, AdviceLetter, Decision, Unanimity
from proposals.rulings import rulings_told

TEMPLATE = "proposals/documents/letter.html"
CLOSING = (
    "This letter is advice: the decision, and the responsibility for it, are yours. Please tell "
    "us whether you accept the outcome and each point above, in whole or in part, and your "
    "reasons where you do not. Please quote the numbers in your reply."
)
LISTS = {
    LineKind.CONDITION: "conditions",
    LineKind.RECOMMENDATION: "recommendations",
    LineKind.QUESTION: "questions",
}
KEPT = ["conditions", "recommendations", "questions", "comments"]


def opening_of(advice: Advice) -> str:
    """The first paragraph, as a beginning for whoever writes the letter."""
    papers = [
        f"“{paper}”" for decision in advice.decisions.all() for paper in decision.papers.all()
    ]
    occasion = f" ({advice.occasion})" if advice.occasion else ""
    return f"The Committee considered {_list(papers)}{occasion}. Its advice is set out below."


def offices() -> list[Organisation]:
    """The bodies that receive the committee's advice."""
    return list(Organisation.objects.filter(receives_advice=True))


def addressees() -> list[Organisation]:
    """Those offices, each with an address, or a refusal that says which has none."""
    found = offices()
    if not found:
        raise Refused("Nobody is entered as receiving advice. Enter the offices first.")
    for office in found:
        if not office.email:
            raise Refused(f"{office.name} has no e-mail address. Enter it, then send the letter.")
    return found


def mail_of(letter: AdviceLetter, office: Organisation) -> dict[str, str]:
    """Subject and body of the mail to ``office``."""
    subject = letter.document.snapshot["subject"]
    name = office.advice_addressee or office.name
    body = (
        f"To {name}\n\nThe committee’s advice is enclosed as a PDF: {subject}.\n\n"
        f"Reference {letter.reference}. Please quote it in your reply.\n\n{letter.signatory}\n"
    )
    return {"subject": f"{letter.reference}: {subject}"[:255], "body": body}


def snapshot_of(
    letter: AdviceLetter, *, signed_by: Person | None = None, on: dt.date | None = None
) -> dict:
    """Everything the letter says, as JSON; a draft until somebody signs it.

    Restricted lines are left out, here and so everywhere the letter goes.
    """
    advice = letter.advice
    decisions = [_decision(decision) for decision in advice.decisions.all()]
    lines = advice_lists(advice)
    if len(decisions) == 1:  # else what is advised belongs to them all together
        decisions[0] |= lines
        lines = {name: [] for name in KEPT}
    signatory = signed_by or Person.objects.holding(Role.CHAIR).first()
    role = role_label(signed_by.roles_today) if signed_by else Role.CHAIR.label
    return {
        "committee": str(CommitteeName.objects.on(on or advice.given_on) or ""),
        "date": _day(on) if on else None,
        "reference": letter.reference,
        "addressees": [
            {"name": name, "dear": name.removeprefix("The "), "lines": [office.name]}
            for office in offices()
            if (name := office.advice_addressee or office.name)
        ],
        "subject": f"Advice on {advice.heading or 'the papers considered'}",
        "occasion": advice.occasion,
        "opening": letter.opening,
        "decisions": decisions,
        **lines,
        "ruled": rulings_told(advice),
        "closing": letter.closing,
        "signatory": {"name": signatory.name if signatory else "", "role": role},
        "is_draft": signed_by is None,
    }


def _decision(decision: Decision) -> dict:
    outcome = decision.outcome
    stated = decision.unanimity != Unanimity.NOT_STATED
    papers = decision.papers_in_order()
    return {
        "heading": "; ".join(str(paper) for paper in papers),
        "papers": [
            {"title": str(paper), "reference": paper.reference or "", "stage": paper.stage_label}
            for paper in papers
        ],
        "letter": outcome.letter if outcome else None,
        "short_label": outcome.short_label if outcome else decision.get_result_display(),
        "wording": outcome.wording if outcome else "",
        "printed_wording": decision.wording or "",
        "unanimity": decision.get_unanimity_display() if outcome and stated else "",
        **{name: [] for name in KEPT},
    }


def advice_lists(advice: Advice) -> dict[str, list[dict]]:
    """The lines of advice that may go out, by kind, those with a number under their number."""
    found = {name: [] for name in KEPT}
    lines = advice.lines.select_related("recommendation").order_by("position", "pk")
    under = {}
    for line in lines:
        under.setdefault(line.parent_id, []).append(line)
    _sort_into(found, under, None)
    return found


def _sort_into(found: dict, under: dict, parent: int | None, *, only=None) -> None:
    for line in under.get(parent, []):
        if line.restricted or (only and line.kind not in only):
            continue  # and with it whatever is nested under it
        if line.kind == LineKind.HEADING:
            _sort_into(found, under, line.pk)
        else:
            found[LISTS.get(line.kind, "comments")].append(_entry(line, under))
            _sort_into(found, under, line.pk, only=LISTS)


def _entry(line, under: dict) -> dict:
    recommendation = getattr(line, "recommendation", None)
    return {
        "label": recommendation.label if recommendation else "",
        "text": line.text,
        "due": line.due or (_day(line.due_on) if line.due_on else ""),
        "addressee": line.addressee,
        "points": _texts_under(line, under),
    }


def _texts_under(line, under: dict) -> list[str]:
    return [
        text
        for nested in under.get(line.pk, [])
        if not nested.restricted and nested.kind not in LISTS
        for text in [nested.text, *_texts_under(nested, under)]
    ]


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _list(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
