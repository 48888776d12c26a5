from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from committee import env

BASE = Path("/srv/site")


def test_a_value_may_stand_in_a_file(tmp_path, monkeypatch):
    (tmp_path / "key").write_text("from the file\n")
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))

    assert env.text("SECRET_KEY") == "from the file"


@pytest.mark.parametrize(("given", "flag"), [("yes", True), ("no", False), ("", False)])
def test_a_flag_is_yes_or_no(monkeypatch, given, flag):
    monkeypatch.setenv("DEBUG", given)

    assert env.flag("DEBUG") is flag


def test_sqlite_paths(tmp_path):
    relative = env.database("sqlite:///var/a.sqlite3", base_dir=tmp_path)
    absolute = env.database(f"sqlite:///{tmp_path}/b%20c/d.sqlite3", base_dir=BASE)

    assert relative["NAME"] == tmp_path / "var" / "a.sqlite3"
    assert absolute["NAME"] == tmp_path / "b c" / "d.sqlite3"
    assert (tmp_path / "b c").is_dir()


def test_postgresql_with_everything():
    found = env.database(
        "postgresql://us%40er:p%2Fw@db.example:5433/name?sslmode=verify-full", base_dir=BASE
    )

    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "name",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": 5433,
        "OPTIONS": {"sslmode": "verify-full"},
    }


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:", "oracle://x/y"])
def test_other_databases_are_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must"):
        env.database(url, base_dir=BASE)


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://127.0.0.1", 25, False, False),
        ("smtps://u:p@mail.example", 465, True, False),
        ("smtp+tls://u:p@mail.example", 587, False, True),
        ("smtp+tls://u:p@mail.example:2525", 2525, False, True),
    ],
)
def test_mail(url, port, ssl, tls):
    found = env.mail(url)

    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (port, ssl, tls)
