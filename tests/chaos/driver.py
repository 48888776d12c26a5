"""Runs beside the worker: each line on stdin is a question, each on stdout its answer."""

import json
import sys

import django

django.setup()

from django.db.models import Count  # noqa: E402 -- Django must be set up first

from committee import storage  # noqa: E402
from committee.audit import act, first_bad_event  # noqa: E402
from committee.models import Document, Event, Person  # noqa: E402
from committee.post import order_document  # noqa: E402

ITEMS = [
    {"number": str(n), "time": "10:00", "title": f"Item {n}", "lead": "Somebody", "papers": []}
    for n in range(1, 120)
]


@act
def order(name):
    """Order a document of several pages that says its own name."""
    clock = Person.objects.clock()
    snapshot = {"committee": "The Committee", "title": name, "items": ITEMS}
    template = "meetings/documents/agenda.html"
    order_document(name, title=name, template=template, snapshot=snapshot, by=clock)


def states():
    """How many documents are in each state."""
    counted = Document.objects.values_list("state").order_by("state")
    return dict(counted.annotate(Count("pk")))


def claims():
    """How often a worker has begun a document."""
    return sum(Document.objects.values_list("attempts", flat=True))


def facts():
    """Everything that must be true in the end."""
    documents = Document.objects.order_by("pk")
    ends = Event.objects.filter(subject_type="committee.document").order_by("subject_id")
    stored = [path for path in storage.path_of("00").parent.parent.rglob("*") if path.is_file()]
    return {
        "states": states(),
        "failures": list(documents.exclude(failure="").values_list("failure", flat=True)),
        "ends": sorted(ends.values_list("subject_id", flat=True)),
        "documents": sorted(str(pk) for pk in documents.values_list("pk", flat=True)),
        "acts": sorted(set(ends.values_list("act", flat=True))),
        "files": sorted(path.name for path in stored if not path.name.startswith("partial-")),
        "hashes": sorted(set(documents.values_list("sha256", flat=True))),
        "broken": [path.name for path in stored if not storage.is_whole(path.name)],
        "attempts": claims(),
        "chain": first_bad_event(),
    }


QUESTIONS = {"order": order, "states": states, "claims": claims, "facts": facts}
for line in sys.stdin:
    question, *words = json.loads(line)
    print(json.dumps(QUESTIONS[question](*words)), flush=True)  # noqa: T201 -- the answer
