"""The files of a paper, wherever a page shows them: {% paper_files paper %}."""

from django import template

from committee.authority import why_not
from proposals.forms.files import AttachFilesForm
from proposals.frozen import files_of
from proposals.said import version_to_read
from proposals.states import FileState

register = template.Library()
NOT_SHOWN_TO_READERS = {FileState.REFUSED}


@register.inclusion_tag("proposals/_paper_files.html", takes_context=True)
def paper_files(context, paper, form=None):
    """Every file of ``paper``, how it stands, and what the reader may do with it.

    What was submitted stays to be read: a file that was taken off since is still listed.
    """
    reader = context["request"].user
    files = list(paper.files.select_related("added_by"))
    for file in files:
        file.paper = paper
    version = version_to_read(paper)
    frozen = files_of(version) if version else []
    frozen_before = {one.sha256 for one in frozen}
    for file in files:
        file.came_later = version is not None and file.sha256 not in frozen_before
    may_add = why_not(reader, "proposals.attach_file", paper) is None
    may_mark = bool(files) and why_not(reader, "proposals.mark_file_confidential", files[0]) is None
    if not may_add:
        files = [file for file in files if file.state not in NOT_SHOWN_TO_READERS]
    return {
        "paper": paper,
        "files": files,
        "version": version,
        "removed": [one for one in frozen if not one.is_attached and one.is_ready],
        "form": (form or AttachFilesForm(action=paper.url_to("attach_file"))) if may_add else None,
        "may_mark": may_mark,
        "waits": any(file.state == FileState.HELD for file in files),
        "csrf_token": context.get("csrf_token"),
        "request": context["request"],
    }
