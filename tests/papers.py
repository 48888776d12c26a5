"""Papers that are written in sections, in the words of the tests."""

import datetime as dt

from committee.models import Organisation
from proposals.models import Paper, PaperOutline, PaperSection, PaperVersion
from tests.factories import NINE, PaperFactory, PersonFactory, ProposalFactory

SECTIONS = {"purpose": "Purpose and benefits", "bias": "Bias", "advisory": "Advisory"}


def outline() -> PaperOutline:
    """An outline of three sections, the last of ALGO-CARE."""
    found, is_new = PaperOutline.objects.get_or_create(
        version=90, defaults={"in_use_from": dt.date(2090, 1, 1)}
    )
    if is_new:
        for position, (key, heading) in enumerate(SECTIONS.items()):
            group = "algo_care" if key == "advisory" else "paper"
            found.sections.create(key=key, heading=heading, group=group, position=position)
    return found


def section(key="purpose") -> PaperSection:
    return outline().sections.get(key=key)


def written(paper: Paper, *, more=None, **texts) -> PaperVersion:
    """The next version of ``paper``, saying ``texts`` in its sections, and ``more`` beside."""
    said = [
        {"key": key, "group": one.group, "heading": one.heading, "prompt": "", "text": texts[key]}
        for key, one in {one.key: one for one in outline().sections.all()}.items()
        if key in texts
    ]
    return paper.versions.create(
        number=paper.versions.count() + 1,
        snapshot={"sections": said} | (more or {}),
        submitted_at=NINE,
        submitted_by=PersonFactory(),
    )


def a_paper(state="accepted", *, body="Lab", proposal=None, **texts) -> Paper:
    """A paper of ``body``, with one version that says ``texts`` once it is submitted."""
    lab = Organisation.objects.get(short_name=body)
    proposal = proposal or ProposalFactory(submitting_body=lab)
    paper = PaperFactory(state=state, outline=outline(), proposal=proposal)
    if state != "draft":
        written(paper, **texts or {"purpose": "To find stolen cars.", "bias": "None was found."})
    return paper
