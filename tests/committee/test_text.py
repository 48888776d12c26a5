"""Words of the record as HTML: emphasis, links and tables, and nothing a hostile text asks for."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from committee.text import LONGEST, MOST_COLUMNS, inline, table_in

ALLOWED = re.compile(
    r'</?(?:em|strong|br)>|<a href="(?:https?://|mailto:)[^"]*" rel="[a-z ]+">|</a>'
)


@pytest.mark.parametrize(
    ("words", "html"),
    [
        (None, ""),
        ("", ""),
        ("Fish & chips, 5 > 4", "Fish &amp; chips, 5 &gt; 4"),
        ("*good* **better**", "<em>good</em> <strong>better</strong>"),
        ("DAL_2019_0001_RASSO", "DAL_2019_0001_RASSO"),
        ("A word [sic] here", "A word [sic] here"),
        (r"\*not so\*", "*not so*"),
        ("&copy; 2020", "© 2020"),
        ("One.\n\nTwo.", "One.<br><br>Two."),
        ("`code`", "`code`"),
        ("# no heading", "# no heading"),
        (
            "[the *paper*](https://example.org/a_b)",
            '<a href="https://example.org/a_b" rel="nofollow noopener noreferrer">'
            "the <em>paper</em></a>",
        ),
    ],
)
def test_inline_marks(words, html):
    assert inline(words) == html


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "*<img src=x onerror=alert(1)>*",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](//evil.example)",
        "[x](/sign-out/)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
        '[x](https://a.example"onmouseover=alert(1))',
        "[x](https://a.example \"t' onclick='x\")",
        "![x](https://evil.example/pixel.png)",
        "&lt;script&gt;*x*",
        "*\x00<b>*",
        "[" * 3000,
        "*a_" * 3000,
    ],
)
def test_inline_is_safe(words):
    assert "<" not in ALLOWED.sub("", inline(words))


@given(st.text(alphabet="ab *_[]()<>\\&;:/!`\n\"'#x1.-", max_size=80))
@example("[a](https://b.example/<script>)")
def test_inline_makes_only_what_is_allowed(words):
    assert "<" not in ALLOWED.sub("", inline(words))


@given(st.text(alphabet="abc ,.;:!?()'\"|-–’&<>", max_size=80))
def test_inline_loses_no_word(words):
    plain = unescape(re.sub(r"<[^>]*>", "", inline(words)))

    assert re.findall(r"\w+", plain) == re.findall(r"\w+", words)


def test_inline_leaves_a_text_of_monstrous_length_as_it_is():
    words = "*a* " * LONGEST

    assert inline(words) == words


def test_a_table_has_head_sides_and_rows():
    table = table_in(
        "How many\n\n| Place | A \\| B |\n| :- | -: |\n| *Ward* | 1 |\n| Other |\n\nSo."
    )

    assert table.as_json() == {
        "caption": "How many",
        "head": [{"text": "Place", "align": "start"}, {"text": "A | B", "align": "num"}],
        "rows": [
            [{"text": "*Ward*", "align": "start"}, {"text": "1", "align": "num"}],
            [{"text": "Other", "align": "start"}, {"text": "", "align": "num"}],
        ],
        "after": "So.",
    }


def test_a_table_needs_no_bars_at_its_edges():
    assert table_in("a | b\n---|:-:\n1 | 2").rows == [["1", "2"]]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Either | or",
        "a\n---\nb",
        "| a | b |\n| --- |\n| 1 | 2 |",
        "| a | b |\n| --- | --- |",
        "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |",
        "| a | b |\n" + "|---|---|\n" + "| 1 | 2 |\n" * 500,
        "|a" * (MOST_COLUMNS + 1) + "|\n" + "|-" * (MOST_COLUMNS + 1) + "|\n" + "|1|\n",
    ],
)
def test_what_is_no_table_or_would_lose_words_is_none(words):
    assert table_in(words) is None


@given(st.text(alphabet="ab|-: \\\n", max_size=60))
def test_a_table_loses_no_word(words):
    table = table_in(words)
    kept = [words]
    if table:
        cells = [cell for row in [table.head, *table.rows] for cell in row]
        kept = [table.caption, *cells, table.after]

    assert sorted(re.findall(r"\w+", " ".join(kept))) == sorted(re.findall(r"\w+", words))
