"""Six interviews over four months in a real browser, with a clock that stands where it is put.

One kink is suspected, confirmed by a feedback, practiced to learned, clean eight times in three interviews, which are not
eight interviews, and happens again. Every number on the pages stands beside a computation that never calls onward: a
hidden state followed with numpy, scipy's Beta, and the fsrs library itself on the answers that were given here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from math import floor
from pathlib import Path
from typing import Any

import fsrs
import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from scipy.stats import beta
from tests.browser.house import House, Visit, visit
from tests.browser.steps import follow, heading, press, rail, turn, unfold

INTERVIEWS = tuple(date(2026, *day) for day in ((3, 2), (3, 20), (4, 10), (5, 4), (6, 1), (6, 25)))
EMPLOYERS = (
    "Harbor Light", "Oak Hollow", "Quillstone", "Ninefold", "Tidewell", "Fairwater",
)  # fmt: skip
# What each debrief after the first says of the kink: what came of it, and how often there was a chance.
REPLIES = (("A clean chance", "Twice", 2), ("A clean chance", "Three times", 3), ("A clean chance", "Three times", 3),
           ("No chance", "", 0), ("It happened", "", 1))  # fmt: skip
STATE = "working on it"
ADVICE = "Keep your answers shorter; two minutes at most."
KINK = "I went on for five minutes"
OFTEN, SELDOM = 0.25 + 0.75 * (np.arange(15) + 0.5) / 15, 0.2 * (np.arange(5) + 0.5) / 5
SIGNED_UP = date(2026, 2, 20)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = {word: n for n, word in enumerate(_NUMBERS, 1)}


@dataclass(slots=True)
class Own:
    """What the test itself knows: chances in order (True where it happened), who was met, and every practice answer."""

    chances: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)  # the second and third chance of one interview count less
    interviews_with_chance: int = 0
    debriefed_since: int = 0
    practiced: dict[str, list[datetime]] = field(default_factory=dict)

    @property
    def seen(self) -> int:
        return sum(self.chances)

    @property
    def clean(self) -> int:
        return len(self.chances) - self.seen

    @property
    def clean_in_a_row(self) -> int:
        return next((n for n, happened in enumerate(reversed(self.chances)) if happened), len(self.chances))

    @property
    def practices(self) -> int:
        return sum(map(len, self.practiced.values()))

    def p_rare(self) -> float:
        """P(rare now): twenty rates, fifteen of them often and five seldom, with a few moves between the two."""
        belief = np.concatenate([np.full(15, 0.7 / 15), np.full(5, 0.3 / 5)])
        rates = np.concatenate([OFTEN, SELDOM])
        for n, (happened, weight) in enumerate(zip(self.chances, self.weights, strict=True)):
            often, seldom = belief[:15].sum(), belief[15:].sum()
            if n:
                back, leave = 0.02 * weight, 0.005 * weight
                belief = np.concatenate(
                    [belief[:15] * (1 - leave) + seldom * back / 15, belief[15:] * (1 - back) + often * leave / 5]
                )
            belief = belief * (rates if happened else 1 - rates) ** weight
            belief = belief / belief.sum()
        return float(belief[15:].sum())

    def card(self, question: str) -> fsrs.Card:
        """The card as the fsrs library has it after the answers given here; all were clear."""
        scheduler = fsrs.Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        card = fsrs.Card(card_id=1, state=fsrs.State.Learning, step=0, due=self.practiced[question][0])
        for at in self.practiced[question]:
            card, _ = scheduler.review_card(card, fsrs.Rating.Good, review_datetime=at)
        return card

    def due(self, question: str) -> date:
        """The day it comes again, counted in whole days from the last answer."""
        last, card = self.practiced[question][-1], self.card(question)
        return last.date() + timedelta(days=(card.due - last).days)


@pytest.fixture
def window(opened: Browser, tmp_path: Path) -> Iterator[Visit]:
    home = tmp_path / "home"
    with House(home, at(SIGNED_UP)) as house, visit(opened, house) as window:
        yield window


def test_one_kink_over_six_interviews(window: Visit) -> None:
    page, own = window.page, Own()
    first = INTERVIEWS[0]
    note_an_interview(window, 0)
    debrief(window, 0, "")
    the_kink(page)
    chips(page, "working on it")
    lead(page, "No interview since you began to practice has called for it.")

    advice_comes(window, first)
    the_kink(page)
    chips(page, "working on it")
    expect(page.get_by_role("main")).to_contain_text("it was observed there")
    expect(page.get_by_role("main")).to_contain_text("too few to call it a pattern")

    for number, (came, times, count) in enumerate(REPLIES, 1):
        practice_until(window, own, INTERVIEWS[number])
        note_an_interview(window, number)
        debrief(window, number, came, times)
        own.chances += [*([False] * (count - 1)), came == "It happened"] if count else []
        own.weights += [n / (1 + 0.3 * (n - 1)) - (n - 1) / (1 + 0.3 * max(n - 2, 0)) for n in range(1, count + 1)]
        own.interviews_with_chance += bool(count)
        own.debriefed_since += 1
        the_numbers_are_right(page, own)

    expect(page.get_by_role("main")).to_contain_text(
        "Learned. Right on"
    )  # learned, and it happened again: both are shown
    the_line_of_time_tells_it(page)
    what_to_fix_first_has_it_again(page, own)
    the_command_line_says_the_same(window, own)
    window.assert_quiet()


# --- what the person does -----------------------------------------------------------------------------------------


def note_an_interview(window: Visit, number: int) -> None:
    """On the day: the interview, and before any outcome a forecast and one question."""
    page, day = window.page, INTERVIEWS[number]
    reopen(window, at(day, 17))
    window.go("/start/interview/")
    page.get_by_label(re.compile("^(Or w|W)ho\\?")).fill(EMPLOYERS[number])
    page.get_by_label("On which day?").fill(day.isoformat())
    page.get_by_role("main").get_by_text("More", exact=True).first.click()
    page.get_by_label("For which role?").fill("Therapist")
    press(page, "Keep it")
    heading(page, re.compile(EMPLOYERS[number]))
    turn(page, page.get_by_role("main").get_by_role("link", name=re.compile("how it went", re.IGNORECASE)).first)
    page.get_by_role("radio", name=re.compile(r"^Probably \(70\)")).check()
    keep(page)
    heading(page, re.compile(EMPLOYERS[number]))


def reopen(window: Visit, moment: str) -> None:
    """Time goes by. The page is left first: a server that closes while it still loads would make it complain."""
    window.page.goto("about:blank")
    window.house.open(moment)


def debrief(window: Visit, number: int, came: str, times: str = "") -> None:
    """The next day: the script, screen by screen, whatever their number."""
    page = window.page
    reopen(window, at(INTERVIEWS[number] + timedelta(days=1)))
    window.go("/debrief/")
    turn(page, page.get_by_role("link", name=re.compile(EMPLOYERS[number])).first)
    press(page, "Replay it")
    for _ in range(12):
        title = page.get_by_role("heading", level=1).inner_text()
        if title == "Done":
            press(page, "Done")
            return
        answer(page, title, came, times)
        go_on(page)
    raise AssertionError(f"The script doesn't come to its end: it is at “{title}”.")


def answer(page: Page, title: str, came: str, times: str) -> None:
    """One screen. Without `came` it is the first debrief, in which the kink is noticed."""
    if title == "What was asked?":
        page.get_by_label("Questions").fill("Tell me about yourself.")
    elif title == "What did I actually say?":
        page.get_by_label("What I said").fill("Where I come from, and what I look for.")
    elif title == "One thing that worked":
        page.get_by_label("What worked").fill("I asked about supervision")
    elif title.startswith(("What would I change?", "What nearly went wrong?")) and not came:
        page.get_by_label("One thing I’d change").fill("I went on for five minutes.")
        page.get_by_label("What sort of thing is it?").first.select_option("length")
    elif title.startswith(("What would I change?", "What nearly went wrong?")):
        page.get_by_label("Nothing to fix").check()
    elif title == "How do I know?":
        page.get_by_role("group", name="I went on for five minutes.").get_by_label("Just a feeling").check()
    elif title == "What I’m working on":
        chance_of(page, came, times)
    elif title.startswith("If"):
        page.get_by_label("If they ask, or if I notice").fill("I have talked for two minutes")
        page.get_by_label("then I will open with").fill("Shall I go on?")
    elif title == "Was I myself?":
        page.get_by_role("group", name="I could say what I really think").get_by_label("4").check()
        page.get_by_role("group", name="on a bad Tuesday").get_by_label("4").check()


def chance_of(page: Page, came: str, times: str) -> None:
    page.get_by_role("group", name=KINK).get_by_role("radio", name=re.compile(f"^{came}")).check()
    if times:
        page.get_by_role("group", name="How often").get_by_role("radio", name=re.compile(f"^{times}")).check()


def go_on(page: Page) -> None:
    """On to the next screen; what the page warns of is meant so."""
    name = re.compile("^(Go on|Keep it and go on)$")
    before = page.get_by_role("heading", level=1).inner_text()
    turn(page, page.get_by_role("button", name=name))
    if page.get_by_role("heading", level=1).inner_text() == before:
        turn(page, page.get_by_role("button", name="Keep it and go on", exact=True))


def keep(page: Page) -> None:
    turn(page, page.get_by_role("button", name=re.compile("^Keep it")).first)


def advice_comes(window: Visit, interview: date) -> None:
    """They say no; the next morning one ask goes out, and two days later advice comes back."""
    page = window.page
    gone = interview + timedelta(days=2)
    told = window.house.run("event", "1", "rejected", "--on", gone.isoformat(), at=at(gone, 18))
    assert told.returncode == 0, told.stderr
    reopen(window, at(interview + timedelta(days=3)))
    window.go("/ask/")
    turn(page, page.get_by_role("link", name=f"Draft it: {EMPLOYERS[0]}"))
    unfold(page)
    page.get_by_label(re.compile(r"^To\b")).fill("Dana Ruiz")
    press(page, "I sent it")
    reopen(window, at(interview + timedelta(days=5)))
    window.go("/ask/")
    follow(page, EMPLOYERS[0])
    page.get_by_label("Their words").fill(ADVICE)
    page.get_by_label("Is it about one of these?").select_option(label=KINK)
    press(page, "Keep it")
    expect(page.get_by_role("main")).to_contain_text(ADVICE)


def practice_until(window: Visit, own: Own, day: date) -> None:
    """Every card of the kink on each day that it is due by fsrs itself, up to this day."""
    while True:
        due = min(map(own.due, own.practiced), default=INTERVIEWS[0] + timedelta(days=6))
        if due >= day:
            return
        practice(window, own, due)


def practice(window: Visit, own: Own, day: date) -> None:
    """One evening: what comes is what is due, and every answer has all three points."""
    page, moment = window.page, datetime.combine(day, time(19), UTC)
    reopen(window, at(day, 19))
    window.go("/practice/")
    follow(page, "Begin")
    answered = 0
    while page.get_by_role("button", name="I’ve answered").is_visible():
        question = page.get_by_role("heading", level=1).inner_text()
        assert question not in own.practiced or own.due(question) <= day, f"“{question}” came early"
        expect(page.get_by_role("main").get_by_role("link", name=KINK)).to_be_visible()
        page.get_by_label("Your answer").fill("In two minutes, and then I ask.")
        press(page, "I’ve answered")
        for point in page.get_by_role("group", name="It had").get_by_role("checkbox").all():
            point.check()
        press(page, "Done")
        own.practiced.setdefault(question, []).append(moment)
        answered += 1
    assert answered, "nothing came that day"


# --- what the pages say, beside the test's own numbers --------------------------------------------------------------


def the_kink(page: Page) -> None:
    rail(page, "Kinks")
    turn(page, page.get_by_role("main").get_by_role("link", name=KINK, exact=True).first)
    heading(page, f"“{KINK}”")


def chips(page: Page, *names: str) -> None:
    for name in names:
        expect(page.get_by_role("main").get_by_text(name, exact=True)).to_be_visible()


def lead(page: Page, words: str) -> None:
    expect(page.get_by_role("main").locator("p.lead")).to_contain_text(words)


def the_numbers_are_right(page: Page, own: Own) -> None:
    the_kink(page)
    chips(page, STATE)
    expect(page.get_by_role("main")).to_contain_text("others saw it there")
    chances, p_rare = len(own.chances), own.p_rare()
    counts = f"Seen in {own.seen} of {chances} chances" if own.seen else f"Not seen in {chances} of {chances} chances."
    expect(page.get_by_role("main")).to_contain_text(counts)
    assert p_rare < 0.907
    page.get_by_text("The figures").click()
    said = definitions(page.get_by_role("main").locator("dl.figures"))
    assert numbers(said["Real chances since practice began"]) == [chances, own.seen]
    assert numbers(said["Clean in a row, up to the last"]) == [own.clean_in_a_row]
    happened = sum(weight for came, weight in zip(own.chances, own.weights, strict=True) if came)
    low, high = (round(100 * x) for x in beta(1 + happened, 1 + sum(own.weights) - happened).ppf([0.1, 0.9]))
    assert numbers(said["The true rate may be"])[:2] == [low, high]
    assert numbers(said["Chance that it is rare now"])[0] == floor(100 * p_rare)
    assert numbers(said["Chance that it is rare now"])[2] == chances
    assert numbers(said["Practice"])[0] == own.practices
    assert numbers(said["Interviews without a debrief"]) == [0]
    it_is_learned_by_the_cards_alone(page, own)


def it_is_learned_by_the_cards_alone(page: Page, own: Own) -> None:
    """Learned: three days right, the last one clear, stable for 21 days by the fsrs library."""
    page.get_by_text("Its cards", exact=True).click()
    for question, answers in own.practiced.items():
        told = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=question[:60])).inner_text()
        stability, days = own.card(question).stability, len({one.date() for one in answers})
        assert stability is not None
        if stability >= 21 and days >= 3:
            assert "Learned." in told
            assert numbers(told.partition("Learned.")[2])[:2] == [days, int(stability)]
        else:
            assert "On the way." in told


def the_line_of_time_tells_it(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    items = page.get_by_role("main").locator("ol.line > li").all_inner_texts()
    turns = [
        "I went on for five minutes", "A hunch so far.", "Practice began.", ADVICE.rstrip("."), "Now others saw it there too.",
        "It happened.",
    ]  # fmt: skip
    places = [next(n for n, item in enumerate(items) if turn in item) for turn in turns]
    assert places == sorted(places)
    days = [datetime.strptime(item.splitlines()[0] + " 2026", "%d %B %Y").date() for item in items]
    assert days == sorted(days)
    clean = [day for day, item in zip(days, items, strict=True) if "Clean: it could" in item]
    assert clean == [INTERVIEWS[1]] * 2 + [INTERVIEWS[2]] * 3 + [INTERVIEWS[3]] * 3
    assert days[places[-1]] == INTERVIEWS[5]


def what_to_fix_first_has_it_again(page: Page, own: Own) -> None:
    """Its factors: the mean of the belief with the sighting from before at half, the share of interviews, and the marks."""
    rail(page, "Kinks")
    expect(page.get_by_role("heading", name="What to fix first")).to_be_visible()
    page.get_by_text("Why this one?", exact=True).click()
    said = definitions(page.get_by_role("main").locator("dl.pairs"))
    rate_is(said["Still happens"], belief=beta(1 + own.seen + 0.5, 1 + own.clean), of=len(own.chances) + 1)
    hits, of = own.interviews_with_chance + 1, own.debriefed_since + 1
    rate_is(said["Has a chance"], belief=beta(1 + hits, 1 + of - hits), of=of)
    assert "confirmed, so it counts whole" in said["Known"]
    assert "2 of 3" in said["Costs"]


def rate_is(words: str, *, belief: Any, of: int) -> None:
    """“about one in six, between 4 and 38 in 100, from 11 …”: mean, middle 80 % and n."""
    assert sayable(words) == pytest.approx(belief.mean(), abs=0.05)
    low, high = (round(100 * x) for x in belief.ppf([0.1, 0.9]))
    assert numbers(words.partition("between")[2]) == [low, high, 100, of]


def sayable(words: str) -> float:
    found = re.search(r"(\w+) in (\w+)", words.removeprefix("in "))
    assert found, words
    top, bottom = (WORDS.get(one) or int(one) for one in found.groups())
    return top / bottom


def the_command_line_says_the_same(window: Visit, own: Own) -> None:
    told = window.house.run("kinks", "--json")
    assert told.returncode == 0, told.stderr
    one = next(row for row in json.loads(told.stdout) if row["name"] == KINK)
    assert (one["status"], one["state"], one["fix"], one["interviews"]) == ("confirmed", STATE, 1, 1)
    verdict = one["verdict"]
    assert (verdict["chances"], verdict["seen"], verdict["practices"]) == (len(own.chances), own.seen, own.practices)
    assert verdict["p_rare"] == pytest.approx(own.p_rare(), abs=1e-4)
    assert (verdict["p_less_often"], verdict["came_back_on"]) == (None, None)


def definitions(of: Locator) -> dict[str, str]:
    terms, words = of.get_by_role("term").all_inner_texts(), of.get_by_role("definition").all_inner_texts()
    return dict(zip(terms, words, strict=True))


def numbers(words: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", words)]


def at(day: date, hour: int = 9) -> str:
    return f"{day.isoformat()}T{hour:02}:00"
