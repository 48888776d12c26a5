from meetings.models.action import ActionPoint, ActionUpdate
from meetings.models.agenda import AdviceGiven, AgendaItem, Entry, ItemKind, ItemPaper
from meetings.models.attendance import Attendance, Capacity, Presence
from meetings.models.meeting import DateBasis, Meeting, MeetingPaper, Precision
from meetings.models.minutes import MinutesVersion
from meetings.models.vote import Ballot, Vote, VoteMethod

__all__ = [
    "ActionPoint",
    "ActionUpdate",
    "AdviceGiven",
    "AgendaItem",
    "Attendance",
    "Ballot",
    "Capacity",
    "DateBasis",
    "Entry",
    "ItemKind",
    "ItemPaper",
    "Meeting",
    "MeetingPaper",
    "MinutesVersion",
    "Precision",
    "Presence",
    "Vote",
    "VoteMethod",
]
