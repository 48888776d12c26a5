"""Papers as their body writes them, in the words of tests."""

from proposals.actions import draft_paper, set_requirements, write_section
from proposals.models import PaperSection
from tests.factories import ProposalFactory


def lab_of(person):
    """The body for which ``person`` submits papers."""
    return person.appointments.get().organisation


def begun(by, *, stage="proposal", title="Model", **more):
    """A paper of the body of ``by``, begun and empty."""
    proposal = more.pop("proposal", None) or ProposalFactory(submitting_body=lab_of(by))
    return draft_paper(proposal, by=by, stage=stage, title=title, **more)


def section_of(paper, key):
    return PaperSection.objects.get(outline=paper.outline, key=key)


def say(paper, key, text, *, by, version=0):
    """Have ``by`` write one section."""
    return write_section(paper, by=by, section=section_of(paper, key), text=text, version=version)


def ask(terms, by, *, stage="proposal", **asked):
    """Have the terms ask papers for what is named: ``dpia=True`` must be there, False warns."""
    return set_requirements(terms, by=by, stage=stage, asked=asked)
