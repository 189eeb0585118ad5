"""What the pages on pace read: hope and its spread, the silence of every open job, good news, and the week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import prefetch_related_objects

from onward.facts import AWAITED, OFFER_NEWS, Stage, stages_from
from onward.pace.coast import CoastGuard, GoodNews, describe_after_signing, propose_coast_guard
from onward.pace.concentration import POINTS, Spread, is_nudged, measure_concentration, say_doors
from onward.pace.doors import JobChance
from onward.pace.odds import Odds, PaceNeeded, odds, pace_for
from onward.pace.silence import EmployerWait, Silence, count_silence_to, measure_silence
from onward.pace.stage_rates import StageRecord
from onward.pace.tight import UNMET, UNMET_FROM, Tight, judge_tight_spot
from onward.pace.week import Goals, Week, monday_of, plan_week
from onward_app.records.models import Event, Goal, Hope, Interview, Opportunity, Owner
from onward_app.records.reading.counts import JobsCounted, count_jobs
from onward_app.records.reading.met import JobsMet, find_jobs_met
from onward_app.records.reading.read_to import find_day_read_to
from onward_app.records.reading.recover import OwnNumbers, count_own_numbers
from onward_app.records.reading.rows import (
    list_events,
    list_open_opportunities,
    load_opportunities,
    read_briefly,
)
from onward_app.records.reading.waits import learn_own_curves, load_stage_record, load_waits

AHEAD = timedelta(days=90)  # the odds look about a quarter ahead
FIELDS = 20  # jobs that a page offers a form for; the rest is one tap away
GOALS = ("tailored", "contacts", "practice")
SAME = 8  # searches, or days or wishes of one, whose chances are at hand while nothing in them changes
NEWS_LASTS = timedelta(days=1)  # good news is spoken of on its day and the day after


@dataclass(frozen=True, slots=True)
class JobSilence:
    """One open job and how quiet it is."""

    row: Opportunity
    silence: Silence


@dataclass(frozen=True, slots=True)
class HopeSpread:
    """The points in force, and how they are spread beside the chances."""

    row: Hope | None
    points: dict[int, int]
    spread: Spread


@dataclass(frozen=True, slots=True)
class PaceReport:
    """The open jobs: how quiet each is, how hope is spread, the chance of an offer, and the pace that a wish needs."""

    rows: list[Opportunity]
    silences: list[JobSilence]
    hopes: HopeSpread
    odds: Odds
    needed: PaceNeeded


def list_open_jobs(owner: Owner) -> list[Opportunity]:
    """Jobs that hope may be on: alive, and not signed yet."""
    return list_doors(read_briefly(list_open_opportunities(owner)))


def list_doors(open_: Iterable[Opportunity]) -> list[Opportunity]:
    """Of the jobs that are open those that aren't signed yet."""
    signed = stages_from(Stage.SIGNED)
    return [row for row in open_ if row.stage not in signed]


def find_last_hope(owner: Owner) -> Hope | None:
    """The points set last."""
    return Hope.objects.of(owner).order_by("-on", "-id").first()


def choose_hope_fields(kept: Hope | None, rows: Sequence[Opportunity]) -> list[Opportunity]:
    """Of many open jobs those to put points on first, in their own order: where points are, then the furthest and
    newest. `kept` are the points set last.
    """
    if len(rows) <= FIELDS:
        return list(rows)
    held = {pk for pk, share in (kept.shares if kept else ()) if share}
    best = sorted(
        rows, key=lambda row: (row.pk in held, Stage(row.stage).rank, row.heard_on or row.first_on or date.min)
    )
    chosen = {row.pk for row in best[-FIELDS:]} | held
    return [row for row in rows if row.pk in chosen]


def suggest_points(kept: Hope | None, rows: Sequence[Opportunity]) -> dict[int, int]:
    """What the form begins with: the points set last, or equal ones."""
    if kept is not None:
        held = dict(kept.shares)
        return {row.pk: held.get(row.pk, 0) for row in rows}
    each, over = divmod(POINTS, len(rows)) if rows else (0, 0)
    return {row.pk: each + (place < over) for place, row in enumerate(rows)}


