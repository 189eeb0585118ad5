"""The WSGI entry, with a static file answered before anything else is asked."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
application = get_wsgi_application()
