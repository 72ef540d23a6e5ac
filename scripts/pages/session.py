"""Run a page: every fence and every value, top to bottom, in one namespace."""

import ast
import contextlib
import doctest
import io
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.pages.source import Fence, Page, Value

TRACEBACK = "Traceback (most recent call last):\n    ...\n"


@dataclass
class Result:
    """What one step of a page gave: ``got`` is the text that the page should show for it."""

    step: Fence | Value
    line: int
    shown: str
    got: str
    error: str = ""


class Session:
    """A page's namespace, and the results of running its steps in it."""

    def __init__(self, page: Page, visible_only: bool = False):
        self.page = page
        self.steps = [s for s in page.steps if not (visible_only and getattr(s, "hidden", False))]
        self.names: dict[str, object] = {"__name__": "__page__"}

    def run(self) -> Iterator[Result]:
        """One result for each value, session and fence of statements, in reading order."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for position, step in enumerate(self.steps):
                if isinstance(step, Value):
                    yield self._value(step)
                elif step.kind == "session":
                    yield self._session(step)
                elif step.kind == "statements":
                    yield self._statements(step, self._output_after(position))

    def _output_after(self, position: int) -> Fence | None:
        following = self.steps[position + 1 : position + 2]
        found = following[0] if following else None
        return found if isinstance(found, Fence) and found.kind == "output" else None

    def _value(self, value: Value) -> Result:
        result = Result(value, value.line, value.text, "")
        try:
            expression = ast.parse(value.expression, mode="eval")
            names = {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}
            if not names & set(self.names):
                result.error = f"the value {value.expression!r} uses no name of the page"
            else:
                result.got = str(eval(compile(expression, self.page.name, "eval"), self.names))
        except Exception as error:
            result.error = f"the value {value.expression!r} raised {_describe(error)}"
        return result

    def _statements(self, fence: Fence, output: Fence | None) -> Result:
        result = Result(fence, fence.line, output.code if output else "", "")
        printed = io.StringIO()
        try:
            tree = ast.increment_lineno(ast.parse(fence.code), fence.line)
            with contextlib.redirect_stdout(printed):
                exec(compile(tree, self.page.name, "exec"), self.names)
        except Exception as error:
            result.line = _line_of(error, self.page.name, fence.line)
            result.error = f"the snippet raised {_describe(error)}"
        result.got = printed.getvalue()
        return result

    def _session(self, fence: Fence) -> Result:
        result = Result(fence, fence.line, fence.code, "")
        for piece in doctest.DocTestParser().parse(fence.code, self.page.name):
            if isinstance(piece, str):
                result.got += piece
                continue
            try:
                result.got += _with_prompts(piece.source) + self._example(piece)
            except Exception as error:
                result.line = fence.line + piece.lineno + 1
                result.error = f"{piece.source.strip()!r} raised {_describe(error)}"
                break
        return result

    def _example(self, example: doctest.Example) -> str:
        """What one prompt prints; a traceback only where the page shows one."""
        printed = io.StringIO()
        try:
            code = compile(example.source, self.page.name, "single")
            with contextlib.redirect_stdout(printed):
                exec(code, self.names)
        except Exception as error:
            if example.exc_msg is None:
                raise
            ending = "".join(traceback.format_exception_only(error))
            return f"{printed.getvalue()}{TRACEBACK}{ending}"
        return printed.getvalue()


def _with_prompts(source: str) -> str:
    first, *others = source.splitlines()
    return "".join(f"{line}\n" for line in [f">>> {first}", *(f"... {o}".rstrip() for o in others)])


def _describe(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _line_of(error: BaseException, filename: str, default: int) -> int:
    """The last line of the page that the error passed through."""
    if isinstance(error, SyntaxError) and error.lineno:
        return default + error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == filename and frame.lineno]
    return lines[-1] if lines else default
