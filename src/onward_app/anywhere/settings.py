"""Django in a browser: as on the person's own machine, but for what a browser hasn't got.

No server, so no static files are served from here; no memory shared between processes, so SQLite keeps a journal
instead of a WAL.
"""

from __future__ import annotations

import os
from urllib.parse import unquote

from onward_app import settings as at_home
from onward_app.settings import *  # noqa: F403 - all but what follows

IN_BROWSER = True
TEMPLATES = [
    at_home.TEMPLATES[0]
    | {
        "OPTIONS": at_home.TEMPLATES[0]["OPTIONS"]
        | {
            "context_processors": [
                *at_home.TEMPLATES[0]["OPTIONS"]["context_processors"],
                "onward_app.anywhere.context.beside",
            ]
        }
    }
]
MIDDLEWARE = [one for one in at_home.MIDDLEWARE if not one.startswith("whitenoise.")]
FORCE_SCRIPT_NAME = unquote(os.environ.get("ONWARD_PREFIX", "")) or None  # the folder on its host, such as “/onward”
FILE_UPLOAD_HANDLERS = [
    "onward_app.anywhere.handed.HandedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STATIC_URL = os.environ.get("ONWARD_STATIC", "static/")  # its name has a hash of what is in it
DATABASES = {
    "default": at_home.DATABASES["default"]
    | {
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;",
        }
    }
}
