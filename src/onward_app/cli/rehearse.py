"""One evening of practice in the terminal: the same cards, the same order and the same writes as on the pages.

A question, an answer in the boxes of its kind of practice, and only then the three points. What was graded is kept
whatever stops it: q, Ctrl-C, or the end of the input when it comes from a file.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from onward.practice.answers import join_parts, measure_share
from onward.practice.cards import POINTS
from onward.practice.cues import read_cue
from onward.practice.ways import Box, Way, find_way
from onward.wording.counts import say_count
from onward.wording.days import say_ahead
from onward_app import clock
from onward_app.cli.look import say_looks
from onward_app.cli.rows import say_change
from onward_app.cli.say import say
from onward_app.records.models import Card, Owner
from onward_app.records.reading.known_names import list_known_names
from onward_app.records.reading.practice import (
    choose_extra_card,
    describe_evening,
    describe_origin,
    find_attempt,
    find_next_interview_day,
    find_plan,
    find_question_said,
    load_practice_front,
    plan_tonight,
)
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.practice import allow_practice_today, grade_card, keep_attempt
from onward_app.web.looks import Looks, look_at_texts

STOP = "q"
PROMPT = "> "
LONGEST = 20_000  # characters in one box, as on the pages
TOO_LONG = "That is more than 20,000 characters, which is more than an answer."
PATIENCE = 20  # times that one thing is asked again: what isn't understood may be a file that never ends
PLACES = {str(n + 1): n for n in range(POINTS)}
ALL, NONE = ("all", "a"), ("none", "n", "0")
HOW = "Write it and end with an empty line, or answer aloud and press Enter. q stops."
HOW_WRITTEN = "Write it and end with an empty line. q stops."
WHICH = "Which were in it? Like “1 3”, “all” or “none”: "
NO_CARDS = (
    "No cards yet. They come from your debriefs. Without interviews, `onward` opens Practice: choose a family of "
    "questions there."
)
ASK_FOR_IT = "`onward practice --anyway` if you want to all the same."


class Stopped(Exception):
    """The person stopped, or there is nothing more to read."""


class Rehearsal:
    """A session of this owner's in the terminal.

    `graded` counts what is finished; `begun` says that an answer is being written, `waiting` that one has no grade yet.
    """

    def __init__(self, owner: Owner) -> None:
        self.owner = owner
        self.graded = 0
        self.begun = False
        self.waiting = False

    def run(self, *, anyway: bool) -> None:
        """Ask until nothing is left for tonight, or the person has had enough."""
        # Bytes that are no text, and a terminal that knows fewer letters, end no session.
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")
        if anyway:
            self._ask_for_it()
        first = self._choose_next(anyway=anyway)
        if first is None:
            say(self._say_nothing())
            return
        say(self._say_opening())
        try:
            self._ask_all(first)
        except (KeyboardInterrupt, Stopped):
            say(f"\n{self._say_stopped()}")
            return
        one, many = "That’s enough for today: {n} card.", "That’s enough for today: {n} cards."
        say(f"\n{say_count(self.graded, one, many)} {self._next_words()}")

    def _ask_for_it(self) -> None:
        """On a day on which practice is put away, the person asks for it, as with the button on the page."""
        evening = describe_evening(self.owner, clock.today())
        if evening.rejection_day and not evening.asked_for:
            allow_practice_today(self.owner)

    def _choose_next(self, *, anyway: bool = False) -> Card | None:
        """The next card of tonight; with `anyway` one more when nothing is due."""
        today = clock.today()
        cards = plan_tonight(self.owner, today).cards
        found = cards[0] if cards else choose_extra_card(self.owner, today) if anyway else None
        return find_row(Card, self.owner, found.id) if found else None

    def _ask_all(self, card: Card | None) -> None:
        while card is not None:
            self._ask_card(card)
            card = self._choose_next()

    # -- one card --

    def _ask_card(self, card: Card) -> None:
        way = find_way(card.practice)
        head = f"{way.name}, for {card.kink.name}" if card.kink else way.name
        say(f"\n{head}\n\n  {read_cue(card.question)}\n")
        given = find_attempt(self.owner, card)
        if given is not None and given.answered_at is not None:
            parts = given.parts
            say(f"Answered before, and not graded yet:\n{_indent(join_parts(way, parts) or 'said aloud')}")
        else:
            parts = self._read_answer(way)
            keep_attempt(self.owner, card, parts=parts)
        self.begun, self.waiting = False, True
        self._show_beside(card, way, parts)
        self._grade_card(card)
        self.waiting = False

    def _read_answer(self, way: Way) -> list[str]:
        """What was written, a text for each box, once nothing in it wants another look."""
        while True:
            say(HOW if way.aloud else HOW_WRITTEN)
            parts = [self._ask_box(box, alone=len(way.boxes) == 1) for box in way.boxes]
            found = look_at_texts((), prose=parts, known=lambda: list_known_names(self.owner))
            if not found or _keep_it(found, self.owner.country):
                return parts

    def _ask_box(self, box: Box, *, alone: bool) -> str:
        """The lines of one box, up to an empty one or the end of the input.

        Raises:
            Stopped: the first line is only a q, the input ended before it, or there is far too much of it.
        """
        if not alone:
            say(f"\n{box.label}. {box.help}")
        lines: list[str] = []
        while line := _ask_line(PROMPT, otherwise="" if lines else None).rstrip():
            if line == STOP and not lines:
                raise Stopped
            lines.append(line)
            self.begun = True
            if sum(map(len, lines)) > LONGEST:
                say(TOO_LONG)
                raise Stopped
        return "\n".join(lines)

    def _show_beside(self, card: Card, way: Way, parts: Sequence[str]) -> None:
        """What belongs beside the points: the plan, how the words fall on the beats, and what was said then."""
        told, plan = measure_share(way, parts), find_plan(card)
        then = find_question_said(self.owner, card) if way.key == "re_answer" else None
        if plan:
            say(f"\n  {plan}")
        if told:
            say(f"\n{told.in_words}")
        if then and then.said:
            say(f"\nWhat you said then ({then.interview.opportunity.title}):\n{_indent(then.said)}")

    def _grade_card(self, card: Card) -> None:
        points = [f"  {n}  {point}" for n, point in enumerate(card.points, 1)]
        origin = describe_origin(card)
        say("\n" + "\n".join([*points, *([f"     ({origin})"] if origin else [])]))
        change = grade_card(self.owner, card, met=_ask_met(len(card.points)))
        self.graded += 1
        say_change(change)

    # -- what is said around it --

    def _say_opening(self) -> str:
        today = clock.today()
        now, interview = plan_tonight(self.owner, today), find_next_interview_day(self.owner, today)
        if not now.cards:
            return "Nothing is due today. One more, since you ask."
        if not interview:
            return now.words
        when = say_ahead(interview, today)
        return f"{now.words} There is an interview {when}, so cards come a little closer together until then."

    def _say_nothing(self) -> str:
        if not Card.objects.of(self.owner).exists():
            return NO_CARDS
        today = clock.today()
        now, evening = plan_tonight(self.owner, today), describe_evening(self.owner, today)
        quiet = evening.rejection_day and not evening.asked_for
        return f"{now.words} {ASK_FOR_IT}" if quiet else f"{now.words} {self._next_words()}"

    def _next_words(self) -> str:
        day = load_practice_front(self.owner, clock.today()).following
        return f"The next card comes {say_ahead(day, clock.today())}." if day else "No card is waiting."

    def _say_stopped(self) -> str:
        said = ["Stopped."]
        if self.graded:
            said.append(say_count(self.graded, "{n} answer graded and kept.", "{n} answers graded and kept."))
        if self.waiting:
            said.append("The last answer is kept, and waits for its grade.")
        if self.begun:
            said.append("What you were writing isn’t kept.")
        return " ".join([*said, "The rest can wait."])


def _ask_line(prompt: str, *, otherwise: str | None = None) -> str:
    """One line that is typed; `otherwise` at the end of the input.

    Raises:
        Stopped: the input has ended, and there is no `otherwise`.
    """
    typed = _read_typed(prompt)
    if not typed and otherwise is None:
        raise Stopped
    return typed.replace("\0", "") or otherwise or ""


def _read_typed(prompt: str) -> str:
    """What was typed, with the end of its line; nothing at the end of the input, or where there is none."""
    if sys.stdin is None or sys.stdin.closed:
        return ""
    if not sys.stdin.isatty():
        if prompt != PROMPT:
            say(prompt.rstrip())
        return sys.stdin.readline(LONGEST + 2)
    try:
        return f"{input(prompt)}\n"
    except EOFError:
        return ""


def _keep_it(found: Looks, country: str) -> bool:
    """Whether the words are to be kept as they are although something in them wants a look."""
    say("")
    say_looks(found, country)
    for _ in range(PATIENCE):
        said = _ask_line("Write it again (w), keep it as it is (k), or stop (q)? ").strip().casefold()
        if said == STOP:
            raise Stopped
        if said in ("w", "k"):
            return said == "k"
    raise Stopped


def _ask_met(points: int) -> set[int]:
    """Which points were in it, asked until it is understood."""
    for _ in range(PATIENCE):
        words = [word for word in re.split(r"[\s,;+&]+|\band\b", _ask_line(WHICH).casefold()) if word]
        if words == [STOP]:
            raise Stopped
        if len(words) == 1 and words[0] in (*ALL, *NONE):
            return set(range(points)) if words[0] in ALL else set()
        if words and all(word in PLACES for word in words):
            return {PLACES[word] for word in words}
        say("Type the numbers of the points that were in it, “all”, or “none”. q stops, and the answer waits.")
    raise Stopped


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
