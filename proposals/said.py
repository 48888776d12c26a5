"""What a paper says, section by section: the words a reader of it is to see."""

from dataclasses import dataclass

from proposals.models import Paper, PaperVersion, ReturnPlace, ReturnReason, SectionGroup
from proposals.states import STILL_WRITTEN

AT_ANSWERS, AT_EVIDENCE = f":{ReturnPlace.ANSWERS}", f":{ReturnPlace.EVIDENCE}"


@dataclass(frozen=True)
class Said:
    """One section of a paper, with its words as they stood when it was submitted."""

    key: str
    heading: str
    text: str = ""
    group: str = SectionGroup.PAPER
    prompt: str = ""

    @property
    def is_algo_care(self) -> bool:
        return self.group == SectionGroup.ALGO_CARE


def said_in(version: PaperVersion) -> list[Said]:
    """The sections of a submitted version, as they were frozen."""
    return [
        Said(
            key=one["key"],
            heading=one.get("heading") or one["key"],
            text=one.get("text") or "",
            group=one.get("group") or SectionGroup.PAPER,
            prompt=one.get("prompt") or "",
        )
        for one in version.snapshot.get("sections", [])
    ]


def said_now(paper: Paper) -> list[Said]:
    """The sections as they are written now; none for a paper that has no outline."""
    if paper.outline_id is None:
        return []
    texts = {one.section_id: one.text for one in paper.texts.all()}
    return [
        Said(one.key, one.heading, texts.get(one.pk, ""), one.group, one.prompt)
        for one in paper.outline.sections.all()
    ]


def newest_version(paper: Paper) -> PaperVersion | None:
    """The version that was submitted last: once a paper is accepted, what the committee reads."""
    return paper.versions.select_related("document").order_by("-number").first()


def version_to_read(paper: Paper) -> PaperVersion | None:
    """What is read of ``paper``: its last version, or None while its body still writes it."""
    return None if paper.state in STILL_WRITTEN else newest_version(paper)


def why_returned(version: PaperVersion | None) -> dict[str, list[ReturnReason]]:
    """Why ``version`` came back, by where: the key of a section, AT_EVIDENCE, AT_ANSWERS; "" is
    the paper as a whole."""
    found = {}
    for reason in version.reasons.select_related("section") if version else []:
        found.setdefault(reason.at, []).append(reason)
    return found
