"""The gate before *accept* and *sign*: ask them first, then a reason and a day; it never blocks recording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.facts import EventKind, OtherEvent, Stage
from onward.values.ask_them import write_ask_them
from onward.values.lines import INCOME_NOW, Held, Known, Line, ValueMark, list_latest_marks, list_standing_lines
from onward.wording.counts import join_sentences, join_words, say_count, spell_number
from onward.wording.days import say_month

WAIT = timedelta(days=1)
RECORDS = "What happened is always recorded, whatever your lines say."


class Action(StrEnum):
    """What the gate stands before."""

    ACCEPT = "accept"
    SIGN = "sign"


RECORDED_AS: dict[Action, EventKind] = {Action.ACCEPT: OtherEvent.ACCEPTED, Action.SIGN: Stage.SIGNED}
GATED: dict[str, Action] = {str(kind): action for action, kind in RECORDED_AS.items()}


class GateState(StrEnum):
    """What the gate says."""

    CLEAR = "clear"
    ASK_FIRST = "ask first"  # something isn't known
    CROSSING = "crossing"  # a line is crossed: ask them, then a reason and a day
    WAITING = "waiting"  # the reason is given, the day runs
    OPEN = "open"  # a crossing that has been thought over, or waived


@dataclass(frozen=True, slots=True)
class Thought:
    """The person's reason to go on all the same, when it was given, and whether the wait was waived."""

    reason: str
    at: datetime
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """One line with the drafted sentence that asks the employer for it."""

    line: Line
    sentence: str


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """What the gate says of one step at one job.

    `crossed` and `unknown` come with a sentence to ask; `guessed` are lines held only by a guess; `until` is when the
    wait ends. `recordable` is always true: the gate stands before doing, never before recording.
    """

    state: GateState
    words: str
    crossed: tuple[Asking, ...] = ()
    unknown: tuple[Asking, ...] = ()
    guessed: tuple[Line, ...] = ()
    until: datetime | None = None
    recordable: bool = True

    @property
    def clear(self) -> bool:
        """Whether nothing stands between the person and the step."""
        return self.state in (GateState.CLEAR, GateState.OPEN)


def judge_gate(
    action: Action,
    lines: Iterable[Line],
    marks: Iterable[ValueMark],
    *,
    when: datetime,
    deadline: datetime | None = None,
    thought: Thought | None = None,
    income_now: bool = False,
    asked: bool = False,
) -> GateAnswer:
    """Hold the lines that stand up to one job. `when`, `deadline` and `thought.at` are all aware or all naive; `asked`
    says that the person has asked them.
    """
    on = when.date()
    held = list_latest_marks(marks)
    stand = list_standing_lines(lines, on)
    crossed = tuple(line for line in stand if _find_held(held, line) is Held.CROSSED)
    unknown = tuple(line for line in stand if _find_held(held, line) is Held.UNKNOWN)
    guessed = tuple(line for line in stand if line.id in held and _is_guess(held[line.id]))
    asks = _list_askings(crossed, action), _list_askings(unknown, action)
    if not crossed:
        state = GateState.ASK_FIRST if unknown else GateState.CLEAR
        return GateAnswer(state, _say_calmly(state, action, unknown, asked=asked), *asks, guessed)
    until = _end_wait(thought, deadline) if thought and thought.reason.strip() else None
    state = _judge_state(until, when, waived=bool(thought and thought.waived))
    then = STILL if asked and state is GateState.CROSSING else _THEN[state]
    words = join_sentences(describe_crossing(crossed, when), INCOME_NOW if income_now else "", then)
    return GateAnswer(state, words, *asks, guessed, until)


def describe_crossing(lines: Sequence[Line], when: datetime) -> str:
    """“This crosses a line you set in March. You wrote “weekly supervision, in writing”.”; of several, once."""
    months = list(dict.fromkeys(say_month(line.set_on, when.date()) for line in lines))
    told = {"lines": spell_number(len(lines)), "months": join_words(months)}
    return say_count(len(lines), *CROSSES, wrote=join_words([f"“{line.text}”" for line in lines]), **told)


CROSSES = (
    "This crosses a line you set in {months}. You wrote {wrote}.",
    "This crosses {lines} lines you set in {months}. You wrote {wrote}.",
)


def _find_held(held: dict[int, ValueMark], line: Line) -> Held:
    return held[line.id].held if line.id in held else Held.UNKNOWN


def _is_guess(mark: ValueMark) -> bool:
    return mark.held is Held.KEPT and mark.known is Known.GUESSED


def _end_wait(thought: Thought, deadline: datetime | None) -> datetime:
    """The day's wait ends a day after the reason, or at the employer's deadline when that is sooner."""
    ends = thought.at + WAIT
    return min(ends, max(deadline, thought.at)) if deadline else ends


def _judge_state(until: datetime | None, when: datetime, *, waived: bool) -> GateState:
    if until is None:
        return GateState.CROSSING
    return GateState.OPEN if waived or when >= until else GateState.WAITING


def _list_askings(lines: tuple[Line, ...], action: Action) -> tuple[Asking, ...]:
    return tuple(Asking(line, write_ask_them(line, before=action.value)) for line in lines)


def _say_calmly(state: GateState, action: Action, unknown: tuple[Line, ...], *, asked: bool) -> str:
    if state is GateState.CLEAR:
        return "Nothing here crosses a line you set."
    names = join_words([f"“{line.text}”" for line in unknown])
    then = "" if asked else f"Ask them before you {action}; asking is normal."
    return join_sentences(f"Not known yet: {names}.", then)


STILL = "If it stays so and you still want it: your reason, and a day."
_THEN: dict[GateState, str] = {
    GateState.CROSSING: f"First ask them. {STILL}",
    GateState.WAITING: "Your reason is kept. The day is yours to end early.",
    GateState.OPEN: "You gave your reason. It is your decision.",
}
