"""What a declared interest closes to the member who leaves the room: everything, everywhere.

To that person a closed row is as one that does not exist. It lasts from the declaration until
the minutes are published, the interest is withdrawn, or it is ruled that they may stay.

``closed_to`` finds the items and papers; each function below it says which rows of one model
follow from these. Querysets that pages read ask for them by ``committee.closed.open_to``.
"""

from dataclasses import dataclass

from django.db.models import Prefetch, Q

from committee.closed import open_to
from meetings.models import AgendaItem, Entry, Interest, ItemPaper, MinutesVersion, Vote
from proposals.models import (
    Advice,
    AdviceLetter,
    AdviceLine,
    CaseFileEdition,
    Decision,
    Paper,
    PaperVersion,
    Proposal,
    Recommendation,
)


@dataclass(frozen=True)
class Closed:
    """Keys of the items and papers closed to somebody, and of their meetings."""

    items: frozenset[int] = frozenset()
    papers: frozenset[int] = frozenset()
    meetings: frozenset[int] = frozenset()


def closed_to(person) -> Closed:
    """What is closed to ``person``: asked many times for one page, so kept on the instance."""
    if not hasattr(person, "_closed"):
        person._closed = _of(Interest.objects.closing().filter(member=person.pk))
    return person._closed


def items_without_vote(person) -> frozenset[int]:
    """The items on which ``person`` does not vote, nor conduct a vote."""
    return _of(Interest.objects.standing().barring_votes().filter(member=person.pk)).items


def closed_to_anybody() -> Closed:
    """What is closed to anybody at all."""
    return _of(Interest.objects.closing())


def _of(interests) -> Closed:
    """What ``interests`` concern, in as many questions for many of them as for one."""
    declared = list(interests.values_list("meeting", "item", "paper"))
    if not declared:
        return Closed()
    meetings = frozenset(meeting for meeting, _, _ in declared)
    agendas = AgendaItem.objects.filter(meeting__in=meetings).order_by()
    agendas = list(agendas.values_list("pk", "parent", "meeting"))
    heard = ItemPaper.objects.filter(item__meeting__in=meetings).order_by()
    heard = list(heard.values_list("item", "paper"))
    items, papers = set(), set()
    for meeting, item, paper in declared:
        own = {item} | {pk for pk, parent, _ in agendas if item and parent == item}
        mine = {paper} if paper else {one for held, one in heard if held in own}
        hearing = {held for held, one in heard if one in mine}
        direct = {pk for pk, _, on in agendas if pk == item or (on == meeting and pk in hearing)}
        items |= direct | {pk for pk, parent, _ in agendas if parent in direct}
        papers |= mine
    return Closed(frozenset(items), frozenset(papers), meetings)


def papers_open_to(person) -> Prefetch:
    """The papers of items, without those closed to ``person``."""
    return Prefetch("papers", open_to(Paper.objects.select_related("proposal"), person))


def papers_closed_to(person) -> Q:
    """Papers they declared, and those that stand under an item they declared."""
    return Q(pk__in=closed_to(person).papers) if closed_to(person).papers else Q()


def of_papers_closed_to(person) -> Q:
    """What belongs to such a paper: its texts, versions, evidence, and what is asked of it."""
    papers = closed_to(person).papers
    return Q(paper__in=papers) if papers else Q()


def proposals_closed_to(person) -> Q:
    """Proposals that no other paper has brought before the committee, nor the public."""
    papers = closed_to(person).papers
    if not papers:
        return Q()
    others = Paper.objects.put().exclude(pk__in=papers)
    known = Q(is_public=True) | Q(pk__in=others.values("proposal"))
    return Q(pk__in=Proposal.objects.filter(papers__in=papers).exclude(known).values("pk"))


def items_closed_to(person) -> Q:
    """Items they declared, and those under which such a paper stands, with what is under these."""
    return Q(pk__in=closed_to(person).items) if closed_to(person).items else Q()


def votes_closed_to(person) -> Q:
    """Votes under such an item, or on such a paper."""
    return _under_or_about(person, item="item", about=Vote.objects, paper="papers", key="pk")


def advice_closed_to(person) -> Q:
    """Advice given under such an item, or on such a paper."""
    about = {"about": Decision.objects.exclude(advice=None), "paper": "papers", "key": "advice"}
    return _under_or_about(person, item="given__item", **about)


def decisions_closed_to(person) -> Q:
    about = {"about": Decision.objects, "paper": "papers", "key": "pk"}
    return _under_or_about(person, item="advice__given__item", **about)


def letters_closed_to(person) -> Q:
    """Letters with such advice, sent or not: what they say is not public yet."""
    if closed := advice_closed_to(person):
        return Q(advice__in=Advice.objects.filter(closed).values("pk"))
    return Q()


def recommendations_closed_to(person) -> Q:
    """What such advice asked, and what was asked or undertaken about such a paper."""
    if not (closed := closed_to(person)).papers:
        return Q()
    about = Recommendation.objects.filter(papers__in=closed.papers).order_by()
    advised = AdviceLine.objects.filter(advice__in=Advice.objects.filter(advice_closed_to(person)))
    return Q(pk__in=about.values("pk")) | Q(line__in=advised.order_by().values("pk"))


