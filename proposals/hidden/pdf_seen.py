"""Words in a PDF that nobody sees: each page is drawn with its words and without them.

Where the two drawings do not differ under a word, that word is not seen: it lies under a black
box or a picture, is white on white, transparent, clipped, off the page, or never drawn.
"""

import ctypes

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from proposals.hidden.findings import Findings
from proposals.intake.unfit import Unfit

MOST_PAGES = 400
DOTS = 1_500_000  # of one drawing at most
SCALE = 1.5  # dots for each point
FAINT = 28  # of 255: less difference is not seen
TINY = 2.2  # points
DARK = 60  # of 255
LEAST = 4  # letters: fewer are dust
DEEPEST = 8


def find_unseen(content: bytes, findings: Findings) -> None:
    pdf = pypdfium2.PdfDocument(content)
    if len(pdf) > MOST_PAGES:
        raise Unfit(f"Only files of at most {MOST_PAGES} pages can be made public. Send parts.")
    for number in range(len(pdf)):
        page = pdf[number]
        _look_at(page, number + 1, findings)
        page.close()


def _look_at(page, number: int, findings: Findings) -> None:
    width, height = page.get_size()
    scale = min(SCALE, (DOTS / max(1.0, width * height)) ** 0.5)
    things = list(page.get_objects(max_depth=DEEPEST))
    _find_covers(things, number, findings)
    texts = [one for one in things if one.type == raw.FPDF_PAGEOBJ_TEXT]
    if not texts:
        return
    letters = list(_letters(page))
    with_words = _drawn(page, scale)
    for text in texts:
        raw.FPDFPageObj_SetIsActive(text.raw, False)  # noqa: FBT003 -- not ours
    changed = ImageChops.difference(with_words, _drawn(page, scale))
    bands = changed.split()
    seen = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    unseen = [word for word, box in letters if not _is_seen(seen, page, box, scale)]
    if len(unseen) >= LEAST:
        findings.stop(
            "unseen text",
            f"Page {number} holds words that are not seen (under a box or picture, in the colour "
            "of the paper, transparent or off the page), and can be copied.",
        )
    if sum(_height(box) < TINY for _, box in letters) >= LEAST:
        findings.stop("tiny text", f"Page {number} holds words too small to be seen.")


def _letters(page):
    """(letter, its box) of each letter that a reader could copy."""
    words = page.get_textpage()
    box = raw.FS_RECTF()
    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, at)
        if code <= 32 or code in {0xA0, 0xAD} or raw.FPDFText_IsGenerated(words, at) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(words, at, ctypes.byref(box))
        yield code, (box.left, box.bottom, box.right, box.top)


def _height(box) -> float:
    return min(abs(box[3] - box[1]), max(abs(box[2] - box[0]) * 8, 0.1))


def _drawn(page, scale: float) -> Image.Image:
    return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _is_seen(seen: Image.Image, page, box, scale: float) -> bool:
    """Whether anything under the letter differs when the words are left out."""
    device = []
    x, y = ctypes.c_int(), ctypes.c_int()
    for left, top in ((box[0], box[3]), (box[2], box[1])):
        raw.FPDF_PageToDevice(
            page, 0, 0, seen.width, seen.height, 0, left, top, ctypes.byref(x), ctypes.byref(y)
        )
        device.append((x.value, y.value))
    (left, top), (right, bottom) = device
    left, right = sorted((left, right))
    top, bottom = sorted((top, bottom))
    area = (
        max(left - 1, 0),
        max(top - 1, 0),
        min(right + 2, seen.width),
        min(bottom + 2, seen.height),
    )
    if area[0] >= area[2] or area[1] >= area[3]:
        return False
    return seen.crop(area).getextrema()[1] >= FAINT


def _find_covers(things, number: int, findings: Findings) -> None:
    """A dark shape drawn over a picture hides what is still in the picture."""
    pictures = []
    for one in things:
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(one.get_bounds())
        elif one.type == raw.FPDF_PAGEOBJ_PATH and pictures and _is_dark(one):
            box = one.get_bounds()
            if _area(box) > 60 and any(_within(box, picture) for picture in pictures):
                findings.stop("covered picture", f"Page {number} has a picture under a black box.")


def _is_dark(path) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path.raw, ctypes.byref(mode), ctypes.byref(stroke))
    colours = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path.raw, *map(ctypes.byref, colours))
    *rgb, alpha = (one.value for one in colours)
    return bool(mode.value) and alpha > 250 and max(rgb) < DARK


def _area(box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _within(box, picture) -> bool:
    width = min(box[2], picture[2]) - max(box[0], picture[0])
    height = min(box[3], picture[3]) - max(box[1], picture[1])
    return width > 0 and height > 0 and width * height > 0.6 * _area(box)
