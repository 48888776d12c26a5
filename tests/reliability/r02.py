"""R02: objects swapped. Wherever a key is taken, it is replaced by each that is not for the reader.

In addresses, in what is asked after a question mark, and in every field of every form that the
reader's own pages and those they lead to have, hidden ones and choices included. No answer may
hold a word of a hidden object, no act may change one or make anything point to one. All of it is
undone after each request, in this process.
"""

import datetime as dt
import logging
import zlib
from collections import Counter
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlsplit
from uuid import uuid4

from django.db import connection, models, transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from committee.models import Organisation
from meetings.models import AgendaItem, Entry, Meeting, Vote
from proposals.models import (
    AdvanceQuestion,
    Advice,
    AdviceLetter,
    AdviceLine,
    CaseFile,
    Decision,
    Paper,
    PaperFile,
    Proposal,
    Recommendation,
)
from tests.factories import AppointmentFactory, PersonFactory, appoint
from tests.interests import recuse
from tests.reliability.result import Result
from tests.reliability.swaps import (
    CANARY,
    OURS,
    Objects,
    hidden_from,
    is_hidden,
    mark_everything,
    models_of,
    spread_keys,
    told_to,
)
from tests.scene import scene
from tests.scene_more import more_states
from tests.test_roles import DECLARED, NAMES, SAID, address

TARGET = 1
WHAT = "objects swapped, none told and none changed"
SMALL = {"lab", "recused"}  # roles
ONE_IN = 6  # requests in small
RARELY = 5  # times rarer still
PAGES = {"small": 1, "full": 6}  # of one name, that links lead to beside the reader's own
LEAST = {"small": 400, "full": 15_000}
LEAST_FIELDS = {"small": 8, "full": 350}
ASKED = {  # what addresses take after a question mark, and whose keys are put there
    "item": AgendaItem, "line": Entry, "paper": Paper, "proposal": Proposal, "seen": Entry,
    "from": Paper, "vote": Vote, "letter": AdviceLetter, "recommendation": Recommendation,
}  # fmt: skip
SENT = {  # the names under which forms send keys, and whose keys are sent under them
    "after": Entry, "key": Entry, "parent": Entry, "item": AgendaItem, "paper": Paper,
    "papers": Paper, "predecessor": Paper, "into": Proposal, "proposal": Proposal,
    "file": PaperFile, "recommendation": Recommendation, "replaced_by": AdviceLine,
    "line": AdviceLine, "vote": Vote, "advice": Advice, "question": AdvanceQuestion,
    "recommendations": Recommendation, "decisions": Decision, "wanted_meeting": Meeting,
    "to": Meeting,
}  # fmt: skip
BY_WORD = {"after", "key", "wanted_meeting", "to"}  # they take a key in words, not a number
BACKEND = "django.contrib.auth.backends.ModelBackend"
PASSING = {"django_session", "axes_accesslog", "axes_accessattempt"}


