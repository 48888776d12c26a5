import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
import redis

from tests.databases import own_database
from tests.servers import ROOT, free_port, own_redis


class Machine:
    """Worker, clock, driver and broker of one test."""

    def __init__(self, tmp_path, broker):
        self.running = []
        self.tmp_path = tmp_path
        self.database, self.remove_database = own_database(tmp_path, "chaos")
        self.env = {
            name: value
            for name, value in os.environ.items()
            if name not in {"REDIS_URL", "CELERY_BROKER_URL", "MEDIA_ROOT"}
        } | {
            "DATABASE_URL": self.database,
            "DJANGO_SETTINGS_MODULE": "committee.settings",
            "PYTHONPATH": str(ROOT),
            "VAR_DIR": str(tmp_path / "var"),
        }
        self.redis = self.redis_server = None
        if broker == "redis":
            self._find_redis()
        self.driver = self._start(
            "-m", "tests.chaos.driver", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.clock = self._celery("beat", "--pidfile", "")
        self.worker = self._celery("worker", "--concurrency", "2", "--without-gossip")

    def ask(self, *question):
        self.driver.stdin.write(json.dumps(question) + "\n")
        self.driver.stdin.flush()
        return json.loads(self.driver.stdout.readline())

    def until(self, condition, question="states", *, seconds=300):
        """Wait until the answer to ``question`` satisfies ``condition``."""
        patience = time.monotonic() + seconds
        while not condition(answer := self.ask(question)):
            assert time.monotonic() < patience, f"still {answer} after {seconds} seconds"
            time.sleep(0.03)

    def kill_worker(self, *, whole_group):
        """kill -9, and a new worker as a supervisor would start it."""
        if whole_group:
            os.killpg(self.worker.pid, signal.SIGKILL)
        else:
            self.worker.kill()  # its pool and the child that renders are left to themselves
        self.worker.wait()
        self.worker = self._celery("worker", "--concurrency", "2", "--without-gossip")

    def empty_broker(self):
        """Lose every message, and what the broker knew of queues."""
        if self.redis:
            self.redis.flushdb()
        else:
            shutil.rmtree(self.tmp_path / "var" / "broker", ignore_errors=True)

    def stop(self):
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()
        if self.redis:
            self.redis.close()
        self.remove_database()

    def _run(self, *arguments):
        return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.env, check=False)

    def _start(self, *arguments, **options):
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=self.env, start_new_session=True, **options
        )
        self.running.append(process)
        return process

    def _celery(self, *arguments):
        with (self.tmp_path / "celery.log").open("a") as log:
            return self._start(
                *["-m", "celery", "-A", "committee", "--quiet", *arguments], stdout=log, stderr=log
            )

    def stop_broker(self):
        self.redis_server.kill()
        self.redis_server.wait()

    def start_broker(self):
        port = str(self.redis_port)
        quiet = [shutil.which("redis-server"), "--save", "", "--loglevel", "warning"]
        self.redis_server = subprocess.Popen(
            [*quiet, "--bind", "127.0.0.1", "--port", port],
            start_new_session=True,
            cwd=self.tmp_path,
        )
        self.running.append(self.redis_server)
        patience = time.monotonic() + 10
        while time.monotonic() < patience:
            with suppress(redis.ConnectionError):
                return self.redis.ping()
            time.sleep(0.05)
        raise TimeoutError("redis-server does not answer")

    def _find_redis(self):
        """A server of our own; else the one of REDIS_URL, in a database nobody else uses."""
        if shutil.which("redis-server"):
            self.redis_port = free_port()
            url = f"redis://127.0.0.1:{self.redis_port}/0"
            self.redis = redis.Redis.from_url(url)
            self.start_broker()
        elif url := own_redis():
            self.redis = redis.Redis.from_url(url)
        else:
            pytest.skip("no redis-server is installed and no REDIS_URL is given")
        self.env["CELERY_BROKER_URL"] = url
