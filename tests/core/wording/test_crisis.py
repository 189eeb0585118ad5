"""Words of harm bring up the fixed text where they are plain, and one quiet line where they are in doubt."""

from __future__ import annotations

import pytest

from onward.wording.crisis import FIXED_TEXTS, Concern, find_concern, has_crisis_words
from onward.wording.crisis_model import list_sentences

HEAVY = [
    "I want to die.",
    "i don't want to be here anymore",
    "I don’t want to live like this",
    "honestly I could just kill myself",
    "thinking about suicide again",
    "they'd be better off without me",
    "Everyone would be better off without me",
    "there is no reason to live",
    "I have nothing to live for",
    "my life is not worth living",
    "I can't go on",
    "I cannot do this anymore",
    "I wish I was dead",
    "I wish I could just disappear",
    "I'm not safe",
    "I am not okay",
    "I feel like a burden",
    "I want to hurt someone",
    "kms",
    "I've been cutting myself",
    "end it all",
    "there's no way out.",
    "I want to go to sleep and never wake up",
    "Ich will nicht mehr leben",
    "ich will sterben",
    "ich bringe mich um",
    "je veux mourir",
    "je veux en finir",
    "no quiero vivir",
    "quiero morir",
    "voglio morire",
    "farla finita",
    "quero morrer",
    "não quero mais viver",
    "ik wil niet meer leven",
    "zelfmoord",
]


@pytest.mark.parametrize("text", HEAVY)
def test_it_comes_up_on_heavy_words(text: str) -> None:
    assert has_crisis_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "They moved the deadline to Friday.",
        "I killed it in the interview.",
        "The pause was awkward and I talked for four minutes.",
        "I want to move to another team.",
        "Die Absage kam heute.",
        "I was sad and called my sister.",
        "Their words hurt me.",
        "I worried it would hurt my chances.",
        "I cut everything that was not on the list.",
    ],
)
def test_everyday_words_do_not_bring_it_up(text: str) -> None:
    assert not has_crisis_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "They asked how I assess a client with suicidal thoughts.",
        "We ran a suicide prevention training at my last clinic.",
        "On our ward two people died this week, and I called the families.",
        "My patient told me: “I want to die. I can’t go on.” I described how I stayed with her.",
        "Im Hospiz sprechen wir jeden Tag über das Sterben.",
        "Un résident est mort pendant ma garde et j’ai prévenu sa fille.",
    ],
)
def test_what_nurses_and_counselors_write_of_their_work_doesnt_bring_it_up(text: str) -> None:
    assert find_concern(text) is Concern.NONE


def test_one_plain_sentence_in_a_long_note_is_found() -> None:
    day = "They moved the call to Friday. I had notes this time. The panel was kind and asked about the gap. "
    assert find_concern(day * 6) is Concern.NONE
    assert find_concern(f"{day * 3} On the way home I wanted to kill myself. {day * 3}") is Concern.SELF


def test_a_client_in_the_sentence_before_hides_nothing_of_ones_own() -> None:
    told = "My client said he wants to die, and I stayed with him. I want to die too, I can’t stop thinking of it."
    assert find_concern(told) is Concern.SELF


def test_what_is_said_in_passing_is_a_doubt_at_most() -> None:
    assert find_concern("I could kill my boss") in (Concern.NONE, Concern.DOUBT)


@pytest.mark.parametrize("written", ["quiero morir, no aguanto mas", "nao quero mais viver", "je veux plus vivre"])
def test_what_a_phone_leaves_out_changes_nothing(written: str) -> None:
    assert find_concern(written) is Concern.SELF


@pytest.mark.parametrize(
    "text",
    [
        "I want to hurt someone",
        "I'm going to kill my boss",
        "I'm going to shoot them",
        "Ich bringe ihn um",
        "Je vais le tuer",
        "Voy a matar a mi jefe",
        "Ammazzo il mio capo",
        "Ik vermoord hem",
        "Vou matar meu chefe",
    ],
)
def test_words_of_harming_somebody_have_their_own_text(text: str) -> None:
    assert find_concern(text) is Concern.OTHERS
    assert "somebody" in FIXED_TEXTS[Concern.OTHERS].opening


def test_where_it_speaks_of_both_the_person_is_answered() -> None:
    assert find_concern("I want to hurt him and then kill myself") is Concern.SELF


