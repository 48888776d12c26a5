"""R17: what is published stays as it is, whoever asks for what by whichever way.

Every address is posted to by every role; then the ORM and SQL are tried in bulk. What was
published is compared by SHA-256: the texts, the files, and the pages and PDFs the server gives.
"""

import datetime as dt
import json
from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from committee.models import Document, Event
from committee.refusals import Refused
from committee.storage import open_stored
from meetings import actions
from meetings.models import Entry, Meeting, MinutesVersion
from tests.factories import AppointmentFactory, appoint
from tests.reliability.minuted import Staff, approved, file_made, published
from tests.reliability.result import Result
from tests.scene import scene
from tests.test_roles import SAID

TARGET = 100
WHAT = "% of published texts and files unchanged"
ROLES = ["secretariat", "chair", "vice_chair", "member", "adviser", "presenter", "office", None]
SIZES = {"small": (ROLES[:1], 2), "full": (ROLES, 10)}  # who posts, how many are published
LEFT_ALONE = {"sign_out", "sign_in", "reset_password", "set_password", "change_password"}


def run(site, size):
    roles, number = SIZES[size]
    staff = Staff.appointed()
    versions = [published(staff, dt.date(2025, 1, 1 + n)) for n in range(number)]
    both = AppointmentFactory(person=appoint("chair"), role="secretariat").person
    waiting = approved(Staff(both, staff.secretary, staff.member), dt.date(2024, 6, 1))
    scenes = [_scene(staff, place, role) for place, role in enumerate(roles)]
    before = fingerprints(site, versions)
    posted, did = _post_everywhere(site, versions[0], scenes)
    tried, refused = _by_the_back_door(versions)
    correction = _corrected(staff, versions[-1])
    two = _needs_two(staff, both, waiting)
    after = fingerprints(site, versions)
    same = sum(before[name] == after.get(name) for name in before)
    what = (
        f"{WHAT} ({same} of {len(before)}) after {posted} posts by {len(roles)} roles, {did} of "
        f"which did something else; {refused} of {tried} bulk changes refused; a correction is "
        f"a new version: {_yes(correction)}; a second person publishes: {_yes(two)}"
    )
    ok = same == len(before) > 0 and refused == tried > 0 and did > 0 and correction and two
    return Result(100 * same // len(before), 100, what, ok=ok)


def _yes(found) -> str:
    return "yes" if found else "NO"


def fingerprints(site, versions) -> dict[str, str]:
    """The SHA-256 of everything that was published, by what it is."""
    found = {}
    public = site.visitor()
    for version in MinutesVersion.objects.filter(pk__in=[one.pk for one in versions]):
        slug, name = version.meeting.slug, f"{version.meeting.slug} v{version.number}"
        text = json.dumps(version.snapshot, sort_keys=True)
        with open_stored(version.document.sha256) as file:
            stored = file.read()
        pdf = public.get(f"/meetings/{slug}/minutes/v{version.number}/minutes.pdf")
        page = public.get(f"/meetings/{slug}/minutes/v{version.number}/")
        parts = {
            "text": text.encode(),
            "html": version.html.encode(),
            "state": f"{version.state} {version.published_at} {version.approved_at}".encode(),
            "file": stored,
            "document": json.dumps(version.document.snapshot, sort_keys=True).encode(),
            "served PDF": pdf.body,
            "served page": version.html.encode() if version.html in page.text else page.body,
        }
        found |= {f"{name} {what}": sha256(part).hexdigest() for what, part in parts.items()}
    return found


# --- every address, every role


def _scene(staff, place, role):
    """Somebody of ``role``, and one of everything for them to post about."""
    on = dt.date(2026, 1, 1) + dt.timedelta(days=90 * place)
    person = appoint(role) if role else None
    return person, scene(on=on, by=staff.secretary, member=staff.member)


def _post_everywhere(site, version, scenes) -> tuple[int, int]:
    """Post words to every address, about the published meeting and everything else there is."""
    posted, before = 0, Event.objects.count()
    for person, ours in scenes:
        for path in _paths(ours, version):
            site.visitor(person).post(path, **SAID, key=str(uuid4()))
            posted += 1
    return posted, Event.objects.count() - before


def _paths(ours, version):
    slug = version.meeting.slug
    entry = Entry.objects.filter(item__meeting=version.meeting).first()
    of_published = {
        "slug": slug, "number": version.number, "line": entry.pk, "paragraph": entry.paragraph
    }  # fmt: skip
    items = {"log_item": entry.item_id, "note_entry": entry.item_id, "revise_item": entry.item_id}
    entries = dict.fromkeys(
        ["revise_entry", "move_entry", "remove_entry", "restrict_entry", "unrestrict_entry"],
        entry.pk,
    )
    documents = dict.fromkeys(["document", "document_file", "retry_document"], version.document_id)
    for name, takes in _names():
        if name.rpartition(":")[2] in LEFT_ALONE:
            continue
        usual = ours.of(name)
        if not takes <= {key for key, value in usual.items() if value is not None}:
            usual |= dict.fromkeys(takes - set(usual), 1)
        verb = name.rpartition(":")[2]
        own = usual | of_published | {"pk": (items | entries | documents).get(verb, usual["pk"])}
        if name.startswith("meetings:") or verb in documents:
            yield reverse(name, kwargs={key: own[key] for key in takes})
        if takes:
            yield reverse(name, kwargs={key: usual[key] for key in takes})


def _names(resolver=None, space=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", set(pattern.pattern.converters)


# --- the back door


def _by_the_back_door(versions) -> tuple[int, int]:
    """Change and delete what is published by ORM and SQL, in bulk; how often, how often refused."""
    keys = [version.pk for version in versions]
    minutes = MinutesVersion.objects.filter(pk__in=keys)
    files = Document.objects.filter(pk__in=[version.document_id for version in versions])
    attempts = [minutes.delete, files.delete]
    attempts += [lambda m=m: m.filter(pk__in=keys).update(state="drafting") for m in [minutes]]
    for rows, fields in ((minutes, _columns(MinutesVersion)), (files, _columns(Document))):
        for field, value in fields.items():
            attempts.append(lambda r=rows, f=field, v=value: r.update(**{f: v}))
    attempts.append(lambda: MinutesVersion.objects.bulk_update(_spoilt(minutes), ["html"]))
    attempts.append(lambda: [one.save() for one in _spoilt(minutes)])
    for table in ("meetings_minutesversion", "committee_document"):
        rows = keys if "minutes" in table else list(files.values_list("pk", flat=True))
        where = f"WHERE id IN ({', '.join(map(str, rows))})"
        attempts.append(lambda t=table, w=where: _sql(f"DELETE FROM {t} {w}"))
        attempts.append(lambda t=table, w=where: _sql(f"UPDATE {t} SET snapshot = '{{}}' {w}"))
        attempts.append(lambda t=table, w=where: _sql(f"UPDATE {t} SET state = state {w}"))
    return len(attempts), sum(_is_refused(attempt) for attempt in attempts)


def _columns(model) -> dict:
    """A value for each column of ``model`` that says what was published."""
    if model is Document:
        return {"snapshot": {}, "sha256": "0" * 64, "title": "X", "state": "failed", "size": 1}
    return {
        "snapshot": {}, "html": "X", "number": 9, "change_note": "X", "state": "approved",
        "published_at": None, "approved_by": None, "document": None, "meeting": None,
    }  # fmt: skip


def _spoilt(minutes):
    rows = list(minutes)
    for row in rows:
        row.html = "X"
    return rows


def _sql(statement) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _is_refused(attempt) -> bool:
    try:
        with transaction.atomic():
            attempt()
    except (DatabaseError, ValueError):
        return True
    except Exception as error:  # Django's own: rows that others point to are not deleted
        return type(error).__name__ in {"ProtectedError", "RestrictedError"}
    return False


# --- corrections, and the second person


def _corrected(staff, version) -> bool:
    """A correction makes version 2, and version 1 says what it said."""
    note = "A word in the first line."
    second = actions.correct_minutes(version.meeting, by=staff.secretary, change_note=note)
    entry = Entry.objects.filter(item__meeting=version.meeting).order_by("pk").first()
    actions.revise_entry(entry, by=staff.secretary, version=entry.version, text="Corrected.")
    second = actions.issue_draft_minutes(second, by=staff.secretary)
    second = actions.approve_minutes(second, by=staff.chair)
    file_made(second.document)
    second = actions.publish_minutes(second, by=staff.secretary)
    first = MinutesVersion.objects.get(pk=version.pk)
    return second.number == 2 and "Corrected." in second.html and "Corrected." not in first.html


def _needs_two(staff, both, version) -> bool:
    """Where the terms ask for it, ``both`` who approved neither publishes nor sets a time."""
    terms = Meeting.objects.get(pk=version.meeting_id).terms
    type(terms).objects.filter(pk=terms.pk).update(publication_needs_two=True)
    later = dt.datetime(2999, 1, 1, tzinfo=dt.UTC)
    refused = 0
    for act, words in (
        (actions.publish_minutes, {}),
        (actions.schedule_publication, {"publish_at": later}),
    ):
        try:
            act(MinutesVersion.objects.get(pk=version.pk), by=both, **words)
        except Refused:
            refused += 1
    version = MinutesVersion.objects.get(pk=version.pk)
    by_another = actions.publish_minutes(version, by=staff.secretary).is_published
    type(terms).objects.filter(pk=terms.pk).update(publication_needs_two=None)
    return refused == 2 and by_another


if settings.DEBUG:  # a page of DEBUG would be compared as if it were public
    raise RuntimeError("R17 runs with DEBUG off.")
