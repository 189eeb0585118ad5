"""What the built program begins with: the module of Onward's that it was started to run, or the command `onward`."""

from __future__ import annotations

import runpy
import sys


def main() -> None:
    """`onward -m onward_app.readers.helper` runs that module, as `python -m` does; everything else is a command."""
    if sys.argv[1:2] == ["-m"] and "".join(sys.argv[2:3]).partition(".")[0] == "onward_app":
        module = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from onward_app.cli.opening import main as run_command

    run_command()


main()