class Forms(HTMLParser):
    """Every form of a page: where it goes, how, and its fields with all values they offer.

    And ``links``: the paths of this site that the page leads to.
    """

    def __init__(self):
        super().__init__()
        self.found, self.links, self._select = [], set(), None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "a" and (said.get("href") or "").startswith("/"):
            self.links.add(urlsplit(said["href"]).path)
        if tag == "form":
            how = (said.get("method") or "get").lower()
            self.found.append((how, said.get("action") or "", {}))
        elif self.found and tag == "select":
            self._select = said.get("name")
            self.found[-1][2].setdefault(self._select, [])
        elif self.found and tag == "option" and self._select:
            self._offer(self._select, said.get("value") or "")
        elif self.found and tag in {"input", "button", "textarea"} and said.get("name"):
            self._offer(said["name"], said.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None

    def _offer(self, name, value):
        self.found[-1][2].setdefault(name, []).append(value)


class Reader:
    """One person at every address: what was tried, and what was wrong."""

    def __init__(self, role, person, place, objects, *, every):
        self.role, self.person, self.place, self.objects = role, person, place, objects
        self.hidden = hidden_from(type(person).objects.get(pk=person.pk))
        self.told = told_to(type(person).objects.get(pk=person.pk))
        self.client = Client(SERVER_NAME="localhost", raise_request_exception=False)
        self.client.force_login(person, backend=BACKEND)
        self._signed_in = self.client.cookies.output(header="", sep=";")
        self.tried, self.faults, self.met, self.every = Counter(), set(), set(), every
        self._rows, self._ways, self._sent = {}, {}, set()

    # --- what is tried

    def read_own(self, name) -> str:
        """The page at the reader's own address, if there is one for them."""
        there = address(name, self.place)
        self._ways[there] = True
        return self._page(there, count="own")

    def follow_links(self, most: int) -> None:
        """Open the pages that pages lead to, ``most`` of each name, and swap in their forms."""
        opened = Counter()
        while waiting := sorted(path for path, is_open in self._ways.items() if not is_open):
            for path in waiting:
                self._ways[path] = True
                name = _name_of(path)
                if name and opened[name] < most:
                    opened[name] += 1
                    self.swap_in_forms(path, self._page(path, count="followed"))

    def _page(self, there, *, count) -> str:
        answer = self._ask("get", there, {}, count=count)
        is_page = answer.status_code == 200 and "html" in answer.headers.get("Content-Type", "")
        return answer.content.decode() if is_page else ""

    def swap_in_address(self, name) -> None:
        if name not in NAMES or not NAMES[name]:
            return
        own = {key: self.place.of(name)[key] for key in NAMES[name]}
        for key, value in own.items():
            for other in self._others(value):
                there = address(name, self.place, **{key: other})
                self._both(there, "path")

    def swap_in_question(self, name) -> None:
        asked = {key: sorted(self.hidden.get(model, ()))[:1] for key, model in ASKED.items()}
        said = {key: str(found[0]) for key, found in asked.items() if found}
        if said and self.chosen(name, "?"):
            self._ask("get", address(name, self.place), said, count="query")
            slug = {key: value for key, value in self._slugs() if value}
            self._ask("get", address(name, self.place), said | slug, count="query")

    def swap_in_body(self, name) -> None:
        """Send the reader's own addresses keys of hidden objects, asked for or not."""
        named = {key: sorted(self._of_the_name(key)) for key in SENT}
        said = {key: others[0] for key, others in named.items() if others}
        for key in sorted(said):
            if self.chosen(name, key, "sent", rarely=True):
                there, wanted = address(name, self.place), SAID | {key: said[key]}
                self._ask("post", there, wanted, count="body", back=there)

    def swap_in_forms(self, here, html) -> None:
        """Send each form of a page with another's key in each field that takes one."""
        forms = Forms()
        forms.feed(html)
        for path in forms.links:
            self._ways.setdefault(path, False)
        for how, action, fields in forms.found:
            there = urlsplit(action).path or here
            usual = {one: self._usual(one, known) for one, known in fields.items()}
            for key, offered in fields.items():
                alike = {other for value in offered for other in self._others(value)}
                for other in sorted(alike | self._of_the_name(key)):
                    if (how, there, key, other) not in self._sent:
                        self._sent.add((how, there, key, other))
                        self._ask(how, there, usual | {key: other}, count="field", back=here)

    def _of_the_name(self, key) -> set[str]:
        """Keys of hidden objects that a field of this name takes, whatever it offers."""
        hidden = sorted(self.hidden.get(SENT.get(key), ()))[: self._most]
        last = key in BY_WORD
        known = [self.objects.values.get((SENT[key], pk), [str(pk)]) for pk in hidden]
        return {values[-1 if last else 0] for values in known}

    def _slugs(self):
        """The same questions in words: slugs and labels of what is hidden."""
        for key, model in (("proposal", Proposal), ("recommendation", Recommendation)):
            for pk in sorted(self.hidden.get(model, ()))[:1]:
                yield key, self.objects.values[model, pk][-1]

    def _others(self, value) -> list[str]:
        """Keys of hidden objects like the one that ``value`` stands for, bare or in words."""
        value = str(value)
        word, _, key = value.rpartition("-")
        found = self.objects.like(value, self.hidden)
        if not found and word.isalpha():
            found = [f"{word}-{other}" for other in self.objects.like(key, self.hidden)]
        return found[: self._most]

    @property
    def _most(self) -> int:
        return 1 if self.every > 1 else 50

    def chosen(self, *what, rarely=False) -> bool:
        """Whether a request is among those that are made: in full all but some of many."""
        of = self.every * (RARELY if rarely else 1)
        return zlib.crc32(repr((self.role, *what)).encode()) % of == 0

    @staticmethod
    def _usual(name, offered) -> str:
        filled = [value for value in offered if value]
        return filled[0] if filled else SAID.get(name.rpartition("-")[2], SAID.get(name, ""))

    # --- one request, undone afterwards

    def _both(self, there, kind) -> None:
        if self.chosen("get", there):
            self._ask("get", there, {}, count=kind)
        if self.chosen("post", there):
            self._ask("post", there, SAID | {"key": str(uuid4())}, count=kind, back=there)

    def _ask(self, how, there, said, *, count, back=""):
        written = []
        with transaction.atomic():
            before = self._before() if how == "post" else {}
            with connection.execute_wrapper(noting(written)):
                answer = getattr(self.client, how)(there, said)
            self._look(answer, f"{how} {there} {list(said)[:3]}")
            if written and how == "post":
                self._compare(before, f"{how} {there} with {said}")
                if answer.status_code == 302:
                    self._look(self.client.get(answer["Location"]), f"after {how} {there}")
                if back:
                    self._look(self.client.get(back), f"{back} after {how} {there}")
            transaction.set_rollback(True)
        self.client.cookies = SimpleCookie(self._signed_in)  # whatever was asked, a sign-out too
        self.tried[count] += 1
        return answer

    def is_signed_in(self) -> bool:
        """Whether what was tried to the last was tried as this person."""
        return self.client.get(reverse("committee:worklist")).status_code == 200

    def _before(self) -> dict:
        """Every row as it stands before a request: always the same, for all is undone."""
        if not self._rows:
            self._rows.update(rows_of_ours())
        return self._rows

    def _look(self, answer, what) -> None:
        """Whether an answer holds a word of what is hidden, or is none at all."""
        text = answer.getvalue().decode(errors="replace") + str(answer.headers)
        seen = set(CANARY.findall(text))
        self.met |= seen
        for canary in seen:
            if is_hidden(canary, self.hidden, self.told):
                self.faults.add(f"{self.role}: {what} tells {canary}")
        if answer.status_code >= 500:
            self.faults.add(f"{self.role}: {what} answers {answer.status_code}")

    def _compare(self, before, what) -> None:
        """Whether a hidden row changed, or a changed row points to a hidden one."""
        for (model, pk), row in rows_of_ours().items():
            if before.get((model, pk)) == row:
                continue
            if pk in self.hidden.get(model, ()) and (model, pk) in before:
                self.faults.add(f"{self.role}: {what} changes {model.__name__} {pk}")
            for one, value in zip(model._meta.concrete_fields, row, strict=True):
                is_key = isinstance(one, models.ForeignKey)
                if is_key and value in self.hidden.get(one.related_model, ()):
                    if (model, pk) in before and value in before[model, pk]:
                        continue
                    self.faults.add(f"{self.role}: {what} makes {model.__name__} point to {value}")


def _name_of(path) -> str:
    """The name of the address ``path``, or "": it leads out of the site, or to a file of it."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def rows_of_ours() -> dict:
    """Every row of every model, as it stands."""
    return {
        (model, row[0]): row
        for model in models_of(*OURS)
        for row in model._base_manager.values_list(
            *(f.attname for f in model._meta.concrete_fields)
        )
    }


def noting(written):
    """Note each statement that writes, but for sessions and counts of sign-ins."""

    def note(execute, sql, params, many, context):
        words = sql.split(None, 3)
        if words[0] in {"INSERT", "UPDATE", "DELETE"}:
            table = words[1 if words[0] == "UPDATE" else 2].strip('"')
            if table not in PASSING:
                written.append(table)
        return execute(sql, params, many, context)

    return note


def run(site, size):
    logging.getLogger("django").setLevel(logging.CRITICAL)  # refusals are what is looked for
    spread_keys()
    cast, place = _cast_and_place()
    marked, objects = mark_everything(), Objects.all()
    every = 1 if size == "full" else ONE_IN
    readers = []
    for role, person in cast.items():
        if size == "full" or role in SMALL:
            reader = Reader(role, person, place, objects, every=every)
            readers.append(reader)
            for name in DECLARED:
                html = reader.read_own(name)
                reader.swap_in_address(name)
                reader.swap_in_question(name)
                reader.swap_in_forms(address(name, place), html)
                reader.swap_in_body(name)
            reader.follow_links(PAGES[size])
            if not reader.is_signed_in():
                reader.faults.add(f"{role}: was signed out on the way")
    return _result(size, readers, marked)


def _cast_and_place():
    """Nine people, two meetings and two proposals with everything; the second pair is theirs."""
    ndas = Organisation.objects.get(short_name="NDAS")
    secretary, member = appoint("secretariat"), appoint("member")
    cast = {
        "chair": appoint("chair"), "member": member, "adviser": appoint("adviser"),
        "lab": appoint("presenter"), "office": appoint("office"), "nobody": PersonFactory(),
        "ndas": AppointmentFactory(role="presenter", organisation=ndas).person,
        "recused": appoint("member"),
    }  # fmt: skip
    place = scene(on=dt.date(2026, 3, 2), by=secretary, member=member, content=_said_by("ours"))
    stranger = appoint("member")
    theirs = scene(
        on=dt.date(2026, 6, 1), by=secretary, member=stranger, body="NDAS",
        content=_said_by("theirs"),
    )  # fmt: skip
    owners = [cast[role] for role in ("chair", "member", "adviser", "recused")]
    for each, people in ((place, owners), (theirs, [stranger])):
        more_states(each, by=secretary, chair=cast["chair"], people=people)
    recuse(cast["recused"], *AgendaItem.objects.all())
    _name_files()
    return cast, place


def _said_by(whose):
    return lambda what: f"%PDF-1.7 {what} {whose}\n%%EOF".encode()


def _name_files() -> None:
    """The bytes of each file of a paper say whose they are."""
    from committee.storage import store  # noqa: PLC0415 -- after the settings of the check

    for file in PaperFile.objects.all():
        content = f"%PDF-1.7 zq-paperfile-{file.pk}-qz\n%%EOF".encode()
        PaperFile.objects.filter(pk=file.pk).update(sha256=store(content), size=len(content))
    assert CaseFile.objects.count() == 2


def _result(size, readers, marked) -> Result:
    tried = sum((reader.tried for reader in readers), Counter())
    faults = sorted({fault for reader in readers for fault in reader.faults})
    met = {canary for reader in readers for canary in reader.met}
    hidden = [sum(map(len, reader.hidden.values())) for reader in readers]
    kinds = ("path", "query", "field", "body")
    swapped = sum(tried[kind] for kind in kinds)
    enough = swapped >= LEAST[size] and all(tried[kind] for kind in kinds)
    enough = enough and tried["field"] >= LEAST_FIELDS[size]
    enough = enough and marked > 50 and len(met) > 10 and all(hidden)
    told = ", ".join(f"{tried[kind]} in {kind}" for kind in kinds)
    what = f"{WHAT}: {told}; {len(readers)} roles, {marked} rows marked, {len(met)} met"
    if not enough:
        what += "; too little was tried"
    if faults:
        what += "; " + "; ".join(faults[:5])
    return Result(swapped - len(faults), swapped, what, ok=enough and not faults)
