"""Numbers as they are written on drawings and in equations."""


def rounded(value: float) -> str:
    """At most two decimals, fewer for large numbers; a small one keeps its first digit.

    Args:
        value: any finite number.

    Examples:
        >>> [rounded(value) for value in (0.8, -0.3049, 12.34, 0.0, 0.004, 2.5e7, 1e-9)]
        ['0.8', '-0.3', '12.3', '0', '0.004', '2e7', '1e-9']
    """
    if value == 0:
        return "0"
    size = abs(value)
    if size < 0.005 or size >= 10000:
        digit, _, exponent = f"{value:.1g}".partition("e")
        return f"{digit}e{int(exponent)}" if exponent else digit
    decimals = 2 if size < 10 else 1 if size < 100 else 0
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals else text
