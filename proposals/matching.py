"""To which enduring proposal a paper belongs, by its reference or by the names it goes under.

The same reference, title or known alias: that proposal. A name like no other: a new one. A
name much like another's: a provisional proposal of its own, and a question for the
secretariat (``ProposalMatch``), because joining two systems by mistake is worse than asking.
"""

from collections import defaultdict
from dataclasses import dataclass

from committee.models import Organisation
from proposals.known_aliases import KNOWN
from proposals.likeness import likeness, words_of
from proposals.models import Paper, Proposal, ProposalAlias, ProposalMatch, normalised
from proposals.naming import free_slug

ASKED = 3  # candidates put to the secretariat for one paper


@dataclass(frozen=True)
class Candidate:
    """A proposal that a paper may be about, how alike the names are, and why it is asked."""

    proposal: Proposal
    score: float
    reason: str


def ask_about_names(paper: Paper) -> None:
    """Ask, once, whether the proposal of ``paper`` is one that goes by a name of its own.

    Its body may not know of that one (add_proposal). Called inside submit_paper.
    """
    names = paper.proposal.aliases.values("normalised")
    same = Proposal.objects.filter(aliases__normalised__in=names).exclude(pk=paper.proposal_id)
    for one in same.exclude(matches__paper__proposal=paper.proposal_id).distinct():
        ProposalMatch.objects.create(
            paper=paper, candidate=one, score=1, reason="It has the same name."
        )


GROUPS = {normalised(name): number for number, known in enumerate(KNOWN) for name in known.names}


def group_of(name: str, body: Organisation | None) -> int | None:
    """The number of the known group that ``name``, of a paper of ``body``, belongs to."""
    number = GROUPS.get(normalised(name))
    if number is None or body is None or KNOWN[number].body in {None, body.short_name, body.name}:
        return number
    return None


class Register:
    """Every proposal by every name, read once; ``attach`` each paper of a record in turn."""

    def __init__(self):
        self._proposals = {row.pk: row for row in Proposal.objects.all()}
        self._references = {}
        self._names = defaultdict(set)  # normalised name → proposals
        self._words = defaultdict(dict)  # telling word → proposals → the words of their names
        self._groups = defaultdict(set)  # proposal → known groups of its names
        self._used = set()  # by papers of this record: different papers there, so not in doubt
        self._bodies = _bodies()
        for row in self._proposals.values():
            self._learn(row, row.title, row.reference)
        for alias in ProposalAlias.objects.values_list("proposal", "name"):
            self._learn(self._proposals[alias[0]], alias[1])
        for pk, reference in Paper.objects.exclude(reference=None).values_list(
            "proposal", "reference"
        ):
            self._references.setdefault(reference.lower(), self._proposals[pk])

    def attach(
        self, *, title: str, reference: str | None, submitted_by: str | None
    ) -> tuple[Proposal, list[Candidate]]:
        """The proposal of a paper, found or made, and what to ask the secretariat about it."""
        body = self._bodies.get((submitted_by or "").lower())
        group = group_of(title, body)
        found = self._references.get((reference or "").lower())
        same = self._named(title, group)
        if found is None and len(same) == 1 and not self._is_of_another(same[0], body):
            found = same[0]
        if found is not None:
            return self._take(found, title, reference), []
        asked = [Candidate(row, 1.0, "It has the same name.") for row in same]
        asked = asked or self._alike(title, body, group)
        made = self._make(title, reference, body, group)
        return self._take(made, title, reference), asked[:ASKED]

    def _learn(self, proposal, name, reference=None):
        self._names[normalised(name) or name].add(proposal.pk)
        words = words_of(name)
        for word in words:
            self._words[word].setdefault(proposal.pk, set()).add(words)
        self._groups[proposal.pk].add(group_of(name, self._body_of(proposal)))
        if reference:
            self._references.setdefault(reference.lower(), proposal)

    def _body_of(self, proposal):
        return self._bodies.get(proposal.submitting_body_id)

    def _named(self, title, group) -> list[Proposal]:
        names = [title, *(KNOWN[group].names if group is not None else ())]
        found = {pk for name in names for pk in self._names.get(normalised(name) or name, ())}
        return [self._proposals[pk] for pk in sorted(found) if self._may_share(pk, group)]

    def _may_share(self, pk, group) -> bool:
        """False where both are known, and known to be different systems."""
        known = self._groups[pk] - {None}
        return group is None or not known or group in known

    @staticmethod
    def _is_of_another(proposal, body) -> bool:
        return None not in (proposal.submitting_body_id, body) and (
            proposal.submitting_body_id != body.pk
        )

    def _alike(self, title, body, group) -> list[Candidate]:
        words = words_of(title)
        scores = defaultdict(float)
        for word in words:
            for pk, names in self._words.get(word, {}).items():
                for name in names:
                    scores[pk] = max(scores[pk], likeness(words, name))
        asked = [
            Candidate(self._proposals[pk], score, "Its name is much like this one.")
            for pk, score in scores.items()
            if score
            and pk not in self._used
            and self._may_share(pk, group)
            and not self._is_of_another(self._proposals[pk], body)
        ]
        return sorted(asked, key=lambda candidate: (-candidate.score, candidate.proposal.pk))

    def _make(self, title, reference, body, group) -> Proposal:
        name = KNOWN[group].names[0] if group is not None else title
        made = Proposal.objects.create(
            slug=free_slug(name), title=name, reference=reference, submitting_body=body
        )
        self._proposals[made.pk] = made
        for alias in (name, *(KNOWN[group].names if group is not None else ())):
            self._alias(made, alias)
        return made

    def _take(self, proposal, title, reference) -> Proposal:
        self._alias(proposal, title)
        self._learn(proposal, title, reference)
        self._used.add(proposal.pk)
        return proposal

    def _alias(self, proposal, name):
        if normalised(name):
            proposal.aliases.get_or_create(normalised=normalised(name), defaults={"name": name})
        self._learn(proposal, name)


def _bodies() -> dict:
    """Organisations by their names, in lower case, and by their keys."""
    found = {}
    for body in Organisation.objects.all():
        found |= {body.pk: body, body.name.lower(): body}
        if body.short_name:
            found[body.short_name.lower()] = body
    return found
