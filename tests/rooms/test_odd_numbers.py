"""Whatever a search looks like, each number of it is right or replaced by words, and no share exceeds the whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from math import isfinite

import pytest
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.as_json.pace import describe_report
from onward_app.records.models import Event, Interview, Opportunity, Owner
from onward_app.records.reading.pace import list_open_jobs, report_pace
from onward_app.records.writing.caches import rebuild_opportunities
from onward_app.records.writing.owner import record_mail_read
from onward_app.records.writing.pace import spread_hope

NOW, ON = "2026-11-16T09:00", date(2026, 11, 16)
PAGES = (
    "/", "/pace/?all=1", "/pace/pictures/", "/recover/normal/", "/recover/lessons/", "/debrief/forecasts/", "/kinks/",
)  # fmt: skip
IN_100 = re.compile(r"(-?\d+)(?: and (-?\d+))? in 100")


def add_jobs(owner: Owner, *logs: list[tuple[str, date | None]]) -> list[Opportunity]:
    """Jobs with these events, as an import would leave them; the first event's day is when it began."""
    rows = Opportunity.objects.bulk_create(
        Opportunity(owner=owner, employer=f"Employer {n}", role="Therapist", by_hand=True) for n in range(len(logs))
    )
    Event.objects.bulk_create(
        Event(
            owner=owner,
            opportunity=row,
            kind=kind,
            on=on or ON,
            day_known=on is not None,
            source="csv",
            added_at=clock.now(),
        )
        for row, log in zip(rows, logs, strict=True)
        for kind, on in log
    )
    rebuild_opportunities(owner)
    return list(Opportunity.objects.of(owner).order_by("pk"))


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def in_the_future(owner: Owner) -> None:
    add_jobs(owner, [("applied", ago(-30))], [("applied", ago(10)), ("interview", ago(-20))], [("applied", ago(40))])
    record_mail_read(owner, ago(-400))


def all_silent(owner: Owner) -> None:
    add_jobs(owner, *([("applied", ago(20 + n))] for n in range(60)))
    record_mail_read(owner, ON)


def all_answered_on_one_day(owner: Owner) -> None:
    add_jobs(owner, *([("applied", ago(9)), ("rejected", ago(9))] for _ in range(40)), [("applied", ago(1))])
    record_mail_read(owner, ON)


def one_job(owner: Owner) -> None:
    rows = add_jobs(owner, [("applied", ago(3))])
    spread_hope(owner, {rows[0].pk: 100})


def a_hundred_on_one(owner: Owner) -> None:
    rows = add_jobs(owner, *([("applied", ago(n)), ("screen", ago(n))] for n in range(5)))
    spread_hope(owner, {row.pk: 100 * (place == 0) for place, row in enumerate(rows)})


def a_clock_set_back(owner: Owner) -> None:
    with clock.fixed("2031-01-01T09:00"):
        rows = add_jobs(owner, [("applied", date(2030, 12, 1)), ("final", date(2031, 1, 1))], [("applied", ago(5))])
        record_mail_read(owner, date(2031, 1, 1))
        spread_hope(owner, {rows[0].pk: 60, rows[1].pk: 40})


def ties(owner: Owner) -> None:
    rows = add_jobs(owner, *([("applied", ago(5)), ("interview", ago(5))] for _ in range(7)))
    Interview.objects.bulk_create(Interview(owner=owner, opportunity=row, on=ago(5), forecast=50) for row in rows)


def reopened_after_signed(owner: Owner) -> None:
    log = [("applied", ago(90)), ("interview", ago(80)), ("written offer", ago(60)), ("signed", ago(50))]
    add_jobs(
        owner, [*log, ("rescinded", ago(40)), ("reopened", ago(30))], [("applied", ago(3))], [("applied", ago(70))]
    )


def years_without_days(owner: Owner) -> None:
    add_jobs(owner, *([("applied", None), ("rejected", None)] for _ in range(20)), [("applied", date(1990, 1, 1))])


def one_who_steps_back(owner: Owner) -> None:
    add_jobs(owner, *([("applied", ago(60)), ("interview", ago(50)), ("withdrew", ago(40))] for _ in range(12)))


def nothing(owner: Owner) -> None:
    pass


HISTORIES = (
    in_the_future, all_silent, all_answered_on_one_day, one_job, a_hundred_on_one, a_clock_set_back, ties,
    reopened_after_signed, years_without_days, one_who_steps_back, nothing,
)  # fmt: skip


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.__name__)
def test_every_page_says_shares_between_none_and_all(alice: Owner, history: Callable[[Owner], None]) -> None:
    with clock.fixed(NOW):
        history(alice)
        for path in PAGES:
            answer = door(alice).get(path, follow=True)
            page = flat(answer)
            assert answer.status_code == 200, path
            assert not re.search(r"\b(?:nan|inf|None(?! compares))\b", page), path
            assert all(0 <= int(n) <= 100 for pair in IN_100.findall(page) for n in pair if n), path
            assert not re.search(r"-\d+ (?:days|jobs|in 100)", page), path


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.__name__)
def test_what_is_printed_is_a_share_and_no_sum_exceeds_the_whole(
    alice: Owner, history: Callable[[Owner], None]
) -> None:
    with clock.fixed(NOW):
        history(alice)
        told = describe_report(report_pace(alice, ON, wish=50))
        rows = len(list_open_jobs(alice))
    shares = [told["odds"][name] for name in ("low", "chance", "high")]
    assert shares == sorted(shares)
    for one in told["opportunities"]:
        silent = [one[name] for name in ("low", "still_hear", "high") if one[name] is not None]
        shares += silent
        assert silent == sorted(silent)
        assert (one["silent_days"] or 0) >= 0
    assert all(isfinite(share) and 0 <= share <= 1 for share in shares)
    assert sum(told["hope"].values()) <= 100
    assert (told["effective_opportunities"] or 0) <= max(rows, 1)
