"""Names that a search knows, so that they are not taken for a client's."""

from __future__ import annotations

from django.db.models import Q

from onward_app.records.models import Ask, Contact, Interview, Letter, Opportunity, Owner, Transcript


def list_known_names(owner: Owner) -> tuple[str, ...]:
    """Names that may stand in a free text: the person's own, the employers', the interviewers', those who wrote."""
    jobs = Opportunity.objects.of(owner).values_list("employer", "agency", "role")
    people = Interview.objects.of(owner).exclude(people="").values_list("people", flat=True)
    by_people = Q(by_person=True) | Q(sender="")  # a chat has no address, whoever it is from
    wrote = Letter.objects.filter(by_people, owner=owner, outgoing=False).exclude(opportunity=None)
    asked = Ask.objects.of(owner).values_list("to_name", flat=True)
    known = Contact.objects.of(owner).values_list("name", flat=True)
    spoke = Transcript.objects.of(owner).values_list("candidate", flat=True)
    every = (
        owner.name,
        *(n for job in jobs for n in job),
        *people,
        *wrote.values_list("sender_name", flat=True),
        *asked,
        *known,
        *spoke,
    )
    return tuple(dict.fromkeys(name for name in every if name))
