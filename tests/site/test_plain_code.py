"""Cells in few spans: the same letters, in the same colours."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.pages.cells import highlighted
from scripts.pages.plain_code import with_fewer_spans
from scripts.pages.source import ROOT

CODE = (ROOT / "nnnotes" / "network.py").read_text(encoding="utf-8")
PALETTE = (ROOT / "docs/assets/css/palette.css").read_text(encoding="utf-8")


def coloured(html: str) -> list[tuple[str, str]]:
    """Each letter that is seen, and the class of its span."""
    strings = BeautifulSoup(html, "lxml").find_all(string=True)
    pieces = [(text, " ".join(text.parent.get("class", []))) for text in strings]
    return [(letter, kind) for text, kind in pieces for letter in text if not letter.isspace()]


def test_letters_stay_and_so_do_colours():
    whole = highlighted(CODE, "python")
    html = with_fewer_spans(whole)
    before, after = coloured(whole), coloured(html)
    assert [letter for letter, _ in after] == [letter for letter, _ in before]
    lost = {was for (_, was), (_, now) in zip(before, after, strict=True) if was != now}
    assert lost <= {"n", "nc", "nd", "nf", "nn", "na", "py", "fm", "mi", "mf", "o", "p"}
    assert html.count("<span") < whole.count("<span") / 4


def test_white_space_stays():
    html = with_fewer_spans(highlighted(CODE, "python"))
    assert BeautifulSoup(f"<pre>{html}</pre>", "lxml").get_text() == CODE


@pytest.mark.parametrize("kind", ["name", "number", "function", "operator", "punctuation"])
def test_what_loses_its_span_has_the_colour_of_code(kind):
    assert re.search(rf"--md-code-hl-{kind}-color: var\(--ink\);", PALETTE)


def test_a_string_of_several_lines_is_one_span():
    html = '<span class="sd">"""One.</span>\n\n<span class="sd">    Two."""</span>'
    assert with_fewer_spans(html) == '<span class="sd">"""One.\n\n    Two."""</span>'


def test_a_link_in_a_span_stays():
    html = '<span class="n"><a href="#there">Network</a></span>'
    assert with_fewer_spans(html) == html
