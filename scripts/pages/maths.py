"""Markdown extension: `$…$` and `$$…$$` become MathML while the page is built.

arithmatex finds the formulas (and leaves dollars in code alone); math-core converts them. A
LaTeX error stops the build and names page and line.
"""

from functools import cache

from markdown.treeprocessors import Treeprocessor
from math_core import LatexError, LatexToMathML
from pymdownx.arithmatex import ArithmatexExtension

from scripts.pages.place import locate
from scripts.pages.source import PageError

# After the inline patterns (20), which find the formulas in sentences.
AFTER_INLINE = 15
WRAP = {"inline": ["\\(", "\\)"], "block": ["\\[", "\\]"]}


@cache
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


@cache
def mathml(latex: str, block: bool) -> str:
    """MathML of a formula; raises math_core.LatexError where the LaTeX is wrong."""
    return _converter().convert_with_local_state(latex, displaystyle=block)


class MathsTreeprocessor(Treeprocessor):
    def run(self, root):
        for element in root.iter():
            if element.get("class") == "arithmatex":
                self._convert(element)

    def _convert(self, element):
        block = element.text.startswith(WRAP["block"][0])
        latex = element.text[2:-2].strip()
        try:
            converted = mathml(latex, block)
        except LatexError as error:
            raise PageError(locate(self.md, latex), f"LaTeX error in ${latex}$: {error}") from None
        element.set("class", "formula block" if block else "formula")
        if block:
            # A wide formula scrolls in its own box, which keyboards must be able to reach.
            element.set("tabindex", "0")
        element.text = self.md.htmlStash.store(converted) + _punctuation_after(element)


def _punctuation_after(element) -> str:
    """Takes what must not begin a line out of the text behind the formula."""
    tail = element.tail or ""
    rest = tail.lstrip(".,;:!?)”’")
    element.tail = rest
    return tail[: len(tail) - len(rest)]


class MathsExtension(ArithmatexExtension):
    def extendMarkdown(self, md):
        super().extendMarkdown(md)
        md.treeprocessors.register(MathsTreeprocessor(md), "maths", AFTER_INLINE)


def makeExtension(**settings):
    return MathsExtension(
        generic=True,
        inline_syntax=["dollar"],
        block_syntax=["dollar"],
        tex_inline_wrap=WRAP["inline"],
        tex_block_wrap=WRAP["block"],
        **settings,
    )
