"""What proposals leave to be done, for the page /work/: one small function for each concern."""

from committee.worklist import WorkItem


def items(person) -> list[WorkItem]:
    """Everything of this app that awaits ``person``."""
    return [item for concern in CONCERNS for item in concern(person)]


CONCERNS = []