@pytest.mark.parametrize("concern", FIXED_TEXTS)
def test_each_text_says_that_nothing_is_kept_sent_or_told(concern: Concern) -> None:
    said = FIXED_TEXTS[concern].checked
    assert "Nothing is kept or sent." in said
    assert "Onward tells nobody: no board, employer or agency." in said


@pytest.mark.parametrize(
    "text",
    [
        "I have decided to kill myself on Friday if the council job says no as well",
        "C’est mon troisième refus dans l’animation et je veux vraiment me tuer.",
        "Volví a casa en el coche y todo el camino pensaba en matarme, ya no puedo con otro rechazo.",
        "Nach der dritten Absage in dieser Woche habe ich beschlossen, mich umzubringen, und keiner weiß es.",
        "Dopo il colloquio in banca ho deciso di farla finita, voglio morire e basta.",
    ],
)
def test_what_is_said_outright_is_heard_in_a_long_sentence(text: str) -> None:
    assert find_concern(text) is Concern.SELF


def test_what_somebody_is_quoted_with_ends_with_its_quotation() -> None:
    assert list_sentences("She said, “I can’t. I won’t.” I stayed.") == ["She said, “I can’t, I won’t.”", "I stayed."]


@pytest.mark.parametrize(
    "text",
    ["I just can’t do this anymore", "i cant take this anymore", "Ich kann einfach nicht mehr.", "je n’en peux vraiment plus",
     "ya no puedo más", "Não aguento mais isto."],
)  # fmt: skip
def test_who_is_weary_of_it_all_is_heard(text: str) -> None:
    assert has_crisis_words(text)


HOPES = [
    "really thought this one would work out", "Thought I had this one",
    "thought this was the one",
    "I was already planning my first week",
    "felt like they liked me",
    "it would have been perfect for me",
    "I told my mum I'd get it",
    "they said I was their favorite",
    "I was sure they'd call",
    "Ich dachte, die nehmen mich.",
    "ich war mir sicher, die rufen an",
    "das wäre genau meine Stelle gewesen",
    "die haben gesagt ich wäre ihre Favoritin",
    "hab meiner Mutter schon davon erzählt",
    "diesmal wollte ich es wirklich",
    "ils avaient dit que j'étais la favorite",
    "je croyais qu'ils allaient m'appeler",
    "c'était fait pour moi ce poste",
    "j'en avais déjà parlé à ma mère",
    "cette fois je le voulais vraiment",
    "creía que me iban a llamar",
    "era perfecto para mí",
    "ya se lo había contado a mi madre",
    "me dijeron que era su favorita",
    "esta vez lo quería de verdad",
    "ero sicuro che mi chiamassero",
    "era perfetto per me",
    "l'avevo già detto a mia madre",
    "dicevano che ero la loro preferita",
    "stavolta lo volevo davvero",
    "ik dacht dat ze zouden bellen",
    "het was perfect voor mij",
    "ik had het mijn moeder al verteld",
    "ze zeiden dat ik hun favoriet was",
    "deze keer wilde ik het echt",
    "achei que me iam ligar",
    "era perfeito para mim",
    "já tinha contado à minha mãe",
    "disseram que eu era a favorita",
    "desta vez eu queria mesmo",
]  # fmt: skip


def test_a_hope_that_came_to_nothing_is_seldom_taken_for_harm() -> None:
    heard = [text for text in HOPES if has_crisis_words(text)]
    assert not {"really thought this one would work out", "Thought I had this one"} & set(heard)
    assert len(heard) <= len(HOPES) // 10, heard


@pytest.mark.parametrize(
    "text",
    [
        "R. Vale\nat a fair",
        "Mara Vale\nold boss",
        "Ponte Viva\ntinteggiatore",
        "S. Dood\nin de trein",
        "Vale Nova, na feira",
    ],
)
def test_a_name_and_how_one_met_is_no_word_of_harm(text: str) -> None:
    assert not has_crisis_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pills are all counted out beside the bed.",
        "Das Seil hängt schon, nur der Stuhl fehlt noch.",
        "j'ai mis assez de cachets de côté pour dimanche",
        "esta noche me tomo todas las pastillas",
        "ho smesso l'insulina apposta",
        "deze keer vindt niemand me op tijd",
        "a corda já está atada",
    ],
)
def test_what_is_made_ready_is_heard_without_a_word_of_death(text: str) -> None:
    assert has_crisis_words(text)
