"""From the order of a PDF to its being ready, against a warm WeasyPrint on the same HTML.

    python -m bench.documents [ROUNDS]

Loads a long meeting (the 2020 record where ../shared is, else a made one of its size), starts
a real worker on the embedded broker, and in each round orders the minutes once more. Beside
it, in this process: the bare call with everything shared as our worker shares it (the
hardest rival), and the bare call as one would write it, reading stylesheet and typefaces.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.records import long_record
from bench.servers import ROOT


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {
            "VAR_DIR": name,
            "MEDIA_ROOT": f"{name}/media",
            "DATABASE_URL": os.environ.get(
                "BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3"
            ),
            "DJANGO_SETTINGS_MODULE": "committee.settings",
        }
        record, _, source = long_record(folder)
        for step in (["migrate", "-v0"], ["load_record", str(record), "--publish"]):
            subprocess.run(
                [sys.executable, "manage.py", *step],
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        celery = ["-m", "celery", "-A", "committee", "-q", "worker"]
        worker = subprocess.Popen(
            [sys.executable, *celery, "-c", "1", "--without-gossip"], cwd=ROOT
        )
        try:
            measure(rounds, source)
        finally:
            worker.terminate()
            worker.wait()


def measure(rounds: int, source: str) -> None:
    import django  # noqa: PLC0415 -- after the environment is set

    django.setup()
    from committee.models import Document  # noqa: PLC0415
    from committee.pdf import load_press  # noqa: PLC0415
    from committee.tasks import html_of  # noqa: PLC0415

    press = load_press()
    press.warm_up()
    minutes = Document.objects.get(template="meetings/documents/minutes.html")
    until_ready(minutes)
    html = html_of(minutes)
    runs = [
        {
            "task": timed(lambda number=number: until_ready(order_again(minutes, number))),
            "shared": timed(lambda: press.print_pdf(html)),
            "bare": timed(lambda: bare(press, html)),
        }
        for number in range(rounds)
    ]
    print(f"machine: {platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"minutes of {source}: {minutes.pages} pages, {minutes.size:,} bytes")
    for key in runs[0]:
        values = [run[key] for run in runs]
        print(f"{key}: {statistics.median(values):.2f} s ({min(values):.2f}–{max(values):.2f})")
    for other in ("shared", "bare"):
        ratios = [run["task"] / run[other] for run in runs]
        middle = statistics.median(ratios)
        print(f"task : {other} = {middle:.2f} ({min(ratios):.2f}–{max(ratios):.2f})")


def timed(call) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def bare(press, html: str) -> bytes:
    """WeasyPrint as one would call it: its own fonts and stylesheet each time."""
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    stylesheet = CSS(filename=press.STYLESHEET, font_config=fonts)
    return HTML(string=html).write_pdf(
        stylesheets=[stylesheet], font_config=fonts, pdf_variant="pdf/ua-1"
    )


def order_again(document, number: int):
    from committee.audit import act  # noqa: PLC0415
    from committee.post import order_document  # noqa: PLC0415

    return act(order_document)(
        f"bench-{number}",
        title=document.title,
        template=document.template,
        snapshot=document.snapshot,
        by=document.ordered_by,
    )


def until_ready(document) -> None:
    while not document.is_ready:
        if document.failure:
            raise SystemExit(document.failure)
        time.sleep(0.02)
        document.refresh_from_db(fields=["state", "failure", "pages", "size"])


if __name__ == "__main__":
    main()
