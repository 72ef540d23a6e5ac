"""How a lab's prose, code, outputs and plots look on its page: as on every other page.

These are the filters of the template notebook/mkdocs_html/notebook.html.j2.
"""

import re
from html import escape
from urllib.parse import quote

from nnnotes.palette import LIGHT, as_variables
from scripts.pages.cells import cell_html


def text(html: str) -> str:
    """Prose, with the links of its headings as on other pages."""
    return re.sub(
        r'<a class="anchor-link" (href="[^"]*")>[^<]*</a>',
        r'<a class="headerlink" \1 title="Link to this section">#</a>',
        html,
    )


def code(source: str) -> str:
    return cell_html(source + "\n", "python")


def printed(text: str) -> str:
    return cell_html(text.rstrip("\n") + "\n", "text", output=True)


def figure(svg: str, cell) -> str:
    """A plot as a figure in the site's colours; its cell says the text alternative."""
    alt = cell.metadata.get("alt")
    if not alt:
        start = cell.source.strip().partition("\n")[0]
        raise ValueError(
            f"the cell that starts with {start!r} draws a picture that says nothing to those who "
            'cannot see it; describe it where the cell begins: # %% alt="Forty lines …"'
        )
    width, height = (round(float(n)) for n in re.findall(r'(?:width|height)="([\d.]+)pt"', svg))
    source = "data:image/svg+xml," + quote(follow_theme(svg), safe=" =:/;,()!*@{}[]'-.~+")
    return (
        f'<figure class="drawn"><img src="{source}" alt="{escape(alt)}" '
        f'width="{width}" height="{height}" decoding="async"></figure>'
    )


def follow_theme(svg: str) -> str:
    """The plot with the site's colours as variables, light and dark, and without idle weight."""
    svg = re.sub(r"<metadata>.*?</metadata>|<\?xml.*?\?>|<!DOCTYPE.*?>", "", svg, flags=re.S)
    for name, colour in [*LIGHT.items(), ("ink", "#000000"), ("ground", "#ffffff")]:
        svg = svg.replace(colour, f"var(--{name})")
    svg = re.sub(r'(?<= d=")[^"]*', lambda path: rounded(path[0]), svg)
    style = f"<style>{as_variables()} svg{{fill:var(--ink)}}</style>"
    svg = re.sub(r"(<svg[^>]*>)", lambda opening: opening[0] + style, svg, count=1)
    return re.sub(r"\s+", " ", svg).replace('"', "'").strip()


def rounded(path: str) -> str:
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.1f}", path)


def refuse(what: str) -> str:
    raise ValueError(
        f"a cell gave {what.strip()!r}: a lab's page shows printed text and SVG plots, nothing else"
    )


FILTERS = {
    "lab_text": text,
    "lab_code": code,
    "lab_output": printed,
    "lab_figure": figure,
    "lab_refuse": refuse,
}
