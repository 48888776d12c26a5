from committee.models.counter import Counter
from committee.models.document import Document
from committee.models.event import Event
from committee.models.line import Line, LineKind, line_constraints
from committee.models.mail import Mail
from committee.models.organisation import Organisation
from committee.models.person import COMMITTEE_ROLES, VOTING_ROLES, Appointment, Person, Role
from committee.models.terms import (
    CommitteeName,
    OutcomeOption,
    Provenance,
    TermsOfReference,
    VotingRule,
)

__all__ = [
    "COMMITTEE_ROLES",
    "VOTING_ROLES",
    "Appointment",
    "CommitteeName",
    "Counter",
    "Document",
    "Event",
    "Line",
    "LineKind",
    "Mail",
    "Organisation",
    "OutcomeOption",
    "Person",
    "Provenance",
    "Role",
    "TermsOfReference",
    "VotingRule",
    "line_constraints",
]
