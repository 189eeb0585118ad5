"""Reads of people: the list, one with all that is known of them, and who could be kept as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from onward.debrief.guests import Guest
from onward_app.records.models import Ask, Contact, ContactAtJob, Interview, Letter, Opportunity, Owner
from onward_app.records.reading.rows import find_row

LOOKED_AT = 200  # of the newest letters of people, for those who aren't here yet
ASKED = {
    "advice": "You asked them for advice",
    "thanks": "You thanked them",
    "withdrawal": "You told them you withdrew",
}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One thing in the story of somebody: its day, its sentence, and the job it was about."""

    on: date | None
    said: str
    job: Opportunity


@dataclass(frozen=True, slots=True)
class SuggestedContact:
    """Somebody who wrote, and isn't kept as a person yet."""

    name: str
    reach: str
    job: Opportunity


def list_people(owner: Owner, text: str = "") -> QuerySet[Contact]:
    """Those that stand and were not merged into another, by name; of these, those with each word of a text."""
    rows: QuerySet[Contact] = Contact.objects.of(owner).filter(merged_into=None)
    for word in text.split():
        said = Q(name__icontains=word) | Q(employer__icontains=word) | Q(role__icontains=word)
        rows = rows.filter(said | Q(reach__icontains=word) | Q(how__icontains=word))
    return rows.order_by("name", "pk").prefetch_related(_with_jobs())


def _with_jobs() -> Prefetch[str]:
    links = ContactAtJob.objects.filter(stands=True, opportunity__stands=True).select_related("opportunity")
    return Prefetch("at_jobs", links.order_by("pk"), to_attr="links")


def find_contact(owner: Owner, pk: int) -> Contact:
    """The owner's person by id; ids that were merged live on in the one they were merged into."""
    row = find_row(Contact, owner, pk)
    return row.merged_into if row.merged_into is not None and row.merged_into.stands else row


def list_links(owner: Owner, contact: Contact) -> list[ContactAtJob]:
    """The jobs somebody belongs to, the newest first."""
    links = ContactAtJob.objects.of(owner).filter(contact=contact, opportunity__stands=True)
    return list(links.select_related("opportunity").order_by("-pk"))


def list_contacts_of(owner: Owner, job: Opportunity) -> list[ContactAtJob]:
    """Who belongs to a job, as it was noted."""
    links = ContactAtJob.objects.of(owner).filter(opportunity=job, contact__stands=True)
    return list(links.select_related("contact").order_by("pk"))


def list_contacts_at(owner: Owner, job: Opportunity) -> QuerySet[Contact]:
    """The people who work at a job's employer, by its name, and weren't put to the job itself."""
    put = ContactAtJob.objects.of(owner).filter(opportunity=job).values("contact")
    found: QuerySet[Contact] = Contact.objects.of(owner).filter(employer__iexact=job.employer, merged_into=None)
    return found.exclude(pk__in=put).order_by("name") if job.employer else found.none()


def tell_contact(owner: Owner, contact: Contact, jobs: list[Opportunity]) -> list[ContactLine]:
    """What there was with somebody at the jobs they belong to, oldest first."""
    told = (*_list_met(owner, contact, jobs), *_list_asked(owner, contact, jobs), *_list_wrote(owner, contact, jobs))
    return sorted(told, key=lambda line: line.on or date.min)


def _list_met(owner: Owner, contact: Contact, jobs: list[Opportunity]) -> Iterator[ContactLine]:
    """An interview's record names somebody in full, or by their initials."""
    names = {contact.name.casefold(), Guest(contact.name).initials.casefold()} - {""}
    rows = Interview.objects.of(owner).filter(opportunity__in=jobs).exclude(people="").select_related("opportunity")
    for row in rows:
        people = f", {row.people.casefold()},"
        if any(f", {name}," in people or f", {name} (" in people for name in names):
            yield ContactLine(row.on, "At the interview", row.opportunity)


def _list_asked(owner: Owner, contact: Contact, jobs: list[Opportunity]) -> Iterator[ContactLine]:
    theirs = _is_theirs(contact, "to_name", "to_address")
    rows = Ask.objects.of(owner).filter(theirs, opportunity__in=jobs, suppressed=False).exclude(sent_on=None)
    for row in rows.select_related("opportunity"):
        yield ContactLine(row.sent_on, ASKED[row.sort], row.opportunity)


def _list_wrote(owner: Owner, contact: Contact, jobs: list[Opportunity]) -> Iterator[ContactLine]:
    """Only that they wrote: what a letter says is opened by choice."""
    rows = Letter.objects.filter(_is_theirs(contact, "sender_name", "sender"), owner=owner, opportunity__in=jobs)
    for row in rows.filter(outgoing=False).select_related("opportunity").defer("body", "verdict", "refs"):
        if row.opportunity is not None:
            yield ContactLine(row.on, "They wrote", row.opportunity)


def _is_theirs(contact: Contact, name: str, address: str) -> Q:
    theirs = Q(**{f"{name}__iexact": contact.name})
    return theirs | Q(**{f"{address}__iexact": contact.reach}) if "@" in contact.reach else theirs


def list_suggested(owner: Owner, most: int) -> list[SuggestedContact]:
    """Who wrote about a job themselves and isn't kept yet, the newest first."""
    rows = Letter.objects.filter(owner=owner, by_person=True, outgoing=False, opportunity__stands=True)
    newest = rows.exclude(sender_name="").select_related("opportunity").defer("body", "verdict", "refs").order_by("-on")
    found: dict[str, SuggestedContact] = {}
    for row in newest[:LOOKED_AT]:
        if row.opportunity is not None:
            found.setdefault(row.sender.casefold(), SuggestedContact(row.sender_name, row.sender, row.opportunity))
    here = Contact.objects.of(owner).filter(Q(reach__in=list(found)) | Q(name__in=[one.name for one in found.values()]))
    names = {value.casefold() for pair in here.values_list("name", "reach") for value in pair if value}
    return [one for key, one in found.items() if key not in names and one.name.casefold() not in names][:most]
