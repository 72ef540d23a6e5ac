"""What a mutant puts in the place of an operator, a comparison, or a function of numpy."""

import ast

ARITHMETIC = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.MatMult: ("@", "*"),
    ast.Pow: ("**", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
}

OPERATORS = {
    **ARITHMETIC,
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.BitXor: ("^", "|"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}

UNARY = {ast.UAdd: "+", ast.USub: "-", ast.Not: "not", ast.Invert: "~"}  # taken away

BOTH_WAYS = (
    ("abs", "positive"),
    ("add", "subtract"),
    ("all", "any"),
    ("argmax", "argmin"),
    ("cumsum", "cumprod"),
    ("equal", "not_equal"),
    ("exp", "expm1"),
    ("floor", "ceil"),
    ("greater", "greater_equal"),
    ("hstack", "vstack"),
    ("isfinite", "isnan"),
    ("less", "less_equal"),
    ("linspace", "geomspace"),
    ("log", "log1p"),
    ("logical_and", "logical_or"),
    ("max", "min"),
    ("maximum", "minimum"),
    ("multiply", "divide"),
    ("negative", "positive"),
    ("sin", "cos"),
    ("sqrt", "square"),
    ("sum", "mean"),
    ("tanh", "arctan"),
    ("uniform", "normal"),
    ("var", "std"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
)
ONE_WAY = {
    "absolute": "positive",
    "argsort": "sort",
    "clip": "maximum",
    "copysign": "multiply",
    "count_nonzero": "sum",
    "dot": "multiply",
    "heaviside": "maximum",
    "log1p": "log",
    "logaddexp": "maximum",
    "matmul": "multiply",
    "outer": "add",
    "power": "multiply",
    "prod": "sum",
    "rint": "floor",
    "round": "floor",
    "sign": "abs",
    "standard_normal": "random",
    "true_divide": "multiply",
}
FUNCTIONS = (
    {one: other for one, other in BOTH_WAYS if one != "negative"}
    | {other: one for one, other in BOTH_WAYS}
    | {"negative": "positive"}
    | ONE_WAY
)
