"""What pages of the minute book ask for, done by the acts, and told back (docs/minute-book.md)."""

from functools import cached_property, partial

from committee.closed import open_to
from committee.lines import Stale
from committee.models import Person
from committee.refusals import NotPermitted, Refused
from meetings import actions, history
from meetings.models import AgendaItem, Entry, EntryVersion, LineOp, Meeting
from meetings.speakers import bodies, speakers_at, typed_speaker
from meetings.sync import FIRST, LAST, Op
from meetings.typing import name_speaker


class Sync:
    """The ops of one request, each done on its own, in their order."""

    def __init__(self, meeting: Meeting, *, by: Person):
        self.meeting, self.by = meeting, by

    @cached_property
    def present(self):
        return speakers_at(self.meeting)

    @cached_property
    def bodies(self):
        return bodies()

    @cached_property
    def items(self):
        """The items that are open to whoever writes: of others not a word is told."""
        return open_to(self.meeting.items.all(), self.by)

    def do(self, ops: list[Op]) -> dict:
        """Do ``ops`` and say what came of each."""
        told = [self._once(op) for op in ops]
        lines = self._lines({one.key for one in told if one.key})
        results = [self._result(one, lines) for one in told]
        return {"results": results, "mark": str(history.last_change(meeting=self.meeting))}

    def _once(self, op: Op) -> LineOp:
        if op.wrong:
            return LineOp(op=op.op, key=op.key, outcome="refused", sentence=op.wrong)
        do = partial(getattr(self, f"_{op.do}"), op)
        try:
            return actions.sync_line(self.meeting, by=self.by, op=op.op, key=op.key, do=do)
        except NotPermitted as refusal:  # what another has sent: the rest is still done
            return LineOp(op=op.op, outcome="refused", sentence=str(refusal))

    # --- what each op does, inside the act

    def _note(self, op: Op) -> Entry:
        if known := Entry.objects.filter(key=op.key).select_related("item").first():
            if not self.items.filter(pk=known.item_id).exists():
                raise Refused("Another line has this key.")
            if known.text != op.words.get("text"):
                raise Stale(known, op.words)
            return known
        if not op.words.get("text"):
            raise Refused("A line needs words.")
        item = self._item(op.item)
        parent, after = self._place(item, op)
        words = self._named(op.words) | {"parent": parent, "after": after, "key": op.key}
        if op.reason:
            words |= {"restricted": True, "restricted_reason": op.reason}
        return actions.note_entry(item, by=self.by, first=op.after == FIRST, **words)

    def _revise(self, op: Op) -> Entry:
        entry = self._entry(op)
        words = dict(op.words)
        if words.get("speaker") == typed_speaker(entry, self.present):
            del words["speaker"]
        return actions.revise_entry(
            entry, by=self.by, version=self._version(op), **self._named(words)
        )

    def _move(self, op: Op) -> Entry:
        entry = self._entry(op)
        item = entry.item if op.item is None else self._item(op.item)
        parent, after = self._place(item, op)
        if item != entry.item:
            actions.move_entry(entry, by=self.by, item=item, parent=parent, after=after)
            if op.after != FIRST:
                return entry
        if after is None and op.after not in (None, FIRST):
            last = Entry.objects.filter(item=item, parent=parent).exclude(pk=entry.pk)
            after = last.order_by("-position").first()
        return actions.move_entry(entry, by=self.by, parent=parent, after=after)

    def _remove(self, op: Op) -> None:
        try:
            entry = self._entry(op)
        except LookupError:
            return  # what was to be gone, is
        actions.remove_entry(entry, by=self.by, version=self._version(op))

    def _restrict(self, op: Op) -> Entry:
        if not op.reason:
            raise Refused("Say why: the reason is printed in its place.")
        return actions.restrict_entry(self._entry(op), by=self.by, reason=op.reason)

    def _unrestrict(self, op: Op) -> Entry:
        return actions.unrestrict_entry(self._entry(op), by=self.by)

    def _restore(self, op: Op) -> Entry:
        removed = self._past(op.key)
        if removed is None:
            raise Refused("No such line was ever here.")
        item = self._item(removed.item_id)
        _, after = self._place(item, op)
        return actions.restore_entry(
            item, by=self.by, key=op.key, after=after, first=op.after == FIRST
        )

    # --- what an op names

    def _item(self, pk) -> AgendaItem:
        item = self.items.select_related("meeting").filter(pk=pk).first()
        if item is None:
            raise Refused("This item is no longer on the agenda. Choose another for the line.")
        return item

    def _entry(self, op: Op) -> Entry:
        lines = Entry.objects.filter(key=op.key, item__in=self.items)
        if entry := lines.select_related("item__meeting", "parent").first():
            return entry
        last = self._past(op.key)
        if last is None:
            raise LookupError("This line is not in the minutes.")
        raise LookupError(f"{last.by} removed this line meanwhile.")

    def _past(self, key) -> EntryVersion | None:
        """How the line was when it was last changed or removed."""
        return history.of_line(self.meeting, key).filter(item__in=self.items).first()

    def _place(self, item, op: Op) -> tuple[Entry | None, Entry | None]:
        """The lines of ``item`` that the op names, None for one that is not there any more."""
        keys = [key for key in (op.parent, op.after) if key not in (None, FIRST, LAST)]
        if not keys:
            return None, None
        found = {one.key: one for one in item.entries.filter(key__in=keys).select_related("parent")}
        return found.get(op.parent), found.get(op.after)

    def _version(self, op: Op) -> int:
        """The version the op began with: that of the op it follows, or as it says."""
        before = LineOp.objects.filter(pk=op.follows, by=self.by, key=op.key).first()
        return before.version if before and before.version else op.version

    def _named(self, words: dict) -> dict:
        """``words`` with the speaker meant by what was typed."""
        if "speaker" not in words:
            return words
        label, key = name_speaker(words["speaker"], self.present, self.bodies)
        person = Person.objects.filter(pk=key).first() if key else None
        return words | {"speaker": label, "speaker_person": person}

    # --- what is told back

    def _lines(self, keys) -> dict:
        lines = Entry.objects.filter(key__in=keys, item__in=self.items)
        return {one.key: one for one in lines.select_related("speaker_person", "parent")}

    def _result(self, told: LineOp, lines) -> dict:
        entry = lines.get(told.key)
        line = as_json(entry, self.present) if entry else None
        if told.outcome in {"conflict", "missing"}:
            last = self._past(told.key)
            line = (line or removed_as_json(last)) if last else line
            if last:
                line |= {"by": str(last.by), "at": last.at.isoformat()}
        return {
            "op": str(told.op),
            "outcome": told.outcome,
            "key": str(told.key) if told.key else None,
            "line": line,
            "sentence": told.sentence,
        }


def as_json(entry: Entry, present) -> dict:
    """A line as a page of the minute book knows it."""
    person = entry.speaker_person
    return {
        "key": str(entry.key),
        "pk": entry.pk,
        "version": entry.version,
        "kind": entry.kind,
        "speaker": entry.speaker,
        "typed": typed_speaker(entry, present),
        "was": person.name if person and person.name != entry.speaker else None,
        "text": entry.text,
        "owner": entry.owner,
        "due": entry.due,
        "after_presenter_left": entry.after_presenter_left,
        "restricted": entry.restricted,
        "restricted_reason": entry.restricted_reason,
        "parent": str(entry.parent.key) if entry.parent else None,
        "number": getattr(entry, "number", None),
    }


def removed_as_json(last: EntryVersion) -> dict:
    """A line that was removed, as it was."""
    names = ["version", "kind", "speaker", "text", "owner", "due", "after_presenter_left"]
    names += ["restricted", "restricted_reason"]
    words = {name: getattr(last, name) for name in names}
    parent = str(last.parent_key) if last.parent_key else None
    none = {"pk": None, "was": None, "number": None}
    return {"key": str(last.key), "typed": last.speaker or "", "parent": parent} | words | none
