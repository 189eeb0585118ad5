"""Serve `dist/web/` on this machine: a plain static server, with the headers that a host should send. `make web-serve`."""

from __future__ import annotations

import contextlib
import re
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "dist" / "web"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class PlainHandler(SimpleHTTPRequestHandler):
    """Files as they are, with the headers of docs/host-it.md."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """What every answer carries."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        hashed = re.search(r"-[0-9a-f]{12}[./]", self.path)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is counted."""


def open_server(port: int = 0, folder: Path = FOLDER) -> ThreadingHTTPServer:
    """A server on loopback, not yet serving."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(PlainHandler, directory=str(folder)))


if __name__ == "__main__":
    if not (FOLDER / "index.html").is_file():
        sys.exit("There is nothing to serve yet: `make web` builds it.")
    with open_server(int(sys.argv[1]) if len(sys.argv) > 1 else 8000) as server:
        print(f"Onward in a browser is at http://127.0.0.1:{server.server_port}/. Leave with Ctrl-C.", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
