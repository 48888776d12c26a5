"""Who may do what. One function per act: None, or the reason why not, for the person to read."""

import datetime as dt

from django.utils import timezone

from committee.lifecycle import why_not_moved
from committee.models import Mail, Person

# --- people, organisations and terms: the secretariat keeps them, and the system when it is set up


def manage(person, subject) -> str | None:
    """The pages on which people and terms are managed, and the history of every act."""
    if person.is_authenticated and (person.is_secretariat or person.is_clock):
        return None
    return "Only the secretariat manages people, organisations and terms."


def deactivate_person(person, subject) -> str | None:
    if subject.pk == person.pk:
        return "You cannot close your own sign-in."
    return manage(person, subject)


def invite_person(person, subject) -> str | None:
    if reason := manage(person, subject):
        return reason
    if not subject.is_active:
        return "The sign-in of this person is closed."
    return None


add_organisation = manage
add_person = manage
adopt_terms = manage
appoint = manage
end_appointment = manage
reactivate_person = manage
rename_committee = manage
revise_organisation = manage
revise_person = manage
revise_terms = manage

# --- documents


def finish_document(person, document) -> str | None:
    if person.is_authenticated and person.is_clock:
        return None
    return "Documents are made by the system, not by people."


fail_document = finish_document


def retry_document(person, document) -> str | None:
    if not (person.is_authenticated and person.is_secretariat):
        return "Only the secretariat may have a document made again."
    return why_not_moved(document, "retry_document")


# --- signing in

BETWEEN_LINKS = dt.timedelta(minutes=5)


def set_password(person: Person, subject: Person) -> str | None:
    if not subject.is_active:
        return "This account is closed."
    if person.pk != subject.pk:
        return "Only its owner sets a password."
    return None


def choose_reminders(person: Person, subject: Person) -> str | None:
    return None if person.pk == subject.pk else "Only they choose how often they are reminded."


def remind_person(person: Person, subject: Person) -> str | None:
    return None if person.is_clock else "Reminders are sent by the system, not by people."


def send_password_link(person: Person, subject: Person) -> str | None:
    """Anybody may ask for it: it goes to its owner alone."""
    if not subject.is_active:
        return "This account is closed."
    if not (subject.invited_at or subject.has_usable_password()):
        return f"{subject} has not been invited to sign in."
    recent = Mail.objects.filter(
        key__startswith=f"password-link-{subject.pk}-",
        written_at__gt=timezone.now() - BETWEEN_LINKS,
    )
    if recent.exists():
        return "A link was sent less than five minutes ago."
    return None
