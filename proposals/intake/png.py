"""PNG: its chunks, one after the other, and the picture they pack, without drawing it."""

import struct
import zlib

from proposals.intake.unfit import Unfit

MOST_PIXELS = 60_000_000
MOST_WORDS = 4 << 20  # bytes of one packed text or colour profile
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
BROKEN = "The picture is damaged. Open it, save it anew as PNG and send that."
AFTER = "Something else stands after the end of the picture. Open it, save it anew and send that."


def look(content: bytes) -> str:
    header, packed, ended = None, [], False
    for kind, body in chunks(content):
        if header is None and kind != b"IHDR":
            raise Unfit(BROKEN)
        if kind == b"IHDR":
            header = _header(body)
        elif kind == b"IDAT":
            packed.append(body)
        elif kind in {b"zTXt", b"iTXt", b"iCCP"}:
            _unpack(body)
        ended = kind == b"IEND"
    if not (header and packed and ended):
        raise Unfit(BROKEN)
    _draws(header, packed)
    return "png"


def chunks(content: bytes):
    """(kind, body) of each chunk, up to the last."""
    at = 8
    while at < len(content):
        head = content[at : at + 8]
        if len(head) < 8:
            raise Unfit(BROKEN)
        size, kind = struct.unpack(">I4s", head)
        body, check = content[at + 8 : at + 8 + size], content[at + 8 + size : at + 12 + size]
        if len(check) != 4 or zlib.crc32(kind + body) != int.from_bytes(check, "big"):
            raise Unfit(BROKEN)
        yield kind, body
        at += 12 + size
        if kind == b"IEND":
            if at != len(content):
                raise Unfit(AFTER)
            return


def _header(body: bytes) -> tuple[int, int]:
    """Rows, and the bytes in each."""
    try:
        width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", body)
        channels = CHANNELS[colour]
    except (struct.error, KeyError) as error:
        raise Unfit(BROKEN) from error
    if not width or not height or depth not in {1, 2, 4, 8, 16}:
        raise Unfit(BROKEN)
    if width * height > MOST_PIXELS:
        raise Unfit(f"The picture is {width:,} by {height:,} points. Save it smaller.")
    return height, width * channels * depth // 8


def _unpack(body: bytes) -> None:
    """A packed text must not be a bomb."""
    unpacker = zlib.decompressobj()
    start = body.find(b"x")  # where zlib begins, if it does
    try:
        unpacker.decompress(body[max(start, 0) :], MOST_WORDS)
    except zlib.error:
        return
    if unpacker.unconsumed_tail:
        raise Unfit("The picture holds a text that unpacks to far too much. Save it anew as PNG.")


def _draws(header: tuple[int, int], packed: list[bytes]) -> None:
    """The picture unpacks to as many points as it says: no fewer and no more."""
    height, row = header
    least, most, found = height * row, 2 * height * (row + 9) + 4096, 0
    unpacker = zlib.decompressobj()
    try:
        for piece in packed:
            rest = piece
            while rest:
                found += len(unpacker.decompress(rest, 1 << 20))
                rest = unpacker.unconsumed_tail
                if found > most:
                    raise Unfit("The picture unpacks to far more than it shows. Save it anew.")
        found += len(unpacker.flush())
    except zlib.error as error:
        raise Unfit(BROKEN) from error
    if found < least:
        raise Unfit(BROKEN)
