"""No number in a sentence is typed by hand."""

import pytest

from scripts.pages.drawings import Drawing, all_drawings
from scripts.pages.numbers import unmarked_in_caption, unmarked_numbers
from scripts.pages.source import DOCS, Page, all_pages


def page(text):
    return Page(DOCS / "sample" / "index.md", text)


@pytest.mark.parametrize(
    "text",
    [
        "The accuracy is 0.97 now.",
        "It is right for 97% of them.",
        "---\ndescription: right for 97% of them\n---\n\n# Words",
        "There are 1,797 of them.",
        "It is 3 times as fast.",
        "It is ten times as fast.",
        "| a | 0.5 |\n|---|---|\n",
        "The formula $y = 0.8x$ holds.",
        "```pycon\n>>> a\n0.5\n```\n\nIt prints 0.5 here.",
        "![a slope of 0.8](line.svg)",
    ],
)
def test_a_typed_number_is_found(text):
    (problem,) = unmarked_numbers(page(text))
    assert problem.startswith("docs/sample/index.md:")


@pytest.mark.parametrize(
    "text",
    [
        "It is <!-- value: f'{a}' -->0.97<!-- /value --> now.",
        "Two inputs and 3 outputs, $w_{10}$.",
        "In 1958 it was new.",
        "Since 2024-05-01 it runs on Python 3.11.",
        "Brains have 86 billion neurons ([a count](https://example.org/86)).",
        "```python\na = 0.97\n```\n\nWe set it to 0.97.",
        "---\ndescription: words\n---\n\n# Words",
        "---\ndescription: about 12 words\n---\n\n# Words",
        "<!--\n```python\na = 0.5\n```\n-->\n\nWords.",
    ],
)
def test_what_is_not_typed_is_left_alone(text):
    assert unmarked_numbers(page(text)) == []


def drawing(caption, code):
    where = {"article": "sample", "name": "a-figure", "line": 3, "source": code}
    return Drawing(**where, caption=caption, depends_on=f'"""{caption}"""\n{code}')


def test_a_caption_holds_only_numbers_that_its_code_has():
    assert unmarked_in_caption(drawing("A slope of 0.8.", "plot(0.8)")) == []
    (problem,) = unmarked_in_caption(drawing("A slope of 0.9.", "plot(0.8)"))
    assert problem.startswith("scripts/figures/sample.py:3: the number '0.9'")


@pytest.mark.parametrize("drawing", all_drawings(), ids=lambda drawing: drawing.key)
def test_every_number_in_a_caption_is_an_input_of_its_figure(drawing):
    assert not unmarked_in_caption(drawing), "\n".join(unmarked_in_caption(drawing))


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)
def test_every_number_in_a_sentence_is_computed_or_an_input(page):
    assert not unmarked_numbers(page), "\n".join(unmarked_numbers(page))
