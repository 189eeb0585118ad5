"""Views that are imported when they are first asked for: all addresses are known, and a page loads what it shows."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponseBase


class Views:
    """A module of views by its name: `Views("onward_app.rooms.today.views").front`."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> View:
        return View(self._module, name)


class View:
    """One of them. What a decorator noted on it is found on it."""

    def __init__(self, module: str, name: str) -> None:
        self.__module__, self.__name__, self.__qualname__ = module, name, name

    @property
    def function(self) -> Any:
        """The view itself, imported."""
        return getattr(import_module(self.__module__), self.__name__)

    def __call__(self, request: HttpRequest, **told: Any) -> HttpResponseBase:
        """Answer."""
        response: HttpResponseBase = self.function(request, **told)
        return response

    def __getattr__(self, name: str) -> Any:
        if name == "view_class":  # Django asks each address for it to know its name, which must not import them all
            raise AttributeError(name)
        return getattr(self.function, name)
