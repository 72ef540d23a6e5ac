"""Faults in labs, in nav, and requests to other hosts."""

import re
from pathlib import Path
from random import Random

from scripts.faults.fault import Fault, read
from scripts.pages.source import DOCS, ROOT, all_pages

HOSTS = ("tests/site/test_hosts.py",)
LABS = ("tests/site/test_labs.py::test_a_lab_runs_as_a_plain_script",)
NAV = ("tests/site/test_nav.py",)
STYLES = ("tests/site/test_theme.py::test_css_fetches_only_files_of_the_site",)
TEMPLATES = ("tests/site/test_theme.py::test_templates_and_scripts_name_no_other_host",)

FETCHED = (
    '<img src="https://example.org/pixel.png" alt="A picture that stands on another host.">',
    '<script src="https://example.org/count.js"></script>',
    "Look at ![a picture that stands on another host](https://example.org/pixel.png) here.",
    '<iframe src="https://example.org/" title="Another site"></iframe>',
)


def lab_that_raises(rng: Random) -> list[Fault]:
    return [
        _inserted(lab, cell.end(), 'int("nine")\n', LABS)
        for lab in sorted(DOCS.glob("labs/*.py"))
        for cell in re.finditer(r"^# %%(?! \[markdown\]).*\n", read(lab), re.MULTILINE)
    ]


def page_missing_from_nav(rng: Random) -> list[Fault]:
    settings = ROOT / "mkdocs.yml"
    nav = re.search(r"^nav:.*\n(?P<lines>(?:[ ].*\n)+)", read(settings), re.MULTILINE)
    lines = re.finditer(r".*: (?P<page>\S+\.(?:md|py))\n", nav["lines"])
    return [
        Fault(
            "mkdocs.yml", nav.start("lines") + line.start(), nav.start("lines") + line.end(), "",
            NAV, names=line["page"],
        )
        for line in lines
    ]  # fmt: skip


def page_that_fetches(rng: Random) -> list[Fault]:
    return [
        _inserted(page.path, len(page.text), f"\n{rng.choice(FETCHED)}\n", HOSTS)
        for page in all_pages()
    ]


def lab_that_fetches(rng: Random) -> list[Fault]:
    return [
        _inserted(lab, len(read(lab)), f"\n# %% [markdown]\n# {rng.choice(FETCHED)}\n", HOSTS)
        for lab in sorted(DOCS.glob("labs/*.py"))
    ]


def stylesheet_that_fetches(rng: Random) -> list[Fault]:
    rule = '\nbody { background: url("https://example.org/ground.png") }\n'
    return [
        _inserted(sheet, len(read(sheet)), rule, STYLES)
        for sheet in sorted(DOCS.glob("assets/css/*.css"))
    ]


def script_that_fetches(rng: Random) -> list[Fault]:
    call = '\nfetch("https://example.org/count")\n'
    return [
        _inserted(script, len(read(script)), call, TEMPLATES)
        for script in sorted(DOCS.glob("assets/**/*.js"))
    ]


def template_that_fetches(rng: Random) -> list[Fault]:
    tag = '<script src="https://example.org/count.js"></script>\n'
    return [
        _inserted(template, len(read(template)), tag, TEMPLATES)
        for template in sorted(DOCS.glob("overrides/**/*.html"))
    ]


def _inserted(path: Path, at: int, new: str, check: tuple[str, ...]) -> Fault:
    return Fault(path.relative_to(ROOT).as_posix(), at, at, new, check)
