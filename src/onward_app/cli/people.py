"""`onward people` and `onward person`: whom the person met, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.look import Keep, look_first
from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse, say, say_json
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from onward_app.records.models import Change, Contact, Owner

LONGEST, LONGEST_NOTES, LONGEST_PART = 200, 10_000, 60  # characters, as in the boxes of the page
NAMELESS = "Somebody new needs a name: onward person --name “Dana Ruiz”. A first name is enough."
NOBODY = "Nobody yet. `onward person --name NAME` adds somebody; LinkedIn’s Connections.csv brings yours in."
ONE_AT_A_TIME = "Say one thing at a time: what is known of them, a --job, --off-job, --same-as or --remove."


def people(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only those with these words.", metavar="[WORDS...]")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One array of objects.")] = False,
) -> None:
    """List the people of the search, and the jobs they belong to."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.people import person_to_json
    from onward_app.records.reading.contacts import list_people

    rows = list(list_people(me, " ".join(words or ())))
    if as_json:
        say_json([person_to_json(row) for row in rows])
        return
    for row in rows:
        where = ", ".join(filter(None, (row.name, row.role, row.employer)))
        jobs = "; ".join(link.opportunity.title for link in row.links)
        say(f"{row.pk:5}  {where}" + (f" ({jobs})" if jobs else ""))
    if not rows:
        say("Nobody has these words." if words else NOBODY)


def person(
    pk: Annotated[
        int | None, typer.Argument(help="Whom; somebody new without it.", parser=parse_number, metavar="[ID]")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What they are called.", metavar="TEXT")] = None,
    reach: Annotated[str | None, typer.Option(help="A number or an address.", metavar="TEXT")] = None,
    how: Annotated[str | None, typer.Option(help="How you met.", metavar="TEXT")] = None,
    employer: Annotated[str | None, typer.Option(help="Where they work.", metavar="TEXT")] = None,
    role: Annotated[str | None, typer.Option(help="What they do there.", metavar="TEXT")] = None,
    notes: Annotated[str | None, typer.Option(help="Notes, in place of those there.", metavar="TEXT")] = None,
    job: Annotated[int | None, typer.Option(help="They belong to this job.", parser=parse_number, metavar="ID")] = None,
    part: Annotated[str, typer.Option(help="As whom: “interviewed me”.", metavar="TEXT")] = "",
    off_job: Annotated[
        int | None, typer.Option("--off-job", help="They don’t belong to it.", parser=parse_number, metavar="ID")
    ] = None,
    same_as: Annotated[
        int | None, typer.Option("--same-as", help="They are one with this one.", parser=parse_number, metavar="ID")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take them off the list; an undo brings them back.")] = False,
    keep: Keep = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the ids.")] = False,
) -> None:
    """Add somebody, or change what is known of them."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    said = {"name": name, "reach": reach, "how": how, "employer": employer, "role": role, "notes": notes}
    known = {field: words.strip() for field, words in said.items() if words is not None}
    _check_lengths(known, part)
    look_first(me, (*(known[field] for field in known if field != "notes"), part), known.get("notes", ""), keep=keep)
    change: Change | None
    if pk is None:
        row, change = _add_person(me, known, job, part.strip())
    else:
        row = _find_person(me, pk)
        asked = [bool(known), job is not None, off_job is not None, same_as is not None, remove]
        if sum(asked) != 1:
            raise typer.BadParameter(ONE_AT_A_TIME)
        change = _change_person(me, row, known, job=job, part=part.strip(), off_job=off_job, same_as=same_as)
    if as_json:
        from onward_app.as_json.changes import change_to_json

        say_json({"person": row.pk, **change_to_json(change)})
        return
    say_change(change, first=f"{row.pk}" if pk is None else "", nothing="It is all there already.")


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(people)
    app.command()(person)


def _check_lengths(known: dict[str, str], part: str) -> None:
    """The same bounds as in the boxes of the page."""
    longest = {"notes": LONGEST_NOTES}
    for field, words in (*known.items(), ("part", part)):
        most = LONGEST_PART if field == "part" else longest.get(field, LONGEST)
        if len(words) > most:
            raise typer.BadParameter(f"--{field} is longer than {most:,} characters.")
    if known.get("name") == "":
        raise typer.BadParameter(NAMELESS)


def _add_person(me: Owner, known: dict[str, str], job: int | None, part: str) -> tuple[Contact, Change]:
    from onward_app.records.writing.contacts import add_contact

    if not known.get("name"):
        raise typer.BadParameter(NAMELESS)
    return add_contact(me, job=find_job(me, job) if job is not None else None, part=part, **known)


def _change_person(
    me: Owner, row: Contact, known: dict[str, str], *, job: int | None, part: str, off_job: int | None,
    same_as: int | None,
) -> Change | None:  # fmt: skip
    from onward_app.records.writing.contacts import edit_contact, merge_contacts, put_at_job, remove_contact

    if known:
        return edit_contact(me, row, **known)
    if job is not None:
        return put_at_job(me, row, find_job(me, job), part)
    if off_job is not None:
        return _take_off(me, row, off_job)
    if same_as is not None:
        other = _find_person(me, same_as)
        if other.pk == row.pk:
            refuse("That is the same person already.")
        return merge_contacts(me, row, other)
    return remove_contact(me, row)


def _take_off(me: Owner, row: Contact, job: int) -> Change:
    from onward_app.records.reading.contacts import list_links
    from onward_app.records.writing.contacts import take_off_job

    found = find_job(me, job)
    link = next((one for one in list_links(me, row) if one.opportunity_id == found.pk), None)
    if link is None:
        refuse(f"{row.name} doesn’t belong to job {job}.")
    return take_off_job(me, link)


def _find_person(me: Owner, pk: int) -> Contact:
    from onward_app.records.reading.contacts import find_contact
    from onward_app.records.reading.rows import NotFound

    try:
        return find_contact(me, pk)
    except NotFound:
        refuse(f"There is nobody with the number {pk}. `onward people` lists them.")
