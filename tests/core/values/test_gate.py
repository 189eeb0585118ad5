"""The gate holds lines up, asks first, lets the person through, and never blocks what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.values.ask_them import write_ask_them, write_interview_question
from onward.values.gate import WAIT, Action, GateState, Thought, judge_gate
from onward.values.lines import Held, Known, Line, ValueMark

NOON = datetime(2026, 11, 23, 12, 0)
SUPERVISION = Line(1, "Weekly supervision, in writing", date(2026, 3, 9))
WEEKENDS = Line(2, "No on-call weekends", date(2025, 5, 1))
LINES = (SUPERVISION, WEEKENDS)
KEPT = ValueMark(2, Held.KEPT, Known.SEEN, date(2026, 11, 1))
CROSSED = ValueMark(1, Held.CROSSED, Known.TOLD, date(2026, 11, 2))


def test_it_is_clear_when_every_line_is_kept() -> None:
    answer = judge_gate(Action.SIGN, LINES, [KEPT, ValueMark(1, Held.KEPT, Known.SEEN)], when=NOON)
    assert (answer.state, answer.clear) == (GateState.CLEAR, True)


def test_without_lines_it_is_clear() -> None:
    assert judge_gate(Action.ACCEPT, (), (), when=NOON).clear


def test_what_is_not_known_becomes_a_question_to_ask() -> None:
    answer = judge_gate(Action.SIGN, LINES, [KEPT], when=NOON)
    assert answer.state is GateState.ASK_FIRST
    (asking,) = answer.unknown
    assert asking.sentence == "Before I sign, could weekly supervision be in the letter?"


def test_a_crossing_says_the_line_the_month_and_asks_them_first() -> None:
    answer = judge_gate(Action.ACCEPT, LINES, [KEPT, CROSSED], when=NOON)
    assert answer.state is GateState.CROSSING
    assert answer.words.startswith("This crosses a line you set in March.")
    assert answer.crossed[0].sentence == "Before I say yes, could weekly supervision be in the letter?"


def test_two_crossed_lines_are_said_once_each_in_its_own_words() -> None:
    marks = [CROSSED, ValueMark(2, Held.CROSSED)]
    said = judge_gate(Action.ACCEPT, LINES, marks, when=NOON).words
    assert said.count("This crosses") == 1
    assert said.startswith(
        "This crosses two lines you set in May 2025 and March. You wrote “No on-call weekends” and “"
    )


def test_who_has_asked_them_is_not_told_to_ask_them() -> None:
    for marks in ([CROSSED], [ValueMark(1, Held.UNKNOWN)]):
        assert "sk them" in judge_gate(Action.ACCEPT, LINES, marks, when=NOON).words
        assert "sk them" not in judge_gate(Action.ACCEPT, LINES, marks, when=NOON, asked=True).words


def test_a_line_of_another_year_carries_it() -> None:
    answer = judge_gate(Action.SIGN, [WEEKENDS], [ValueMark(2, Held.CROSSED)], when=NOON)
    assert "May 2025" in answer.words


def test_a_reason_starts_a_day_that_ends_by_itself() -> None:
    thought = Thought("The commute makes up for it.", NOON)
    waiting = judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=NOON, thought=thought)
    assert (waiting.state, waiting.until) == (GateState.WAITING, NOON + WAIT)
    later = judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=NOON + WAIT, thought=thought)
    assert (later.state, later.clear) == (GateState.OPEN, True)


def test_the_employers_deadline_ends_the_wait() -> None:
    thought = Thought("Rent.", NOON)
    deadline = NOON + timedelta(hours=5)
    waiting = judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=NOON, thought=thought, deadline=deadline)
    assert waiting.until == deadline
    assert judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=deadline, thought=thought, deadline=deadline).clear
    passed = judge_gate(
        Action.SIGN, LINES, [KEPT, CROSSED], when=NOON, thought=thought, deadline=NOON - timedelta(days=2)
    )
    assert passed.clear


def test_the_wait_can_be_waived_but_an_empty_reason_is_none() -> None:
    waived = Thought("I need it.", NOON, waived=True)
    assert judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=NOON, thought=waived).clear
    assert (
        judge_gate(Action.SIGN, LINES, [KEPT, CROSSED], when=NOON, thought=replace(waived, reason=" ")).state
        is GateState.CROSSING
    )


def test_income_now_is_said_without_shame() -> None:
    answer = judge_gate(Action.ACCEPT, LINES, [KEPT, CROSSED], when=NOON, income_now=True)
    assert "Taking it to pay the rent isn’t giving up the line." in answer.words


def test_a_retired_line_and_one_of_tomorrow_are_not_held_up() -> None:
    retired = replace(SUPERVISION, retired_on=NOON.date())
    tomorrow = replace(SUPERVISION, set_on=NOON.date() + timedelta(days=1))
    for line in (retired, tomorrow):
        assert judge_gate(Action.SIGN, [line], [CROSSED], when=NOON).state is GateState.CLEAR


def test_the_latest_mark_stands_and_a_guess_is_named() -> None:
    marks = [CROSSED, ValueMark(1, Held.KEPT, Known.GUESSED, date(2026, 11, 20))]
    answer = judge_gate(Action.SIGN, [SUPERVISION], marks, when=NOON)
    assert answer.clear
    assert answer.guessed == (SUPERVISION,)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "weekly clinical supervision, in writing",
            "Before I sign, could weekly clinical supervision be in the letter?",
        ),
        ("EMDR training paid.", "Before I sign, could EMDR training paid be in the letter?"),
        ("No on-call weekends", "Before I sign, could you confirm in writing that there will be no on-call weekends?"),
        (
            "Never more than 25 clients",
            "Before I sign, could you confirm in writing that there will be no more than 25 clients?",
        ),
        ("I am paid for overtime", "Before I sign, could this be in the letter: “I am paid for overtime”?"),
        ("they pay for supervision.", "Before I sign, could this be in the letter: “they pay for supervision”?"),
        ("", "Before I sign, could this be in the letter?"),
    ],
)
def test_the_sentence_to_ask_comes_from_the_line(text: str, sentence: str) -> None:
    assert write_ask_them(Line(1, text, NOON.date())) == sentence


@pytest.mark.parametrize(
    ("text", "sentence", "question"),
    [
        ("nada de turnos de noche, por escrito", "Antes de firmar: ¿podría constar esto por escrito: «nada de turnos de "
         "noche»?", "¿Cómo se lleva esto aquí: «nada de turnos de noche»?"),
        ("sin noches", "Antes de firmar: ¿podría constar esto por escrito: «sin noches»?",
         "¿Cómo se lleva esto aquí: «sin noches»?"),
        ("keine Nachtschichten, schriftlich", "Bevor ich unterschreibe: Könnte das im Vertrag stehen: „keine "
         "Nachtschichten“?", "Wie ist das hier geregelt: „keine Nachtschichten“?"),
        ("pas de nuits", "Avant de signer : est-ce que ceci pourrait figurer par écrit : « pas de nuits » ?",
         "Comment cela se passe-t-il ici : « pas de nuits » ?"),
        ("geen nachtdiensten", "Voordat ik teken: kan dit op papier komen: “geen nachtdiensten”?",
         "Hoe is dit hier geregeld: “geen nachtdiensten”?"),
        ("màxim vint residents per torn", "Before I sign, could this be in the letter: “màxim vint residents per torn”?",
         "How is it handled here: “màxim vint residents per torn”?"),
    ],
)  # fmt: skip
def test_a_line_in_another_language_is_asked_in_it_or_quoted(text: str, sentence: str, question: str) -> None:
    line = Line(1, text, NOON.date())
    assert (write_ask_them(line), write_interview_question(line)) == (sentence, question)


@given(st.text(max_size=120))
def test_the_sentence_is_always_one_question(text: str) -> None:
    line = Line(1, text, NOON.date())
    assert write_ask_them(line).count("?") == 1
    assert write_interview_question(line).count("?") == 1


@given(
    st.lists(
        st.builds(ValueMark, st.integers(1, 3), st.sampled_from(list(Held)), st.sampled_from(list(Known))), max_size=8
    ),
    st.booleans(),
    st.text(max_size=20),
    st.integers(-48, 72),
)
def test_it_never_blocks_recording_and_never_waits_longer_than_a_day(
    marks: list[ValueMark], waived: bool, reason: str, hours: int
) -> None:
    thought = Thought(reason, NOON, waived)
    answer = judge_gate(Action.SIGN, LINES, marks, when=NOON + timedelta(hours=hours), thought=thought)
    assert answer.recordable
    assert answer.words
    assert (answer.state in (GateState.CROSSING, GateState.WAITING, GateState.OPEN)) == bool(answer.crossed)
    if answer.until:
        assert answer.until <= NOON + WAIT
    if hours >= 24 and reason.strip():
        assert answer.state is not GateState.WAITING
