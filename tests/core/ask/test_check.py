"""The checker marks every class of harm where it stands, and leaves a good message alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ask.check import Hurt, check_wording, is_fine_to_send, repair_wording

GOOD = (
    "Hi Dana,\n\nThank you for letting me know, and for the conversation about group work. I respect the decision.\n\n"
    "If you’re able to share it: what one thing would you advise me to work on before my next interview?\n\n"
    "If policy doesn’t allow it, I completely understand.\n\nWishing you and the team well,\nAna"
)
HARM = [
    (Hurt.ARGUMENT, "Why wasn’t I chosen?"),
    (Hurt.ARGUMENT, "I was more qualified than anybody."),
    (Hurt.ARGUMENT, "I don't understand how you decided."),
    (Hurt.REPROACH, "I deserve an explanation."),
    (Hurt.REPROACH, "This was unfair."),
    (Hurt.REPROACH, "I am disappointed in you."),
    (Hurt.REPROACH, "At least you owe me that."),
    (Hurt.ARGUMENT, "I believe I was the strongest candidate."),
    (Hurt.ARGUMENT, "I still think I would have been a great fit."),
    (Hurt.ARGUMENT, "Could you explain why I was rejected?"),
    (Hurt.ARGUMENT, "My experience clearly exceeds the requirements."),
    (Hurt.ARGUMENT, "I feel you overlooked my ten years of work."),
    (Hurt.ARGUMENT, "I don’t agree with your decision."),
    (Hurt.ARGUMENT, "I meet all of the requirements."),
    (Hurt.REPROACH, "I’m very disappointed in how this was handled."),
    (Hurt.REPROACH, "I expected better from you."),
    (Hurt.REPROACH, "It’s not right to make me wait six weeks."),
    (Hurt.REPROACH, "After three rounds you could at least explain."),
    (Hurt.REPROACH, "You strung me along."),
    (Hurt.RECONSIDER, "Could you take another look at my application?"),
    (Hurt.RECONSIDER, "Is there any way to change the outcome?"),
    (Hurt.RECONSIDER, "I hope you will rethink this."),
    (Hurt.RECONSIDER, "Would you be open to revisiting your decision?"),
    (Hurt.RECONSIDER, "If anything changes, keep me in mind for this position."),
    (Hurt.LEGAL, "This violates the law."),
    (Hurt.LEGAL, "I’ll report you to the labor board."),
    (Hurt.LEGAL, "You will hear from my solicitor."),
    (Hurt.LEGAL, "That is against the ADA."),
    (Hurt.CHASING, "I’d appreciate a quick response."),
    (Hurt.CHASING, "Kindly respond."),
    (Hurt.QUESTIONS, "What should I work on, and could you also tell me what went wrong?"),
    (Hurt.QUESTIONS, "What should I work on, and when will there be another opening?"),
    (Hurt.QUESTIONS, "What one thing should I work on? Also could we talk by phone."),
    (Hurt.RECONSIDER, "Would you reconsider?"),
    (Hurt.RECONSIDER, "Maybe you could change your mind."),
    (Hurt.LEGAL, "My lawyer will be in touch."),
    (Hurt.LEGAL, "This is discrimination."),
    (Hurt.LEGAL, "It felt discriminatory."),
    (Hurt.CHASING, "Please respond ASAP."),
    (Hurt.CHASING, "Just following up again."),
    (Hurt.OTHERS, "Who did you hire?"),
    (Hurt.CLIENT, "As I told you, my client Maria, aged 14, got better."),
    (Hurt.ATTACHMENT, "I have attached my resume."),
    (Hurt.APOLOGY, "Sorry to bother you. I am so sorry, and I apologize for asking."),
    (Hurt.QUESTIONS, "What should I learn? And how was my answer?"),
    (Hurt.REASONS, "What was the deciding factor?"),
    (Hurt.COMPARISON, "With two degrees I assumed the place was mine."),
    (Hurt.GUILT, "This was my last hope."),
    (Hurt.FLATTERY, "You are a genius."),
    (Hurt.BACKWARD, "Was it settled before I came?"),
    (Hurt.BESIDE, "My landlady had already baked a cake with my name on it."),
]


def test_a_good_message_is_left_alone() -> None:
    assert check_wording(GOOD, known=("Dana", "Ana")) == ()


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
    assert check_wording(said, known=("Dana", "Ana")) == ()


def test_a_question_that_hurts_is_repaired_and_the_good_one_stays() -> None:
    text = "Thank you. I respect the decision. Would you reconsider? What would you advise me to work on?"
    (mark,) = check_wording(text)
    assert mark.what is Hurt.RECONSIDER
    assert repair_wording(text, mark) == "Thank you. I respect the decision. What would you advise me to work on?"


def test_of_two_questions_in_one_sentence_only_the_second_goes() -> None:
    text = "Thank you.\n\nWhat would you work on, and could we also talk by phone?\n\nAna"
    (mark,) = [one for one in check_wording(text) if one.what is Hurt.QUESTIONS]
    assert text[mark.start : mark.end] == "and could we also talk by phone?"
    assert repair_wording(text, mark) == "Thank you.\n\nWhat would you work on?\n\nAna"
    assert all(one.what is not Hurt.QUESTIONS for one in check_wording(repair_wording(text, mark)))


@pytest.mark.parametrize(("what", "text"), HARM)
def test_each_harm_is_marked_with_its_reason(what: Hurt, text: str) -> None:
    marks = [m for m in check_wording(text) if m.what is what]
    assert marks
    assert all(m.why and 0 <= m.start < m.end <= len(text) for m in marks)


def test_every_class_has_an_example() -> None:
    without_text = {Hurt.LONG, Hurt.LONGISH, Hurt.NO_QUESTION}
    assert {what for what, _ in HARM} | without_text == set(Hurt)


def test_over_ninety_words_is_a_remark_and_over_120_a_mark() -> None:
    longish, too_long = "word " * 91 + "?", "word " * 121 + "?"
    (hint,) = check_wording(longish)
    (mark,) = check_wording(too_long)
    assert (hint.what, hint.hint) == (Hurt.LONGISH, True)
    assert (mark.what, mark.hint) == (Hurt.LONG, False)
    assert is_fine_to_send(check_wording(longish))
    assert not is_fine_to_send(check_wording(too_long))
    assert check_wording("word " * 90 + "?") == ()


def test_one_sorry_is_fine() -> None:
    assert check_wording("Sorry for the short notice. What would you advise?") == ()


def test_a_message_without_a_question_gets_one_offered() -> None:
    (mark,) = check_wording("Thank you for letting me know.")
    assert mark.what is Hurt.NO_QUESTION
    assert mark.repair.endswith("?")
    assert check_wording("  ") == ()


def test_a_repair_takes_the_place_of_the_sentence() -> None:
    text = "Hi Dana, thank you. Would you reconsider the decision? All the best."
    mark = next(m for m in check_wording(text) if m.what is Hurt.RECONSIDER)
    assert repair_wording(text, mark) == "Hi Dana, thank you. I respect the decision. All the best."


def test_a_repair_without_words_leaves_the_sentence_out() -> None:
    text = "Thank you.\nMy lawyer disagrees.\nAna"
    mark = next(m for m in check_wording(text) if m.what is Hurt.LEGAL)
    assert repair_wording(text, mark) == "Thank you.\n\nAna"


@pytest.mark.parametrize(("what", "text"), HARM)
def test_repairing_everything_ends_and_clears_the_harm(what: Hurt, text: str) -> None:
    for _ in range(12):
        bad = [m for m in check_wording(text) if m.what is what]
        if not bad:
            break
        text = repair_wording(text, bad[0])
    assert not [m for m in check_wording(text) if m.what is what]


@given(st.text(max_size=600))
def test_any_text_can_be_checked_and_repaired(text: str) -> None:
    for mark in check_wording(text):
        assert 0 <= mark.start <= mark.end <= len(text)
        assert isinstance(repair_wording(text, mark), str)


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
    assert [mark for mark in check_wording(text) if mark.what is not Hurt.BESIDE] == []


def test_a_long_and_odd_text_takes_no_longer_than_its_length() -> None:
    text = "i was " * 3000 + "so " * 3000 + "sorry " * 3000 + "?" * 5000 + " " * 5000 + "a." * 3000 + "\n" * 3000
    started = time.process_time()
    check_wording(text)
    assert time.process_time() - started < 5
