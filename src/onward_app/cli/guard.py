"""What surrounds every command: what is wrong with the data folder or the disk is one sentence, not a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable

from onward_app.cli.streams import show_any_letters
from onward_app.cli.unlocking import prepare_unlocking
from onward_app.home import HomeTrouble
from onward_app.one_heap import load_undisturbed

STOPPED = "Stopped. What was done before is kept, and running it again goes on from there."
NO_TEXT = "What was typed holds bytes that are no text. Type it again in UTF-8."


def run_guarded(command: Callable[[], object]) -> None:
    """Run it."""
    load_undisturbed()
    show_any_letters()
    try:
        prepare_unlocking()
        command()
    except KeyboardInterrupt:
        _end_with(STOPPED)
    except HomeTrouble as trouble:
        _end_with(str(trouble))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except UnicodeEncodeError as trouble:
        if trouble.encoding.lower() not in ("utf-8", "utf8"):
            raise
        _end_with(NO_TEXT)
    except Exception as trouble:
        from onward_app.troubles import describe_trouble

        said = describe_trouble(trouble)
        if said is None:
            raise
        _end_with(said)


def _end_with(sentence: str) -> None:
    from onward_app.cli.say import say

    say(f"onward: {sentence}", err=True)
    sys.exit(1)
