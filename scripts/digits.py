"""Pack the handwritten digits that ship inside scikit-learn into nnnotes/datasets/digits.gz.

    pip install scikit-learn==1.9.1 && python -m scripts.digits

Done once, in an environment of its own: neither the library nor its tests need scikit-learn. It is
the test set of UCI's optdigits (E. Alpaydin and C. Kaynak, CC BY 4.0), unchanged but for its
packing: 1,797 rows of 65 bytes, the 64 pixels from 0 to 16 and the label. The same data give the
same bytes, as long as zlib packs alike; the SHA-256 that is printed belongs into bundled.py there.
"""

import gzip
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).parent.parent / "nnnotes/datasets/digits.gz"


def pack(pixels: NDArray, labels: NDArray) -> bytes:
    """Rows of pixels and label, as gzip without a date or a name in it."""
    table = np.column_stack([pixels, labels])
    packed = table.astype(np.uint8)
    if not np.array_equal(packed, table):
        raise ValueError("pixels and labels must be whole numbers from 0 to 255")
    return gzip.compress(packed.tobytes(), mtime=0)


def main() -> None:
    from sklearn.datasets import load_digits

    packed = pack(*load_digits(return_X_y=True))
    TARGET.write_bytes(packed)
    print(f"{len(packed) / 1024:.1f} KiB, SHA-256 {sha256(packed).hexdigest()}")


if __name__ == "__main__":
    main()
