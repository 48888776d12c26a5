"""What is asked of papers before the meeting, and what comes back to be put right."""

from functools import partial

from meetings.demo.reading import day, moment, read
from proposals import actions


class Asking:
    """Questions of members with their answers, on the papers of ``shelf``."""

    def __init__(self, shelf):
        self.shelf, self.cast, self.today = shelf, shelf.cast, shelf.today

    def events(self):
        """What happens, and when."""
        for told in read("questions")["questions"]:
            yield from self._of_question(told)

    def _of_question(self, told):
        at, kept = self._at(told["asked"], 19), {}
        yield at, partial(self._ask, told, kept, at=at)
        if "sent" in told:
            at = self._at(told["sent"], 10)
            yield at, partial(self._send, told, kept, at=at)
        if "answer" in told:
            at = self._at(told["answer"]["day"], 16)
            yield at, partial(self._answer, told["answer"], kept, at=at)

    def _at(self, said, hour):
        return moment(day(said, today=self.today), hour)

    def _ask(self, told, kept, *, at):
        paper = self.shelf[told["paper"]]
        section = paper.outline.sections.filter(key=told.get("section")).first()
        words = {"text": told["text"], "section": section, "is_shared": True}
        kept["question"] = actions.ask_question(paper, by=self.cast[told["by"]], at=at, **words)

    def _send(self, told, kept, *, at):
        paper = self.shelf[told["paper"]]
        questions = [kept["question"]]
        actions.send_questions(paper, by=self.cast["ellery"], at=at, questions=questions)

    def _answer(self, told, kept, *, at):
        by = self.cast[told["by"]]
        actions.answer_question(kept["question"], by=by, at=at, text=told["text"])


def reasons_of(paper, key: str) -> list[tuple]:
    """Why the paper ``key`` of the story comes back, at which sections."""
    sections = {one.key: one for one in paper.outline.sections.all()}
    told = read("questions")["returned"][key]
    return [(sections.get(name), text) for name, text in told.items()]
