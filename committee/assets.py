"""What the site takes from npm packages, and how it is changed on the way (pure, no Django)."""

import re

STYLES = "govuk-frontend/dist/govuk/govuk-frontend.min.css"
SCRIPT = "govuk-frontend/dist/govuk/govuk-frontend.min.js"
SANS = "@fontsource-variable/source-sans-3"
SERIF = "@fontsource/source-serif-4"
FONTS = [
    f"{SANS}/files/source-sans-3-latin-wght-normal.woff2",
    f"{SANS}/files/source-sans-3-latin-ext-wght-normal.woff2",
    f"{SERIF}/files/source-serif-4-latin-400-normal.woff2",
    f"{SERIF}/files/source-serif-4-latin-400-italic.woff2",
    f"{SERIF}/files/source-serif-4-latin-600-normal.woff2",
    f"{SERIF}/files/source-serif-4-latin-ext-400-normal.woff2",
    f"{SERIF}/files/source-serif-4-latin-ext-600-normal.woff2",
]
LICENCES = {
    "source-sans-3-OFL.txt": f"{SANS}/LICENSE",
    "source-serif-4-OFL.txt": f"{SERIF}/LICENSE",
}

_NOT_OURS = re.compile(
    r"/\*! Copyright \(c\) 2011 by Margaret Calvert.*?\*/"  # speaks of the font taken out below
    r"|@font-face\{[^}]*GDS Transport[^}]*\}"
    r"|[^{}]*\{[^{}]*govuk-crest[^{}]*\}"
    r"|[^{}]*crown[^{}]*\{[^{}]*\}",
    re.DOTALL,
)
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+")


def our_styles(css: str) -> str:
    """GOV.UK Frontend's stylesheet without the font, crest and crown that only GOV.UK may use."""
    css = _NOT_OURS.sub("", css)
    return without_map(css.replace("GDS Transport,arial,sans-serif", "var(--de-sans)"))


def without_map(text: str) -> str:
    """``text`` without the line that names a source map, which we do not serve."""
    return _MAP.sub("", text).strip() + "\n"
