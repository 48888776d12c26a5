"""The whole product as it runs: server, worker and clock as processes, over an empty database."""

import os
import re
import signal
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings

from tests.databases import own_database
from tests.servers import free_port, own_redis, wait_until_it_answers

MANAGE = [sys.executable, "manage.py"]
RULE = b"\n" + b"-" * 79 + b"\n"  # the file backend draws one after each mail


class Site:
    """A site of its own in ``folder``: ``url``, its mail, its commands."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        database, self.remove_database = own_database(folder, "journey")
        self.env = os.environ | {
            "VAR_DIR": str(folder),
            "MEDIA_ROOT": str(folder / "media"),
            "PORT": str(self.port),
            "SITE_URL": self.url,
            "DATABASE_URL": database,
        }
        if redis := own_redis():
            self.env["REDIS_URL"] = redis
        if not (settings.STATIC_ROOT / "staticfiles.json").exists():
            self.command("collectstatic", "--noinput", "-v0")
        self.process = subprocess.Popen(
            [*MANAGE, "serve"], cwd=settings.BASE_DIR, env=self.env, start_new_session=True
        )
        wait_until_it_answers(self.url)

    def command(self, *words: str) -> str:
        """Run a management command on the site and return what it says."""
        done = subprocess.run(
            [*MANAGE, *words],
            cwd=settings.BASE_DIR,
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def mails(self, to: str = "") -> list:
        """The mails that left the site, oldest first, in all or for one address."""
        files = sorted((self.folder / "mail").glob("*"), key=lambda file: file.stat().st_mtime)
        parts = [part.strip() for file in files for part in file.read_bytes().split(RULE)]
        found = [message_from_bytes(part, policy=policy.default) for part in parts if part]
        return [mail for mail in found if to in mail["To"]]

    def wait_for_mail(self, to: str, words: str = ""):
        """The newest mail to ``to`` with ``words`` in it, as soon as it has left the site."""
        for _ in range(300):
            for mail in reversed(self.mails(to)):
                if words in mail.get_body(("plain",)).get_content():
                    return mail
            time.sleep(0.1)
        raise TimeoutError(f"no mail to {to}")

    def link_in_mail(self, to: str, words: str) -> str:
        """The address in the newest mail to ``to`` that has ``words`` in it."""
        body = self.wait_for_mail(to, words).get_body(("plain",)).get_content()
        return re.search(rf"{re.escape(self.url)}\S+", body)[0]

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)
        self.remove_database()
