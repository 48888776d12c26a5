from committee.models.counter import Counter
from committee.models.document import Document
from committee.models.event import Event
from committee.models.line import Line, LineKind, line_constraints
from committee.models.mail import Mail
from committee.models.organisation import AnswersFor, Organisation
from committee.models.person import (
    COMMITTEE_ROLES,
    VOTING_ROLES,
    Appointment,
    Person,
    Rhythm,
    Role,
)
from committee.models.reminder import Reminder, ReminderDay
from committee.models.slow_work import SlowWork, SlowWorkQuerySet, slow_work_constraints
from committee.models.terms import (
    BallotReason,
    BallotView,
    CommitteeName,
    InterestEffect,
    OutcomeOption,
    Provenance,
    TermsOfReference,
    VotingRule,
)

__all__ = [
    "COMMITTEE_ROLES",
    "VOTING_ROLES",
    "AnswersFor",
    "Appointment",
    "BallotReason",
    "BallotView",
    "CommitteeName",
    "Counter",
    "Document",
    "Event",
    "InterestEffect",
    "Line",
    "LineKind",
    "Mail",
    "Organisation",
    "OutcomeOption",
    "Person",
    "Provenance",
    "Reminder",
    "ReminderDay",
    "Rhythm",
    "Role",
    "SlowWork",
    "SlowWorkQuerySet",
    "TermsOfReference",
    "VotingRule",
    "line_constraints",
    "slow_work_constraints",
]
