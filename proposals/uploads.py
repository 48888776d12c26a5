"""Files on their way in: their bytes so far, which count for nothing until the last is there."""

import datetime as dt
import hashlib
import os
import re
import time
from pathlib import Path

from django.conf import settings
from django.http import UnreadablePostError
from django.utils import timezone

from committee.refusals import Refused
from proposals.files import TakenIn, take_in_bytes, too_large
from proposals.models import Paper, Upload

PIECE = 64 * 1024
MOST_AT_A_TIME = 40  # of one person to one paper
FORGOTTEN = dt.timedelta(days=1)
MODE = 0o640


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "uploads"


def path_of(upload: Upload) -> Path:
    return folder() / f"{upload.key}"


def begin(paper: Paper, *, by, name: str, size: int, sha256: str) -> Upload:
    """Make room for a file, or find what of it has arrived before."""
    if size > settings.FILE_MEGABYTES << 20:
        raise Refused(too_large())
    if size < 1 or not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise Refused("The file is empty. Choose the file again; if it stays empty, save it anew.")
    if paper.files.filter(sha256=sha256).exists():
        raise Refused("This paper has that file already.")
    theirs = Upload.objects.filter(paper=paper, by=by)
    if theirs.count() >= MOST_AT_A_TIME and not theirs.filter(sha256=sha256).exists():
        raise Refused("Too many files are on their way. Wait until some have arrived.")
    said = {"name": name[:255], "size": size, "touched_at": timezone.now()}
    upload, _ = theirs.get_or_create(paper=paper, by=by, sha256=sha256, defaults=said)
    folder().mkdir(parents=True, exist_ok=True, mode=0o750)
    if upload.size != size or (upload.offset and not path_of(upload).exists()):
        return begin_again(upload, size)
    return upload


def begin_again(upload: Upload, size: int) -> Upload:
    """From the first byte: what was here does not fit, or is gone."""
    Upload.objects.filter(pk=upload.pk).update(offset=0, size=size)
    upload.refresh_from_db()
    return upload


def receive(upload: Upload, at: int, source) -> bool:
    """Write what comes from ``source``, from byte ``at``; keep what came if it is cut off.

    False where another request was quicker: that one goes on with it.
    """
    if at != upload.offset:
        return False  # the sender is told how far it is, and goes on from there
    descriptor = os.open(path_of(upload), os.O_WRONLY | os.O_CREAT, MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.seek(at)
        for piece in _pieces(source, upload.size - at):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
        arrived = file.tell()
    mine = Upload.objects.filter(pk=upload.pk, offset=at)
    moved = mine.update(offset=arrived, touched_at=timezone.now())
    now = Upload.objects.filter(pk=upload.pk).values_list("offset", flat=True)
    upload.offset = now.first() or 0  # another request may have ended it meanwhile
    return bool(moved)


def _pieces(source, most: int):
    """What can be read, up to ``most`` bytes, and until the line is cut."""
    while most:
        try:
            piece = source.read(min(PIECE, most))
        except UnreadablePostError:
            return
        if not piece:
            return
        most -= len(piece)
        yield piece


def finish(upload: Upload) -> TakenIn:
    """The file of an upload that is all here, looked at and stored. The upload is over.

    Raises:
        Refused: it is not what was announced, or is not taken in.
    """
    try:
        content = path_of(upload).read_bytes()
        if hashlib.sha256(content).hexdigest() != upload.sha256:
            raise Refused("The file changed on its way. Send it again.")
        return take_in_bytes(upload.name, content)
    finally:
        drop(upload)


def drop(upload: Upload) -> None:
    Upload.objects.filter(pk=upload.pk).delete()
    path_of(upload).unlink(missing_ok=True)


def tidy(now: dt.datetime) -> None:
    """Forget uploads that nobody goes on with, and bytes of none (settings.TIDY)."""
    for upload in Upload.objects.filter(touched_at__lt=now - FORGOTTEN):
        drop(upload)
    old = time.time() - FORGOTTEN.total_seconds()
    known = set(map(str, Upload.objects.values_list("key", flat=True)))
    for path in folder().glob("*"):
        if path.name not in known and path.stat().st_mtime < old:
            path.unlink(missing_ok=True)
