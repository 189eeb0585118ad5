"""What *Your data* asks."""

from __future__ import annotations

from onward_app.sealing import LOST
from onward_app.web.boxes import LookedAtForm
from onward_app.web.passphrases import make_passphrase_field


class SealedOutForm(LookedAtForm):
    """A passphrase to seal everything with."""

    passphrase = make_passphrase_field(f"Four or five words that belong to nothing. {LOST}")
