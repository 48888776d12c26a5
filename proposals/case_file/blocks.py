"""What a page of a case file is made of: plain JSON values, which one template prints."""


def heading(text: str, *, level: int = 2) -> dict:
    return {"kind": "heading", "text": text, "level": level}


def text(words: str) -> dict:
    return {"kind": "text", "text": words}


def facts(*pairs: tuple[str, object]) -> dict:
    """Labels and what is said of each; what is not known is left out."""
    rows = [[label, cell(value)] for label, value in pairs if value not in (None, "")]
    return {"kind": "facts", "rows": rows}


def table(caption: str, head: list[str], rows: list[list]) -> dict:
    return {
        "kind": "table",
        "caption": caption,
        "head": head,
        "rows": [[cell(value) for value in row] for row in rows],
    }


def lines(found: list[dict]) -> dict:
    """Lines of a record, each with those under it: see ``line``."""
    return {"kind": "lines", "lines": found}


def line(words: str, *, label="", who="", withheld="", under=()) -> dict:
    """One line; where it is ``withheld`` that is the reason, and no word of it is kept."""
    if withheld:
        return {"label": label, "who": "", "text": "", "withheld": withheld, "under": list(under)}
    return {"label": label, "who": who, "text": words, "withheld": "", "under": list(under)}


def cell(value) -> dict:
    """A value as it stands in a table: its words, and where it leads."""
    return value if isinstance(value, dict) else {"text": str(value), "href": ""}


def link(words: str, path: str) -> dict:
    """A link to another part of the same case file."""
    return {"text": words, "href": path}


def day(moment) -> str:
    """A day or a moment as it is written: 3 November 2026."""
    return f"{moment.day} {moment:%B %Y}" if moment else ""