def answers_closed_to(person) -> Q:
    """Answers in such a paper, and to such points."""
    if not (closed := closed_to(person)).papers:
        return Q()
    asked = Recommendation.objects.filter(recommendations_closed_to(person))
    return Q(paper__in=closed.papers) | Q(recommendation__in=asked.order_by().values("pk"))


def rulings_closed_to(person) -> Q:
    """Rulings in such advice, and on such points."""
    if not (closed := advice_closed_to(person)):
        return Q()
    advised = Advice.objects.filter(closed).order_by()
    asked = Recommendation.objects.filter(recommendations_closed_to(person)).order_by()
    return Q(advice__in=advised.values("pk")) | Q(recommendation__in=asked.values("pk"))


def returns_closed_to(person) -> Q:
    """That such a proposal is to come back after such a decision."""
    if closed := decisions_closed_to(person):
        return Q(decision__in=Decision.objects.filter(closed).order_by().values("pk"))
    return Q()


def actions_closed_to(person) -> Q:
    return Q(item__in=closed_to(person).items) if closed_to(person).items else Q()


def interests_closed_to(person) -> Q:
    """What others declared on the same; and one's own notes on it, which come back with it."""
    closed = closed_to(person)
    return Q(item__in=closed.items) | Q(paper__in=closed.papers) if closed.meetings else Q()


def suggestions_closed_to(person) -> Q:
    """Corrections suggested to lines of such an item, or of such advice."""
    if not (closed := closed_to(person)).meetings:
        return Q()
    entries = Entry.objects.filter(item__in=closed.items)
    lines = AdviceLine.objects.filter(advice__in=Advice.objects.filter(advice_closed_to(person)))
    return Q(line_key__in=entries.values("key")) | Q(line_key__in=lines.values("key"))


def documents_closed_to(person) -> Q:
    """The letters on it, its papers, and drafts of minutes, the same for all who get them."""
    if not (closed := closed_to(person)).meetings:
        return Q()
    minutes = MinutesVersion.objects.filter(meeting__in=closed.meetings)
    letters = AdviceLetter.objects.filter(letters_closed_to(person)).exclude(document=None)
    versions = PaperVersion.objects.filter(paper__in=closed.papers).exclude(document=None)
    return (
        Q(pk__in=letters.values("document"))
        | Q(pk__in=versions.values("document"))
        | Q(pk__in=minutes.exclude(draft_document=None).values("draft_document"))
        | Q(pk__in=minutes.exclude(document=None).values("document"))
    )


def case_files_closed_to(person) -> Q:
    """Internal case files that hold a closed paper, or what was heard or decided with one."""
    closed = closed_to(person)
    if not closed.meetings:
        return Q()
    decided = Decision.objects.filter(papers__in=closed.papers)
    voted = Vote.objects.filter(Q(papers__in=closed.papers) | Q(item__in=closed.items))
    touched = Paper.objects.filter(
        Q(pk__in=closed.papers)
        | Q(item_papers__item__in=closed.items)
        | Q(decisions__in=decided)
        | Q(decisions__advice__decisions__in=decided)
        | Q(decisions__advice__given__item__in=closed.items)
        | Q(votes__in=voted)
    )
    return Q(edition=CaseFileEdition.INTERNAL, proposal__in=touched.values("proposal"))


def _under_or_about(person, *, item, about, paper, key) -> Q:
    """Rows under a closed item, or whose ``key`` is that of a row about a closed paper."""
    closed = closed_to(person)
    if not closed.meetings:
        return Q()
    concerned = about.filter(**{f"{paper}__in": closed.papers})
    return Q(**{f"{item}__in": closed.items}) | Q(pk__in=concerned.values(key))


CLOSED_TO = {  # settings.CLOSED_TO: rows of each model, as closed to one person
    "committee.document": documents_closed_to,
    "meetings.actionpoint": actions_closed_to,
    "meetings.agendaitem": items_closed_to,
    "meetings.interest": interests_closed_to,
    "meetings.privatenote": interests_closed_to,
    "meetings.suggestion": suggestions_closed_to,
    "meetings.vote": votes_closed_to,
    "proposals.advancequestion": of_papers_closed_to,
    "proposals.advice": advice_closed_to,
    "proposals.adviceletter": letters_closed_to,
    "proposals.answer": answers_closed_to,
    "proposals.casefile": case_files_closed_to,
    "proposals.decision": decisions_closed_to,
    "proposals.expectedreturn": returns_closed_to,
    "proposals.evidence": of_papers_closed_to,
    "proposals.paper": papers_closed_to,
    "proposals.paperversion": of_papers_closed_to,
    "proposals.proposal": proposals_closed_to,
    "proposals.recommendation": recommendations_closed_to,
    "proposals.ruling": rulings_closed_to,
    "proposals.sectiontext": of_papers_closed_to,
}
