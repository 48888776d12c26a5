"""What may be told of a vote, and to whom: before the close nothing, then what the terms allow."""

from dataclasses import dataclass

from django.db.models import Q

from committee.models import BallotView
from meetings.models import Vote, VoteMethod
from meetings.states import VoteState
from meetings.tally import ABSTAIN
from proposals.models import Unanimity

COMMITTEE, PUBLIC = "committee", "public"
NOT_SET = {COMMITTEE: BallotView.COUNT, PUBLIC: BallotView.OUTCOME}


@dataclass(frozen=True)
class Row:
    """How many chose one outcome, and who, if names are told; abstentions have no letter."""

    letter: str
    label: str
    number: int | None  # None where agreement was stated and not counted
    names: tuple[str, ...] = ()

    @property
    def marks(self) -> range:
        return range(self.number or 0)


@dataclass(frozen=True)
class Told:
    """How a vote went, as far as it may be told: what is not told is empty.

    ``words`` are for print ("By a majority, 6 members voting: 5 for B, 1 for A");
    ``numbers`` those who were present, recused and so on; ``before`` says that a vote was void.
    """

    words: str = ""
    rows: tuple[Row, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    before: str = ""

    @property
    def has_names(self) -> bool:
        return any(row.names for row in self.rows)


@dataclass(frozen=True)
class Reason:
    """Why somebody chose as they did, in their words; by ``name``, if names are told."""

    text: str
    name: str = ""


NOTHING = Told()
SEEN = {
    BallotView.NAMES: "who voted how",
    BallotView.COUNT: "counts, not names",
    BallotView.OUTCOME: "the outcome, and whether it was unanimous",
}


def in_words(terms) -> str:
    """Who sees what of a closed vote: Members see counts, not names; the public sees …"""
    members, public = (SEEN[view_of(terms, to=to)] for to in (COMMITTEE, PUBLIC))
    if members == public:
        return f"Members and public see {members}."
    return f"Members see {members}; the public sees {public}."


def view_of(terms, *, to: str) -> str:
    """How much of a closed vote ``terms`` tell the committee, or the public."""
    return (terms.committee_sees if to == COMMITTEE else terms.public_sees) or NOT_SET[to]


def shows_who_waits(vote: Vote) -> bool:
    """Whether the secretariat may know who has not cast a ballot yet."""
    return vote.terms.shows_who_has_not_voted is not False


def acts_closed_to(_person) -> Q:
    """Acts in the history that tell who has voted, where the terms hide that."""
    secret = Vote.objects.filter(terms__shows_who_has_not_voted=False).values_list("pk", flat=True)
    if not secret:
        return Q()
    acts = ["meetings.cast_ballot", "meetings.take_ballot"]
    return Q(act__in=acts, subject_id__in=[str(pk) for pk in secret])


def told(vote: Vote, *, to: str) -> Told:
    """How ``vote`` went, as far as its terms let it be told ``to`` "committee" or "public"."""
    if vote.count is None:
        return NOTHING
    view = view_of(vote.terms, to=to)
    rows = _rows(vote, with_names=view == BallotView.NAMES)
    if view == BallotView.OUTCOME:
        return Told(words=_described(vote), before=_before(vote))
    return Told(
        words=_counted(vote, rows),
        rows=rows,
        numbers=_numbers(vote),
        before=_before(vote),
    )


def _rows(vote, *, with_names: bool) -> tuple[Row, ...]:
    options = vote.terms.options.order_by("letter")
    labels = [(option.letter, option.short_label) for option in options] + [(ABSTAIN, "Abstained")]
    who = _names(vote) if with_names else {}
    return tuple(
        Row(
            "" if letter == ABSTAIN else letter,
            label,
            vote.count.get(letter, 0),
            tuple(who.get(letter, ())),
        )
        for letter, label in labels
    )


def _names(vote) -> dict[str, list[str]]:
    """Who cast the ballots that were counted, by what they chose."""
    names: dict[str, list[str]] = {}
    for letter, ballot in _ballots(vote):
        names.setdefault(letter or ABSTAIN, []).append(str(ballot.member))
    return names


def _ballots(vote):
    """The ballots that were counted, each with its letter ("" to abstain), by name."""
    for ballot in vote.ballots.select_related("member", "choice").order_by("member__name"):
        if vote.roll is None or ballot.member_id in vote.roll["eligible"]:
            yield ballot.choice.letter if ballot.choice else "", ballot


def reasons(vote: Vote) -> list[tuple[Row, list[Reason]]]:
    """The reasons given with the ballots of a counted vote, outcome by outcome; for the committee.

    By name where names are told; else in the order of their words, which says nothing of who
    wrote them. Where the outcome alone is told, there are none: by what each is a reason for,
    they would tell the count. Whoever wrote one reads it beside their own ballot.
    """
    view = view_of(vote.terms, to=COMMITTEE)
    if vote.count is None or view == BallotView.OUTCOME:
        return []
    said: dict[str, list[Reason]] = {}
    for letter, ballot in _ballots(vote):
        if text := ballot.reason.strip():
            name = str(ballot.member) if view == BallotView.NAMES else ""
            said.setdefault(letter, []).append(Reason(text, name))
    for those in said.values():
        if view != BallotView.NAMES:
            those.sort(key=lambda one: (one.text.casefold(), one.text))
    return [(row, said[row.letter]) for row in _rows(vote, with_names=False) if row.letter in said]


READ_BY = {
    BallotView.NAMES: "Once the vote is closed the committee reads it, with your name.",
    BallotView.COUNT: "Once the vote is closed the committee reads it, without your name.",
    BallotView.OUTCOME: "Nobody but you reads it.",
}


def who_reads_reasons(terms) -> str:
    """For whoever casts a ballot: who will read the reason they give with it."""
    return f"{READ_BY[view_of(terms, to=COMMITTEE)]} It is not published."


def _numbers(vote) -> tuple[tuple[str, int], ...]:
    labels = [
        ("Appointed", vote.appointed),
        ("Present", vote.present),
        ("Absent", vote.absent),
        ("Recused", vote.recused),
        ("May vote", vote.eligible),
        ("Voted", vote.voted),
        ("Abstained", vote.abstained),
        ("Not cast", vote.not_cast),
    ]
    return tuple((label, number) for label, number in labels if number is not None)


def _described(vote) -> str:
    """Whether it was unanimous: as it is minuted, or, until then, as it was counted."""
    if vote.decision_id:
        stated = vote.decision.unanimity
        return "" if stated == Unanimity.NOT_STATED else Unanimity(stated).label
    return Unanimity.UNANIMOUS.label if vote.finding().is_unanimous else ""


def _counted(vote, rows) -> str:
    words = "By the chair’s casting vote" if vote.casting_id else _described(vote)
    if vote.method == VoteMethod.UNANIMITY:
        return words
    voting = sum(row.number for row in rows if row.letter)
    chosen = [f"{row.number} for {row.letter}" for row in rows if row.letter and row.number]
    abstained = rows[-1].number
    parts = [words] if words else []
    parts.append(f"{voting} {'member' if voting == 1 else 'members'} voting")
    counted = ", ".join(parts)
    if len(chosen) > 1:
        counted += f": {', '.join(chosen)}"
    counted += f"; {abstained} abstained" if abstained else ""
    return counted[0].upper() + counted[1:]


def _before(vote) -> str:
    """That an earlier vote on the same papers was void, if one was."""
    papers = list(vote.papers.values_list("pk", flat=True))
    void = Vote.objects.filter(state=VoteState.VOID, papers__in=papers, pk__lt=vote.pk).distinct()
    number = void.filter(meeting=vote.meeting_id).count()
    if not number:
        return ""
    which = "A first vote" if number == 1 else f"{number} earlier votes"
    return f"{which} on this {'was' if number == 1 else 'were'} declared void."


CLOSED_TO = {"committee.event": acts_closed_to}  # settings.CLOSED_TO
