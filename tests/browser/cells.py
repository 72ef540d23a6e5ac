"""The statements of a page's visible Python, as its source has them."""

from __future__ import annotations

import re
from textwrap import dedent

HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"^( *)```(.+?)\n(.*?)^\1``` *$", re.DOTALL | re.MULTILINE)


def statements(markdown: str) -> list[str]:
    """What a reader may copy from each visible ``python`` and ``pycon`` fence, in order.

    Examples:
        >>> statements("```pycon\\n>>> x = 3\\n>>> x\\n3\\n```")
        ['x = 3\\nx']
    """
    fences = FENCE.findall(HIDDEN.sub("", markdown))
    return [_spoken(info, dedent(code)).strip() for _, info, code in fences if _is_cell(info)]


def _is_cell(info: str) -> bool:
    return info.split()[0] in {"python", "pycon"}


def _spoken(info: str, code: str) -> str:
    if info.split()[0] == "python":
        return code
    lines = (re.match(r"(?:>>>|\.\.\.)(?: (.*))?$", line) for line in code.splitlines())
    return "\n".join(line[1] or "" for line in lines if line)
