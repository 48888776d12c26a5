"""Files of papers in the states in which tests need them."""

from committee import storage
from tests.factories import PaperFactory

CONTENT = b"%PDF-1.7 a file\n%%EOF"


def a_file(*, by, paper=None, content=CONTENT, **facts):
    """A file of a paper, stored; ready unless ``state`` says otherwise."""
    defaults = {"name": "a.pdf", "media_type": "application/pdf", "size": len(content)}
    paper = paper or PaperFactory()
    return paper.files.create(sha256=storage.store(content), added_by=by, **defaults | facts)
