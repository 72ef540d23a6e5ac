"""MkDocs hook that serves the labs: notebooks in docs/labs/, run and rendered by mkdocs-jupyter.

It makes them look like pages, keeps what they gave until they or the library change,
checks their links, and offers each one as .ipynb.
"""

import hashlib
import json
import os
import posixpath
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import jupytext
from mkdocs.structure.files import File
from mkdocs.structure.pages import _RelativePathTreeprocessor as MkDocsLinks
from mkdocs_jupyter.config import settings
from nbconvert.exporters.templateexporter import default_filters

from nnnotes.palette import DARK, LIGHT
from scripts.pages import lab_looks

ROOT = Path(__file__).resolve().parents[2]
LOOKS = ROOT / "scripts/pages/notebook"  # Jupyter's settings, and the template of a lab
CACHE = ".cache/labs"
SOURCES = (
    "nnnotes/**/*.py",
    "scripts/pages/notebook/**/*.*",
    "scripts/pages/lab*.py",
    "scripts/pages/cells.py",
    "requirements.txt",
)


def on_config(config):
    cache = Path(config.config_file_path).parent / CACHE
    config.plugins["mkdocs-jupyter"].config["cache_dir"] = str(cache / library_key())
    settings.templates_dir = str(LOOKS)
    default_filters.update(lab_looks.FILTERS)
    use_own_jupyter_settings()


def use_own_jupyter_settings() -> None:
    """Keep the settings of whoever builds out of it: a lab gives the same for everyone.

    Ours encrypt the talk with the kernel, which warns otherwise, and end it at once: a graceful
    end is a race inside ipykernel that now and then prints a traceback.
    """
    os.environ["JUPYTER_CONFIG_DIR"] = str(LOOKS)
    ipython = ROOT / ".cache/ipython"
    ipython.mkdir(parents=True, exist_ok=True)
    os.environ["IPYTHONDIR"] = str(ipython)


def library_key(root: Path = ROOT) -> str:
    """Changes with whatever a lab's outputs and looks depend on, apart from its own text."""
    key = hashlib.sha256(repr((LIGHT, DARK)).encode())  # `serve` may hold older ones than the file
    for path in sorted(path for pattern in SOURCES for path in root.glob(pattern)):
        key.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return key.hexdigest()[:16]


def on_files(files, config):
    for lab in [file for file in files if is_lab(file)]:
        notebook = File.generated(config, lab.src_uri.removesuffix("py") + "ipynb", content="")
        files.append(notebook)  # already there when the lab's own links are looked up
        notebook.content_string = download(lab, files, config)
    return files


def is_lab(file: File) -> bool:
    return posixpath.dirname(file.src_uri) == "labs" and file.src_uri.endswith(".py")


def download(lab: File, files, config) -> str:
    """The lab as .ipynb, not yet run, with links that lead back to the site."""
    notebook = jupytext.read(lab.abs_src_path)

    def whole(link: re.Match) -> str:
        target = files.get_file_from_path(posixpath.normpath(posixpath.join("labs", link[1])))
        return f"]({urljoin(config.site_url, target.url)}{link[2] or ''})" if target else link[0]

    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"  # jupytext's are random
        if cell.cell_type == "markdown":
            cell.source = re.sub(r"\]\(([^)#]+)(#[^)]*)?\)", whole, cell.source)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def on_page_content(html, page, config, files):
    if not is_lab(page.file):
        return html
    header = jupytext.read(page.file.abs_src_path).metadata
    page.meta["description"] = header.get("description", config.site_description)
    links = MkDocsLinks(page.file, files, config)
    html = re.sub(r'(<a [^>]*?href=")([^"]*)', lambda a: a[1] + links.path_to_url(a[2]), html)
    page.links_to_anchors = links.links_to_anchors
    page.present_anchor_ids = set(re.findall(r' id="([^"]+)"', html))
    return html


def on_post_build(config):
    """Drop what older versions of the library gave."""
    current = Path(config.plugins["mkdocs-jupyter"].config["cache_dir"])
    for old in current.parent.glob("*"):
        if old != current:
            shutil.rmtree(old, ignore_errors=True)
