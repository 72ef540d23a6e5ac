"""What the pages' reader finds in a page: fences, hidden ones, values, strays."""

from scripts.pages.markers import readable
from scripts.pages.source import DOCS, Page

PAGE = """# Title

<!--
```python
hidden = 1
```
-->
A value <!-- value: f"{hidden:.1f}" -->1.0<!-- /value --> in a sentence.

```pycon
>>> 1 + 1
2
```

??? question "Why?"
    ```python
    print("<!-- value: hidden -->no<!-- /value -->")
    ```

    ```text title="Output"
    no
    ```
"""


def page(text=PAGE):
    return Page(DOCS / "sample" / "index.md", text)


def test_finds_each_fence_with_its_kind_line_and_code():
    found = [(f.kind, f.line, f.hidden) for f in page().fences]
    assert found == [
        ("statements", 4, True),
        ("session", 10, False),
        ("statements", 16, False),
        ("output", 20, False),
    ]
    assert page().fences[2].code.startswith("print(")


def test_a_marker_inside_a_fence_is_code():
    assert [value.expression for value in page().values] == ['f"{hidden:.1f}"']


def test_places_of_fences_and_values_are_those_in_the_text():
    for step in page().steps:
        shown = step.code if hasattr(step, "code") else step.text
        assert "".join(PAGE[step.start : step.end].split()) == "".join(shown.split())


def test_an_odd_info_string_has_no_kind():
    for info in ("Python", "python3", "py", "pycon hl", "text title='Output'", "{ .python }"):
        assert page(f"```{info}\nx = 1\n```\n").fences[0].kind == ""


def test_tildes_and_unclosed_fences_are_strays():
    assert page("~~~\nx\n~~~\n").stray_openings == [1, 3]
    assert page("words\n\n```python\nx = 1\n").stray_openings == [3]


def test_readers_see_neither_markers_nor_comments():
    text = readable(PAGE)
    assert "A value 1.0 in a sentence." in text
    assert "hidden = 1" not in text
    assert 'print("<!-- value: hidden -->no<!-- /value -->")' in text
