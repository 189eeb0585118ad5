"""Addresses whose expression is compiled when a path is first held against it.

Django compiles all of them as soon as one address is asked for by its name: 150, of which a page needs a few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.urls import include
from django.urls.resolvers import RoutePattern, URLPattern, URLResolver


class LazyPattern:
    """A regular expression that knows its text, and is compiled when it is first used."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)


class LazyRoute(RoutePattern):
    """An address as `path` takes it. One without anything to find in it is compared as text."""

    def __init__(self, route: str, *, is_endpoint: bool, name: str | None = None) -> None:
        super().__init__(route, name, is_endpoint)
        regex: Any = LazyPattern(self._regex)  # type: ignore[attr-defined]
        self.regex = regex
        self.text = route
        self.whole = is_endpoint

    def match(self, path: str) -> Any:
        """What is left of the path, and what was found in it; None where it is another address."""
        if self.converters:
            return super().match(path)
        if path == self.text if self.whole else path.startswith(self.text):
            return path[len(self.text) :], (), {}
        return None


def path(route: str, view: Callable[..., Any], *, name: str) -> URLPattern:
    """The address of a view. Django's own `path` loads all its generic views first, of which there are none here."""
    return URLPattern(LazyRoute(route, name=name, is_endpoint=True), view, None, name)


def below(route: str, module: str) -> URLResolver:
    """The addresses of a room, below one of its own."""
    names, app_name, namespace = include(module)
    return URLResolver(LazyRoute(route, is_endpoint=False), names, None, app_name=app_name, namespace=namespace)
