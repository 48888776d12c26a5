"""The minutes as text: from the rows of a meeting to the words the public reads.

``snapshot_of`` is the only way from rows to public words: page, PDF, letter and feed are
made from what it returns, and nothing restricted is ever in it (redaction.py).
"""

from meetings.minutes.numbering import number_paragraphs
from meetings.minutes.rendering import draft_html, html_of, order_pdf
from meetings.minutes.snapshot import is_same_text, papers_named_in, snapshot_of

__all__ = [
    "draft_html",
    "html_of",
    "is_same_text",
    "number_paragraphs",
    "order_pdf",
    "papers_named_in",
    "snapshot_of",
]
