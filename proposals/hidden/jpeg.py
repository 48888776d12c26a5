"""JPEG, as it stands in documents: what the camera and programs wrote goes, the picture stays."""

KEPT = {0xE0, 0xE2, 0xEE}  # how it is drawn: JFIF, colour profile, Adobe's colours


def stripped(content: bytes) -> bytes:
    """The picture without segments that say something about it (EXIF, XMP, comments)."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept, at = [b"\xff\xd8"], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        kind, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        says = 0xE0 <= kind <= 0xEF and kind not in KEPT
        if not says and kind != 0xFE:
            kept.append(content[at : at + 2 + size])
        at += 2 + size
    end = content.rfind(b"\xff\xd9")
    return b"".join([*kept, content[at : end + 2 if end > at else len(content)]])
