"""The checker marks every class of harm where it stands, and leaves a good message alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ask.check import What, check, fine_to_send, repaired

GOOD = (
    "Hi Dana,\n\nThank you for letting me know, and for the conversation about group work. I respect the decision.\n\n"
    "If you’re able to share it: what one thing would you advise me to work on before my next interview?\n\n"
    "If policy doesn’t allow it, I completely understand.\n\nWishing you and the team well,\nAna"
)
HARM = [
    (What.ARGUMENT, "Why wasn’t I chosen?"),
    (What.ARGUMENT, "I was more qualified than anybody."),
    (What.ARGUMENT, "I don't understand how you decided."),
    (What.REPROACH, "I deserve an explanation."),
    (What.REPROACH, "This was unfair."),
    (What.REPROACH, "I am disappointed in you."),
    (What.REPROACH, "At least you owe me that."),
    (What.ARGUMENT, "I believe I was the strongest candidate."),
    (What.ARGUMENT, "I still think I would have been a great fit."),
    (What.ARGUMENT, "Could you explain why I was rejected?"),
    (What.ARGUMENT, "My experience clearly exceeds the requirements."),
    (What.ARGUMENT, "I feel you overlooked my ten years of work."),
    (What.ARGUMENT, "I don’t agree with your decision."),
    (What.ARGUMENT, "I meet all of the requirements."),
    (What.REPROACH, "I’m very disappointed in how this was handled."),
    (What.REPROACH, "I expected better from you."),
    (What.REPROACH, "It’s not right to make me wait six weeks."),
    (What.REPROACH, "After three rounds you could at least explain."),
    (What.REPROACH, "You strung me along."),
    (What.RECONSIDER, "Could you take another look at my application?"),
    (What.RECONSIDER, "Is there any way to change the outcome?"),
    (What.RECONSIDER, "I hope you will rethink this."),
    (What.RECONSIDER, "Would you be open to revisiting your decision?"),
    (What.RECONSIDER, "If anything changes, keep me in mind for this position."),
    (What.LEGAL, "This violates the law."),
    (What.LEGAL, "I’ll report you to the labor board."),
    (What.LEGAL, "You will hear from my solicitor."),
    (What.LEGAL, "That is against the ADA."),
    (What.CHASING, "I’d appreciate a quick response."),
    (What.CHASING, "Kindly respond."),
    (What.QUESTIONS, "What should I work on, and could you also tell me what went wrong?"),
    (What.QUESTIONS, "What should I work on, and when will there be another opening?"),
    (What.QUESTIONS, "What one thing should I work on? Also could we talk by phone."),
    (What.RECONSIDER, "Would you reconsider?"),
    (What.RECONSIDER, "Maybe you could change your mind."),
    (What.LEGAL, "My lawyer will be in touch."),
    (What.LEGAL, "This is discrimination."),
    (What.LEGAL, "It felt discriminatory."),
    (What.CHASING, "Please respond ASAP."),
    (What.CHASING, "Just following up again."),
    (What.OTHERS, "Who did you hire?"),
    (What.CLIENT, "As I told you, my client Maria, aged 14, got better."),
    (What.ATTACHMENT, "I have attached my resume."),
    (What.APOLOGY, "Sorry to bother you. I am so sorry, and I apologize for asking."),
    (What.QUESTIONS, "What should I learn? And how was my answer?"),
]


def test_a_good_message_is_left_alone() -> None:
    assert check(GOOD, known=("Dana", "Ana")) == ()


ALIKE = (
    "I’m sorry we won’t be working together.",
    "I was disappointed, of course, and I respect the decision.",
    "I was disappointed by the news, and I am glad that you told me.",
    "I think I was too brief on risk assessment.",
    "I know I was nervous, and I feel I talked past your question.",
    "I think you made a good point about caseload.",
    "I will take another look at my notes on motivational interviewing.",
    "I have been rethinking how I tell that story.",
    "We talked about when to report it to the state, and about going with families to their hearing.",
    "I liked what you said about the early response team.",
    "I valued what you said about discrimination training.",
    "I am working on how I answer and what I leave out.",
    "Would you please pass on my thanks to the team.",
    "Thank you for being fair and open.",
    "That was a kind letter, and a good joke about the coffee.",
)


@pytest.mark.parametrize("text", ALIKE)
def test_what_sounds_alike_and_hurts_nobody_is_left_alone(text: str) -> None:
    said = f"Hi Dana,\n\nThank you. {text} What one thing would you advise me to work on?\n\nAna"
    assert check(said, known=("Dana", "Ana")) == ()


def test_a_question_that_hurts_is_repaired_and_the_good_one_stays() -> None:
    text = "Thank you. I respect the decision. Would you reconsider? What would you advise me to work on?"
    (mark,) = check(text)
    assert mark.what is What.RECONSIDER
    assert repaired(text, mark) == "Thank you. I respect the decision. What would you advise me to work on?"


def test_of_two_questions_in_one_sentence_only_the_second_goes() -> None:
    text = "Thank you.\n\nWhat would you work on, and could we also talk by phone?\n\nAna"
    (mark,) = [one for one in check(text) if one.what is What.QUESTIONS]
    assert text[mark.start : mark.end] == "and could we also talk by phone?"
    assert repaired(text, mark) == "Thank you.\n\nWhat would you work on?\n\nAna"
    assert all(one.what is not What.QUESTIONS for one in check(repaired(text, mark)))


@pytest.mark.parametrize(("what", "text"), HARM)
def test_each_harm_is_marked_with_its_reason(what: What, text: str) -> None:
    marks = [m for m in check(text) if m.what is what]
    assert marks
    assert all(m.why and 0 <= m.start < m.end <= len(text) for m in marks)


def test_every_class_has_an_example() -> None:
    without_text = {What.LONG, What.LONGISH, What.NO_QUESTION}
    assert {what for what, _ in HARM} | without_text == set(What)


def test_over_ninety_words_is_a_remark_and_over_120_a_mark() -> None:
    longish, too_long = "word " * 91 + "?", "word " * 121 + "?"
    (hint,) = check(longish)
    (mark,) = check(too_long)
    assert (hint.what, hint.hint) == (What.LONGISH, True)
    assert (mark.what, mark.hint) == (What.LONG, False)
    assert fine_to_send(check(longish))
    assert not fine_to_send(check(too_long))
    assert check("word " * 90 + "?") == ()


def test_one_sorry_is_fine() -> None:
    assert check("Sorry for the short notice. What would you advise?") == ()


def test_a_message_without_a_question_gets_one_offered() -> None:
    (mark,) = check("Thank you for letting me know.")
    assert mark.what is What.NO_QUESTION
    assert mark.repair.endswith("?")
    assert check("  ") == ()


def test_a_repair_takes_the_place_of_the_sentence() -> None:
    text = "Hi Dana, thank you. Would you reconsider the decision? All the best."
    mark = next(m for m in check(text) if m.what is What.RECONSIDER)
    assert repaired(text, mark) == "Hi Dana, thank you. I respect the decision. All the best."


def test_a_repair_without_words_leaves_the_sentence_out() -> None:
    text = "Thank you.\nMy lawyer disagrees.\nAna"
    mark = next(m for m in check(text) if m.what is What.LEGAL)
    assert repaired(text, mark) == "Thank you.\n\nAna"


@pytest.mark.parametrize(("what", "text"), HARM)
def test_repairing_everything_ends_and_clears_the_harm(what: What, text: str) -> None:
    for _ in range(12):
        bad = [m for m in check(text) if m.what is what]
        if not bad:
            break
        text = repaired(text, bad[0])
    assert not [m for m in check(text) if m.what is what]


@given(st.text(max_size=600))
def test_any_text_can_be_checked_and_repaired(text: str) -> None:
    for mark in check(text):
        assert 0 <= mark.start <= mark.end <= len(text)
        assert isinstance(repaired(text, mark), str)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the conversation about the mental health court program. What would you advise?",
        "I enjoyed hearing about legal assistant work. What would you advise?",
        "We talked about follow-up care. What would you advise?",
        "I was sorry to hear it, and I respect the decision. What would you advise?",
    ],
)
def test_the_words_of_a_trade_are_not_a_threat(text: str) -> None:
    assert check(text) == ()


def test_a_long_and_odd_text_takes_no_longer_than_its_length() -> None:
    text = "i was " * 3000 + "so " * 3000 + "sorry " * 3000 + "?" * 5000 + " " * 5000 + "a." * 3000 + "\n" * 3000
    started = time.perf_counter()
    check(text)
    assert time.perf_counter() - started < 5
