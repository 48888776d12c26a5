"""Rows of the ledger as a reader may see them: what was asked, answered, ruled."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from committee.closed import open_to
from proposals.known import known_to, told_rulings
from proposals.models import Answer, Paper, Proposal, Recommendation, Ruling


@dataclass
class Row:
    """One point: the proposals it is about, what was answered and ruled, oldest first."""

    asked: Recommendation
    proposals: list[Proposal] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)

    @property
    def answer(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def is_being_ruled_on(self) -> bool:
        """Whether advice that is still being written says what becomes of it."""
        return any(ruling.in_force_at is None for ruling in self.rulings)

    @property
    def history(self) -> list[dict]:
        """Answers and rulings, each with its day, the newest first."""
        told = [{"answer": answer, "at": answer.given_at} for answer in self.answers]
        told += [{"ruling": ruling, "at": ruling.in_force_at} for ruling in self.rulings]
        drafts = [one for one in told if one["at"] is None]
        given = [one for one in told if one["at"] is not None]
        return drafts + sorted(given, key=lambda one: one["at"], reverse=True)


@dataclass(frozen=True)
class LineTold:
    """A line of the minutes about a point: where, in which words."""

    telling: str
    where: str
    words: str
    url: str


def lines_on(asked: Recommendation, reader) -> list[LineTold]:
    """What minutes say of ``asked``, as the apps above contribute it (settings.LEDGER_LINES)."""
    return [line for name in settings.LEDGER_LINES for line in import_string(name)(asked, reader)]


def row_of(asked: Recommendation, reader) -> Row:
    return rows_for([asked], reader)[0]


def rows_for(asked, reader) -> list[Row]:
    """A row for each of ``asked``, in a fixed number of queries."""
    rows = {one.pk: Row(one) for one in asked}
    _add_proposals(rows, reader)
    _add_known(rows, reader)
    for answer in _with_links(list(_answers(rows, reader)), reader):
        rows[answer.recommendation_id].answers.append(answer)
    for ruling in _rulings(rows, reader):
        rows[ruling.recommendation_id].rulings.append(ruling)
    return list(rows.values())


def _add_proposals(rows, reader) -> None:
    papers = Paper.objects.visible_to(reader)
    link = Recommendation.papers.through
    pairs = link.objects.filter(recommendation__in=rows)
    seen = Proposal.objects.visible_to(reader)
    pairs = pairs.filter(Q(paper__in=papers) | Q(paper__proposal__in=seen))
    for pair in pairs.select_related("paper__proposal").order_by("paper__proposal__title"):
        found = rows[pair.recommendation_id].proposals
        if pair.paper.proposal not in found:
            found.append(pair.paper.proposal)


def _add_known(rows, reader) -> None:
    """How each stands for somebody outside the committee: as far as they were told."""
    if reader.sits_with_committee:
        return
    known = known_to(Recommendation.objects.filter(pk__in=rows), reader)
    for pk, state in known.order_by().values_list("pk", "known"):
        rows[pk].asked.known = state


def _answers(rows, reader):
    answers = Answer.objects.visible_to(reader).filter(recommendation__in=rows)
    answers = answers.select_related("written_by", "paper__proposal", "file__paper__proposal")
    return answers.order_by("written_at", "pk")


def _with_links(answers: list[Answer], reader) -> list[Answer]:
    """``answers``, each with the address of its file where the reader may open that."""
    files = [one.file for one in answers if one.file and one.file.is_ready]
    papers = Paper.objects.visible_to(reader).filter(pk__in=[file.paper_id for file in files])
    readable = set(papers.values_list("pk", flat=True)) if files else set()
    for one in answers:
        is_open = one.file in files and one.file.paper_id in readable
        one.file_url = one.file.url_to("paper_file") if is_open else ""
    return answers


def _rulings(rows, reader):
    """Those the reader was told of; for the committee what is being written too."""
    rulings = Ruling.objects.all() if reader.sits_with_committee else told_rulings(reader)
    rulings = rulings.filter(recommendation__in=rows)
    rulings = open_to(rulings, reader).select_related("advice", "replaced_by__recommendation")
    return rulings.order_by("in_force_at", "pk")
