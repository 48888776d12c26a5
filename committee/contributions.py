"""What the apps contribute to one another: functions named by strings, as imports go one way.

committee/settings.py takes every name over.
"""

LEDGER_LINES = ["meetings.told_lines.lines_on"]  # what minutes say of a recommendation
WITHHELD = ["meetings.told_lines.undertaken_in_secret"]  # points whose words are withheld
WORKLIST = ["meetings.beginning.items", "meetings.register.interests_to_rule"]
WORKLIST += ["proposals.worklist.items", "proposals.worklist_of_ledger.items"]
WORKLIST += ["meetings.worklist.items", "meetings.worklist_of_minutes.items"]
TIDY = ["meetings.tidying.tidy", "meetings.notes.forget_notes", "proposals.uploads.tidy"]  # daily
WORKLIST_CARD = "meetings.worklist.next_meeting"
# asked at every sweep what is due
ON_THE_CLOCK = ["meetings.on_the_clock.publish_minutes", "meetings.on_the_clock.end_votes"]
ON_THE_CLOCK += ["proposals.scanning.hint_held", "committee.reminders.remind"]
# what is due for somebody, for the reminders by mail
REMINDERS = ["proposals.reminders.recommendations", "proposals.reminders.expected_returns"]
REMINDERS += ["proposals.reminders.responses", "meetings.reminders.actions"]
ON_THE_CLOCK += ["proposals.case_file.clock.hint_waiting"]
ON_READY = ["meetings.on_ready.announce_papers"]  # told of each document when it is made
# documents not for the whole committee yet
HELD_BACK = ["meetings.agenda_document.not_announced", "proposals.versions.not_accepted"]
# what one person may not read: because of an interest, a secret vote, or a pack made for others
CLOSED_TO = ["meetings.interests.CLOSED_TO", "meetings.secrecy.CLOSED_TO"]
CLOSED_TO += ["meetings.packs.CLOSED_TO"]
ON_TERMS_ADOPTED = ["proposals.requirements.carry_over"]
COMING_MEETINGS = "meetings.deadlines.coming"  # for which papers are written, with deadlines
OFF_THE_AGENDA = "meetings.papers.take_off"  # when a paper is put off to another meeting
BEFORE_THE_COMMITTEE = "meetings.papers.why_before_us"  # why a paper is not withdrawn now

STORED_FILES = ["committee.stored_files.documents", "proposals.stored_files.paper_files"]
STORED_FILES += ["proposals.stored_files.frozen_files", "proposals.stored_files.case_files"]
# who writes the case file of a proposal, by edition, page after page
CASE_FILE = {
    "internal": [
        "proposals.case_file.advice.proposal",
        "proposals.case_file.papers.papers",
        "meetings.case_file.minutes",
        "meetings.case_file.votes",
        "proposals.case_file.advice.advice",
        "proposals.case_file.ledger.ledger",
        "proposals.case_file.record.record",
    ],
    "public": [  # these read what is published, and nothing else
        "proposals.case_file.published.proposal",
        "proposals.case_file.published.outcomes",
        "proposals.case_file.published.rulings",
        "meetings.case_file.published_minutes",
        "proposals.case_file.published.files",
    ],
}
