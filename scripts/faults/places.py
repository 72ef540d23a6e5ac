"""Where a piece of Python stands in its text."""

import ast


def span_of(node: ast.AST, text: str) -> tuple[int, int]:
    """First and last place of a node, in letters; Python itself counts bytes of a line."""
    lines = text.splitlines(keepends=True)
    return (
        _place(lines, node.lineno, node.col_offset),
        _place(lines, node.end_lineno, node.end_col_offset),
    )


def _place(lines: list[str], line: int, column: int) -> int:
    return sum(map(len, lines[: line - 1])) + len(lines[line - 1].encode()[:column].decode())
