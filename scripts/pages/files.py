"""Write whole files or none, and only where something changed."""

import os
from pathlib import Path


def write(path: Path, content: str | bytes) -> bool:
    """Put ``content`` at ``path`` by way of a temporary file; False where it stood already."""
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # Named before it is made: an interrupt while tempfile makes one would leave it behind.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True
