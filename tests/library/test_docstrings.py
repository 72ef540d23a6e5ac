"""Every public name says what it is, with an example that runs and, for a formula, its source."""

import inspect
from types import ModuleType

import pytest

import nnnotes as nn
from nnnotes import clips, datasets, plots, views

COMPUTING = (nn, datasets)
DRAWING = (views, plots)
RECORDS = {"History", "PerceptronHistory"}  # what came of learning: no formula in them


def public(module):
    named = ((name, getattr(module, name)) for name in module.__all__)
    return [(name, thing) for name, thing in named if not isinstance(thing, ModuleType)]


def docstrings(*modules):
    found = [(name, inspect.getdoc(thing) or "") for m in modules for name, thing in public(m)]
    return pytest.mark.parametrize(("name", "text"), found, ids=[name for name, _ in found])


@docstrings(*COMPUTING, *DRAWING)
def test_every_public_name_has_a_running_example(name, text):
    assert ">>> " in text, f"{name} has no example"


@docstrings(*COMPUTING)
def test_every_formula_names_its_source(name, text):
    assert "Source: " in text or name in RECORDS, f"{name} names no source"


@pytest.mark.parametrize(
    "method", ["of", "forward", "trace", "predict", "gradients", "save", "load"]
)
def test_a_networks_methods_have_examples(method):
    assert ">>> " in (inspect.getdoc(getattr(nn.Network, method)) or "")


def test_a_clip_has_an_example():
    assert ">>> " in (inspect.getdoc(clips.animate) or "")


def test_the_reference_shows_every_public_name():
    from scripts.pages.source import DOCS

    reference = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
    missing = [
        name for m in (*COMPUTING, *DRAWING) for name, _ in public(m) if name not in reference
    ]
    assert not missing, f"docs/reference/api.md does not show {missing}"
