"""The press: WeasyPrint, our stylesheet and typefaces, loaded once per process.

Only committee/pdf.py imports this, and only when something is to be printed: the native
libraries (Pango) may be absent where nothing ever is.
"""

import fcntl
import gc
import os
import shutil
import tempfile
import warnings
import zlib
from functools import cache
from pathlib import Path

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

STATIC = settings.BASE_DIR / "static"
STYLESHEET = STATIC / "css" / "print.css"
ASSETS = FONTS = STATIC / "vendor" / "fonts"
SCRATCH = settings.VAR_DIR / "press"
WARM_UP = "<html lang=en><title>x</title><h1>ẃ</h1><ol><li><i>i</i> <b>b</b><table><th scope=col>x"

UA_EXTENSION = b"""<rdf:Description rdf:about=""
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


class OwnAssets(URLFetcher):
    """Serves our typefaces and pictures written into the stylesheet, and nothing else."""

    def __init__(self):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self.files = {path.as_uri(): path for path in FONTS.glob("*.ttf")}

    def fetch(self, url, headers=None):
        if path := self.files.get(url):
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
        if url.startswith("data:image/"):
            return super().fetch(url)
        raise ValueError(f"not an asset of ours: {url[:80]}")


@cache
def plates() -> dict:
    """What every rendering shares: the stylesheet as read and the typefaces as loaded."""
    fonts = FontConfiguration()
    fetcher = OwnAssets()
    before, tempfile.tempdir = tempfile.tempdir, str(_own_folder())
    try:
        stylesheet = CSS(
            string=STYLESHEET.read_text(),
            base_url=STYLESHEET.as_uri(),
            font_config=fonts,
            url_fetcher=fetcher,
        )
    finally:
        tempfile.tempdir = before
    return {"fonts": fonts, "fetcher": fetcher, "stylesheet": stylesheet}


@cache
def warm_up() -> None:
    """Print one small page, so that everything is loaded before the first real one."""
    print_pdf(WARM_UP)
    gc.collect()
    gc.freeze()  # children share these pages of memory: collecting would copy them


def print_pdf(html: str) -> bytes:
    """``html`` as a tagged PDF: PDF/UA-1 and PDF/A-3a in one file."""
    shared = plates()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its ICC profile open
        return HTML(string=html, url_fetcher=shared["fetcher"]).write_pdf(
            stylesheets=[shared["stylesheet"]],
            font_config=shared["fonts"],
            pdf_variant="pdf/a-3a",
            output_intent="srgb",
            finisher=finish,
        )


def finish(document, pdf) -> None:
    """Say in the metadata that this is also PDF/UA-1, and keep strict readers content.

    A reader that trims the end of line before ``endstream`` counts a compressed stream
    that ends in CR one byte short: such a stream gets a harmless last byte.
    """
    for thing in pdf.objects:
        stream = getattr(thing, "stream", None)
        if stream is None:
            continue
        if thing.extra.get("Type") == "/Metadata":
            thing.stream = [b"".join(thing.stream).replace(b"</rdf:RDF>", UA_EXTENSION)]
            thing.compress = False
        elif thing.compress and _will_end_in_cr(thing):
            if thing.extra:
                thing.compress = False
            else:  # the drawing of a page
                thing.stream.append(b"\n")


def _will_end_in_cr(stream) -> bool:
    """Whether the last byte when compressed, the last of a checksum, will be CR."""
    stream.compress = False
    content = stream.data.split(b"stream\n", 1)[1].removesuffix(b"\nendstream")
    stream.compress = True
    return zlib.adler32(content) & 0xFF == ord("\r")


def _own_folder() -> Path:
    """A folder for the unpacked typefaces, locked as long as this process or a child lives."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=SCRATCH))
    _lock(folder)
    return folder


def _lock(folder: Path) -> bool:
    descriptor = os.open(folder / "lock", os.O_WRONLY | os.O_CREAT, 0o640)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return False
    return True  # the descriptor stays open until the process ends


def sweep() -> None:
    """Remove the folders of processes that were killed."""
    for folder in SCRATCH.glob("*/"):
        if _lock(folder):
            shutil.rmtree(folder, ignore_errors=True)
