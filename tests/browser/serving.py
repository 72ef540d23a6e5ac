"""Serve a built site as a static host does: gzipped, beneath its path, with its own 404 page."""

from __future__ import annotations

import functools
import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".py", ".ipynb"}
TYPES = {".mjs": "text/javascript", ".woff2": "font/woff2", ".avif": "image/avif"}


@functools.cache
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


class Answer(BaseHTTPRequestHandler):
    """Answers one request, and notes the bytes it took."""

    server: SiteServer

    def do_GET(self) -> None:
        found = self.server.find(self.path)
        file = found or self.server.folder / "404.html"
        squeezed = file.suffix in COMPRESSED
        body = _gzipped(file) if squeezed else file.read_bytes()
        self.send_response(200 if found else 404)
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append((self.path, len(body)))

    def log_message(self, *_: object) -> None:
        """Say nothing: what went wrong is seen from the browser's side."""


class SiteServer(ThreadingHTTPServer):
    """A built site on a free loopback port; ``sent`` lists each answer's path and bytes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder = folder
        self.sent: list[tuple[str, int]] = []
        self.base = f"http://127.0.0.1:{self.server_port}{_path_of(folder)}"

    def find(self, url: str) -> Path | None:
        """The file a URL means; a folder is meant only with its closing slash."""
        path, beneath = unquote(urlsplit(url).path), urlsplit(self.base).path
        if not path.startswith(beneath):
            return None
        inside = path.removeprefix(beneath)
        file = self.folder / inside
        if not inside or inside.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None

    def handle_error(self, *_: object) -> None:
        """A browser that leaves before the answer is whole has done nothing wrong."""


def _path_of(folder: Path) -> str:
    """The path beneath which the site says it lives, by its home page's canonical address."""
    home = (folder / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', home)
    return urlsplit(canonical[1]).path if canonical else "/"


@contextmanager
def serving(folder: Path) -> Iterator[SiteServer]:
    """The site at ``folder``, served until the end of the block."""
    with SiteServer(folder) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
