import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import Answer, PaperFile
from proposals.openness import show_files


@act
def remove_file(file: PaperFile, *, by: Person, at: dt.datetime | None = None) -> None:
    """Take a file off a paper, until a meeting has considered it; the record keeps its name."""
    file.paper.refresh_from_db()
    require(by, "proposals.remove_file", file)
    if answer := Answer.objects.given().filter(file=file).first():
        raise Refused(f"{answer.recommendation} was answered with this file: it stays.")
    record("proposals.remove_file", file.paper, by=by, at=at, name=file.name, sha256=file.sha256)
    paper = file.paper_id
    file.delete()
    show_files([paper])
