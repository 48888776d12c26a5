import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.lineage import are_of_two_bodies, link_predecessors
from proposals.models import FormerSlug, Proposal, ProposalMatch, normalised

MOVED_ALREADY = {"papers", "aliases", "matches", "former_slugs"}
FILLED = ("reference", "summary", "submitting_body", "sponsor", "kind", "level", "phase")


@act
def merge_proposals(
    proposal: Proposal,
    into: Proposal,
    *,
    by: Person,
    joins_bodies: bool = False,
    at: dt.datetime | None = None,
) -> Proposal:
    """Make one proposal of two that are the same system: papers and names move to ``into``.

    Who reads a paper follows from the body of its proposal: two of different bodies are made one
    only where that is said, by ``joins_bodies``.

    A public address of ``proposal`` leads to ``into`` from now on; one that never was public
    leads nowhere, or it would tell that name to whoever guesses it.
    """
    require(by, "proposals.merge_proposals", proposal)
    if proposal == into:
        raise Refused("A proposal cannot be merged into itself.")
    if not joins_bodies:
        _check_bodies(proposal, into)
    papers = list(proposal.papers.values_list("pk", flat=True))
    proposal.papers.update(proposal=into)
    proposal.case_files.update(proposal=into)
    _move_names(proposal, into)
    _move_questions(proposal, into)
    _move_the_rest(proposal, into)
    slug, title, was_public = proposal.slug, proposal.title, proposal.is_public
    proposal.delete()
    _fill(into, proposal)
    if was_public:
        FormerSlug.objects.create(slug=slug, proposal=into)
    link_predecessors([into.pk])
    facts = {"merged": slug, "title": title, "papers": papers}
    facts |= {"joins_bodies": True} if joins_bodies else {}
    record("proposals.merge_proposals", into, by=by, at=at, **facts)
    return into


def _check_bodies(proposal, into) -> None:
    if are_of_two_bodies(proposal, into):
        raise Refused(
            f"“{proposal}” is of {proposal.submitting_body}, “{into}” of {into.submitting_body}, "
            f"who would have all its papers. If that is meant, open “{proposal}”, choose “It is "
            "the same as another proposal”, and say so there."
        )


def _move_names(proposal, into) -> None:
    proposal.former_slugs.update(proposal=into)
    known = set(into.aliases.values_list("normalised", flat=True))
    shown = proposal.aliases.filter(is_public=True).values_list("normalised", flat=True)
    public = [*shown, normalised(proposal.title)] if proposal.is_public else list(shown)
    proposal.aliases.exclude(normalised__in=known).update(proposal=into)
    into.aliases.filter(normalised__in=public).update(is_public=True)


def _move_questions(proposal, into) -> None:
    """What was asked about ``proposal`` is about ``into``, unless that was asked already."""
    asked = ProposalMatch.objects.filter(candidate=into).values("paper")
    proposal.matches.exclude(paper__in=list(asked.values_list("paper", flat=True))).update(
        candidate=into
    )


def _move_the_rest(proposal, into) -> None:
    """Whatever else is kept of a proposal: what is expected back, and what may yet come to be."""
    expected = into.expected_returns.exclude(decision=None).values_list("decision", flat=True)
    proposal.expected_returns.filter(decision__in=list(expected)).delete()  # one decision on both
    for relation in Proposal._meta.related_objects:
        if relation.get_accessor_name() not in MOVED_ALREADY:
            rows = relation.related_model._base_manager.filter(**{relation.field.name: proposal})
            rows.update(**{relation.field.name: into})


def _fill(into, proposal) -> None:
    for name in FILLED:
        if not getattr(into, name):
            setattr(into, name, getattr(proposal, name))
    into.is_public = into.is_public or proposal.is_public
    into.save()
