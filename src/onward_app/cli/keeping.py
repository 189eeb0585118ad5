"""`onward export`, `backup`, `restore` and `rebuild`, and `import` of an export: all out, all in, and copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.passphrase import ask_passphrase
from onward_app.cli.say import refuse, say, say_json

if TYPE_CHECKING:
    from onward_app.keeping.backups import Backup
    from onward_app.keeping.bring_back import Imported
    from onward_app.keeping.export import Exported

AsJson = Annotated[bool, typer.Option("--json", help="One object.")]
AsArray = Annotated[bool, typer.Option("--json", help="One array of objects.")]


def export(
    place: Annotated[
        Path | None,
        typer.Argument(help="The file or folder to write to; this folder if not given.", metavar="[PLACE]"),
    ] = None,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Seal it with a passphrase, which is asked for (the file ends in .age).")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take everything out, as one file: the search, recordings, documents and packs."""
    from onward_app.cli.owner import command_line_owner

    command_line_owner()
    from onward_app.keeping.export import ExportTrouble, write_export

    file = _name_file(place or Path())
    try:
        done = _write_sealed(file) if sealed else write_export(file)
    except ExportTrouble as trouble:
        refuse(str(trouble))
    what = _say_count(done)
    if as_json:
        say_json(
            {"file": str(done.place), **_count_json(done), "missing": done.missing, "left_out": list(done.left_out)}
        )
    else:
        who = "It is sealed." if sealed else "It isn’t encrypted, so keep it where only you can read it."
        say(f"{done.place}: {what}. {who}")
    if done.missing:
        say(
            f"onward: {done.missing:,} recordings or documents are named and their files aren’t there, so they are "
            "left out.",
            err=True,
        )
    if done.what_is_missing:
        say(f"onward: {done.what_is_missing}", err=True)


def _write_sealed(file: Path) -> Exported:
    from onward_app.cli.passphrase import choose_passphrase
    from onward_app.keeping.sealed import ENDING, write_sealed_export

    place = file if file.suffix == ENDING else file.with_name(f"{file.name}{ENDING}")
    return write_sealed_export(place, choose_passphrase())


def bring_back(file: Path, *, replace: bool, as_json: bool = False) -> None:
    """Bring everything in again, as it was: what `onward import` does with an export of Onward's own."""
    set_up_tables()
    from onward_app.keeping.archive import ImportTrouble
    from onward_app.keeping.backups import BackupTrouble
    from onward_app.keeping.bring_back import import_search
    from onward_app.keeping.sealed import is_sealed

    passphrase = ask_passphrase() if is_sealed(file) else ""
    try:
        _tell_imported(import_search(file, replace=replace, passphrase=passphrase), as_json=as_json)
    except (ImportTrouble, BackupTrouble) as trouble:
        refuse(str(trouble))


def backup(as_json: AsJson = False) -> None:
    """Back up everything now, as each day of use does by itself: the search, recordings, documents and packs.

    Backups are on the same disk, and `onward restore` puts one back. For a disk that breaks or a computer that is lost,
    keep what `onward export` writes somewhere else.
    """
    from onward_app.cli.owner import command_line_owner

    command_line_owner()
    from onward_app.keeping.backups import BackupTrouble, make_backup

    try:
        made = make_backup()
    except BackupTrouble as trouble:
        refuse(str(trouble))
    if as_json:
        say_json(_backup_to_json(made))
    else:
        say(f"{made.path} is written and checked. For a copy on another disk, use `onward export`.")
    if made.what_is_missing:
        say(f"onward: {made.what_is_missing}", err=True)


def rebuild(as_json: AsArray = False) -> None:
    """Compute anew what is kept so that pages are quick, and say whether any of it was wrong."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.writing.rebuild import rebuild_everything

    done = rebuild_everything(me)
    if as_json:
        say_json([{"what": one.what, "rows": one.rows, "differing": one.differing} for one in done])
        return
    for one in done:
        say(f"{one.what}: {one.rows:,} computed, {one.differing:,} put right")


def restore(
    name: Annotated[
        str | None, typer.Argument(help="A backup’s name or path; lists them if not given.", metavar="[BACKUP]")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object; an array where it lists them.")] = False,
) -> None:
    """Put a backup in place. What is here now is kept as one."""
    from onward_app import home
    from onward_app.keeping.backups import BackupTrouble, list_backups
    from onward_app.keeping.restore import restore_backup
    from onward_app.records.versions import newest_migration

    home.refuse_odd_names()
    if name is None:
        _list_backups(list_backups(), as_json=as_json)
        return
    try:
        done = restore_backup(name, newest_migration())
    except BackupTrouble as trouble:
        refuse(str(trouble))
    if as_json:
        say_json({"in_place": done.path.name, "replaced": done.replaced.name if done.replaced else None})
        return
    say(f"{done.path.name} is in place.")
    if done.replaced is not None:
        say(_say_kept(done.replaced.name))


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(export)
    app.command()(backup)
    app.command()(restore)
    app.command()(rebuild)


def _list_backups(found: list[Backup], *, as_json: bool) -> None:
    if as_json:
        say_json([_backup_to_json(one) for one in found])
        return
    for one in found:
        say(f"{one.name}  (what stood here before something took its place)" if one.replaced else one.name)
    if not found:
        say("There are no backups yet. `onward backup` makes one, and each day of use makes one by itself.")


def _backup_to_json(one: Backup) -> dict[str, Any]:
    return {"name": one.name, "path": str(one.path), "at": one.at.isoformat(), "stood_here": one.replaced}


def set_up_tables() -> None:
    """Django ready, and no database touched."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
    import django

    django.setup()


def _name_file(place: Path) -> Path:
    """The file; in a folder it is named after today."""
    from onward_app import clock

    if not place.absolute().parent.is_dir():
        refuse(f"There is no folder {place.absolute().parent} to write to.")
    return place / f"onward-{clock.today().isoformat()}.zip" if place.is_dir() else place


def _tell_imported(done: Imported, *, as_json: bool) -> None:
    if as_json:
        say_json({**_count_json(done), "replaced": done.replaced.name if done.replaced else None})
        return
    say(f"Brought in: {_say_count(done)}.")
    if done.replaced is not None:
        say(_say_kept(done.replaced.name))


def _say_kept(name: str) -> str:
    return f"What was here is kept as the backup {name}; `onward restore {name}` brings it back."


def _say_count(done: Exported | Imported) -> str:
    from onward.wording.counts import join_words, say_count

    forms = (
        ("{n} row", "{n} rows"),
        ("{n} recording", "{n} recordings"),
        ("{n} document", "{n} documents"),
        ("{n} pack", "{n} packs"),
    )
    counts = _count_json(done).values()
    return join_words([say_count(number, *one) for number, one in zip(counts, forms, strict=True)])


def _count_json(done: Exported | Imported) -> dict[str, int]:
    return {name: getattr(done, name) for name in ("rows", "recordings", "documents", "packs")}
