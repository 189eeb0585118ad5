"""What the pages on asking read: the ledger, where an ask may be due, and who was spoken with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from onward.ask.draft import DraftDetails
from onward.ask.expect import Expected
from onward.ask.ledger import AskOutcome, SentAsk, count_replies
from onward.ask.offer import LAST_DAYS, AskOccasion, AskOffer, AskState, decide_offer
from onward.ask.whom import Recipient, choose_recipient
from onward.ask.words import ENGLISH, LANGUAGES
from onward.facts import NOS, THEIR_NOS, Stage, stages_from
from onward.notice.job.contact_names import find_person_in_contact
from onward_app import clock
from onward_app.records.models import Ask, Event, Interview, Kink, Letter, Opportunity, Owner
from onward_app.records.reading.lately import LateEvent, list_late_events
from onward_app.records.reading.recover import find_newest_no, is_rejection_day
from onward_app.records.reading.rows import list_events, list_open_opportunities, list_opportunities
from onward_app.records.reading.waits import flag

ADVICE = "advice"
LAST = 10  # letters whose language is looked at
ASKED_WITHIN = timedelta(days=LAST_DAYS)  # of the no
SENT = Q(suppressed=False, opportunity__stands=True, sent_on__isnull=False)
OPEN = SENT & Q(sort=ADVICE, outcome="")


@dataclass(frozen=True, slots=True)
class AskDue:
    """A job that an ask may be due for."""

    row: Opportunity
    offer: AskOffer


def list_asks(owner: Owner) -> QuerySet[Ask]:
    """Every ask that was sent, newest first."""
    rows = Ask.objects.of(owner).filter(SENT)
    return rows.select_related("opportunity").order_by("-sent_on", "-id")


def list_late_asks(owner: Owner, jobs: Iterable[int]) -> tuple[list[Ask], list[Ask]]:
    """What was asked at these jobs, in order; and every ask for advice that is still open, newest first."""
    there = set(jobs)
    found, waiting = _open_apart(Ask.objects.of(owner).filter(Q(opportunity__in=there) | OPEN))
    return [ask for ask in found if ask.opportunity_id in there], waiting


def list_asks_at(owner: Owner, row: Opportunity) -> tuple[list[Ask], list[Ask]]:
    """The same of one job alone."""
    return _open_apart(Ask.objects.of(owner).filter(opportunity=row))


def _open_apart(rows: QuerySet[Ask]) -> tuple[list[Ask], list[Ask]]:
    found = list(rows.annotate(open=flag(OPEN)).select_related("opportunity").order_by("id"))
    waiting = [(ask.sent_on, ask.pk, ask) for ask in found if ask.open and ask.sent_on is not None]
    return [*found], [ask for *_, ask in sorted(waiting, reverse=True)]


def expected_reply_rate(asks: QuerySet[Ask]) -> Expected:
    """What to expect of the next ask, from all that the person sent."""
    sent = asks.filter(sort=ADVICE).order_by().values_list("sent_on", "outcome")
    return count_replies(SentAsk(on, AskOutcome(outcome or AskOutcome.ASKED)) for on, outcome in sent if on is not None)


def find_ask(owner: Owner, row: Opportunity, sort: str) -> Ask | None:
    """The ask, thank-you or withdrawal of a job, sent or a draft."""
    return Ask.objects.of(owner).filter(opportunity=row, sort=sort, suppressed=False).order_by("-id").first()


def find_suspicion(owner: Owner, row: Opportunity) -> Ask | None:
    """The note that something may not have been lawful, which puts the ask away."""
    return Ask.objects.of(owner).filter(opportunity=row, suppressed=True).first()


def find_no_in_force(owner: Owner, row: Opportunity) -> Event | None:
    """The no in force of a job."""
    return find_newest_no(owner, row) if row.ended in NOS else None


def find_offer(owner: Owner, row: Opportunity, on: date) -> AskOffer | None:
    """What Onward says about asking after a job's no; None when there is no no."""
    no = find_no_in_force(owner, row)
    if no is None:
        return None
    met = Interview.objects.of(owner).filter(opportunity=row).exists()
    asked = Ask.objects.of(owner).filter(opportunity=row).order_by("id")
    return _weigh_ask(row, no, asked, on, met=met, fresh=is_rejection_day(owner, on)).offer


def _weigh_ask(row: Opportunity, no: Event, asked: Iterable[Ask], on: date, *, met: bool, fresh: bool) -> AskDue:
    """What is said of asking at one job: `no` is its newest, `asked` what was asked there, `met` whether an interview
    is on record, and `fresh` whether it is a rejection day.
    """
    every = list(asked)
    sent = [ask.sent_on for ask in every if ask.sort == ADVICE and not ask.suppressed]
    occasion = AskOccasion(
        no.on,
        met or Stage(row.stage).rank >= Stage.SCREEN.rank,
        asked_on=sent[-1] if sent else None,
        by_silence=no.kind not in THEIR_NOS,
        rejection_day=fresh,
        discrimination=any(ask.suppressed for ask in every),
    )
    return AskDue(row, decide_offer(occasion, on))