def spread_hopes(kept: Hope | None, rows: Sequence[Opportunity], chances: Sequence[float]) -> HopeSpread:
    """The points that are on jobs still open, and their spread."""
    held = dict(kept.shares) if kept else {}
    points = {row.pk: held[row.pk] for row in rows if row.pk in held}
    likely = {row.pk: chance for row, chance in zip(rows, chances, strict=True)}
    return HopeSpread(kept, points, measure_concentration(points, likely))


def list_silences(owner: Owner, rows: Iterable[Opportunity], on: date) -> list[JobSilence]:
    """How quiet each waiting job is, counted to the day mail was read or the person said so; quietest last."""
    told = load_waits(owner, on)
    read_to = find_day_read_to(owner, on)
    # Most jobs have no word of their own that nothing was heard, so that one day goes for all of them
    ends = {said: count_silence_to(on=on, read_to=read_to, said_on=said)[0] for said in {*told.said.values(), None}}
    curves = learn_own_curves(owner, told, lambda pk: ends[told.said_of(pk)], on)
    found = []
    for row in rows:
        since = max(filter(None, (row.heard_on, row.stage_on, row.first_on)), default=None)
        if since is None or row.stage not in AWAITED:
            continue
        asked = tuple(told.asked.get(row.pk, ()))
        waiting = EmployerWait(Stage(row.stage), since, row.promised_on, asked, is_through_person(row))
        learned, said_on = curves(waiting.situation), told.said_of(row.pk)
        found.append(
            JobSilence(row, measure_silence(waiting, on=on, read_to=read_to, said_on=said_on, learned=learned))
        )
    return sorted(found, key=lambda one: (one.silence.plan_closed, not one.silence.check_due(on), -one.silence.days))


def is_through_person(row: Opportunity) -> bool:
    """Whether somebody stands in between, who looks after it."""
    return bool(row.agency)


@dataclass(frozen=True, slots=True)
class OpenChances:
    """What the odds are made of: every open job’s stage and silence, and the person’s own counts."""

    jobs: tuple[JobChance, ...]
    record: StageRecord


def load_chances(
    owner: Owner,
    rows: Sequence[Opportunity],
    silences: Iterable[JobSilence],
    met: JobsMet | None = None,
    counted: JobsCounted | None = None,
) -> OpenChances:
    """What is open, with what silence leaves of it, and the person's own counts: a silent job is in them in parts.

    `rows` are all that is open, and `silences` those of them that wait for an answer; `met` and `counted` as in
    `count_decided`.
    """
    silent = {one.row.pk: one.silence for one in silences}
    left = {pk: silence.left for pk, silence in silent.items()}
    waiting = [row for row in rows if row.pk in left]
    record = load_stage_record(counted or count_jobs(owner), waiting, left, met or find_jobs_met(owner))
    jobs = tuple(
        JobChance(
            Stage(row.stage),
            is_through_person(row),
            left.get(row.pk, 1.0),
            unknown=row.pk in silent and silent[row.pk].is_unknown,
        )
        for row in rows
    )
    return OpenChances(jobs, record)


@lru_cache(maxsize=SAME)
def offer_odds(open_: OpenChances, on: date) -> Odds:
    """The chance of a signed offer in the next months, and of each open job ever being signed; computed anew only where
    what is open, or what was counted, is other than before.
    """
    return odds(open_.jobs, open_.record, on=on, by=on + AHEAD)


@lru_cache(maxsize=SAME)
def find_needed_pace(open_: OpenChances, on: date, *, wish: int) -> PaceNeeded:
    """What pace a wished-for chance (in 100) of a signed offer in the next months needs; computed anew as the odds."""
    return pace_for(wish / 100, open_.jobs, open_.record, on=on, by=on + AHEAD)


def report_pace(owner: Owner, on: date, *, wish: int) -> PaceReport:
    """What the page on pace shows of the open jobs."""
    rows = list_open_jobs(owner)
    silences = list_silences(owner, rows, on)
    open_ = load_chances(owner, rows, silences)
    chances = offer_odds(open_, on)
    needed = find_needed_pace(open_, on, wish=wish)
    return PaceReport(rows, silences, spread_hopes(find_last_hope(owner), rows, chances.each), chances, needed)


