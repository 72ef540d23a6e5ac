"""A small site of the labs, built with the settings of the real one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.pages.source import DOCS, ROOT

SITE_URL = "https://example.org/below/"


def lab_settings() -> dict:
    """Of the real mkdocs.yml, what makes the labs: that is what the tests are to try."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        real = yaml_load(file, get_yaml_loader())
    return {
        "site_name": "Labs",
        "site_url": SITE_URL,
        "strict": True,
        "validation": real["validation"],
        "theme": {"name": "material", "font": False},
        "hooks": [str(ROOT / hook) for hook in real["hooks"]],
        "plugins": [plugin for plugin in real["plugins"] if "mkdocs-jupyter" in plugin],
    }


@pytest.fixture(scope="session")
def build_labs() -> Callable[[Path], subprocess.CompletedProcess]:
    """Builds the site of a folder's docs/ in a fresh interpreter, where a warning is an error."""

    def build(folder: Path) -> subprocess.CompletedProcess:
        (folder / "mkdocs.yml").write_text(json.dumps(lab_settings()), encoding="utf-8")
        command = [sys.executable, "-W", "error", "-m", "mkdocs", "build"]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)

    return build


@pytest.fixture(scope="session")
def lab_site(tmp_path_factory, build_labs) -> SimpleNamespace:
    """All labs, with an empty page in the place of each article they may link to."""
    folder = tmp_path_factory.mktemp("labs")
    shutil.copytree(DOCS / "labs", folder / "docs/labs", ignore=shutil.ignore_patterns("__*"))
    for article in ["index.md", *(path.relative_to(DOCS) for path in DOCS.glob("*/index.md"))]:
        page = folder / "docs" / article
        page.parent.mkdir(exist_ok=True)
        page.write_text("# A page\n", encoding="utf-8")
    first = build_labs(folder)
    assert first.returncode == 0, first.stderr
    return SimpleNamespace(folder=folder, site=folder / "site", output=first.stderr, url=SITE_URL)
