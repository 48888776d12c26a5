from committee.actions.add_organisation import add_organisation
from committee.actions.add_person import add_person
from committee.actions.adopt_terms import adopt_terms
from committee.actions.appoint import appoint
from committee.actions.choose_reminders import choose_reminders
from committee.actions.deactivate_person import deactivate_person
from committee.actions.end_appointment import end_appointment
from committee.actions.fail_document import fail_document
from committee.actions.finish_document import finish_document
from committee.actions.invite_person import invite_person
from committee.actions.reactivate_person import reactivate_person
from committee.actions.remind_person import remind_person
from committee.actions.rename_committee import rename_committee
from committee.actions.retry_document import retry_document
from committee.actions.revise_organisation import revise_organisation
from committee.actions.revise_person import revise_person
from committee.actions.revise_terms import revise_terms
from committee.actions.send_password_link import send_password_link
from committee.actions.set_password import set_password

__all__ = [
    "add_organisation",
    "add_person",
    "adopt_terms",
    "appoint",
    "choose_reminders",
    "deactivate_person",
    "end_appointment",
    "fail_document",
    "finish_document",
    "invite_person",
    "reactivate_person",
    "remind_person",
    "rename_committee",
    "retry_document",
    "revise_organisation",
    "revise_person",
    "revise_terms",
    "send_password_link",
    "set_password",
]
