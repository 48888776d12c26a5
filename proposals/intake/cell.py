"""The child process in which files are looked at: little time, little memory, nothing to reach.

Run as a program with what is to be done (``look`` or ``uncover``), the limits and the number of
bytes; reads the file from standard input, answers with a line of JSON and, for ``uncover``, the
clean copy. A file that harms its reader harms only this process.
"""

import ctypes
import json
import os
import resource
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

CLONE_NEWUSER, CLONE_NEWNET, PR_SET_PDEATHSIG, SIGKILL = 0x10000000, 0x40000000, 1, 9
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.putenv", "shutil.", "ctypes.dlopen", "webbrowser.", "pty.",
)  # fmt: skip
ROOT = str(Path(__file__).resolve().parents[2])
TOO_MUCH = "Reading the file takes too much memory. Save it again, smaller or in parts."


def main(work: str, seconds: int, megabytes: int, size: int) -> None:
    """Shut this process in, then look at the file."""
    sys.path.insert(0, ROOT)
    if work == "look":
        from proposals.intake.look import look as do  # noqa: PLC0415 -- each loads its own readers
    else:
        from proposals.hidden.uncover import uncover as do  # noqa: PLC0415
    shut_in(seconds, megabytes)
    answer, made = answer_of(do, sys.stdin.buffer.read(size))
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + made)
    sys.stdout.flush()
    os._exit(0)  # nothing is cleaned up: it would take time


def answer_of(do, content: bytes) -> tuple[dict, bytes]:
    """What was found, or the sentence that says why not."""
    from proposals.intake.unfit import Unfit  # noqa: PLC0415 -- ROOT must be known first

    try:
        return do(content)
    except Unfit as refusal:
        return {"refused": str(refusal)}, b""
    except MemoryError:
        return {"refused": TOO_MUCH}, b""
    except RecursionError:
        return {"refused": "The file is damaged: its parts are nested too deeply."}, b""
    except Exception as error:  # whatever the readers meet becomes a sentence
        words = (
            f"The file is damaged ({type(error).__name__}). Open it, save it anew and send that."
        )
        return {"refused": words}, b""


def shut_in(seconds: int, megabytes: int) -> None:
    """No more than this; no network, no other files, no other processes."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, SIGKILL)
    if hasattr(libc, "unshare") and libc.unshare(CLONE_NEWNET):
        libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    for limit, most in {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_DATA: megabytes << 20,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }.items():
        with suppress(ValueError, OSError):  # the machine's own limit is lower
            resource.setrlimit(limit, (most, most))
    libraries = {
        sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")
    }
    sys.addaudithook(guard(tuple(f"{os.path.realpath(one)}{os.sep}" for one in {*libraries, ROOT})))


def guard(roots: tuple[str, ...]):
    """An audit hook: only the libraries' own files are read, and nothing else is done."""

    def watch(event, args):
        if event.startswith(FORBIDDEN):
            raise PermissionError(f"{event} is not allowed here")
        if event == "open":
            path, _, flags = args
            is_ours = isinstance(path, str | bytes) and os.path.realpath(
                os.fsdecode(path)
            ).startswith(roots)
            if (flags or 0) & WRITING or not is_ours:
                raise PermissionError("no other files may be opened here")

    return watch


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
