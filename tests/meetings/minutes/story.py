"""One invented meeting that holds everything minutes can hold, in our own words."""

from committee.models import OutcomeOption
from meetings.actions import approve_minutes, issue_draft_minutes, publish_minutes
from meetings.models import AdviceGiven, Capacity, Presence
from proposals.models import Advice, Decision, Result, Unanimity
from tests import factories
from tests.factories import AgendaItemFactory, EntryFactory, PaperFactory

MATRIX = """Grades a day apart
| First | Low | High |
|:---|---:|:---:|
| Low | 40 | 2 |
| High | 1 | 9 |"""


def line(item, text, parent=None, **fields):
    return EntryFactory(item=item, text=text, parent=parent, **fields)


def paper(meeting, item, slug, title, **fields):
    """A paper about the proposal ``slug``, put to ``meeting`` under ``item``."""
    proposal = factories.ProposalFactory(slug=slug, title=f"The {slug} project")
    made = PaperFactory(proposal=proposal, title=title, **fields)
    meeting.meeting_papers.create(paper=made, key=slug)
    item.item_papers.create(paper=made, position=item.item_papers.count())
    return made


def advise(meeting, *, heading=None, item=None, lines=()):
    """Advice given at ``meeting``; each of ``lines`` is (kind, text) or (kind, text, fields)."""
    advice = Advice.objects.create(heading=heading)
    position = meeting.advice_given.count()
    AdviceGiven.objects.create(meeting=meeting, item=item, advice=advice, position=position)
    for place, (kind, text, *fields) in enumerate(lines):
        advice.lines.create(kind=kind, text=text, position=place, **(fields[0] if fields else {}))
    return advice


def decide(papers, letter=None, *, advice=None, result=Result.OUTCOME, **fields):
    option = letter and OutcomeOption.objects.get(terms__version=1, letter=letter)
    decision = Decision.objects.create(
        advice=advice,
        outcome=option,
        result=result,
        position=Decision.objects.count(),
        **{"unanimity": Unanimity.NOT_STATED} | fields,
    )
    for place, each in enumerate(papers):
        decision.decision_papers.create(paper=each, position=place)
    return decision


PEOPLE = [
    ("Ruth Okonjo", Capacity.MEMBER, Presence.PRESENT, {"role": "Vice Chair"}),
    ("Laura Penhale", Capacity.GUEST, Presence.IN_ATTENDANCE, {"rank": "ACC"}),
    (None, Capacity.OFFICER, Presence.PRESENT, {"initials": "YK", "organisation": "Lab"}),
    ("Amara Diallo", Capacity.MEMBER, Presence.APOLOGIES, {}),
    ("Neil Foxton", Capacity.GUEST, Presence.ABSENT, {"joined_remotely": True}),
]


def tell(meeting):
    """Fill ``meeting`` with the story; what was made is returned by name."""
    meeting.attendances.all().delete()
    for place, (name, capacity, presence, more) in enumerate(PEOPLE):
        meeting.attendances.create(
            position=place, name=name, capacity=capacity, presence=presence, **more
        )
    welcome = AgendaItemFactory(meeting=meeting, number="1", kind="welcome", title=None)
    line(welcome, "The chair opened the meeting & said *good morning*.")
    made = {"welcome": welcome} | _burglary(meeting) | _missing(meeting)
    AgendaItemFactory(meeting=meeting, kind="break", title="Break")
    firearms = AgendaItemFactory(meeting=meeting, number="3a & 3b", title="Firearms links")
    made["f"] = paper(meeting, firearms, "firearms", "Firearms links", stage="information")
    decide([made["f"]], result=Result.NOT_ASKED)
    made |= _advice(meeting, made)
    meeting.actions.create(text="Send the table", owner="Lab", item=made["missing"])
    meeting.actions.create(text="CANARY-LINE about a case.", position=1)
    return made


def _burglary(meeting):
    item = AgendaItemFactory(meeting=meeting, number="2", title="Burglary patterns", lead=["YK"])
    made = paper(meeting, item, "burglary", "Burglary patterns")
    line(item, "Questions were put:", kind="heading")
    parent = None
    for depth, kind in enumerate(["question", "answer", "comment", "answer", "comment"], start=1):
        parent = line(item, f"Turn {depth} of five.", parent, kind=kind, speaker="Member")
    line(item, MATRIX, kind="note")
    line(item, "Said once they had gone.", kind="comment", after_presenter_left=True)
    return {"burglary": item, "b": made}


def _missing(meeting):
    item = AgendaItemFactory(meeting=meeting, number="3a & 3b", title="Missing persons")
    papers = {
        "m1": paper(meeting, item, "triage", "Risk triage", stage="proposal"),
        "m2": paper(meeting, item, "interviews", "Return interviews"),
    }
    kept = line(item, "Which grades change within a day?", kind="question")
    secret = line(
        item,
        "CANARY-LINE about a case.",
        kind="question",
        restricted=True,
        restricted_reason="Law enforcement, section 31.",
        speaker="CANARY-SPEAKER",
    )
    line(item, "CANARY-REPLY to it.", secret, kind="answer")
    return papers | {"missing": item, "kept": kept, "secret": secret}


def _advice(meeting, made):
    """Two decisions that share advice, and one decision over two papers."""
    session = AgendaItemFactory(meeting=meeting, number="5", kind="advice", title="Advice")
    shared = advise(
        meeting,
        heading="Missing persons, both papers",
        lines=[
            ("comment", "The two belong apart."),
            ("heading", "The committee recommends:"),
            ("recommendation", "Treat them apart from now on.", {"addressee": "Lab"}),
            ("condition", "CANARY-CONDITION", {"restricted": True, "restricted_reason": "Law."}),
        ],
    )
    decide([made["m1"]], "E", advice=shared, unanimity=Unanimity.UNANIMOUS)
    decide([made["m2"]], "C", advice=shared, unanimity=Unanimity.MAJORITY)
    joint = advise(meeting, lines=[("question", "Who decides to stop?")])
    decide([made["b"], made["m2"]], "B", advice=joint, wording="Outcome B – carry on, mostly")
    return {"session": session, "advice": shared}


def hide_item(meeting):
    """An item about a system nobody may know of, with a line, a paper, advice and an action."""
    item = AgendaItemFactory(
        meeting=meeting,
        number="9",
        title="CANARY-TITLE",
        lead=["CANARY-LEAD"],
        restricted=True,
        restricted_reason="Personal data.",
    )
    made = paper(meeting, item, "canary-slug", "CANARY-PAPER")
    line(item, "CANARY-ENTRY in a hidden item.")
    child = AgendaItemFactory(meeting=meeting, number="9a", title="CANARY-CHILD", parent=item)
    line(child, "CANARY-GRANDCHILD")
    advice = advise(meeting, heading="CANARY-HEADING", lines=[("recommendation", "CANARY-ADVICE")])
    decide([made], "D", advice=advice, wording="CANARY-WORDING", reason="CANARY-REASON")
    meeting.actions.create(text="CANARY-ACTION", item=item)
    meeting.actions.create(text="CANARY-LABELLED", item_label="9")
    return item


def to_publication(version, *, ben, ed):
    """Take ``version`` through issue, approval and publication."""
    version = issue_draft_minutes(version, by=ed)
    return publish_minutes(approve_minutes(version, by=ben), by=ed)
