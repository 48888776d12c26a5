"""The shape of the code, as tests: one act, one name, everywhere; imports go one way."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import URLResolver, get_resolver

ROOT = Path(__file__).parent.parent
APPS = ["committee", "proposals", "meetings"]  # each may import itself and those before it
ACTS = sorted(path for app in APPS for path in (ROOT / app / "actions").glob("[!_]*.py"))
MODULES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py"))
CODE = {path: path.read_text() for path in MODULES if "migrations" not in path.parts}
TEMPLATES = {path: path.read_text() for path in (ROOT / "templates").rglob("*.*")}
NO_PAGE = {  # acts that another act, a task or a page of another name does
    "committee.fail_document": "committee/tasks.py",
    "committee.finish_document": "committee/tasks.py",
    "committee.remind_person": "committee/reminders.py",
    "committee.send_password_link": "committee/views/accounts.py",
    "meetings.draft_minutes": "meetings/actions/close_meeting.py",
    "meetings.mark_attendance": "meetings/views/attendance.py",
    "meetings.remind_voters": "meetings/on_the_clock.py",
    "meetings.sync_line": "meetings/syncing.py",
    "proposals.approve_advice": "meetings/actions/approve_minutes.py",
    "proposals.close_recommendation": "proposals/actions/approve_advice.py",
    "proposals.keep_recommendation": "proposals/actions/approve_advice.py",
    "proposals.fail_case_file": "proposals/case_file/making.py",
    "proposals.finish_case_file": "proposals/case_file/making.py",
    "proposals.record_decision": "meetings/actions/record_outcome.py",
    "proposals.record_undertaking": "meetings/actions/make_undertaking.py",
    "proposals.replace_recommendation": "proposals/actions/approve_advice.py",
    "proposals.refuse_file": "proposals/tasks.py",
    "proposals.release_file": "proposals/tasks.py",
}
STATE_IS_WRITTEN = {
    "committee/lifecycle.py",  # move(), through which every act goes
    "committee/models/slow_work.py",  # a worker takes a document up, or lets it go
    "meetings/records/load.py",  # a meeting on record is put here as it ended
}


@pytest.mark.parametrize("path", ACTS, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_every_act_has_one_name(path):
    app, verb = path.parts[-3], path.stem
    module = import_module(f"{app}.actions.{verb}")
    public = [
        name
        for name, found in vars(module).items()
        if inspect.isfunction(inspect.unwrap(found))
        and inspect.unwrap(found).__module__ == module.__name__
        and not name.startswith("_")
    ]
    by = inspect.signature(getattr(module, verb)).parameters["by"]

    assert public == [verb]
    assert inspect.getdoc(getattr(module, verb)), "a member understands what the act is"
    assert by.kind is inspect.Parameter.KEYWORD_ONLY
    assert callable(getattr(import_module(f"{app}.permissions"), verb))
    assert f"{app}.{verb}" in path.read_text(), (
        "the act is recorded and asks for permission by name"
    )
    assert (ROOT / "tests" / app / "actions" / f"test_{verb}.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_apps_import_one_way(path):
    app = path.relative_to(ROOT).parts[0]
    higher = APPS[APPS.index(app) + 1 :]
    imported = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            imported.append(node.module or "")
        elif isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]

    assert not [name for name in imported if name.split(".")[0] in higher]


def url_names(resolver=None, space=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from url_names(pattern, pattern.namespace or space)
        else:
            yield f"{space}.{pattern.name}"


def test_every_act_has_a_page_or_a_caller():
    pages = {name.split(".")[1] for name in url_names()}

    assert {f"{act.parts[-3]}.{act.stem}" for act in ACTS if act.stem not in pages} == set(NO_PAGE)
    for act, caller in NO_PAGE.items():
        assert act.split(".")[1] in CODE[ROOT / caller], f"{caller} does {act}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_template_is_used(path):
    name = path.relative_to(ROOT / "templates")
    by_rule = (
        name.parts[0] == "dec"  # crispy asks for these by name
        or len(name.parts) == 1  # base and error pages
        or (name.parts[1] == "letters" and any(name.stem == act.stem for act in ACTS))
    )

    texts = [text for other, text in (CODE | TEMPLATES).items() if other != path]
    assert by_rule or any(f'"{name}"' in text for text in texts)


def test_a_state_is_written_where_it_is_moved():
    written = set()
    for path, text in CODE.items():
        for node in ast.walk(ast.parse(text)):
            called = isinstance(node, ast.Call) and getattr(node.func, "attr", "")
            assigned = node.targets if isinstance(node, ast.Assign) else []
            if (
                called in {"update", "create"} and any(one.arg == "state" for one in node.keywords)
            ) or any(isinstance(to, ast.Attribute) and to.attr == "state" for to in assigned):
                written.add(str(path.relative_to(ROOT)))

    assert written == STATE_IS_WRITTEN


def test_everything_is_short_enough_to_read():
    files = [path for path, text in CODE.items() if text.count("\n") > 250]
    pages = [path for path, text in TEMPLATES.items() if text.count("\n") > 120]
    functions = [
        node.name
        for text in CODE.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40
    ]

    assert (files, pages, functions) == ([], [], [])
