"""Read the environment once, loudly: a value is valid or start-up stops."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SMTP_PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}


def text(name: str, default: str = "") -> str:
    """The value of ``name``; ``NAME_FILE`` may instead name a file that holds it."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}") from error
    return os.environ.get(name, "") or default


def flag(name: str, *, default: bool = False) -> bool:
    """The value of ``name``, which is yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value == "yes"


def number(name: str, default: int | None) -> int | None:
    """The value of ``name``, which is a whole number, nought or more."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def site(name: str, default: str) -> str:
    """The value of ``name``, which is the address of a site: https://host, nothing after it."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} must look like https://host, not {value!r}.")
    return value


def secret_key(path: Path) -> str:
    """SECRET_KEY, or the key that was made once and is kept in ``path`` (mode 0600)."""
    if given := text("SECRET_KEY"):
        return given
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"VAR_DIR cannot be written to: {error}") from error
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def database(url: str, *, base_dir: Path) -> dict:
    """Django's settings for ``url``: sqlite:///name.sqlite3 or postgresql://…"""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path).removeprefix("/"), base_dir)
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path).removeprefix("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),  # sslmode=verify-full and the like
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL must start with sqlite:/// or postgresql://, not {parts.scheme!r}."
    )


def _sqlite(name: str, base_dir: Path) -> dict:
    """SQLite that takes its one write lock at BEGIN (IMMEDIATE).

    A deferred BEGIN answers "database is locked" at once when two readers want to write.
    """
    path = base_dir / name
    if name in {"", ":memory:"}:
        raise ImproperlyConfigured("DATABASE_URL must name a file: each process needs the same.")
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def mail(url: str) -> dict:
    """Django's settings for ``url``: smtps://user:password@host (or smtp+tls://, smtp://)."""
    parts = urlsplit(url)
    if parts.scheme not in SMTP_PORTS or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must be smtp://…, smtps://… or smtp+tls://… a host.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or SMTP_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 30,
    }
