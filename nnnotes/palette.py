"""The site's colours: one hue for one meaning, at two lightness steps for the two grounds.

Drawings, plots, stylesheets and widgets all take their colours from here.
"""

LIGHT = {
    "ground": "#fffdf8",
    "ink": "#22252b",
    "muted": "#5b616b",
    "positive": "#0b62a8",
    "negative": "#b3470a",
    "accent": "#0f6e66",
}

DARK = {
    "ground": "#16181d",
    "ink": "#e6e4df",
    "muted": "#a3a8b0",
    "positive": "#6db3f2",
    "negative": "#f2994a",
    "accent": "#5cc8bb",
}

# Of the first class, the second and so on; beside each stands a marker's shape or a word.
CLASSES_LIGHT = {
    "class-0": "#7b3fa6",
    "class-1": "#857000",
    "class-2": "#c9246e",
    "class-3": "#3f7f1f",
    "class-4": "#6b5d52",
}

CLASSES_DARK = {
    "class-0": "#bd8bee",
    "class-1": "#dcc443",
    "class-2": "#f77fb5",
    "class-3": "#84cc5c",
    "class-4": "#c4b5a6",
}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 (equal) to 21 (black on white).

    Args:
        one: a colour as ``#rrggbb``.
        other: the colour it stands beside, as ``#rrggbb``.

    Examples:
        >>> round(contrast("#000000", "#ffffff"), 1)
        21.0

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    dimmer, brighter = sorted((_luminance(one), _luminance(other)))
    return (brighter + 0.05) / (dimmer + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def as_variables(*, classes: bool = False) -> str:
    """CSS that makes each colour a variable which follows the reader's light or dark scheme.

    A drawing carries it in its ``<style>``, and says ``var(--ink)`` where it means ink.

    Args:
        classes: whether the colours of classes are wanted too, as ``--class-0`` and so on.

    Examples:
        >>> as_variables().splitlines()[0]
        ':root{--ground:#fffdf8;--ink:#22252b;--muted:#5b616b;--positive:#0b62a8;--negative:#b3470a;--accent:#0f6e66}'
        >>> "--class-0:#7b3fa6" in as_variables(classes=True)
        True
    """
    light, dark = (LIGHT | CLASSES_LIGHT, DARK | CLASSES_DARK) if classes else (LIGHT, DARK)
    return (
        f":root{{{_declarations(light)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_declarations(dark)}}}}}"
    )


def _declarations(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())
