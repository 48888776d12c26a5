"""A virus scanner (clamd), asked over its socket. Its answer is awaited in a worker only.

A client of our own: the protocol is six lines, and the libraries for it on the index are old.
"""

import socket
import struct
from typing import BinaryIO
from urllib.parse import urlsplit

from django.conf import settings

PIECE = 64 * 1024
SECONDS = 60  # for each step of the exchange


class NoAnswer(Exception):
    """The scanner is away, busy or said something else. The file stays held."""


def found_in(file: BinaryIO) -> str | None:
    """The name of what was found in ``file``, or None: nothing.

    Raises:
        NoAnswer: the scanner did not say either.
    """
    try:
        with _connected(settings.CLAMD_URL) as scanner:
            scanner.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                scanner.sendall(struct.pack(">I", len(piece)) + piece)
            scanner.sendall(struct.pack(">I", 0))
            said = _answer(scanner)
    except OSError as error:
        raise NoAnswer(str(error)) from error
    if said == "stream: OK":
        return None
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return said[len("stream: ") : -len(" FOUND")]
    raise NoAnswer(f"the scanner said: {said[:200]}")


def _connected(url: str) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        scanner = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        scanner.settimeout(SECONDS)
        scanner.connect(parts.path)
        return scanner
    return socket.create_connection((parts.hostname, parts.port or 3310), timeout=SECONDS)


def _answer(scanner: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < 4096:
        piece = scanner.recv(4096)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0\n").decode(errors="replace")
