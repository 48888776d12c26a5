"""The one door through which a state changes."""

from committee.refusals import Refused


def move(thing, verb: str, **changes):
    """Take ``thing`` through ``verb`` in one conditional UPDATE, or refuse.

    ``thing.moves[verb]`` is ``({from states}, to state)``. Two people pressing the same
    button send two such statements; the database runs one after the other, and the
    second matches no row.

    Raises:
        Refused: ``thing`` is in a state from which ``verb`` does not lead.
    """
    sources, target = thing.moves[verb]
    rows = type(thing)._base_manager.filter(pk=thing.pk, state__in=sources)
    moved = rows.update(state=target, **changes)
    thing.refresh_from_db()
    if not moved:
        raise Refused(as_it_stands(thing))


def why_not_moved(thing, verb: str) -> str | None:
    """Why ``verb`` does not lead on from where ``thing`` stands, or None if it does."""
    return None if thing.state in thing.moves[verb][0] else as_it_stands(thing)


def as_it_stands(thing) -> str:
    """The state of ``thing`` as a sentence: This vote is closed."""
    return f"This {thing._meta.verbose_name} is {thing.get_state_display().lower()}."
