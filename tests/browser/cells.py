"""What there is to copy from a page's visible fences, as its source has them."""

from __future__ import annotations

import re
from textwrap import dedent

HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
NO_CELL = re.compile(r'title="Output"|\.listing')
FENCE = re.compile(r"^( *)```(.+?)\n(.*?)^\1``` *$", re.DOTALL | re.MULTILINE)


def statements(markdown: str) -> list[str]:
    """What a reader copies from each visible fence, in order, but for outputs and listings.

    Examples:
        >>> statements("```pycon\\n>>> x = 3\\n>>> x\\n3\\n```")
        ['x = 3\\nx']
    """
    fences = FENCE.findall(HIDDEN.sub("", markdown))
    cells = [(info, code) for _, info, code in fences if not NO_CELL.search(info)]
    return [_without_prompts(info, dedent(code)).strip() for info, code in cells]


def _without_prompts(info: str, code: str) -> str:
    if info.split()[0] != "pycon":
        return code
    lines = (re.match(r"(?:>>>|\.\.\.)(?: (.*))?$", line) for line in code.splitlines())
    return "\n".join(line[1] or "" for line in lines if line)
