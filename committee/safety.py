"""What would make this site unsafe, each as a sentence that says what to do. Start-up stops on it.

Some settings are never right. Others are only wrong once the site is public, that is reached
by others than this machine: SITE_URL says so.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from committee.env import LOOPBACK

BROKERS = {"filesystem", "redis", "rediss", "amqp", "amqps"}
STRONG = {"Argon2PasswordHasher", "ScryptPasswordHasher", "PBKDF2PasswordHasher"}


def faults(settings) -> list[str]:
    """Everything that is unsafe in ``settings``; the site starts when there is nothing."""
    found = list(_never_right(settings))
    if settings.IS_PUBLIC:
        found += [*_open_doors(settings), *_weak_secrets(settings), *_weak_people(settings)]
        found += _weak_mail(settings)
    return found


def _never_right(settings) -> Iterator[str]:
    site = urlsplit(settings.SITE_URL)
    if site.scheme == "http" and site.hostname not in LOOPBACK:
        yield "SITE_URL is http:// and not this machine: passwords could be read. Use https://."
    if settings.CELERY_ACCEPT_CONTENT != ["json"] or settings.CELERY_TASK_SERIALIZER != "json":
        yield "Celery may carry JSON only: a pickled message can run any program."
    if urlsplit(settings.CELERY_BROKER_URL).scheme not in BROKERS:
        yield f"CELERY_BROKER_URL must start with one of: {', '.join(sorted(BROKERS))}."
    for database in settings.DATABASES.values():
        yield from _careless_database(database)
    media = Path(settings.MEDIA_ROOT).resolve()
    for folder in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS):
        if media.is_relative_to(Path(folder).resolve()):
            yield f"MEDIA_ROOT lies in {folder}: unpublished papers would be open to all."


def _careless_database(database: dict) -> Iterator[str]:
    if database.get("ATOMIC_REQUESTS"):
        yield "ATOMIC_REQUESTS must stay off: each page would hold the one write lock."
    if "sqlite3" not in database["ENGINE"]:
        return
    options = database.get("OPTIONS", {})
    if options.get("transaction_mode") != "IMMEDIATE":
        yield "SQLite must begin transactions IMMEDIATE: ballots cast at once would be lost."
    words = options.get("init_command", "").replace(" ", "").lower()
    if "synchronous=full" not in words or "journal_mode=wal" not in words:
        yield "SQLite needs journal_mode=WAL and synchronous=FULL: a power cut could undo a ballot."


def _open_doors(settings) -> Iterator[str]:
    if settings.DEBUG:
        yield "DEBUG is on: an error would show the inside of the site to anybody. Set DEBUG=no."
    if any("*" in host or host.startswith(".") for host in settings.ALLOWED_HOSTS):
        yield "ALLOWED_HOSTS has a wildcard: name each host, or leave it to SITE_URL."
    if any("*" in origin for origin in settings.CSRF_TRUSTED_ORIGINS):
        yield "CSRF_TRUSTED_ORIGINS has a wildcard: any subdomain could act for a member."
    if not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE):
        yield "Cookies must be secure: SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE."
    words = str(settings.CONTENT_SECURITY_POLICY)
    if "unsafe-inline" in words or "unsafe-eval" in words:
        yield "The content security policy allows inline code: a text in the minutes could run."
    if settings.TRUSTED_PROXIES is None:
        yield "TRUSTED_PROXIES is not set: how many of yours stand before the site (usually 1)?"


def _weak_secrets(settings) -> Iterator[str]:
    if settings.SECRET_KEY_IS_MADE_HERE:
        yield "SECRET_KEY is not set: give it, or SECRET_KEY_FILE, the same for every process."
    elif len(settings.SECRET_KEY) < 50 or len(set(settings.SECRET_KEY)) < 10:
        yield "SECRET_KEY is too short or too plain: take 50 random characters."
    elif settings.SECRET_KEY.startswith("django-insecure"):
        yield "SECRET_KEY is an example: take 50 random characters."


def _weak_people(settings) -> Iterator[str]:
    if settings.PASSWORD_HASHERS[0].rpartition(".")[2] not in STRONG:
        yield "PASSWORD_HASHERS starts with a weak one: stolen passwords would be read."
    names = {
        validator["NAME"].rpartition(".")[2] for validator in settings.AUTH_PASSWORD_VALIDATORS
    }
    if not {"MinimumLengthValidator", "CommonPasswordValidator"} <= names:
        yield "AUTH_PASSWORD_VALIDATORS must ask for length and refuse common passwords."
    counted = settings.AXES_HANDLER == "axes.handlers.database.AxesDatabaseHandler"
    if not (counted and getattr(settings, "AXES_ENABLED", True)):
        yield "Wrong passwords must be counted in the database: AXES_HANDLER, AXES_ENABLED."


def _weak_mail(settings) -> Iterator[str]:
    if "smtp" not in settings.EMAIL_BACKEND:
        yield "EMAIL_URL is not set: letters and invitations would lie in a folder."
    elif settings.EMAIL_HOST not in LOOPBACK and not (
        settings.EMAIL_USE_SSL or settings.EMAIL_USE_TLS
    ):
        yield "EMAIL_URL is smtp:// to another machine: use smtps:// or smtp+tls://."
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield "MAIL_FROM is not set: whom are the letters from?"
