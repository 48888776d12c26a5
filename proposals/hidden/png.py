"""PNG: texts, camera data and private chunks go; what is drawn stays as it is, byte for byte."""

import struct
import zlib

from proposals.hidden.findings import Findings
from proposals.intake.png import chunks

DRAWS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}
DRAWS |= {b"bKGD", b"cICP", b"iCCP"}
SAYS = {
    b"tEXt": "texts about it (such as its author or program)",
    b"zTXt": "texts about it (such as its author or program)",
    b"iTXt": "texts about it (such as its author or program)",
    b"eXIf": "what the camera wrote (such as the place and time)",
    b"tIME": "when it was changed",
}
MOVES = {b"acTL", b"fcTL", b"fdAT"}


def uncover(content: bytes, findings: Findings) -> bytes:
    return cleaned(content, findings, "The picture")


def cleaned(content: bytes, findings: Findings, what: str) -> bytes:
    """The picture with what draws it and nothing else."""
    kept = [content[:8]]
    for kind, body in chunks(content):
        if kind in MOVES:
            findings.stop("frames", f"{what} has further frames that are not seen at first.")
        if kind in DRAWS:
            check = zlib.crc32(kind + body)
            kept.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check))
        else:
            words = SAYS.get(kind, "data that only one program reads")
            findings.removed(f"{what} {kind.decode('latin-1')}", f"{what} held {words}.")
    return b"".join(kept)
