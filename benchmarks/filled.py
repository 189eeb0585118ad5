"""A long search, made up: so many jobs with all that hangs on them, the same ones each time, written in bulk.

A tenth of the jobs is open, as where somebody closes what stays silent; twelve events, two letters and a tenth of an
interview lie on each. It is not made by the application's own writes, which would take hours; what it caches of a job
is computed as it does.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import models, transaction

from onward.debrief.chips import Chip
from onward.facts import ENDINGS, Ending, LetterKind, OtherEvent, Stage
from onward_app.records import models as rows
from onward_app.records.reading.writings import KIND, MATTERS
from onward_app.records.writing.answers import rebuild_answers
from onward_app.records.writing.caches import rebuild_opportunities
from onward_app.records.writing.evidence import rebuild_kinks
from onward_app.records.writing.practice import rebuild_schedules

TODAY = date(2026, 11, 16)
CLOCK = "2026-11-16T09:00"
YEARS = 3  # days over which jobs begin
OPEN = 10  # one job in so many is open
EVENTS = 12  # of each job
BATCH = 500

WORDS = ("Harbor", "Cedar", "Quill", "Low Tide", "Oak Hollow", "North Pier", "Lantern", "Fern", "Granite", "Juniper")
SORTS = ("Clinic", "Records", "House", "Partners", "County", "School", "Labs", "Trust")
FIRST = ("Mira", "Jo", "Sam", "Ada", "Lu", "Noor", "Pat")
ROLES = ("Counselor", "Therapist", "Case manager", "Social worker", "Program lead")
PATHS: tuple[tuple[Stage, ...], ...] = (
    *((Stage.APPLIED,) for _ in range(6)),
    (Stage.APPLIED, Stage.SCREEN),
    (Stage.APPLIED, Stage.SCREEN, Stage.INTERVIEW),
    (Stage.APPLIED, Stage.INTERVIEW, Stage.FINAL),
    (Stage.APPLIED, Stage.INTERVIEW, Stage.FINAL, Stage.VERBAL),
)
ENDS = (Ending.REJECTED, Ending.REJECTED, Ending.REJECTED, Ending.CLOSED, Ending.WITHDREW)
KINDS = ("preparation", "framing", "story", "result", "length", "depth", "asking", "delivery")
BODY = (
    "Dear Sam,\n\nthank you for your interest in the role and for the time you gave us. We have looked at all that was "
    "sent to us with care. After much thought we have decided to go on with other candidates.\n\nKind regards,\nPat"
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each there are."""

    jobs: int

    @property
    def letters(self) -> int:
        return self.jobs * 2

    @property
    def interviews(self) -> int:
        return max(8, self.jobs * 2 // 25)

    @property
    def kinks(self) -> int:
        return max(3, self.jobs * 3 // 250)

    @property
    def cards(self) -> int:
        return max(6, self.jobs * 3 // 25)


def fill_search(owner: rows.Owner, jobs: int) -> None:
    """Fill an empty search with so many jobs."""
    size, dice = Size(jobs), random.Random(7)
    with transaction.atomic():
        made = _add_jobs(owner, size, dice)
        _add_events(owner, made, dice)
        _add_letters(owner, made, size, dice)
        rebuild_opportunities(owner)
        made = list(rows.Opportunity.objects.filter(owner=owner).order_by("pk"))
        met = _add_interviews(owner, made, size, dice)
        _add_asks(owner, made, dice)
        _add_documents(owner, made)
        kinks = _add_kinks(owner, met, size, dice)
        _add_practice(owner, kinks, size, dice)
        _add_compass(owner, made)
        _add_helpers(owner, kinks)
        _add_people(owner, made)
        _add_changes(owner, made)
        rebuild_opportunities(owner)  # of the interviews as well, by now
        rebuild_answers(owner)
        rebuild_schedules(owner)
        rebuild_kinks(owner)
    owner.mail_read_on, owner.seen_on, owner.show_numbers = TODAY, TODAY, True
    owner.save()


def moment(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _bulk(model: type[models.Model], made: Sequence[models.Model]) -> list[Any]:
    return list(model._default_manager.bulk_create(made, batch_size=BATCH))


def _begun(place: int, size: int, dice: random.Random) -> date:
    """Jobs come evenly; those of the last tenth are young, as what is open is."""
    back = 8 + int((YEARS * 365 - 30) * (1 - place / size))
    return TODAY - timedelta(days=back + dice.randrange(6))


def _add_jobs(owner: rows.Owner, size: Size, dice: random.Random) -> list[rows.Opportunity]:
    return _bulk(
        rows.Opportunity,
        [
            rows.Opportunity(
                owner=owner,
                employer=f"{WORDS[n % len(WORDS)]} {SORTS[n // len(WORDS) % len(SORTS)]} {n // 160 + 1}",
                role=ROLES[n % len(ROLES)],
                agency="Bridge Staffing" if n % 9 == 0 else "",
                by_hand=n % 4 == 0,
                promised_on=TODAY + timedelta(days=dice.randrange(-9, 9)) if n % (OPEN * 4) == 0 else None,
            )
            for n in range(size.jobs)
        ],
    )


def _path(place: int, dice: random.Random) -> tuple[tuple[Stage, ...], bool]:
    return dice.choice(PATHS), place % OPEN == 0


def _add_events(owner: rows.Owner, jobs: Sequence[rows.Opportunity], dice: random.Random) -> None:
    made: list[rows.Event] = []
    for place, job in enumerate(jobs):
        stages, is_open = _path(place, dice)
        day = _begun(place, len(jobs), dice)
        kinds: list[str] = [Stage.LEAD, *stages]
        if not is_open:
            kinds.append(ENDS[place % len(ENDS)])
        kinds += [OtherEvent.NOTE] * (EVENTS - len(kinds))
        for number, kind in enumerate(kinds):
            made.append(_event(owner, job, kind, day, number))
            if kind != OtherEvent.NOTE:
                day = min(TODAY, day + timedelta(days=dice.randrange(1, 24 if kind == Stage.APPLIED else 12)))
    _bulk(rows.Event, made)


def _event(owner: rows.Owner, job: rows.Opportunity, kind: str, day: date, number: int) -> rows.Event:
    by_mail = kind in ENDINGS or kind in (Stage.APPLIED, Stage.INTERVIEW)
    return rows.Event(
        owner=owner, opportunity=job, kind=str(kind), on=day, source="mail" if by_mail else "hand",
        letter=_key(job.pk, number % 2) if by_mail and number < EVENTS else "", added_at=moment(day),
        note="Called them and wrote down what they said about the team." if kind == OtherEvent.NOTE else "",
    )  # fmt: skip


def _key(job: int, number: int) -> str:
    return f"{job * 2 + number:064x}"


def _add_letters(owner: rows.Owner, jobs: Sequence[rows.Opportunity], size: Size, dice: random.Random) -> None:
    letters, seen = [], []
    first = {one.opportunity_id: one.on for one in rows.Event.objects.filter(owner=owner).order_by("-on")}
    for number in range(size.letters):
        job = jobs[number // 2]
        kind = (LetterKind.CONFIRMATION, LetterKind.REJECTION)[number % 2]
        kind = LetterKind.FEEDBACK if number % 97 == 0 else kind
        day = first[job.pk] + timedelta(days=dice.randrange(30))
        waits = number % 50 == 3
        letters.append(_letter(owner, job, kind, min(day, TODAY), number % 2, waits=waits))
        seen.append(rows.Seen(owner=owner, key=letters[-1].key, kind=str(kind), on=letters[-1].on, settled=True))
    _bulk(rows.Letter, letters)
    _bulk(rows.Seen, seen)
    some = letters[:: max(1, len(letters) // 100)]
    _bulk(rows.Decision, [rows.Decision(owner=owner, key=one.key, opportunity_id=one.opportunity_id) for one in some])
    _bulk(
        rows.KindWords,
        [rows.KindWords(owner=owner, key=one.key, text="You were a pleasure to meet.", on=one.on) for one in some],
    )


def _letter(
    owner: rows.Owner, job: rows.Opportunity, kind: LetterKind, day: date, number: int, *, waits: bool
) -> rows.Letter:
    verdict = {
        "kind": str(kind), "probability": 0.6 if waits else 0.97, "unsure": waits, "chances": {str(kind): 0.97},
        "employer": job.employer, "role": job.role, "language": "en", "outgoing": False,
        "because": [{"field": "body", "start": 12, "end": 40, "text": BODY[12:40]}], "details_because": [], "agency": None, "people": [], "stage": None,
        "reason": None, "employer_by": "body", "number": None, "did": None, "left_open": "", "meeting": "",
    }  # fmt: skip
    return rows.Letter(
        owner=owner, key=_key(job.pk, number), message_id=f"{job.pk}.{number}@mail.example", at=moment(day), on=day,
        sender_name="Pat Reed", sender=f"pat@employer{job.pk}.example", to=[["Sam", "sam@home.example"]],
        subject=f"Your application at {job.employer}", body=BODY, thread=f"{job.pk}@mail.example", verdict=verdict,
        kind=str(kind), unsure=waits, by_person=number == 1, fingerprint=_key(job.pk, number),
        words=_key(job.pk, number), opportunity=None if waits else job, suggested=job if waits else None,
        waiting="It may be a no." if waits else "",
    )  # fmt: skip


def _add_interviews(
    owner: rows.Owner, jobs: Sequence[rows.Opportunity], size: Size, dice: random.Random
) -> list[rows.Interview]:
    """Of the jobs where somebody was met, and two that are to come."""
    talked = [job for job in jobs if Stage(job.stage).rank >= Stage.INTERVIEW.rank] or list(jobs)
    made = []
    for n in range(size.interviews):
        job = talked[(n * len(talked) // size.interviews) % len(talked)]
        on = (job.stage_on or TODAY) - timedelta(days=n % 2)
        made.append(_interview(owner, job, on, n, dice))
    alive = [job for job in talked if not job.ended][:2] or talked[:2]
    made += [_interview(owner, job, TODAY + timedelta(days=2), n, dice) for n, job in enumerate(alive)]
    made = _bulk(rows.Interview, made)
    _bulk(
        rows.Question,
        [
            rows.Question(owner=owner, interview=one, place=n, asked=f"Why us, and why now? {n}", said="I said why.", went=3)
            for one in made[:-2]
            for n in range(3)
        ],
    )  # fmt: skip
    text = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Pat>Tell me about a hard case.\n\n00:05.000 --> 00:20.000\n<v Sam>I had one in May.\n"
    _bulk(
        rows.Transcript,
        [rows.Transcript(owner=owner, interview=one, name="talk.vtt", candidate="Sam", text=text, key=f"{one.pk:064x}")
         for one in made[::20]],
    )  # fmt: skip
    debriefs = _bulk(rows.Debrief, [_debrief(owner, one, done=n % 3 != 0) for n, one in enumerate(made[:-2])])
    _bulk(
        rows.Sitting,
        [
            rows.Sitting(owner=owner, debrief=one, opened_at=one.started_at, last_at=one.started_at + timedelta(minutes=9))
            for one in debriefs
        ],
    )  # fmt: skip
    return made


def _interview(owner: rows.Owner, job: rows.Opportunity, on: date, n: int, dice: random.Random) -> rows.Interview:
    return rows.Interview(
        owner=owner, opportunity=job, on=on, round=("interview", "final", "screen")[n % 3], format="video",
        people="J. R.", forecast=dice.randrange(20, 90), forecast_at=moment(on, 18), liked="the team",
        said_real=4, could_be=4,
    )  # fmt: skip


def _debrief(owner: rows.Owner, one: rows.Interview, *, done: bool) -> rows.Debrief:
    at = moment(min(TODAY, one.on + timedelta(days=1)), 19)
    answers = {"asked": {"text": "Why us?"}, "said": {"text": "I said why."}}
    return rows.Debrief(
        owner=owner, opportunity_id=one.opportunity_id, interview=one, script="good", answers=answers, started_at=at,
        done_at=at if done else None,
    )  # fmt: skip


def _add_documents(owner: rows.Owner, jobs: Sequence[rows.Opportunity]) -> None:
    """A paper with every fifth job."""
    told = {"owner": owner, "name": "Offer.pdf", "size": 9, "added_on": TODAY}
    _bulk(rows.Document, [rows.Document(opportunity=job, key=f"{job.pk:064x}", **told) for job in jobs[::5]])


def _add_asks(owner: rows.Owner, jobs: Sequence[rows.Opportunity], dice: random.Random) -> None:
    lost = [job for job in jobs if job.ended == Ending.REJECTED and job.stage != Stage.APPLIED]
    made = []
    for n, job in enumerate(lost[:: max(1, 3)]):
        sent = min(TODAY, (job.ended_on or TODAY) + timedelta(days=1))
        outcome = ("silence", "advice", "silence", "silence")[n % 4]
        made.append(
            rows.Ask(
                owner=owner,
                opportunity=job,
                to_name="Pat",
                to_address=f"pat@employer{job.pk}.example",
                sent_on=sent,
                subject="Thank you",
                text="Thank you for the talk. May I ask for one piece of advice?",
                sent_by="mail",
                outcome=outcome if n % 25 else "",
                outcome_on=sent + timedelta(days=dice.randrange(9)),
                quote="Shorter.",
            )
        )
    _bulk(rows.Ask, made)
    _bulk(rows.Sending, [_make_sending(owner, ask) for ask in rows.Ask.objects.filter(owner=owner)])


def _make_sending(owner: rows.Owner, ask: rows.Ask) -> rows.Sending:
    at, through = moment(ask.sent_on or TODAY), "smtps://mail.example"
    message = f"To: {ask.to_address}\r\n\r\n{ask.text}\r\n"
    return rows.Sending(owner=owner, ask=ask, begun_at=at, ended_at=at, went=True, through=through, message=message)


def _add_kinks(owner: rows.Owner, met: Sequence[rows.Interview], size: Size, dice: random.Random) -> list[rows.Kink]:
    kinks = _bulk(
        rows.Kink,
        [
            rows.Kink(
                owner=owner,
                kind=KINDS[n % len(KINDS)],
                name=f"I go on for too long, number {n}",
                strength=n % 4 == 3,
                if_they="they ask for an example",
                then_i="tell one in four beats",
                noticed_on=TODAY - timedelta(days=300),
                working_since=TODAY - timedelta(days=200) if n % 3 == 0 else None,
            )
            for n in range(size.kinks)
        ],
    )
    seen, chances = [], []
    for n, one in enumerate(met[:-2]):
        kink = kinks[n % len(kinks)]
        seen.append(
            rows.Sighting(
                owner=owner, kink=kink, source=str(Chip.INTERVIEWER), on=one.on, text="Too long", interview=one
            )
        )
        worked = kinks[n % len(kinks) // 3 * 3]
        chances.append(rows.Chance(owner=owner, kink=worked, interview=one, on=one.on, happened=dice.random() < 0.3))
    _bulk(rows.Sighting, seen)
    _bulk(rows.Chance, chances)
    _bulk(rows.KeptView, [rows.KeptView(owner=owner, name="First calls", asked={"show": "all", "kind": "screen"})])
    _bulk(rows.OwnKind, [rows.OwnKind(owner=owner, key="mine", name="Rushing", chance="Any question about figures")])
    return kinks


def _add_practice(owner: rows.Owner, kinks: Sequence[rows.Kink], size: Size, dice: random.Random) -> None:
    cards = _bulk(
        rows.Card,
        [
            rows.Card(
                owner=owner,
                question=f"Tell me about a time it went wrong, number {n}.",
                points=["one", "two", "three"],
                kink=kinks[n % len(kinks)] if n % 2 else None,
                made_at=moment(TODAY - timedelta(days=120)),
                due_at=moment(TODAY + timedelta(days=dice.randrange(-3, 60))),
            )
            for n in range(size.cards)
        ],
    )
    _bulk(
        rows.Review,
        [
            rows.Review(owner=owner, card=card, at=moment(TODAY - timedelta(days=back)), answer="I said it.", met=[0, 1, 2][: back % 4])
            for card in cards
            for back in (100, 61, 30, 9)
        ],
    )  # fmt: skip
    at = moment(TODAY - timedelta(days=3))
    sounds = [
        rows.Recording(owner=owner, card=card, question=card.question, name=f"{card.pk:032x}", sort="audio/webm", size=9, at=at)
        for card in cards[::4]
    ]  # fmt: skip
    _bulk(rows.Recording, sounds)
    some = _bulk(rows.Round, [rows.Round(owner=owner, title=f"A mock round {n}", begun_at=at, done_at=at if n else None)
                              for n in range(max(2, size.jobs // 100))])  # fmt: skip
    _bulk(
        rows.Attempt,
        [
            rows.Attempt(owner=owner, round=one, place=n, card=cards[n], question=cards[n].question, points=["one"], begun_at=at,
                         parts=["I listen."], answered_at=at if one.done_at or n == 0 else None)
            for one in some
            for n in range(3)
        ],
    )  # fmt: skip
    rows.Skipped.objects.create(owner=owner, on=TODAY - timedelta(days=4), practise=True)


def _add_compass(owner: rows.Owner, jobs: Sequence[rows.Opportunity]) -> None:
    alive = [job for job in jobs if not job.ended]
    shares = [[job.pk, 20] for job in alive[:5]]
    for weeks in range(max(2, len(jobs) // 50)):
        day = TODAY - timedelta(days=7 * weeks)
        rows.Hope.objects.create(owner=owner, on=day, at=moment(day), shares=shares)
        rows.Goal.objects.create(
            owner=owner, week=day - timedelta(days=day.weekday()), name="contacts", wanted=2, done=1
        )
    line = rows.Value.objects.create(
        owner=owner, text="Weekly supervision, in writing", line=True, set_on=TODAY - timedelta(days=400)
    )
    value = rows.Value.objects.create(
        owner=owner, text="A short way to work", points=40, set_on=TODAY - timedelta(days=400)
    )
    marks = [(job, one) for job in alive[:: max(1, len(alive) // 40)] for one in (line, value)]
    _bulk(
        rows.Fit,
        [
            rows.Fit(owner=owner, opportunity=job, value=one, mark="kept", known="told", level=5, on=TODAY)
            for job, one in marks
        ],
    )
    rows.Gate.objects.create(
        owner=owner, opportunity=alive[0], action="accept", opened_at=moment(TODAY), reason="Kind."
    )
    lu = rows.Companion.objects.create(owner=owner, name="Aunt Lu", reach="two doors down")
    _bulk(
        rows.StatusCheck,
        [rows.StatusCheck(owner=owner, opportunity=job, on=TODAY - timedelta(days=12)) for job in alive[::5]],
    )
    _bulk(
        rows.SaidQuiet,
        [rows.SaidQuiet(owner=owner, opportunity=job, on=TODAY - timedelta(days=4)) for job in alive[::7]],
    )
    _add_nos(owner, lu)
    rows.Lesson.objects.create(owner=owner, name="search", retired_on=TODAY, words="That I can wait.")
    for sort in (MATTERS, KIND):
        rows.Writing.objects.create(owner=owner, sort=sort, text="The dog came home.", at=moment(TODAY))
    rows.Weighing.objects.create(owner=owner, on=TODAY, points=[["pay I can live on", 100], ["calm", 40]])
    rows.MailMark.objects.create(owner=owner, mailbox="sam@mail.example", folder="INBOX", mark="7:5")
    rows.OwnAddress.objects.create(owner=owner, address="sam@home.example")


def _add_helpers(owner: rows.Owner, kinks: Sequence[rows.Kink]) -> None:
    """A coach with a packet a month and a comment on each."""
    every = ["strength", "kink", "debrief", "timeline", "picture", "line", "pay"]
    dana = rows.Helper.objects.create(owner=owner, name="Dana", sort="coach", reach="dana@example.org", may_see=every)
    keys = [f"kink-{one.pk}" for one in kinks[:3]]
    for month in range(12):
        packet = rows.GivenPacket.objects.create(
            owner=owner, helper=dana, code=f"ABCDEF{month:02}", made_on=TODAY - timedelta(30 * month),
            stale_on=TODAY - timedelta(30 * month - 30), by="Sam", to="Dana", items=keys, mark="",
        )  # fmt: skip
        rows.Comment.objects.create(
            owner=owner, packet=packet, item=1, by="Dana", on=packet.made_on, text="End it earlier."
        )


def _add_people(owner: rows.Owner, jobs: Sequence[rows.Opportunity]) -> None:
    """Somebody at every job, and as many who are only known by a network."""
    met = _bulk(
        rows.Contact,
        [
            rows.Contact(owner=owner, name=f"{FIRST[n % len(FIRST)]} {WORDS[n % 7]} {n}", reach=f"p{n}@mail.example",
                         employer=job.employer, how="at the interview" if n % 2 else "")
            for n, job in enumerate([*jobs, *jobs])
        ],
    )  # fmt: skip
    _bulk(
        rows.ContactAtJob,
        [
            rows.ContactAtJob(owner=owner, contact=one, opportunity=job, part="interviewed me")
            for one, job in zip(met, jobs, strict=False)
        ],
    )


def _add_nos(owner: rows.Owner, lu: rows.Companion) -> None:
    """Nos were opened, and had their days; those of the last days wait."""
    nos = rows.Event.objects.filter(owner=owner, kind=str(Ending.REJECTED), on__lt=TODAY - timedelta(days=2))
    opened = list(nos.order_by("on"))
    _bulk(rows.NoOpened, [rows.NoOpened(owner=owner, event=one, on=one.on) for one in opened])
    _bulk(
        rows.RejectionDay,
        [
            rows.RejectionDay(owner=owner, on=one.on, opportunity_id=one.opportunity_id, event=one, closed_at=moment(one.on, 20),
                              restart_on=one.on + timedelta(days=1), contacted=lu, contacted_at=moment(one.on, 20),
                              restarted_at=moment(one.on + timedelta(days=1)))
            for one in opened[::9]
        ],
    )  # fmt: skip


def _add_changes(owner: rows.Owner, jobs: Sequence[rows.Opportunity]) -> None:
    """What was done: a change for each job, with a part for the job and for each of its events, and an undo."""
    made = _bulk(
        rows.Change,
        [
            rows.Change(owner=owner, intention="jobs.add", summary=f"Added {job.title}.", at=moment(job.first_on or TODAY), opportunity=job,
                        by="person" if job.by_hand else "onward")
            for job in jobs
        ],
    )  # fmt: skip
    of = {job.pk: change for job, change in zip(jobs, made, strict=True)}
    _bulk(rows.Part, list(_parts(owner, of)))
    rows.Change.objects.create(
        owner=owner, intention="undo", summary=f"Undid: {made[0].summary}", at=moment(TODAY), undoes=made[0]
    )


def _parts(owner: rows.Owner, of: dict[int, rows.Change]) -> Iterator[rows.Part]:
    for job, change in of.items():
        yield rows.Part(owner=owner, change=change, table="opportunity", row=job, before=None, after={"stands": True})
    for pk, job in rows.Event.objects.filter(owner=owner).values_list("pk", "opportunity_id"):
        yield rows.Part(owner=owner, change=of[job], table="event", row=pk, before=None, after={"stands": True})


def name_rows(owner: rows.Owner) -> dict[str, Any]:
    """One row of each sort that addresses have, from the middle of a search."""
    alive = rows.Opportunity.objects.filter(owner=owner, ended="").order_by("pk")
    job = _middle(alive)
    lost = _middle(rows.Opportunity.objects.filter(owner=owner, ended=str(Ending.REJECTED)).order_by("pk"))
    named = {"job": job, "lost": lost, "event": job.events.order_by("pk")[0]}
    named["no"] = lost.events.filter(kind=str(Ending.REJECTED))[0]
    named["letter"] = _middle(rows.Letter.objects.filter(owner=owner).exclude(waiting="").order_by("pk"))
    named["change"] = rows.Change.objects.filter(owner=owner).order_by("pk")[5]
    named["value"] = rows.Value.objects.get(owner=owner, line=False)
    named["kind"] = rows.OwnKind.objects.get(owner=owner)
    named["round"] = rows.Round.objects.get(owner=owner, done_at=None)
    named["ask"] = _middle(rows.Ask.objects.filter(owner=owner, outcome="advice").order_by("pk"))
    named["matters"] = rows.Writing.objects.get(owner=owner, sort=MATTERS)
    named["kind_lines"] = rows.Writing.objects.get(owner=owner, sort=KIND)
    named["attempt"] = named["round"].attempts.order_by("place")[0]
    for name, model in (
        ("interview", rows.Interview), ("transcript", rows.Transcript), ("companion", rows.Companion),
        ("day", rows.RejectionDay), ("words", rows.KindWords), ("sighting", rows.Sighting),
        ("helper", rows.Helper), ("packet", rows.GivenPacket), ("comment", rows.Comment), ("chance", rows.Chance), ("card", rows.Card), ("recording", rows.Recording), ("document", rows.Document), ("link", rows.ContactAtJob), ("debrief", rows.Debrief), ("view", rows.KeptView),
    ):  # fmt: skip
        named[name] = _middle(model._default_manager.filter(owner=owner).order_by("pk"))
    named["person"] = named["link"].contact
    # One of the same sort in a search of any size: a strength, or what nobody works on, asks for less
    worked = rows.Kink.objects.filter(owner=owner, strength=False).exclude(working_since=None)
    named["kink"] = _middle(worked.order_by("pk"))
    return named


def _middle(found: Any) -> Any:
    return found[found.count() // 2]
