"""Markdown extension: a link to a term of the glossary shows the term's meaning.

The meaning stands beside the link, hidden until somebody points at the word or reaches it with the
keyboard: docs/assets/css/terms.css shows it. Each entry of the glossary ends with links to the
pages that use it.
"""

import re
from xml.etree import ElementTree as etree

from markdown import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.pages.glossary import GLOSSARY, Term, slug_in, slug_of, terms, unknown_term, users
from scripts.pages.place import locate, page_path
from scripts.pages.source import Page, PageError

# After the inline patterns (20) made the links, before MkDocs (0) checks them.
AFTER_INLINE = 11
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


class TermTreeprocessor(Treeprocessor):
    def run(self, root):
        path = page_path(self.md)
        if path == GLOSSARY:
            _say_who_uses(root)
        elif path:
            self._explain(root, path)

    def _explain(self, root, path):
        links = [(parent, link) for parent in root.iter() for link in parent if link.tag == "a"]
        found = [(p, link, slug_in(link.get("href", ""), path)) for p, link in links]
        found = [(parent, link, slug) for parent, link, slug in found if slug]
        known = terms() if found else {}
        for number, (parent, link, slug) in enumerate(found, start=1):
            self._check(parent, slug, known)
            place = list(parent).index(link)
            parent[place] = self._explained(link, known[slug], f"meaning-{number}")

    def _check(self, parent, slug: str, known: dict[str, Term]):
        where = locate(self.md, f"glossary.md#{slug})")
        if slug not in known:
            raise PageError(where, unknown_term(slug, known))
        if parent.tag in HEADINGS:
            problem = f"the term {slug!r} is linked in a heading; link it in the text below"
            raise PageError(where, problem)

    def _explained(self, link, term: Term, name: str):
        """The link and its meaning in one element, so that pointing at either shows both."""
        both = etree.Element("span", {"class": "explained"})
        both.tail, link.tail = link.tail, None
        link.attrib |= {"class": "term", "aria-describedby": name}
        both.append(link)
        meaning = etree.SubElement(both, "span", {"class": "meaning", "role": "tooltip"})
        meaning.set("id", name)
        # Searching for a word must find the page that explains it, not each that uses it.
        meaning.set("data-search-exclude", "")
        meaning.text = self.md.htmlStash.store(as_html(term))
        return both


def as_html(term: Term) -> str:
    """A meaning as HTML that may stand in a sentence: a tooltip can hold no links."""
    try:
        html = markdown(term.meaning, extensions=["scripts.pages.maths"])
    except PageError as error:
        raise PageError(term.where, error.problem) from None
    return re.sub(r"^<p>|</p>$|</?a\b[^>]*>", "", html)


def _say_who_uses(root):
    """Before each next heading, and at the end, the pages that use the term."""
    used, entry = users(), ""
    for element in [*root, None]:
        if element is not None and element.tag not in HEADINGS:
            continue
        if pages := used.get(entry):
            place = len(root) if element is None else list(root).index(element)
            root.insert(place, _links_to(pages))
        entry = slug_of("".join(element.itertext())) if element is not None else ""


def _links_to(pages: list[Page]):
    line = etree.Element("p", {"class": "used", "data-search-exclude": ""})
    line.text = "In "
    for page in pages:
        address = f"../{page.path.relative_to(GLOSSARY.parents[1]).as_posix()}"
        link = etree.SubElement(line, "a", {"href": address})
        link.text = TITLE.search(page.text)[1]
        link.tail = ", "
    link.tail = None
    return line


class TermExtension(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(TermTreeprocessor(md), "terms", AFTER_INLINE)


def makeExtension(**settings):
    return TermExtension(**settings)
