"""`onward encrypt` and `onward decrypt`: the folder under a passphrase, and as it was before."""

from __future__ import annotations

from typing import Annotated

import typer

from onward_app.cli.say import refuse, say

ON = (
    "{folder} is encrypted: the database, its backups, recordings and documents. Onward asks for its passphrase each "
    "time."
)
ANEW = (
    "{folder} is encrypted under a new key, which the new passphrase opens. The old one opens nothing in it any more, "
    "but still what was copied elsewhere before."
)
OFF = "{folder} isn’t encrypted any more."
PACKS = "Your own packs of questions stay readable, since they are edited by hand."
COPIES = "Exports and copies that you made elsewhere are as they were."
KEPT = "Its key is in the system’s keyring, so that Onward doesn’t ask on this computer."
NO_KEYRING = "There is no keyring here that Onward can use, so it asks each time."
FORGOTTEN = "Its key isn’t in the keyring any more. Onward asks at each start."
NOT_YET = "{folder} isn’t encrypted. `onward encrypt` does it."


def encrypt(
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the key in the system’s keyring, so that Onward doesn’t ask.")
    ] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Take the key out of the keyring again.")] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Choose another passphrase: everything is encrypted under a new key.")
    ] = False,
) -> None:
    """Encrypt Onward’s folder with a passphrase: the database, backups, recordings and documents."""
    from onward_app import home
    from onward_app.folder_key import is_encrypted
    from onward_app.keeping.rekeyed import rekeyed_folder

    home.refuse_odd_names()
    if not is_encrypted() or rekeyed_folder().is_dir():
        if forget or anew:
            refuse(NOT_YET.format(folder=home.home_folder()))
        _encrypt()
    elif anew:
        _encrypt_anew()
    elif not (keep or forget):
        from onward_app.keeping.encrypting import ON_ALREADY

        refuse(ON_ALREADY.format(folder=home.home_folder()))
    if forget:
        _forget()
    elif keep:
        _keep()


def decrypt() -> None:
    """Make Onward’s folder readable without a passphrase again."""
    from onward_app import home
    from onward_app.cli.unlocking import forget_in_keyring
    from onward_app.keeping.encrypting import EncryptTrouble, decrypt_folder
    from onward_app.key_file import FILE

    home.refuse_odd_names()
    place = home.home_folder() / FILE
    sealed = place.read_bytes() if place.is_file() else b""
    try:
        decrypt_folder()
    except EncryptTrouble as trouble:
        refuse(str(trouble))
    forget_in_keyring(sealed)
    say(OFF.format(folder=home.home_folder()))


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(encrypt)
    app.command()(decrypt)


def _encrypt() -> None:
    from onward_app import home
    from onward_app.cli.passphrase import choose_passphrase
    from onward_app.keeping.encrypting import EncryptTrouble, encrypt_folder
    from onward_app.key_file import need_sqlcipher

    need_sqlcipher()
    try:
        encrypt_folder(choose_passphrase())
    except EncryptTrouble as trouble:
        refuse(str(trouble))
    say(f"{ON.format(folder=home.home_folder())} {PACKS} {COPIES}")


def _encrypt_anew() -> None:
    from onward_app import home
    from onward_app.cli.passphrase import choose_passphrase
    from onward_app.cli.unlocking import forget_in_keyring
    from onward_app.folder_key import key_beside
    from onward_app.keeping.encrypting import EncryptTrouble, encrypt_anew
    from onward_app.key_file import FILE

    sealed = (home.home_folder() / FILE).read_bytes()
    key_beside(home.database_path())  # the old passphrase is asked for before a new one is chosen
    try:
        encrypt_anew(choose_passphrase())
    except EncryptTrouble as trouble:
        refuse(str(trouble))
    forget_in_keyring(sealed)
    say(ANEW.format(folder=home.home_folder()))


def _keep() -> None:
    from onward_app import home
    from onward_app.cli.unlocking import keep_in_keyring
    from onward_app.folder_key import key_beside
    from onward_app.key_file import FILE

    key = key_beside(home.database_path())
    assert key is not None
    say(KEPT if keep_in_keyring((home.home_folder() / FILE).read_bytes(), key) else NO_KEYRING)


def _forget() -> None:
    from onward_app import home
    from onward_app.cli.unlocking import forget_in_keyring
    from onward_app.key_file import FILE

    forget_in_keyring((home.home_folder() / FILE).read_bytes())
    say(FORGOTTEN)
