"""Which object a key stands for, what each of them says, and who may not see it: for R02.

Every table is given keys of its own range, so that a number in an address or a form tells what
it is the key of; and every row says a word (its canary) that no other row says.
"""

import re
from dataclasses import dataclass, field
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Q

from committee.closed import open_to
from meetings.models import Entry, Meeting
from proposals.models import Advice, AdviceLetter, AdviceLine, Proposal, Recommendation

OURS = ("committee", "proposals", "meetings")
TOLD = ("proposals", "meetings")  # apps whose rows are not for everybody
CANARY = re.compile(r"zq-([a-z]+-\w+)-qz")
PARENTS = [  # a row is for those who may see the first of these that it belongs to
    "paper", "advice", "letter", "item", "meeting", "version", "recommendation", "action",
    "vote", "proposal", "decision", "meetingpaper", "suggestion", "interest",
]  # fmt: skip
KEPT = {"sha256", "media_type", "digest", "paragraph", "abbreviation", "act", "edition", "number"}
TITLE_IS_TOLD = {"agendaitem"}  # to whoever left for it: it is called and they see that it is


def models_of(*names):
    return [model for app in names for model in apps.get_app_config(app).get_models()]


def spread_keys() -> None:
    """Let the keys of each table begin at a thousand of its own."""
    with connection.cursor() as cursor:
        for number, model in enumerate(models_of(*OURS), start=1):
            if not isinstance(model._meta.pk, models.AutoField | models.BigAutoField):
                continue
            table, first = model._meta.db_table, number * 1000
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [table, first])
            else:
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, first]
                )


def mark_everything() -> int:
    """Write its canary into every word of every row; how many rows have one now."""
    marked = 0
    for model in models_of(*TOLD):
        words = [one for one in model._meta.concrete_fields if _holds_words(one)]
        for row in model._base_manager.only("pk", *(one.name for one in words)) if words else []:
            canary = f"zq-{model._meta.model_name}-{row.pk}-qz"
            said = {one.name: canary for one in words if _takes(one, row, canary)}
            marked += bool(said) and _write(model, row.pk, said)
    return marked


def _holds_words(one) -> bool:
    is_text = isinstance(one, models.CharField | models.TextField)
    is_key = isinstance(one, models.SlugField | models.EmailField | models.UUIDField)
    return is_text and not is_key and not one.choices and not one.primary_key and (
        one.name not in KEPT
    )  # fmt: skip


def _takes(one, row, canary) -> bool:
    """Whether it is said at all (what is empty may have to be), and has room."""
    return bool(getattr(row, one.name)) and len(canary) <= (one.max_length or 10_000)


def _write(model, pk, said) -> bool:
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=pk).update(**said)
    except DatabaseError:  # it never changes again: its words were given when it was made
        return False
    return True


@dataclass
class Objects:
    """Every row there is, by the values that addresses and forms hold."""

    by_value: dict[str, tuple] = field(default_factory=dict)  # value → (model, pk)
    values: dict[tuple, list[str]] = field(default_factory=dict)

    @classmethod
    def all(cls) -> "Objects":
        found = cls()
        for model in models_of(*OURS):
            for pk in model._base_manager.values_list("pk", flat=True):
                if not isinstance(pk, UUID | str) and pk >= 1000:
                    found._know(str(pk), model, pk)
        for model, name in (
            (Meeting, "slug"), (Proposal, "slug"), (Entry, "key"), (AdviceLine, "key"),
        ):  # fmt: skip
            for pk, value in model._base_manager.values_list("pk", name):
                found._know(str(value), model, pk)
        for one in Recommendation.objects.all():
            found._know(one.label, Recommendation, one.pk)
        return found

    def _know(self, value, model, pk) -> None:
        self.by_value[value] = (model, pk)
        self.values.setdefault((model, pk), []).append(value)

    def like(self, value: str, hidden: dict) -> list[str]:
        """Values of the same form, of objects of the same kind that are hidden."""
        if value not in self.by_value:
            return []
        model, pk = self.by_value[value]
        place = self.values[model, pk].index(value)
        return [
            self.values[model, other][place]
            for other in sorted(hidden.get(model, ()))
            if other != pk and (model, other) in self.values
        ]


def hidden_from(person) -> dict:
    """The keys of each model's rows that ``person`` may not see."""
    seen: dict = {}
    return {
        model: set(model._base_manager.values_list("pk", flat=True)) - visible
        for model in [*models_of(*TOLD), apps.get_model("committee.Document")]
        if (visible := _visible(model, person, seen)) is not None
    }


def _visible(model, person, seen) -> set | None:
    """The keys that are for ``person``; None where rows of it are for everybody."""
    if model in seen:
        return seen[model]
    seen[model] = None  # what leads back to itself says nothing
    rows = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        found = rows.visible_to(person)
    else:
        found = _of_visible_parents(model, rows, person, seen)
    if found is not None:
        seen[model] = set(open_to(found, person).values_list("pk", flat=True))
        if "member" in {one.name for one in model._meta.concrete_fields}:  # what is their own
            own = model._base_manager.filter(member=person.pk)
            seen[model] |= set(own.values_list("pk", flat=True))
    return seen[model]


def _of_visible_parents(model, rows, person, seen):
    """Those of the first parent each row has; None where no parent says for whom it is."""
    keys = {one.name: one for one in model._meta.concrete_fields if one.many_to_one}
    found, orphans = Q(), Q()
    for name in PARENTS:
        if name in keys:
            visible = _visible(keys[name].related_model, person, seen)
            if visible is not None:
                found |= orphans & Q(**{f"{name}__in": visible})
                orphans &= Q(**{name: None})
                if not keys[name].null:
                    break
    return rows.filter(found) if found else None


def told_to(person) -> dict:
    """The keys of rows whose words a letter told ``person``, though the rows are not for them."""
    letters = open_to(AdviceLetter.objects.visible_to(person), person)
    advice = set(letters.values_list("advice", flat=True))
    lines = AdviceLine.objects.filter(advice__in=advice, restricted=False)
    return {Advice: advice, AdviceLine: set(lines.values_list("pk", flat=True))}


def is_hidden(canary: str, hidden: dict, told: dict) -> bool:
    """Whether the row that says ``canary`` is among ``hidden``, and not ``told``."""
    name, _, pk = canary.rpartition("-")
    for model, keys in hidden.items():
        if model._meta.model_name == name:
            is_theirs = name in TITLE_IS_TOLD or not pk.isdecimal()
            return not is_theirs and int(pk) in keys - told.get(model, set())
    return False
