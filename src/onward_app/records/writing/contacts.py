"""People: added, changed, put to the jobs they belong to, made one, taken away, and deleted for good."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from onward_app.records.models import Change, Contact, ContactAtJob, Opportunity, Owner, Part
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.forgetting import forget_quotes, forget_rows

SAID = ("employer", "role", "reach", "how", "link", "met_on")  # what one of two that are one may know alone


def add_contact(
    owner: Owner, *, job: Opportunity | None = None, part: str = "", **fields: Any
) -> tuple[Contact, Change]:
    """Somebody new; at a job, where one is said."""
    with open_change(owner, "people.add", f"Added {fields['name']} to your people.", opportunity=job) as change:
        row = change.make(Contact, **fields)
        if job is not None:
            change.make(ContactAtJob, contact=row, opportunity=job, part=part)
    return row, change.record


def edit_contact(owner: Owner, row: Contact, **fields: Any) -> Change | None:
    """What is known of somebody; None when nothing changed."""
    with open_change(owner, "people.edit", f"Changed what is known of {fields.get('name', row.name)}.") as change:
        change.edit(row, **fields)
    return change.kept


def put_at_job(owner: Owner, row: Contact, job: Opportunity, part: str = "") -> Change | None:
    """Somebody belongs to a job, as whom; None when that was said already."""
    with open_change(owner, "people.job", f"Put {row.name} to {job.title}.", opportunity=job) as change:
        there = ContactAtJob.objects.of(owner).filter(contact=row, opportunity=job).first()
        if there is None:
            change.make(ContactAtJob, contact=row, opportunity=job, part=part)
        elif part:
            change.edit(there, part=part)
    return change.kept


def take_off_job(owner: Owner, link: ContactAtJob) -> Change:
    """They don't belong to it."""
    summary = f"Took {link.contact.name} off {link.opportunity.title}."
    with open_change(owner, "people.job", summary, opportunity=link.opportunity) as change:
        change.strike(link)
    return change.record


def merge_contacts(owner: Owner, keep: Contact, gone: Contact) -> Change:
    """Make two one. The name of `keep` stays, what only `gone` knew comes along, and its id leads to `keep`."""
    with open_change(owner, "people.merge", f"Made {gone.name} and {keep.name} one.") as change:
        links = ContactAtJob.objects.of(change.owner)
        there = set(links.filter(contact=keep).values_list("opportunity_id", flat=True))
        for link in links.filter(contact=gone):
            if link.opportunity_id in there:
                change.strike(link)
            else:
                change.edit(link, contact=keep)
        known = {name: getattr(gone, name) for name in SAID if getattr(gone, name) and not getattr(keep, name)}
        notes = "\n\n".join(filter(None, (keep.notes, gone.notes)))
        change.edit(keep, notes=notes, **known)
        for row in (gone, *Contact.objects.of(owner).filter(merged_into=gone)):
            change.edit(row, merged_into=keep)
    return change.record


def remove_contact(owner: Owner, row: Contact) -> Change:
    """Take somebody off the page, and off their jobs. An undo brings them back."""
    with open_change(owner, "people.remove", f"Took {row.name} off your people.") as change:
        change.strike_all(ContactAtJob.objects.of(owner).filter(contact=row))
        change.strike(row)
    return change.record


def delete_contact(owner: Owner, row: Contact) -> None:
    """Delete somebody for good, with those who were merged into them and with what changes say of them."""
    with transaction.atomic():
        mine = Contact.objects.filter(Q(pk=row.pk) | Q(merged_into=row), owner=owner)
        links = ContactAtJob.objects.filter(owner=owner, contact__in=mine)
        parts = Part.objects.filter(owner=owner).filter(_is_of(mine) | _is_of(links))
        said = Change.objects.filter(parts__in=parts, intention__startswith="people.").distinct()
        forget_quotes(said, _list_names(mine, parts), "somebody")
        forget_rows(links)
        forget_rows(mine)


def _is_of(rows: QuerySet[Any]) -> Q:
    return Q(table=rows.model._meta.model_name, row__in=list(rows.values_list("pk", flat=True)))


def _list_names(people: QuerySet[Contact], parts: QuerySet[Part]) -> set[str]:
    """What they are called, and what they were called before that was changed."""
    earlier = (str((part.before or {}).get("name") or "") for part in parts)
    return {*people.values_list("name", flat=True), *earlier}
