"""What a rendering child may do: compute, read its own assets, and send one answer home."""

import ctypes
import os
import resource
import signal
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

from django.conf import settings

CLONE_NEWUSER, CLONE_NEWNET, PR_SET_PDEATHSIG = 0x10000000, 0x40000000, 1
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
    "os.startfile", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.chown", "os.putenv", "shutil.", "ctypes.dlopen", "sqlite3.",
    "webbrowser.", "ftplib.", "smtplib.", "http.client.", "pty.", "mmap.__new__",
)  # fmt: skip
LIBRARIES = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
LIBC = ctypes.CDLL(None, use_errno=True)


def enter(*, keep_open: int, assets: Path) -> None:  # pragma: no cover -- runs in the child only
    """Shut this process in, for good. Files it has open, connections too, are closed first."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)  # these are for the worker; it ends us by SIGKILL
    os.closerange(3, keep_open)
    os.closerange(keep_open + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    if hasattr(LIBC, "prctl"):
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if hasattr(LIBC, "unshare") and LIBC.unshare(CLONE_NEWNET):
        LIBC.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    memory = settings.PDF_MEMORY_MB * 1024 * 1024
    for limit, most in {
        resource.RLIMIT_CPU: settings.PDF_SECONDS,
        resource.RLIMIT_DATA: memory,
        resource.RLIMIT_AS: 3 * memory,  # shared libraries and reservations count here
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }.items():
        with suppress(ValueError, OSError):  # the machine's own limit is lower
            # the processor's soft limit must come first: only its signal says what happened
            resource.setrlimit(limit, (most, most + 2 * (limit == resource.RLIMIT_CPU)))
    sys.addaudithook(guard(assets))


def send(receiver: int, answer: bytes) -> None:
    """Write all of ``answer`` into the pipe ``receiver``."""
    view = memoryview(answer)
    while view:
        view = view[os.write(receiver, view) :]


def guard(assets: Path):
    """An audit hook: no sockets, no processes, no writing; reading only libraries and assets."""
    roots = tuple(f"{os.path.realpath(path)}{os.sep}" for path in {*LIBRARIES, str(assets)})

    def watch(event, args):
        if event.startswith(FORBIDDEN):
            raise PermissionError(f"{event} is not allowed while printing")
        if event == "open":
            path, _, flags = args
            readable = isinstance(path, (str, bytes)) and os.path.realpath(
                os.fsdecode(path)
            ).startswith(roots)
            if flags & WRITING or not readable:
                raise PermissionError("no other files may be opened while printing")

    return watch
