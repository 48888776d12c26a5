"""The site under a check: real servers over the database on which this process is set up too."""

import datetime as dt
import itertools
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection

from committee.models import Person
from meetings.models import AgendaItem, Meeting, Vote
from tests.factories import DAY, NINE, MeetingFactory, appoint, item_with_paper, seat
from tests.reliability.visitor import Visitor
from tests.servers import ROOT, end_all_of, processes_of, wait_until_it_answers
from tests.votes import vote_on

WORKERS = 4
PASSWORD = "three quiet words"


@dataclass
class Room:
    """A meeting under way, everybody in it, and one item with a paper."""

    meeting: Meeting
    chair: Person
    secretary: Person
    presenter: Person
    members: list[Person]  # who vote, the chair first
    item: AgendaItem

    def open_vote(self, item=None, **more) -> Vote:
        """A vote, open; on another item each time, unless one is given."""
        return vote_on(self.meeting, by=self.chair, item=item, **more)


class Site:
    """``url``, its people, its processes. ``begin`` is called for you, and so is ``end``."""

    def __init__(self):
        self.folder, self.url = Path(settings.VAR_DIR), settings.SITE_URL
        self.web = None
        self._running = []
        self._days = itertools.count(1)

    # --- processes

    def begin(self) -> None:
        if not (settings.STATIC_ROOT / "staticfiles.json").exists():
            call_command("collectstatic", interactive=False, verbosity=0)
        self.start_web()

    def start_web(self, *, workers: int = WORKERS, **env: str) -> None:
        """gunicorn as in production; ``env`` is added to its environment."""
        web = ["gunicorn", "committee.wsgi", "--bind", self.url.removeprefix("http://")]
        web += ["--workers", str(workers), "--worker-class", "gthread", "--threads", "4"]
        web += ["--no-control-socket", "--preload", "--graceful-timeout", "3"]
        self.web = self._start(*web, log="web.log", **env)
        wait_until_it_answers(self.url)

    def stop_web(self) -> None:
        """As an upgrade stops it: what has begun is answered."""
        self.web.terminate()
        self.web.wait(20)

    def kill_web(self) -> None:
        """kill -9 the server and all its workers, at once."""
        os.killpg(self.web.pid, signal.SIGKILL)
        self.web.wait()

    def web_workers(self) -> list[int]:
        """The processes that answer, to be killed one by one: gunicorn starts others."""
        children = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def start_worker(self) -> None:
        """Celery's worker and clock, for checks that need documents made or mail sent."""
        celery = ["celery", "-A", "committee", "--quiet"]
        worker = ["worker", "--concurrency", "2", "--without-gossip", "--without-mingle"]
        self._start(*celery, *worker, log="worker.log")
        self._start(*celery, "beat", "--pidfile", "", log="worker.log")

    def _start(self, *module, log, **env):
        with (self.folder / log).open("a") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=ROOT,
                env=os.environ | env,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def end(self) -> None:
        connection.close()
        while processes_of(self.folder):
            end_all_of(self.folder)
            for process in self._running:
                process.wait()

    def last_words(self) -> str:
        """The end of what the servers wrote, for whoever looks into a failure."""
        logs = sorted(self.folder.glob("*.log"))
        return "".join(f"-- {log.name}\n{log.read_text()[-4000:]}" for log in logs)

    # --- people

    def visitor(self, person: Person | None = None) -> Visitor:
        """Somebody's browser; ``person`` is signed in (without the slow password)."""
        visitor = Visitor(self.url)
        if person:
            visitor.cookies[settings.SESSION_COOKIE_NAME] = session_of(person)
        return visitor

    def sign_in(self, person: Person) -> Visitor:
        """A browser in which ``person`` signed in by the form, with PASSWORD."""
        if not person.has_usable_password() or not person.check_password(PASSWORD):
            person.set_password(PASSWORD)
            person.save()
        visitor = Visitor(self.url)
        visitor.get("/sign-in/")
        answer = visitor.post("/sign-in/", username=person.email, password=PASSWORD)
        if answer.status != 302:
            raise AssertionError(f"{person} cannot sign in: {answer.status}")
        return visitor

    # --- scenes

    def room(self, members: int = 25, **meeting) -> Room:
        """A meeting of its own day under way, with ``members`` who vote, the chair among them."""
        on = DAY + dt.timedelta(days=next(self._days))
        meeting = MeetingFactory(on=on, state="under_way", started_at=NINE, **meeting)
        chair, secretary = appoint("chair"), appoint("secretariat")
        presenter = appoint("presenter")
        voters = [chair, *(appoint("member") for _ in range(members - 1))]
        for person in [*voters, secretary, presenter]:
            seat(meeting, person)
        item = item_with_paper(meeting)
        return Room(meeting, chair, secretary, presenter, voters, item)


def session_of(person: Person) -> str:
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session.create()
    return session.session_key
