"""The handwritten digits that come with the library."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.checks import Labels

Floats = NDArray[np.floating[Any]]

FILE = "digits.gz"  # beside this module; written by scripts/digits.py
SHA256 = "b508b4f324a791510eda456e789a11e808069126463db70a9ddce6f638f9814e"


def digits() -> tuple[Floats, Labels]:
    """The 1,797 handwritten digits of 8 × 8 pixels, from 13 people.

    Returns:
        x, (1797, 64), in [0, 1]: how much of each pixel is ink, in sixteenths, row after row from
        the top left; and y, (1797,), whole numbers from 0 to 9. Both are yours to change.

    Raises:
        ValueError: a file that is not the one that was published.
        FileNotFoundError: no file.

    Examples:
        >>> x, y = digits()
        >>> x.shape, y.shape, float(x.min()), float(x.max())
        ((1797, 64), (1797,), 0.0, 1.0)
        >>> for row in x[0].reshape(8, 8):
        ...     print("".join("#" if ink > 0.5 else "-" for ink in row))
        ---##---
        --####--
        --#--#--
        --#-----
        -----#--
        --#--#--
        --#-##--
        ---##---

    Source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI
    Machine Learning Repository, https://doi.org/10.24432/C50P49, CC BY 4.0: its test set, packed.
    """
    table = np.frombuffer(_contents(), np.uint8).reshape(1797, 65)  # 64 pixels and the label
    return table[:, :64] / 16, table[:, 64].astype(np.int64)


def _contents() -> bytes:
    """What is packed in the file, if it is the one that was published."""
    import gzip  # here, not above: who wants no digits should not wait for these
    from hashlib import sha256
    from pathlib import Path

    file = Path(__file__).parent / FILE
    packed = file.read_bytes()
    if (came := sha256(packed).hexdigest()) != SHA256:
        raise ValueError(
            f"{file} is damaged: its SHA-256 is {came}, but must be {SHA256}; install nnnotes again"
        )
    return gzip.decompress(packed)