def list_asks_due(owner: Owner, on: date, *, fresh: bool | None = None) -> list[AskDue]:
    """Jobs with a no of the last week after a talk with a person, now or tomorrow; `fresh` as in `_weigh_ask`, for a
    page that knows.
    """
    rows = list_events(owner, kind__in=NOS, on__gte=on - ASKED_WITHIN).select_related("opportunity")
    late = list_late_events(owner, rows, on)
    asked = Ask.objects.of(owner).filter(opportunity__in=[one.row.opportunity_id for one in late]).order_by("id")
    return choose_asks_due(late, asked, on, fresh=is_rejection_day(owner, on) if fresh is None else fresh)


def choose_asks_due(late: Iterable[LateEvent], asked: Iterable[Ask], on: date, *, fresh: bool) -> list[AskDue]:
    """The same of what lately happened and what was asked at those jobs, both in order; `fresh` as in `_weigh_ask`."""
    nos = [one for one in late if one.row.kind in NOS and one.row.on >= on - ASKED_WITHIN]
    newest = {one.row.opportunity_id: one for one in nos}
    theirs = (one.row for one in nos if one.row.kind in THEIR_NOS and one.row.day_known)
    there: dict[int, list[Ask]] = {row.opportunity_id: [] for row in theirs if row.opportunity.ended in NOS}
    for ask in asked:
        there.get(ask.opportunity_id, []).append(ask)
    offers = [
        _weigh_ask(newest[job].row.opportunity, newest[job].row, asks, on, met=newest[job].interviewed, fresh=fresh)
        for job, asks in there.items()
    ]
    return [one for one in offers if one.offer.state in (AskState.NOW, AskState.LATER)]


def find_recipient(owner: Owner, row: Opportunity) -> Recipient:
    """Whom to ask about this job: the one spoken with, as far as is known."""
    return choose_recipient(_list_writers(owner, row), _list_met(owner, row), by_agency=bool(row.agency))


def _list_writers(owner: Owner, row: Opportunity) -> list[Recipient]:
    """People who wrote about this job, newest first; of a letter that was copied without its head, who signed it, and
    of a chat, whose contact it is.
    """
    letters = Letter.objects.filter(owner=owner, opportunity=row, outgoing=False).order_by("-at", "-id")
    wrote = [(one, _find_writer(one)) for one in letters.filter(Q(by_person=True) | Q(sender=""))[:10]]
    return [Recipient(name, one.sender) for one, name in wrote if one.by_person or name]


def _find_writer(letter: Letter) -> str:
    if letter.sender:
        return letter.sender_name
    signed = next(iter(letter.verdict.get("people") or []), "")
    whole = letter.sender_name if letter.by_person else ""
    return find_person_in_contact(letter.sender_name) or signed or whole


def find_language(owner: Owner, row: Opportunity) -> str:
    """The language that is written to this job in: that of the newest letter of it that tells one. Where no letter is
    there, the one that all the last letters of the search have; else English.
    """
    wrote = Letter.objects.filter(owner=owner, outgoing=False).exclude(opportunity=None)
    newest = wrote.annotate(here=flag(Q(opportunity=row))).order_by("-here", "-at", "-id")
    told = list(newest.values_list("here", "verdict__language")[:LAST])
    of_job = next((language for here, language in told if here and language in LANGUAGES), "")
    others = {language for _, language in told}
    return of_job or (others.pop() if len(others) == 1 and others <= set(LANGUAGES) else ENGLISH)


def _list_met(owner: Owner, row: Opportunity) -> list[str]:
    """Whoever is noted for the newest interview that has been, in that order: a name, initials, or what they do."""
    rows = Interview.objects.of(owner).filter(opportunity=row).exclude(people="").order_by("-on")
    met = rows.first()
    return [part for one in re.split(r"[,;(&)]| and ", met.people if met else "") if (part := one.strip())]


def draft_details(
    owner: Owner, row: Opportunity, to: str, *, talk: Interview | None = None, no: Event | None = None
) -> DraftDetails:
    """What a draft is made from. `talk` and `no` are what `find_talk` and `find_no_in_force` find, for a page that has
    asked.
    """
    no = no or find_no_in_force(owner, row)
    talk = talk or find_talk(owner, row)
    return DraftDetails(
        find_name_signed(owner),
        row.employer,
        row.role,
        to,
        talk.liked if talk else "",
        Stage(row.stage),
        no.reason if no else "",
        bool(row.agency),
    )


