"""Pages run top to bottom, and what is wrong is said with file, line, shown and computed."""

import pytest

from scripts.pages.refresh import refreshed
from scripts.pages.source import DOCS, Page, PageError
from scripts.pages.verdict import problems

GOOD = """
```python
a = 0.125
print(a)
```

```text title="Output"
0.125
```

The value is <!-- value: f"{a:.1%}" -->12.5%<!-- /value -->.

```pycon
>>> a * 2
0.25
>>> for n in range(2):
...     print(n)
0
1

>>> raise ValueError("not a number")
Traceback (most recent call last):
    ...
ValueError: not a number
```
"""


def page(text):
    return Page(DOCS / "sample" / "index.md", text)


def test_a_true_page_has_no_problem_and_refreshes_to_itself():
    assert problems(page(GOOD)) == []
    assert refreshed(page(GOOD)) == GOOD


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("\n0.125\n", "\n0.126\n", 2),
        ("12.5%<", "12.6%<", 11),
        ("0.25\n", "0.26\n", 13),
        ("0\n1\n", "0\n2\n", 13),
        ("ValueError: not", "ValueError: still not", 13),
    ],
)
def test_a_wrong_one_is_named_with_its_line_and_put_right(right, wrong, line):
    broken = page(GOOD.replace(right, wrong, 1))
    (problem,) = problems(broken)
    assert problem.startswith(f"docs/sample/index.md:{line}: ")
    assert "make refresh" in problem
    assert refreshed(broken) == GOOD


def test_a_snippet_that_raises_is_named_by_its_own_line_and_not_refreshed():
    broken = page("```python\na = 1\nb = a / 0\n```\n")
    assert problems(broken) == [
        "docs/sample/index.md:3: the snippet raised ZeroDivisionError: division by zero"
    ]
    with pytest.raises(PageError, match=r"index\.md:3"):
        refreshed(broken)


def test_a_warning_counts_as_an_error():
    (problem,) = problems(page("```python\nimport numpy as np\nnp.float64(1) / 0\n```\n"))
    assert "RuntimeWarning" in problem


def test_refresh_adds_and_removes_outputs():
    added = refreshed(page("```python\nprint(1)\n```\n\nWords.\n"))
    assert added == '```python\nprint(1)\n```\n\n```text title="Output"\n1\n```\n\nWords.\n'
    silent = page('```python\na = 1\n```\n\n```text title="Output"\n1\n```\n\nWords.\n')
    assert refreshed(silent) == "```python\na = 1\n```\n\nWords.\n"


def test_refresh_keeps_the_indentation_of_a_box():
    snippet = "!!! tip\n    ```python\n    print(1)\n    print(2)\n    ```\n\n"
    output = '    ```text title="Output"\n    {}\n    ```\n'
    right = snippet + output.format("1\n    2")
    assert refreshed(page(snippet + output.format(3))) == right


def test_a_value_must_use_a_name_of_the_page():
    (problem,) = problems(page("It is <!-- value: 6 * 7 -->42<!-- /value -->."))
    assert "no name of the page" in problem


def test_what_is_hidden_is_not_there_for_a_reader():
    text = "<!--\n```python\na = 1\n```\n-->\n\n```pycon\n>>> a\n1\n```\n"
    assert problems(page(text)) == []
    (problem,) = problems(page(text), visible_only=True)
    assert "NameError" in problem
