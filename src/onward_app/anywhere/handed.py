"""Large files of a form in a browser: they stay where they are, and are read from there in slices.

The worker mounts such a file for as long as its request takes; in the form stands which one it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

KIND = "application/x-onward-handed"  # as `anywhere/shell/talk.js` says it
PLACE = Path("/") / "handed"  # as `anywhere/engine/worker.js` mounts it


class HandedFile(UploadedFile):  # type: ignore[type-arg]
    """One of them, as Django has those that it put on a disk itself."""

    def __init__(self, place: Path, name: str) -> None:
        super().__init__(place.open("rb"), name, "application/octet-stream", place.stat().st_size)
        self._place = place

    def temporary_file_path(self) -> str:
        """Where it can be read for as long as the request takes."""
        return str(self._place)


class HandedUploadHandler(FileUploadHandler):
    """Takes what was handed over, and leaves the others to Django's own."""

    said: bytes | None = None

    def new_file(self, *told: Any, **more: Any) -> None:
        """Whether the next file is one."""
        super().new_file(*told, **more)
        self.said = b"" if self.content_type == KIND else None
        if self.said is not None:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, _: int) -> bytes | None:
        """Its number, in the place of what is in it."""
        if self.said is None:
            return raw_data
        self.said += raw_data
        return None

    def file_complete(self, _: int) -> HandedFile | None:
        """The file itself."""
        if self.said is None:
            return None
        return HandedFile(next((PLACE / str(int(self.said))).iterdir()), self.file_name or "")
