"""What reaches the browser from npm, and what must not."""

import re

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from committee import assets

MODULES = settings.BASE_DIR / "node_modules"
SAMPLE = (
    '@charset "UTF-8";a{font-family:GDS Transport,arial,sans-serif}\n'
    "/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */"
    "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
    "@supports (mask-position:initial){.b:before{mask-image:url(/assets/images/govuk-crest.svg)}}"
    ".govuk-footer__crown{margin:0}.c{color:red}\n/*# sourceMappingURL=x.css.map */\n"
)


def test_our_styles_are_without_font_crest_and_crown():
    assert assets.our_styles(SAMPLE) == (
        '@charset "UTF-8";a{font-family:var(--de-sans)}\n'
        "@supports (mask-position:initial){}.c{color:red}\n"
    )


def test_build_assets_says_what_is_missing(tmp_path):
    with pytest.raises(CommandError, match="is missing: run “npm ci” first"):
        call_command("build_assets", source=tmp_path, target=tmp_path)


@pytest.mark.skipif(not MODULES.exists(), reason="node_modules is absent: run npm ci")
def test_build_assets_copies_all_and_runs_twice(tmp_path, capsys):
    call_command("build_assets", target=tmp_path)
    call_command("build_assets", target=tmp_path)

    found = {path.name for path in (tmp_path / "fonts").iterdir()}
    fonts = {name.rsplit("/", 1)[1] for name in assets.FONTS}
    unpacked = {name.replace(".woff2", ".ttf") for name in fonts}
    assert found == fonts | unpacked | set(assets.LICENCES)
    for path in tmp_path.glob("govuk-frontend.*"):
        text = path.read_text()
        assert not re.search(r"gds transport|crown|crest|/assets/|sourceMapping", text, re.I)
    assert "Assets are in" in capsys.readouterr().out
