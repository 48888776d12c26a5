"""Start and stop the servers a measurement needs, each on a port of its own on loopback."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NGINX = """
{user} worker_processes 2; daemon off; pid {dir}/nginx.pid; error_log {dir}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; types {{ text/html html; }}
  client_body_temp_path {dir}/a; proxy_temp_path {dir}/b; fastcgi_temp_path {dir}/c;
  uwsgi_temp_path {dir}/d; scgi_temp_path {dir}/e;
  server {{ listen 127.0.0.1:{port}; root {dir}/www; }}
}}
"""


def on_each_database(module: str, much: str) -> None:
    """Run ``python -m module one NAME much`` on SQLite, and on PostgreSQL if one is named."""
    with tempfile.TemporaryDirectory() as folder:
        urls = {"SQLite": f"sqlite:///{folder}/bench.sqlite3"}
        if url := os.environ.get("BENCH_POSTGRESQL_URL"):
            urls["PostgreSQL"] = url
        for name, url in urls.items():
            env = os.environ | {"DATABASE_URL": url, "VAR_DIR": folder}
            subprocess.run(
                [sys.executable, "-m", module, "one", name, much], cwd=ROOT, env=env, check=True
            )


def wait_for(url: str, *, seconds: int = 30) -> None:
    """Return when ``url`` answers; raise TimeoutError when it does not in time."""
    for _ in range(seconds * 10):
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310 -- loopback
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{url} did not answer within {seconds} s")


@contextmanager
def running(command: list[str], url: str, **env: str):
    """``command`` as a process of its own, from its first answer at ``url`` to the end."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(url)
        yield url
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def gunicorn(application: str, port: int, **env: str):
    """A site under gunicorn with two workers of four threads, as in production."""
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", "2", "--threads", "4", "--keep-alive", "30"]
    return running(command, f"http://127.0.0.1:{port}/", **env)


def nginx(folder: Path, port: int, body: bytes):
    """nginx, serving ``body`` as a file."""
    (folder / "www").mkdir(parents=True)
    (folder / "www" / "page.html").write_bytes(body)
    who = "user root;" if os.geteuid() == 0 else ""  # else it may not read our folder
    (folder / "nginx.conf").write_text(NGINX.format(dir=folder, port=port, user=who))
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [binary, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    return running(command, f"http://127.0.0.1:{port}/page.html")
