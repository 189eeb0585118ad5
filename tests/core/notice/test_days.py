"""A letter that names a day ahead says so; one that thanks for a talk, or keeps papers until then, doesn't."""

from __future__ import annotations

import pytest

from onward.notice.job.days import find_day_ahead


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We went with somebody else. Could you come in on Thursday to hear about another role?", "Thursday"),
        ("Please send the form back by Friday.", "Friday"),
        ("Unfortunately the slot moved. Would March 12 work instead?", "March 12"),
        ("Leider nicht. Hätten Sie am Donnerstag Zeit für die andere Stelle?", "Donnerstag"),
        ("Bitte antworten Sie bis 12. März.", "12. März"),
        ("Pourriez-vous passer mardi pour un autre poste ?", "mardi"),
        ("¿Puede venir el jueves a las 10?", "jueves"),
        ("Potrebbe venire giovedì per un altro posto?", "giovedì"),
        ("Pode vir na quinta-feira para outra vaga?", "quinta-feira"),
        ("Kunt u donderdag langskomen voor een andere functie?", "donderdag"),
    ],
)
def test_a_day_ahead_is_found(text: str, day: str) -> None:
    found = find_day_ahead(text)
    assert found is not None
    assert found.text == day
    assert text[found.start : found.end] == day


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for meeting with us on Tuesday. We chose another candidate.",
        "It was great to have met you last Thursday.",
        "We keep your profile until 31 December.",
        "Vielen Dank für das Gespräch am Dienstag. Leider haben wir uns anders entschieden.",
        "Ihre Unterlagen werden bis 30. Juni gelöscht.",
        "Merci d’être venue mardi dernier. Nous avons choisi quelqu’un d’autre.",
        "We decided not to go on with you. All the best.",
        "No thanks.\n\nOn Thursday, 3 March 2026, Dana wrote:\n> Could you tell me by Friday?",
    ],
)
def test_a_day_behind_or_none_is_not(text: str) -> None:
    assert find_day_ahead(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Due to the cut adopted by the County Board on April 28, the job is gone.", None),
        ("Thx for stopping by Saturday.", None),
        ("Would you let me know by Thursday?", "Thursday"),
        ("Dites-moi oui ou non avant le mardi 17 juin.", "mardi 17 juin"),
        ("Laat je het woensdag weten?", "woensdag"),
    ],
)
def test_by_looks_ahead_only_right_before_a_day(text: str, day: str | None) -> None:
    found = find_day_ahead(text)
    assert (found.text if found else None) == day
