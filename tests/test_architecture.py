"""The shape of the code, as tests: one act, one name, everywhere; apps import one way."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = ["committee", "proposals", "meetings"]  # each may import itself and those before it
ACTS = sorted(path for app in APPS for path in (ROOT / app / "actions").glob("[!_]*.py"))
MODULES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py"))


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