def find_talk(owner: Owner, row: Opportunity) -> Interview | None:
    """The conversation that thanks are for: the newest of which something good is noted, else the newest."""
    been = list(Interview.objects.of(owner).filter(opportunity=row, on__lte=clock.today()).order_by("-on", "-pk"))
    return next((one for one in been if one.liked), been[0] if been else None)


def find_name_signed(owner: Owner) -> str:
    """What the person signs with: as they said, else the name on the newest letter that they sent."""
    if owner.name:
        return owner.name
    sent = Letter.objects.filter(owner=owner, outgoing=True).exclude(sender_name="").order_by("-at", "-id").first()
    return sent.sender_name if sent else ""


def find_reply(owner: Owner, ask: Ask) -> Letter | None:
    """A letter that may be the answer: feedback first, else what a person wrote since it was sent; never the no
    itself.
    """
    return _map_answers(owner, [ask]).get(ask.pk)


def list_replies(owner: Owner) -> list[tuple[Ask, Letter]]:
    """Asks that are still open although somebody wrote: the person has not said yet what came back."""
    return match_replies(owner, list(list_asks(owner).filter(OPEN)))


def match_replies(owner: Owner, waiting: Sequence[Ask]) -> list[tuple[Ask, Letter]]:
    """The same of asks that are open."""
    found = _map_answers(owner, waiting) if waiting else {}
    return [(ask, found[ask.pk]) for ask in waiting if ask.pk in found]


def find_ask_answered_by(owner: Owner, letter: Letter) -> Ask | None:
    """The open ask that this letter answers."""
    return next((ask for ask, found in list_replies(owner) if found.pk == letter.pk), None)


def _map_answers(owner: Owner, sent: Sequence[Ask]) -> dict[int, Letter]:
    """The letter that answers each of these, or may, with the same few queries whatever their number."""
    jobs = [ask.opportunity_id for ask in sent]
    nos = list_events(owner, kind__in=NOS, opportunity_id__in=jobs).exclude(letter="").values("letter")
    rows = Letter.objects.filter(owner=owner, opportunity_id__in=jobs, outgoing=False).exclude(key__in=nos)
    mine: dict[int, Letter] = {}
    since: dict[int, list[Letter]] = {}
    for letter in rows.order_by("at", "id"):
        if letter.answers_id is not None:
            mine[letter.answers_id] = letter  # the newest
        if letter.on is not None:
            since.setdefault(letter.opportunity_id or 0, []).append(letter)
    found = {ask.pk: mine.get(ask.pk) or _choose_answer(ask, since.get(ask.opportunity_id, [])) for ask in sent}
    return {pk: letter for pk, letter in found.items() if letter is not None}


def _choose_answer(ask: Ask, letters: Sequence[Letter]) -> Letter | None:
    later = [one for one in letters if ask.sent_on is not None and one.on is not None and one.on >= ask.sent_on]
    advice = [one for one in later if one.kind == "feedback"]
    written = [one for one in later if one.by_person and one.kind in ("other", "rejection")]
    return advice[-1] if advice else next(iter(written), None)


def list_farewells(owner: Owner) -> list[Opportunity]:
    """Once something is signed: jobs still open where somebody was met, and no withdrawal was sent."""
    return list_farewells_once_signed(owner) if has_signed_elsewhere(owner) else []


def list_farewells_once_signed(owner: Owner) -> list[Opportunity]:
    """The same for somebody who is known to have signed."""
    rows = list_open_opportunities(owner).exclude(stage__in=stages_from(Stage.SIGNED))
    return choose_farewells(owner, list(rows))


def choose_farewells(owner: Owner, rows: Sequence[Opportunity]) -> list[Opportunity]:
    """The same of some open jobs."""
    left = [row for row in rows if Stage(row.stage).rank < Stage.SIGNED.rank]
    sent = Ask.objects.of(owner).filter(sort="withdrawal", opportunity__in=left).exclude(sent_on=None)
    gone = set(sent.values_list("opportunity_id", flat=True))
    met = set(Interview.objects.of(owner).filter(opportunity__in=left).values_list("opportunity_id", flat=True))
    there = (row for row in left if row.pk not in gone)
    return [row for row in there if row.pk in met or Stage(row.stage).rank >= Stage.SCREEN.rank]


def list_kinks_to_choose(owner: Owner) -> QuerySet[Kink]:
    """Kinks that a piece of advice may bear on."""
    return Kink.objects.of(owner).filter(strength=False).order_by("name")


def has_signed_elsewhere(owner: Owner) -> bool:
    """Whether an offer is signed, so that others can be withdrawn from."""
    return list_signed(owner).exists()


def list_signed(owner: Owner) -> QuerySet[Opportunity]:
    """The jobs that were signed and didn't end since."""
    return list_opportunities(owner).filter(ended="", stage__in=stages_from(Stage.SIGNED))
