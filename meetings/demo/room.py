"""What happens in the room: lines are written, votes taken, actions given."""

import datetime as dt

from meetings import actions
from meetings.demo.reading import day, lines, moment
from meetings.demo.ruling import rule
from meetings.models import ItemKind
from meetings.presence import place_of
from proposals import actions as advising

PACE = dt.timedelta(seconds=35)


class Room:
    """The meeting while it lasts. Every act takes a little time."""

    def __init__(self, story, *, at):
        self.story, self.cast, self.shelf = story, story.cast, story.shelf
        self.by, self.now = story.secretary, at

    def _tick(self) -> dt.datetime:
        self.now += PACE
        return self.now

    def _wait_for(self, item) -> None:
        if item.starts_at:
            self.now = max(self.now, moment(self.story.on, item.starts_at))

    def minute(self) -> None:
        """Go through the agenda."""
        standing = self.story.standing
        for told, item in self.story.items:
            if told.get("waits"):
                return
            self._wait_for(item)
            self._movements(told)
            self._take_up(item, told)
            said = self.story.said_under(told)
            if told["kind"] == ItemKind.LAST_MINUTES:
                self._write(item, said[:1])
                self._take_up(standing[ItemKind.ACTIONS_UPDATE], told)
                self._write(standing[ItemKind.ACTIONS_UPDATE], said[1:])
            else:
                self._write(item, said)
            if told["kind"] == ItemKind.WELCOME:
                self._take_up(standing[ItemKind.APOLOGIES], told)
                self._note(standing[ItemKind.APOLOGIES], text=self.story.apologies())
            if told["kind"] == ItemKind.DECLARATIONS:
                self._interests()
            self._updates(told.get("updates", []))
            self._given(item, told.get("actions", []))
            self._decide(item, told)
            if told.get("deferred"):
                actions.defer_item(
                    item, by=self.by, at=self._tick(), to=told.get("deferred_to", "")
                )

    def _take_up(self, item, told) -> None:
        """Start an item, as long as it is not put off unheard."""
        if not told.get("deferred"):
            actions.start_item(item, by=self.by, at=self._tick())

    def _interests(self) -> None:
        for told in self.story.told.get("interests", []):
            actions.declare_interest(
                self.story.meeting,
                by=self.cast[told["member"]],
                paper=self.shelf[told["paper"]],
                nature=told["nature"],
                at=self._tick(),
            )

    def _movements(self, told) -> None:
        """Who comes and goes while it is on, and whom it has leave the room."""
        rows = self.story.meeting.attendances
        for key in told.get("leaves", []):
            row = rows.get(person=self.cast[key])
            actions.note_departure(row, by=self.by, at=self._tick())
        for key in told.get("arrives", []):
            row = place_of(self.story.meeting, self.cast[key])
            actions.note_arrival(row, by=self.by, at=self._tick())

    def _note(self, item, **words):
        return actions.note_entry(item, by=self.by, at=self._tick(), **words)

    def _write(self, item, said) -> None:
        """Write lines, each under the line it answers."""
        above = {}
        for line in said:
            reason = line.marks.get("withheld", "")
            above[line.depth] = self._note(
                item,
                kind=line.kind,
                text=line.text,
                parent=above.get(line.depth - 1),
                speaker=line.speaker,
                speaker_person=self._who(line),
                after_presenter_left="after" in line.marks,
                restricted=bool(reason),
                restricted_reason=reason,
            )

    def _who(self, line):
        by_initials = {one.initials: one for one in self.cast.values() if one.initials}
        return self.cast.get(line.person) or by_initials.get(line.speaker)

    def _updates(self, told) -> None:
        for update in told:
            action, meeting = self.story.actions[update["action"]], self.story.meeting
            at = self._tick()
            actions.add_action_update(
                action, by=self.by, at=at, text=update["text"], meeting=meeting
            )
            if update.get("done"):
                actions.complete_action(action, by=self.by, at=at)

    def _given(self, item, told) -> None:
        for action in told:
            self.story.actions[action["key"]] = actions.add_action(
                self.story.meeting,
                by=self.by,
                at=self._tick(),
                item=item,
                text=action["text"],
                owner=action["owner"],
                owner_person=self.cast[action["person"]],
                due=action["due"],
                due_on=day(action.get("due_on"), today=self.story.today),
            )

    def _decide(self, item, told) -> None:
        decisions = [self._vote(item, vote) for vote in told.get("votes", [])]
        decisions += [self._pass_over(item, result) for result in told.get("results", [])]
        if "advice" in told:
            self._advise(item, decisions, told["advice"])

    def _vote(self, item, told):
        papers = [self.shelf[key] for key in told["papers"]]
        asked = f"What does the Committee advise on “{papers[0]}”?"
        vote = actions.open_vote(
            item,
            papers,
            by=self.story.chair,
            at=self._tick(),
            question=told.get("question", asked),
            closes_at=self._end_of(told),
        )
        outcome = told.get("outcome") or told.get("unanimous")
        if "unanimous" in told:
            actions.record_unanimity(vote, by=self.by, at=self._tick(), letter=outcome)
        elif "hands" in told:
            counts = told["hands"]
            actions.record_show_of_hands(vote, by=self.by, at=self._tick(), counts=counts)
        else:
            self._ballots(vote, told["ballots"], told.get("reasons", {}))
            if told.get("open") or vote.is_by_correspondence:
                return vote
            actions.close_vote(vote, by=self.story.chair, at=self._tick())
        reason, at = told.get("reason", ""), self._tick()
        return actions.record_outcome(vote, by=self.by, at=at, letter=outcome, reason=reason)

    def _end_of(self, told) -> dt.datetime | None:
        """Until when a vote by correspondence is open."""
        until = day(told.get("until"), today=self.story.today)
        return until and moment(until, 17)

    def _ballots(self, vote, told, reasons) -> None:
        for choice, members in told.items():
            for member in members:
                said = {"choice": choice, "reason": reasons.get(member, "")}
                actions.cast_ballot(vote, by=self.cast[member], at=self._tick(), **said)

    def _pass_over(self, item, told):
        papers = [self.shelf[key] for key in told["papers"]]
        facts = {"result": told["result"], "reason": told["reason"]}
        return actions.record_result(item, papers, by=self.by, at=self._tick(), **facts)

    def _advise(self, item, decisions, told) -> None:
        advice = actions.write_advice(
            item, decisions, by=self.by, at=self._tick(), heading=told["heading"]
        )
        for line in lines(told["text"]):
            more = {}
            if "to" in line.marks:
                more["addressee"] = line.marks["to"]
            if "due" in line.marks:
                more["due"] = line.marks["due"]
            if "due_on" in line.marks:
                more["due_on"] = dt.date.fromisoformat(line.marks["due_on"])
            advising.add_advice_line(
                advice, by=self.by, at=self._tick(), kind=line.kind, text=line.text, **more
            )
        rule(advice, by=self.by, tick=self._tick)
