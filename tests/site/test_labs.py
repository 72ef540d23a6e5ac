"""The labs run, faulty ones fail the build, and what they gave is kept until it is stale."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache

import nbformat
import pytest

from scripts.pages import lab_looks, labs
from scripts.pages.source import DOCS, ROOT

LABS = sorted((DOCS / "labs").glob("*.py"))
MINIMAL = "# %% [markdown]\n# # A lab\n# {prose}\n\n# %%\n{code}\n"


@cache
def run(lab) -> subprocess.CompletedProcess:
    command = [sys.executable, "-W", "error", str(lab)]
    environment = os.environ | {"MPLBACKEND": "agg"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


TRIED = {  # of what the lab on digits asks readers to try, with a few epochs
    "other epochs": ("epochs=30", "epochs=2"),
    "another shape": ('"128": [128]}', '"128": [128], "46": [46], "46 again": [46]}'),
    "other settings": ("= attempt(hidden)", '= attempt(hidden, "sigmoid", lr=0.1, l2=0.01)'),
    "dropout": ("attempt([128])", "attempt([128], dropout=0.2)"),
    "no hidden layer": ('attempt([8], activation="tanh")', "attempt([])"),
}


def test_what_readers_are_asked_to_try_runs(tmp_path):
    code = (DOCS / "labs/train-on-digits.py").read_text(encoding="utf-8")
    for old, new in TRIED.values():
        assert code.count(old) == 1
        code = code.replace(old, new)
    (tmp_path / "tried.py").write_text(code, encoding="utf-8")
    done = run(tmp_path / "tried.py")
    assert done.returncode == 0, done.stderr


def test_there_are_labs():
    assert LABS


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_a_lab_runs_as_a_plain_script(lab):
    done = run(lab)
    assert done.returncode == 0, f"{lab.relative_to(ROOT)} raises\n{done.stderr}"
    assert not done.stderr


def test_larger_first_weights_make_steeper_curves():
    """As the lab on random networks says."""
    printed = run(DOCS / "labs/random-networks.py").stdout
    gentle, sudden = map(float, re.findall(r"slope ([\d.]+)", printed))
    assert sudden > 2 * gentle


def test_the_build_prints_no_warning(lab_site):
    lines = lab_site.output.splitlines()
    assert lines
    assert [line for line in lines if not line.startswith("INFO")] == [], lab_site.output


def test_a_second_build_starts_no_kernel(lab_site, build_labs):
    assert "Converting notebook" in lab_site.output
    before = {path: path.read_bytes() for path in lab_site.site.glob("labs/**/*.*")}
    again = build_labs(lab_site.folder)
    assert again.returncode == 0
    assert "Converting notebook" not in again.stderr
    assert before == {path: path.read_bytes() for path in lab_site.site.glob("labs/**/*.*")}


def test_what_a_lab_gave_is_kept_by_the_state_of_the_library(lab_site):
    assert [path.name for path in (lab_site.folder / labs.CACHE).iterdir()] == [labs.library_key()]


@pytest.mark.parametrize(
    "edited", ["nnnotes/activations.py", "nnnotes/views/svg.py", "requirements.txt"]
)
def test_an_edit_of_the_library_makes_the_labs_run_again(tmp_path, edited):
    for folder in ("nnnotes", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    assert labs.library_key(tmp_path) == labs.library_key()
    with (tmp_path / edited).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert labs.library_key(tmp_path) != labs.library_key()


@pytest.mark.parametrize(
    ("prose", "code", "complaint"),
    [
        ("It raises.", "1 / 0", "ZeroDivisionError"),
        ("It warns.", "import warnings\nwarnings.warn('careful')", "careful"),
        ("It [leads](../nowhere/index.md) nowhere.", "1 + 1", "nowhere/index.md"),
    ],
)
def test_a_faulty_lab_fails_the_build_by_name(build_labs, tmp_path, prose, code, complaint):
    (tmp_path / "docs/labs").mkdir(parents=True)
    text = MINIMAL.format(prose=prose, code=code)
    (tmp_path / "docs/labs/faulty.py").write_text(text, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    done = build_labs(tmp_path)
    assert done.returncode != 0
    assert "labs/faulty.py" in done.stderr
    assert complaint in done.stderr


def test_a_picture_without_alt_text_is_refused():
    cell = nbformat.v4.new_code_cell("look(lines, axes)")
    with pytest.raises(ValueError, match=r"'look\(lines, axes\)' draws a picture .* alt="):
        lab_looks.figure("<svg></svg>", cell)


@pytest.mark.parametrize("output", ["a PNG picture", "UserWarning: tight layout\n"])
def test_what_a_page_cannot_show_is_refused(output):
    with pytest.raises(ValueError, match=output.strip()):
        lab_looks.refuse(output)
