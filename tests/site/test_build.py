"""`make refresh`: whole files or none, only on real change, and every mistake named."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.pages.files import write
from scripts.pages.source import ROOT

ARTICLE = "line-as-a-network"
COPIED = ("nnnotes", "scripts", "docs", "requirements.txt", "mkdocs.yml", "pyproject.toml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what the build script reads and writes."""
    for name in COPIED:
        source, target = ROOT / name, tmp_path / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


def build(copy: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "scripts.build", *arguments]
    # The copy's own modules, not those of the tree that is installed.
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_with_nothing_to_do_nothing_is_written(copy):
    before = times(copy / "docs")
    done = build(copy)
    assert done.returncode == 0, done.stderr
    assert "Nothing to do" in done.stdout
    assert times(copy / "docs") == before


def test_a_deleted_figure_comes_back_the_same(copy):
    before = contents(copy / "docs")
    (copy / "docs" / ARTICLE / "taxi-rides.svg").unlink()
    (copy / "docs" / ARTICLE / "fitted-picture.svg").unlink()
    done = build(copy)
    assert done.stdout.splitlines() == [
        f"drew     {ARTICLE}/fitted-picture.svg",
        f"drew     {ARTICLE}/taxi-rides.svg",
    ]
    assert contents(copy / "docs") == before


def test_a_wrong_number_is_put_right_and_check_only_says_so(copy):
    page = copy / "docs" / ARTICLE / "index.md"
    right = page.read_text()
    page.write_text(right.replace("€24.50<!-- /value -->", "€99.50<!-- /value -->"))
    checked = build(copy, "--check", "--only", ARTICLE + "/taxi-rides")
    assert checked.returncode == 0, "a check of one figure does not look at the page"
    assert "99.50" in page.read_text()
    done = build(copy, "--only", ARTICLE)
    assert f"rewrote  docs/{ARTICLE}/index.md" in done.stdout
    assert page.read_text() == right


def test_check_finds_a_figure_that_is_not_what_its_function_draws(copy):
    picture = copy / "docs" / ARTICLE / "taxi-rides.svg"
    picture.write_text(picture.read_text().replace("fare in €", "fare in $"))
    before = contents(copy / "docs")
    done = build(copy, "--check", "--only", f"{ARTICLE}/taxi-rides")
    assert done.returncode == 1
    assert f"docs/{ARTICLE}/taxi-rides.svg" in done.stderr
    assert contents(copy / "docs") == before


def test_an_unknown_article_or_figure_gets_the_list_of_those_there_are(copy):
    done = build(copy, "--only", "lime-as-a-network")
    assert done.returncode == 2
    assert "'lime-as-a-network'" in done.stderr
    assert ARTICLE in done.stderr
    done = build(copy, "--only", f"{ARTICLE}/taxi-fares")
    assert done.returncode == 2
    assert "taxi-rides" in done.stderr


def test_a_figure_that_raises_is_named_and_its_old_file_stays(copy):
    module = copy / "scripts" / "figures" / f"{ARTICLE}.py"
    source = module.read_text()
    start = source.index("def taxi_rides")
    body = source.index("    figure, axes", start)
    module.write_text(source[:body] + "    1 / 0\n" + source[body:])
    line = source[:body].count("\n") + 1
    before = contents(copy / "docs")
    done = build(copy, "--only", f"{ARTICLE}/taxi-rides")
    assert done.returncode == 1
    assert f"scripts/figures/{ARTICLE}.py:{line}: the figure 'taxi-rides' raised" in done.stderr
    assert contents(copy / "docs") == before


def test_a_page_that_raises_is_named_and_stays(copy):
    page = copy / "docs" / ARTICLE / "index.md"
    page.write_text(page.read_text().replace(">>> m * 10 + b", ">>> m * 10 + nothing"))
    before = contents(copy / "docs")
    done = build(copy, "--only", ARTICLE)
    assert done.returncode == 1
    assert "NameError" in done.stderr
    assert contents(copy / "docs") == before


def test_a_figure_whose_function_is_gone_is_taken_away(copy):
    module = copy / "scripts" / "figures" / f"{ARTICLE}.py"
    module.write_text(module.read_text().replace("def taxi_rides", "def _taxi_rides"))
    done = build(copy, "--only", f"{ARTICLE}/fitted-line")
    assert f"removed  {ARTICLE}/taxi-rides.svg" in done.stdout
    assert not (copy / "docs" / ARTICLE / "taxi-rides.svg").exists()


def test_a_lock_that_a_merge_broke_is_named_with_the_way_out(copy):
    lock = copy / "docs" / "figures.lock"
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text())
    done = build(copy)
    assert done.returncode == 2
    assert "docs/figures.lock:1" in done.stderr
    assert "make refresh" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_whole_files_alone(copy, jobs):
    for path in (copy / "docs" / ARTICLE).glob("*.svg"):
        path.unlink()
    whole = contents(ROOT / "docs" / ARTICLE)
    command = [sys.executable, "-m", "scripts.build", "--jobs", jobs]
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    running = subprocess.Popen(
        command,
        cwd=copy,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell lets what it runs in the background ignore interrupts, and that is inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 60
    while not list((copy / "docs" / ARTICLE).glob("*.svg")) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert b"Traceback" not in said
    left = contents(copy / "docs" / ARTICLE)
    assert set(left) <= set(whole), "a temporary file was left behind"
    assert all(left[name] == whole[name] for name in left)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "file.txt"
    write(target, "old")

    def broken(*_):
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="full"):
        write(target, "new")
    assert contents(tmp_path) == {"file.txt": b"old"}


def test_writing_the_same_is_not_writing(tmp_path):
    target = tmp_path / "file.txt"
    assert write(target, "words")
    before = target.stat().st_mtime_ns
    assert not write(target, b"words")
    assert target.stat().st_mtime_ns == before
