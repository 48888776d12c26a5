"""The public minutes page against a bare Django view and against nginx with the same bytes.

    python -m bench.minutes_page [ROUNDS]

Loads a long meeting (the 2020 record where ../shared is, else a made one of its size) into a
database of its own, publishes it and measures with wrk, 8 connections, in interleaved rounds.
Prints requests a second, the ratios of each round's pair, and what a first visit weighs.
"""

import gzip
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from bench.records import long_record
from bench.servers import ROOT, gunicorn, nginx

PORTS = {"page": 8471, "hello": 8472, "nginx": 8473}


def requests_a_second(url: str) -> float:
    """What wrk counts in four seconds over 8 kept connections."""
    command = ["wrk", "-t1", "-c8", "-d4s", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{url} answers with errors:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def get(url: str, *, compressed: bool = False) -> bytes:
    headers = {"Accept-Encoding": "gzip, br"} if compressed else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 -- loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return answer.read()


def weight(url: str, page: bytes) -> tuple[int, int]:
    """Bytes on the wire and requests of a first visit: the page and what it links to."""
    host = url.partition("/meetings/")[0]
    text = page.decode()
    links = re.findall(r'<(?:link|script)[^>]+(?:href|src)="(/static/[^"]+)"', text)
    for sheet in [link for link in links if link.endswith(".css")]:
        css = get(host + sheet).decode()
        base = sheet.rsplit("/", 1)[0]
        wanted = [
            name for name in re.findall(r"url\(\"?([^)\"]+)\"?\)", css) if "latin-ext" not in name
        ]
        links += [os.path.normpath(f"{base}/{name}") for name in wanted if name.endswith("woff2")]
    files = sorted(set(links))
    total = len(get(url, compressed=True))
    total += sum(len(get(host + file, compressed=True)) for file in files)
    return total, 1 + len(files)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {
            "VAR_DIR": str(folder),
            "DATABASE_URL": os.environ.get(
                "BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3"
            ),
        }
        manage = [sys.executable, "manage.py"]
        record, slug, source = long_record(folder)
        for step in (["migrate", "-v0"], ["load_record", str(record), "--publish"]):
            subprocess.run(
                [*manage, *step], cwd=ROOT, env=os.environ | env, check=True, capture_output=True
            )
        with (
            gunicorn("committee.wsgi", PORTS["page"], PORT=str(PORTS["page"]), **env),
            gunicorn("bench.hello:application", PORTS["hello"]),
        ):
            page_url = f"http://127.0.0.1:{PORTS['page']}/meetings/{slug}/"
            body = get(page_url)
            with nginx(folder / "nginx", PORTS["nginx"], body):
                urls = {
                    "page": page_url,
                    "hello": f"http://127.0.0.1:{PORTS['hello']}/",
                    "nginx": f"http://127.0.0.1:{PORTS['nginx']}/page.html",
                }
                runs = [
                    {key: requests_a_second(url) for key, url in urls.items()}
                    for _ in range(rounds)
                ]
            report(runs, body, weight(page_url, body), source)


def report(runs: list[dict], body: bytes, first_visit: tuple[int, int], source: str) -> None:
    print(f"machine: {platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"record: {source}; page {len(body):,} bytes, {len(gzip.compress(body)):,} as gzip")
    for key in PORTS:
        values = [run[key] for run in runs]
        print(f"{key}: {statistics.median(values):,.0f}/s ({min(values):,.0f}–{max(values):,.0f})")
    for other in ("hello", "nginx"):
        ratios = [run["page"] / run[other] for run in runs]
        print(
            f"page : {other} = 1/{1 / statistics.median(ratios):.1f} "
            f"(1/{1 / min(ratios):.1f}–1/{1 / max(ratios):.1f})"
        )
    print(f"first visit: {first_visit[0] / 1024:.1f} KB in {first_visit[1]} requests")


if __name__ == "__main__":
    main()
