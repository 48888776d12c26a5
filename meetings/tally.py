"""What a count says under the terms, as arithmetic: numbers in, a finding out, no database."""

from dataclasses import dataclass
from fractions import Fraction

from committee.quorum import Quorum

ABSTAIN = "abstain"
MAJORITY, PLURALITY = "majority", "plurality"  # the voting rules of committee.models.terms


@dataclass(frozen=True)
class Ask:
    """What a count leaves open: the fact, and what the chair is asked because of it."""

    fact: str
    question: str


@dataclass(frozen=True)
class Finding:
    """What a closed vote shows.

    ``suggested`` is the outcome the terms lead to, or None; ``asks`` are the questions that
    the count leaves to the chair, whose answer is put on record with the outcome. In a tie
    that the chair's casting vote breaks, ``casting`` are the letters between which it chooses.
    """

    leading: tuple[str, ...]
    votes: int
    abstained: int
    is_unanimous: bool
    has_majority: bool
    quorum_needed: int | None
    is_quorate: bool | None
    suggested: str | None
    sentence: str
    asks: tuple[Ask, ...]
    casting: tuple[str, ...] = ()

    @property
    def without_numbers(self) -> str:
        """``sentence`` for those to whom the terms show no count."""
        if not self.leading:
            return "No vote for an outcome."
        if self.is_unanimous:
            return f"Unanimous for {self.leading[0]}."
        if len(self.leading) > 1:
            return f"{_list(self.leading)} have the same number of votes."
        return f"{self.leading[0]} has most votes."


def find(
    count: dict[str, int],
    *,
    eligible: int,
    appointed: int,
    rule: str | None,
    quorum: Quorum | None,
    casting: bool | None = None,
) -> Finding:
    """What ``count`` (letters and "abstain") says.

    Args:
        eligible: the voting members who could vote on the question.
        appointed: those who held office, for a quorum that is a share.
        rule, quorum, casting: of the terms; None where they do not say.
    """
    cast = {letter: number for letter, number in count.items() if letter != ABSTAIN and number}
    votes, most = sum(cast.values()), max(cast.values(), default=0)
    leading = tuple(sorted(letter for letter, number in cast.items() if number == most))
    needed = quorum.of(appointed) if quorum else None
    unanimous = len(cast) == 1 and not count.get(ABSTAIN)
    has_majority = len(leading) == 1 and Fraction(most, votes) > Fraction(1, 2)
    tie = leading if casting and len(leading) > 1 else ()  # and somebody to break it
    asks = _asks_of_quorum(eligible, needed)
    if not tie and not unanimous:  # whatever the rule, nobody chose anything else
        asks += _asks_of_count(leading, rule, has_majority=has_majority, casting=casting)
    return Finding(
        leading=leading,
        votes=votes,
        abstained=count.get(ABSTAIN, 0),
        is_unanimous=unanimous,
        has_majority=has_majority,
        quorum_needed=needed,
        is_quorate=None if needed is None else eligible >= needed,
        suggested=leading[0] if len(leading) == 1 and not asks else None,
        sentence=_sentence(cast, leading, votes, count.get(ABSTAIN, 0)),
        asks=tuple(asks),
        casting=tie,
    )


def find_stated(letter: str, *, eligible: int, appointed: int, quorum: Quorum | None) -> Finding:
    """What a vote says that was unanimous for ``letter`` and not counted."""
    needed = quorum.of(appointed) if quorum else None
    asks = _asks_of_quorum(eligible, needed)
    return Finding(
        leading=(letter,),
        votes=0,
        abstained=0,
        is_unanimous=True,
        has_majority=True,
        quorum_needed=needed,
        is_quorate=None if needed is None else eligible >= needed,
        suggested=None if asks else letter,
        sentence=f"Unanimous for {letter}, without a count.",
        asks=tuple(asks),
    )


STATED = "Which outcome does the chair state, and why?"


def _asks_of_quorum(eligible: int, needed: int | None) -> list[Ask]:
    if needed is None or eligible >= needed:
        return []
    fact = f"There was no quorum: {eligible} could vote, {needed} are needed."
    return [Ask(fact, "Why can the outcome stand without a quorum?")]


def _asks_of_count(leading, rule, *, has_majority: bool, casting: bool | None) -> list[Ask]:
    if not leading:
        return [Ask("Nobody voted for an outcome.", STATED)]
    if len(leading) > 1:
        no_vote = "The chair has no casting vote." if casting is False else CASTING_NOT_SET
        return [Ask(f"There is a tie between {_list(leading)}. {no_vote}", STATED)]
    if rule is None:
        return [Ask("The terms of reference set no voting rule.", STATED)]
    if rule == MAJORITY and not has_majority:
        fact = f"{leading[0]} has most votes, but not more than half, which the terms ask for."
        return [Ask(fact, STATED)]
    return []


CASTING_NOT_SET = "The terms do not say whether the chair has a casting vote."


def _sentence(cast: dict[str, int], leading, votes: int, abstained: int) -> str:
    aside = f"; {abstained} abstained" if abstained else ""
    if not votes:
        return f"No vote for an outcome{aside}."
    if len(leading) > 1:
        return f"{_list(leading)} have {cast[leading[0]]} of {votes} votes each{aside}."
    if len(cast) == 1 and not abstained:
        return f"Unanimous for {leading[0]}, with {votes} {'vote' if votes == 1 else 'votes'}."
    return f"{leading[0]} has {cast[leading[0]]} of {votes} votes{aside}."


def _list(letters) -> str:
    *others, last = letters
    return f"{', '.join(others)} and {last}" if others else last
