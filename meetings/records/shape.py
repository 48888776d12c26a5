"""How a record was written, where that differs from the usual, so that it comes out the same.

Each row keeps in ``record_shape`` only the difference from the usual keys of its kind:
``absent`` lists usual keys that the source left out, ``given`` holds what it said under keys
that no column keeps (an empty list, a null list, the speaker of a line of advice). A row
made by hand has ``{}`` and is written in the usual keys.
"""

RECORD = (
    "schema",
    "source",
    "committee",
    "meeting",
    "people",
    "proposals",
    "items",
    "advice",
    "actions",
)
MEETING = ("title", "date", "date_basis", "start", "end", "venue", "chair")
PERSON = ("name", "initials", "rank", "role", "organisation", "attendance")
PROPOSAL = ("key", "reference", "title", "submitted_by", "stage", "stage_text")
ITEM = ("number", "start", "kind", "title", "lead", "proposals", "entries")
ENTRY = ("kind", "speaker", "text")
ADVICE = ("heading", "decisions", "entries")
DECISION = ("proposals", "outcome", "unanimous", "text")
ADVICE_LINE = ("kind", "text")
ACTION = ("item", "owner", "due", "text")

LISTS = {"people", "proposals", "items", "advice", "actions", "lead", "entries", "decisions"}
COLUMNS = {"entries", "restricted", "after_presenter_left"}  # kept by rows, when they say something
ORDER = [*ENTRY, "restricted", "after_presenter_left", "entries"]


def shape_of(node: dict, usual: tuple) -> dict:
    """What must be kept beside the columns so that ``node`` can be written again."""
    absent = [key for key in usual if key not in node]
    given = {
        key: value
        for key, value in node.items()
        if (value is None and key in LISTS) or (key not in usual and not (key in COLUMNS and value))
    }
    shape = {}
    if absent:
        shape["absent"] = absent
    if given:
        shape["given"] = given
    return shape


def written(node: dict, shape: dict) -> dict:
    """``node``, in the usual keys, as its source wrote it; what was filled in since stays."""
    absent = shape.get("absent", ())
    kept = {
        key: value for key, value in node.items() if key not in absent or value not in (None, [])
    }
    for key, value in shape.get("given", {}).items():
        if not kept.get(key):
            kept[key] = value
    if "text" in kept and "kind" in kept:
        return dict(sorted(kept.items(), key=lambda pair: ORDER.index(pair[0])))
    return kept
