"""Whether what came is what the page shows: text to the letter, floats to the digits shown."""

import re

FLOAT = re.compile(r"(?<![\w.])-?(?:\d+\.\d*|\.\d+|\d+(?=e))(?:e[-+]?\d+)?(?![\w.])")


def same(shown: str, got: str) -> bool:
    """True where ``got`` has the same words as ``shown``, and floats that round to those shown."""
    return _words(shown) == _words(got) and all(
        _rounds_to(one, other)
        for one, other in zip(FLOAT.findall(shown), FLOAT.findall(got), strict=True)
    )


def _words(text: str) -> list[str]:
    return [FLOAT.sub("<float>", line).rstrip() for line in text.strip("\n").splitlines()]


def _rounds_to(shown: str, got: str) -> bool:
    # Readers who type it would see a sign, or an exponent, that the page does not show.
    if shown.startswith("-") != got.startswith("-") or ("e" in shown) != ("e" in got):
        return False
    mantissa, _, exponent = shown.partition("e")
    decimals = len(mantissa.partition(".")[2])
    unit = 10.0 ** (int(exponent or 0) - decimals)
    # Half a unit of the last digit shown, and a breath for the two roundings on the way here.
    return abs(float(shown) - float(got)) <= 0.5 * unit * (1 + 1e-6)
