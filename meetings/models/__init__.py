from meetings.models.action import ActionPoint, ActionUpdate
from meetings.models.agenda import AdviceGiven, AgendaItem, Entry, ItemKind, ItemPaper
from meetings.models.attendance import (
    Attendance,
    Capacity,
    Going,
    Movement,
    Presence,
    QuorumChange,
)
from meetings.models.ballot import Ballot
from meetings.models.book import Change, EntryVersion, LineOp, Phrase, Whereabouts
from meetings.models.interest import Interest
from meetings.models.ledger_link import LedgerLink, Telling
from meetings.models.meeting import DateBasis, Meeting, MeetingPaper, Precision
from meetings.models.minutes import MinutesVersion
from meetings.models.note import PrivateNote
from meetings.models.pack import Pack
from meetings.models.suggestion import Suggestion
from meetings.models.vote import Vote, VoteMethod

__all__ = [
    "ActionPoint",
    "ActionUpdate",
    "AdviceGiven",
    "AgendaItem",
    "Attendance",
    "Ballot",
    "Capacity",
    "Change",
    "DateBasis",
    "Entry",
    "EntryVersion",
    "Going",
    "Interest",
    "ItemKind",
    "ItemPaper",
    "LedgerLink",
    "LineOp",
    "Meeting",
    "MeetingPaper",
    "MinutesVersion",
    "Movement",
    "Pack",
    "Phrase",
    "Precision",
    "Presence",
    "PrivateNote",
    "QuorumChange",
    "Suggestion",
    "Telling",
    "Vote",
    "VoteMethod",
    "Whereabouts",
]