def list_silent_jobs(owner: Owner, on: date) -> list[Opportunity]:
    """Open jobs that are carried on as if they won't answer."""
    silences = list_silences(owner, list_open_jobs(owner), on)
    return [one.row for one in silences if one.silence.plan_closed]


def find_doors_nudge(open_: Iterable[Opportunity], kept: Hope | None) -> str:
    """What Today says of few open jobs, or of one that holds over half of the points set last; "" when it says
    nothing.
    """
    rows = list_doors(open_)
    held = dict(kept.shares) if kept else {}
    spread = measure_concentration({row.pk: held[row.pk] for row in rows if held.get(row.pk)})
    return say_doors(spread, len(rows)) if is_nudged(spread, len(rows)) else ""


def find_unmet(own: OwnNumbers) -> str:
    """What Today says where several applications were decided and nobody has met the person; "" otherwise."""
    return UNMET if own.unmet >= UNMET_FROM and not (own.met or own.interviews) else ""


def find_tight_spot(own: OwnNumbers) -> Tight:
    """Where this search is tight, by the person's own counts."""
    return judge_tight_spot(
        applications=own.met + own.unmet,
        interviewed=own.met,
        interviews=own.interviews,
        offers=own.offers,
        met=own.met,
    )


def count_decided(
    owner: Owner, silences: Iterable[JobSilence], met: JobsMet | None = None, counted: JobsCounted | None = None
) -> OwnNumbers:
    """The person's own counts. What one no longer waits for counts as decided; what is fresh doesn't.

    `met` is where they were met, and `counted` every job, for a page that has asked already.
    """
    silent = [one.row for one in silences if one.silence.plan_closed]
    return count_own_numbers(owner, silent=silent, met=met, counted=counted)


def find_coast_guard(owner: Owner, on: date) -> CoastGuard | None:
    """What to say on the day of good news, and the day after."""
    since = on - NEWS_LASTS
    events = list_events(owner, kind__in=OFFER_NEWS, on__gte=since).select_related("opportunity")
    met = Interview.objects.of(owner).filter(on__gte=since, opportunity__stands=True).select_related("opportunity")
    return choose_coast_guard(events, met, on)


def choose_coast_guard(events: Iterable[Event], met: Iterable[Interview], on: date) -> CoastGuard | None:
    """The same of what happened and of the interviews since the day before, each with its job at hand."""
    days = (on - NEWS_LASTS, on)
    news = [
        GoodNews(event.on, Stage(event.kind), opportunity=event.opportunity_id)
        for event in events
        if event.kind in OFFER_NEWS and event.day_known and event.on in days and not event.opportunity.ended
    ]
    fresh = [row for row in met if row.on in days and not row.opportunity.ended]
    prefetch_related_objects(fresh, "questions")
    for row in fresh:
        went = tuple(q.went for q in row.questions.all() if q.stands and q.went is not None)
        news.append(GoodNews(row.on, Stage.INTERVIEW, row.forecast, went, row.opportunity_id))
    return propose_coast_guard(news, on)


def find_signed_employer(owner: Owner, open_: Iterable[Opportunity]) -> str:
    """What still holds after one of the jobs that are open is signed, "" before."""
    rows = [row for row in open_ if Stage(row.stage).rank >= Stage.SIGNED.rank]
    said = [describe_after_signing(fact.standing) for fact in load_opportunities(owner, rows)] if rows else []
    return next(iter(said), "")


def load_goals(owner: Owner, on: date) -> tuple[dict[str, tuple[int, int]], Week]:
    """This week's goals as name → (wanted, done), and where the week stands."""
    monday, usual = monday_of(on), Goals()
    ever = list(Goal.objects.of(owner).filter(week__lte=monday).order_by("week", "id"))
    rows = {row.name: row for row in ever if row.week == monday}
    last = {row.name: row.wanted for row in ever if row.week < monday}  # in the newest week before this one
    held = {
        name: (rows[name].wanted, rows[name].done) if name in rows else (last.get(name, getattr(usual, name)), 0)
        for name in GOALS
    }
    wanted = {name: pair[0] for name, pair in held.items()}
    done = {name: pair[1] for name, pair in held.items()}
    off = usual.day_off if owner.day_off is None else owner.day_off
    return held, plan_week(Goals(**wanted, day_off=off), on=on, **done)
