"""Django, set up for one person on one machine."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from onward_app import home
from onward_app.database import choose_database
from onward_app.folder_key import is_encrypted

HERE = Path(__file__).parent


def name_csrf_cookie(secret: str) -> str:
    """One for each data folder, as the cookie that lets in."""
    return "onward_csrf_" + hashlib.sha256(secret.encode()).hexdigest()[:10]


SECRET_KEY = home.read_secret()
DEBUG = False
IN_BROWSER = False  # whether it runs in a browser (`anywhere.settings`), where some ways in aren't there
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]  # `web.gate` also holds the port
BEHIND = ""  # the address of a declared proxy, such as https://onward.example.org; `serve` sets it
INSTALLED_APPS = ["django.contrib.staticfiles", "onward_app.records"]
MIDDLEWARE = [
    "onward_app.web.gate.refuse_other_hosts",
    "django.middleware.security.SecurityMiddleware",
    "onward_app.web.gate.same_origin_only",
    "onward_app.web.gate.refuse_other_pages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "onward_app.web.shown.nothing_hidden",
    "django.middleware.csrf.CsrfViewMiddleware",
    "onward_app.web.gate.only_the_owner",
    "onward_app.web.sitting.one_sitting",
    "onward_app.web.errors.AnswerNotFound",
    "onward_app.web.shown.TakeInPlainWords",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "onward_app.urls"
WSGI_APPLICATION = "onward_app.web.wsgi.application"
FORM_RENDERER = "onward_app.web.inputs.InputRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "web" / "templates", HERE / "rooms"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "onward_app.web.context.everywhere",
            ],
            "libraries": {"onward": "onward_app.web.tags"},
            "builtins": ["onward_app.web.tags", "django.templatetags.i18n"],  # for `blocktranslate count`
        },
    }
]
DATABASES = {"default": choose_database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"  # moments are stored in UTC; days are the person's local days, from `clock`
OWN_ZONE = os.environ.get("TZ")  # Django sets the process to its own zone; `records.apps` takes that back
USE_I18N = False
LANGUAGE_CODE = "en-us"
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STATICFILES_DIRS = [HERE / "web" / "static"]
CSRF_COOKIE_NAME = name_csrf_cookie(SECRET_KEY)
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "onward_app.web.errors.stale_form"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 30_000_000 if is_encrypted() else 5_000_000  # a recording then never lies open on a disk
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.security": {"level": "CRITICAL"},  # what was refused is told on the page; the terminal needn't know
    },
}
