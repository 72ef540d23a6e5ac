"""Markdown extension: of a code cell's words only those with a colour of their own stand in a span.

Pygments wraps every word, sign and space. On these pages names, numbers and signs have the colour
of code itself, so nine of ten spans change nothing but the time a page takes to open.
"""

import re

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

AFTER_RAW_HTML = 20  # Which has priority 30, and puts the cells' HTML back.

# Pygments' short names: names, functions, numbers, signs, spaces, and a listing's line numbers.
PLAIN = re.compile(
    r'<span class="(?:n|nc|nd|nf|nn|na|nv|py|fm|vm|mi|mf|mh|o|p|w|normal)">([^<]*)</span>'
)
# What runs over several lines has a span on each.
SAME_AGAIN = re.compile(r'(<span class="(\w+)">[^<]*)</span>(\s*)<span class="\2">')


class PlainCode(Postprocessor):
    def run(self, text: str) -> str:
        return with_fewer_spans(text)


def with_fewer_spans(html: str) -> str:
    """The same letters in the same colours, in as few spans as that takes."""
    html, before = PLAIN.sub(r"\1", html), ""
    while html != before:
        html, before = SAME_AGAIN.sub(r"\1\3", html), html
    return html


class PlainCodeExtension(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(PlainCode(md), "plain_code", AFTER_RAW_HTML)


def makeExtension(**settings):
    return PlainCodeExtension(**settings)
