"""The library's front: what `import onward` offers, each with an example that is run here."""

from __future__ import annotations

import doctest
import inspect
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import onward

FUNCTIONS = [name for name in onward.__all__ if inspect.isfunction(getattr(onward, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_of_the_front_has_an_example_that_is_true(name: str) -> None:
    function = getattr(onward, name)
    module = import_module(function.__module__)
    (found,) = list(doctest.DocTestFinder(recurse=False).find(function, name, globs=dict(vars(module))))
    assert found.examples
    told: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(found, out=told.append).failed
    assert not failed, "".join(told)


def test_the_package_itself_shows_how_to_begin() -> None:
    assert doctest.testmod(onward).attempted >= 3
    assert not doctest.testmod(onward).failed


def test_all_is_what_is_there() -> None:
    assert sorted(onward.__all__) == sorted(set(onward.__all__))
    assert [name for name in onward.__all__ if not hasattr(onward, name)] == []
    with pytest.raises(AttributeError):
        onward.nothing_like_that  # noqa: B018 - asked for to be refused


def test_importing_it_loads_nothing_of_the_steps() -> None:
    code = "import sys, onward; print([name for name in sys.modules if name.startswith('onward.') and name != 'onward.story'])"
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}  # it need not be installed
    assert subprocess.check_output([sys.executable, "-c", code], text=True, env=path).strip() == "[]"


def test_the_page_on_the_library_runs_and_names_all_of_the_front() -> None:
    page = Path(__file__).parents[2] / "docs" / "library.md"
    done = doctest.testfile(str(page), module_relative=False)
    assert (done.failed, done.attempted >= 10) == (0, True)
    said = page.read_text("utf-8")
    assert [name for name in onward.__all__ if name not in said] == []
