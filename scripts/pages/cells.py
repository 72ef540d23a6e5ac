"""Markdown extension: code fences as readers see them.

A session shows its statements without prompts, each followed by what it printed; the copy button
takes ``data-copy``, the statements alone. Superfences finds the fences.
"""

import doctest
import re
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pymdownx.superfences import SuperFencesCodeExtension

from scripts.pages.source import PLAIN_LANGUAGES

LANGUAGES = ("pycon", "python", *PLAIN_LANGUAGES)


def cell_html(source: str, language: str, listing: str = "", output: bool = False) -> str:
    """HTML of one code cell: a session, statements, a listing, an output or plain text."""
    classes = "cell highlight" + " listing" * bool(listing) + " output-block no-copy" * output
    if language == "pycon":
        statements, code = session_statements(source), _session(source)
        copy = f' data-copy="{escape(statements)}"'
    else:
        code, copy = highlighted(source, language), ""
    name = f'<span class="filename">{escape(listing)}</span>' if listing else ""
    return f'<div class="{classes}"{copy}>{name}<pre><span></span><code>{code}</code></pre></div>'


def highlighted(source: str, language: str) -> str:
    lexer = get_lexer_by_name(language, stripnl=False)
    return highlight(source, lexer, HtmlFormatter(nowrap=True))


def session_statements(source: str) -> str:
    """What a session runs, without prompts and outputs."""
    return "".join(piece.source for piece in _examples(source))


def session_text(source: str) -> str:
    """A session as it is shown: statements without prompts, and what they print."""
    pieces = doctest.DocTestParser().parse(source)
    return "".join(p if isinstance(p, str) else p.source + _shown(p.want) for p in pieces)


def _examples(source: str) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples(source)


def _session(source: str) -> str:
    pieces = doctest.DocTestParser().parse(source)
    return "".join(p if isinstance(p, str) else _example(p) for p in pieces)


def _example(example: doctest.Example) -> str:
    statement = highlighted(example.source, "python")
    if not example.want:
        return statement
    return f'{statement}<span class="output">{escape(_shown(example.want), quote=False)}</span>'


def _shown(want: str) -> str:
    return want.replace("<BLANKLINE>", "")


def _validate(language, inputs, options, attrs, md) -> bool:
    options.update(inputs)
    return True


def _format(source, language, css_class, options, md, classes=None, **kwargs) -> str:
    return cell_html(
        re.sub(r"\n*$", "\n", source),
        language,
        listing=options.get("source", "") if "listing" in (classes or []) else "",
        output=options.get("title") == "Output",
    )


def makeExtension(**settings):
    fences = [
        {"name": name, "class": name, "format": _format, "validator": _validate}
        for name in LANGUAGES
    ]
    return SuperFencesCodeExtension(custom_fences=fences, **settings)
