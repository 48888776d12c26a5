"""Start-up as an operator meets it: a process that starts, or stops with a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PUBLIC = dict(line.split("=", 1) for line in (ROOT / "tests/public_site.env").read_text().split())
CARELESS = {"ENGINE": "django.db.backends.sqlite3", "NAME": "x.sqlite3"}
WAL = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}
FAST = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL;"}


def start(tmp_path, *words, **environment):
    """What `manage.py` says when it is run with ``environment`` and nothing else."""
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)} | environment
    return subprocess.run(
        [sys.executable, "manage.py", *(words or ["check"])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


WRONG_ANYWHERE = [
    ({"SITE_URL": "http://committee.example"}, "SITE_URL is http:// and not this machine"),
    ({"SITE_URL": "committee.example"}, "SITE_URL must look like https://host"),
    ({"DEBUG": "true"}, "DEBUG must be yes or no, not 'true'."),
    ({"PORT": "eighty"}, "PORT must be a whole number, not 'eighty'."),
    ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL must start with sqlite:///"),
    ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL must name a file"),
    ({"SECRET_KEY_FILE": "/nowhere/key"}, "SECRET_KEY_FILE cannot be read"),
    ({"EMAIL_URL": "imap://mail.example"}, "EMAIL_URL must be smtp://"),
    ({"CELERY_BROKER_URL": "memory://"}, "CELERY_BROKER_URL must start with one of:"),
    ({"MEDIA_ROOT": "static/papers"}, "unpublished papers would be open to all."),
    ({"VAR_DIR": "/proc/nowhere"}, "VAR_DIR cannot be written to"),
]
WRONG_IN_PUBLIC = [
    ({"DEBUG": "yes"}, "DEBUG is on"),
    ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
    ({"SECRET_KEY": "secret"}, "SECRET_KEY is too short or too plain"),
    ({"SECRET_KEY": "x" * 60}, "SECRET_KEY is too short or too plain"),
    ({"SECRET_KEY": "django-insecure-" + PUBLIC["SECRET_KEY"]}, "SECRET_KEY is an example"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS has a wildcard"),
    ({"ALLOWED_HOSTS": "a.example,.b.example"}, "ALLOWED_HOSTS has a wildcard"),
    ({"EMAIL_URL": ""}, "EMAIL_URL is not set"),
    ({"EMAIL_URL": "smtp://mail.example"}, "EMAIL_URL is smtp:// to another machine"),
    ({"MAIL_FROM": ""}, "MAIL_FROM is not set"),
    ({"TRUSTED_PROXIES": ""}, "TRUSTED_PROXIES is not set"),
]
CHANGED = [
    ({"CELERY_ACCEPT_CONTENT": ["json", "pickle"]}, "Celery may carry JSON only"),
    ({"CELERY_TASK_SERIALIZER": "pickle"}, "Celery may carry JSON only"),
    ({"DATABASES": {"default": CARELESS | {"OPTIONS": WAL}}}, "transactions IMMEDIATE"),
    ({"DATABASES": {"default": CARELESS | {"OPTIONS": FAST}}}, "synchronous=FULL"),
    ({"DATABASES": {"default": CARELESS | {"ATOMIC_REQUESTS": True}}}, "ATOMIC_REQUESTS"),
    ({"SESSION_COOKIE_SECURE": False}, "Cookies must be secure"),
    ({"CSRF_TRUSTED_ORIGINS": ["https://*.example"]}, "CSRF_TRUSTED_ORIGINS has a wildcard"),
    ({"CONTENT_SECURITY_POLICY": {"a": ["'unsafe-inline'"]}}, "allows inline code"),
    ({"PASSWORD_HASHERS": ["x.MD5PasswordHasher"]}, "PASSWORD_HASHERS starts with a weak one"),
    ({"AUTH_PASSWORD_VALIDATORS": []}, "AUTH_PASSWORD_VALIDATORS must ask for length"),
    ({"AXES_ENABLED": False}, "Wrong passwords must be counted"),
]


def case(value):
    return json.dumps(value)[:60] if isinstance(value, dict) else ""


@pytest.mark.parametrize(("environment", "sentence"), WRONG_ANYWHERE, ids=case)
def test_the_site_does_not_start_with(tmp_path, environment, sentence):
    ended = start(tmp_path, **environment)

    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(("environment", "sentence"), WRONG_IN_PUBLIC, ids=case)
def test_a_public_site_does_not_start_with(tmp_path, environment, sentence):
    ended = start(tmp_path, **PUBLIC | environment)

    assert ended.returncode == 1
    assert ended.stderr.splitlines()[0] == "The site does not start."
    assert ended.stderr.splitlines()[1].startswith(sentence)
    assert len(ended.stderr.splitlines()) == 2


@pytest.mark.parametrize(("changed", "sentence"), CHANGED, ids=case)
def test_a_public_site_does_not_start_when_settings_are_changed_to(tmp_path, changed, sentence):
    module = {"DJANGO_SETTINGS_MODULE": "tests.changed_settings", "CHANGED": json.dumps(changed)}

    ended = start(tmp_path, **PUBLIC | module)

    assert ended.returncode == 1
    assert sentence in ended.stderr


def test_gunicorn_stops_with_the_sentence(tmp_path):
    command = [sys.executable, "-m", "gunicorn", "committee.wsgi", "--bind", "127.0.0.1:0"]
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path)}

    ended = subprocess.run(
        [*command, "--no-control-socket"],
        cwd=ROOT,
        env=environment | PUBLIC | {"DEBUG": "yes"},
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )

    assert ended.returncode == 3
    assert "DEBUG is on: an error would show the inside of the site" in ended.stderr


def test_a_public_site_passes_the_check_for_deployment(tmp_path):
    ended = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PUBLIC)

    assert (ended.returncode, ended.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


def test_a_site_at_home_starts_with_nothing_set(tmp_path):
    ended = start(tmp_path)

    assert ended.returncode == 0
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_sqlite_as_the_site_opens_it(tmp_path):
    code = (
        "from django.db import connection; cursor = connection.cursor(); print(*("
        "cursor.execute(f'PRAGMA {name}').fetchone()[0]"
        " for name in ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout')))"
    )

    ended = start(tmp_path, "shell", "--no-imports", "-c", code)

    assert ended.stdout.split() == ["wal", "2", "1", "20000"]
