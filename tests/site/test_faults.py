"""The planting of faults: places by a seed, one edit, undone; nothing counts as caught unseen."""

from functools import cache
from random import Random

import pytest

from scripts.faults import __main__ as faults
from scripts.faults import planting
from scripts.faults.everywhere import articles, in_forgotten_articles
from scripts.faults.fault import Fault, FaultError, Kind, read
from scripts.faults.kinds import KINDS
from scripts.faults.needs import needed_by_readers
from scripts.faults.planting import Outcome, plant
from scripts.faults.scratch import Planted, copy_tree, failing_test
from scripts.faults.table import table
from scripts.pages.source import ROOT, Page

README = (ROOT / "README.md").read_text(encoding="utf-8")
FAULT = Fault("README.md", 2, 4, "??", ("tests/site/test_nav.py",))
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@cache
def drawn(seed):
    """What each kind plants, in order; to find all the places there are takes long."""
    return [kind.draw(seed) for kind in KINDS]


@every_kind
def test_a_kind_has_a_place_that_its_fault_changes(kind):
    faults = drawn(3)[KINDS.index(kind)]
    assert faults
    for fault in faults:
        text = read(ROOT / fault.path)
        assert fault.planted_in(text) != text


@every_kind
def test_a_seed_gives_the_same_places_again(kind):
    assert kind.draw(seed=3) == drawn(3)[KINDS.index(kind)]


def test_another_seed_gives_other_places():
    assert drawn(3) != drawn(4)


def test_at_least_twenty_are_planted():
    assert sum(map(len, drawn(3))) >= 20


def test_every_page_that_has_a_place_gets_a_fault():
    (links,) = [kind for kind in KINDS if kind.name == "a broken link"]
    everywhere = {fault.path for fault in links.places(Random(0))}
    planted = [fault.path for fault in links.draw(seed=3, every_page=True)]
    assert sorted(planted) == sorted(everywhere)


def test_faults_of_a_kind_lie_in_different_files_where_they_can():
    (operators,) = [kind for kind in KINDS if kind.name == "an operator of the library"]
    planted = operators.draw(seed=3)
    assert len({fault.path for fault in planted}) == len(planted)


def test_a_fence_is_needed_where_a_later_one_that_readers_see_reads_what_it_alone_binds():
    first, second = "```python\nimport math\n```\n\n", "```python\nm = 1\n```\n\n"
    text = first + second + "```pycon\n>>> m = math.pi\n```\n"
    (needed,) = needed_by_readers(Page(ROOT / "docs/sample/index.md", text))
    assert needed.line == 1


def test_a_kind_without_a_place_is_an_error():
    with pytest.raises(FaultError, match="a rare fault: no place"):
        Kind("a rare fault", lambda rng: []).draw(seed=3)


def test_a_fault_that_changes_nothing_is_an_error():
    idle = Fault("README.md", 2, 4, README[2:4], FAULT.check)
    with pytest.raises(FaultError, match=r"README\.md:1: this fault changes nothing"):
        idle.planted_in(README)


def test_a_fault_is_there_while_it_lasts_and_then_gone(tmp_path):
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    with Planted(FAULT, tmp_path):
        assert read(tmp_path / "README.md") == README[:2] + "??" + README[4:]
    assert read(tmp_path / "README.md") == README


def test_a_copy_holds_the_sources_and_nothing_that_is_ignored(tmp_path):
    copy_tree(tmp_path)
    assert read(tmp_path / "README.md") == README
    assert not (tmp_path / ".venv").exists()


SAID = "FAILED tests/site/test_nav.py::test_x[README.md] - assert 0\n1 failed in 0.1s\n"


@pytest.mark.parametrize(
    ("passed", "said", "problem"),
    [
        (False, SAID, ""),
        (True, "1 passed in 0.1s", "survived"),
        (False, SAID.replace("README.md", "other.md"), "did not name README.md"),
        (False, "no tests ran", "without a failing test"),
    ],
)
def test_a_fault_is_caught_only_where_a_failing_test_names_it(
    monkeypatch, tmp_path, passed, said, problem
):
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    monkeypatch.setattr(planting, "run_check", lambda check, copy: (passed, said))
    outcome = plant(("a kind", FAULT), tmp_path)
    assert (problem in outcome.problem) if problem else not outcome.problem
    assert ("NOT CAUGHT" in table([outcome])) == bool(problem)


def test_the_failing_test_is_read_off_what_pytest_says():
    assert failing_test(SAID) == "tests/site/test_nav.py::test_x[README.md]"
    assert failing_test("2 passed in 0.1s") == ""


def test_a_check_that_fails_before_anything_is_planted_ends_the_run(monkeypatch, capsys):
    monkeypatch.setattr(faults, "copy_tree", lambda copy: None)
    monkeypatch.setattr(faults, "passes", lambda check, copy: "it fails before")
    assert faults.main(["--seed", "3", "--only", "broken link"]) == 1
    said = capsys.readouterr()
    assert said.out == "seed 3\n"
    assert "it fails before" in said.err


@pytest.mark.parametrize(("problem", "caught"), [("", 1), ("survived", 0)])
def test_a_survivor_makes_the_run_fail(monkeypatch, capsys, problem, caught):
    outcome = Outcome("a kind", "README.md:1", "a → b", "test_x", 0.1, problem)
    monkeypatch.setattr(faults, "copy_tree", lambda copy: None)
    monkeypatch.setattr(faults, "passes", lambda check, copy: "")
    monkeypatch.setattr(faults, "plant", lambda drawn, copy: outcome)
    assert faults.main(["--seed", "3", "--only", "broken link"]) == 1 - caught
    said = capsys.readouterr()
    assert said.out.endswith(f"1 planted, {caught} caught (seed 3)\n")
    assert problem in said.err


def test_an_unknown_kind_gets_the_list_of_those_there_are(capsys):
    assert faults.main(["--only", "gremlins"]) == 1
    assert "a broken link" in capsys.readouterr().err


def test_a_run_forgets_no_article():
    assert articles()
    everywhere = in_forgotten_articles([], KINDS, seed=3)
    assert [fault.path for _, fault in everywhere] == sorted(articles())
    assert in_forgotten_articles(everywhere, KINDS, seed=3) == []


def test_an_article_where_nothing_can_be_planted_is_an_error():
    nowhere = [Kind("elsewhere", lambda rng: [FAULT])]
    with pytest.raises(FaultError, match="no kind of fault has a place in this article"):
        in_forgotten_articles([], nowhere, seed=3)
