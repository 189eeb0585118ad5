"""The lines that mail programs put above a letter: “Von: …”, “Betreff: …”, in seven languages."""

from __future__ import annotations

import re

from onward_app.sources.copied import Head, is_moment

# In English, German, French, Spanish, Italian, Portuguese and Dutch.
_FIELDS = {
    "from": "from von de da van expéditeur remitente mittente remetente afzender",
    "to": "to an à para a aan pour",
    "cc": "cc kopie",
    "reply-to": "reply-to",
    "subject": "subject betreff objet asunto oggetto assunto onderwerp sujet",
    "date": "date sent gesendet datum envoyé fecha enviado enviada inviato data verzonden",
}
_BY_WORD = {word: name for name, words in _FIELDS.items() for word in words.split()}
_BY_WORD |= {
    "date d'envoi": "date",
    "date d’envoi": "date",
    "gesendet am": "date",
    "data di invio": "date",
    "data de envio": "date",
    "fecha de envío": "date",
    "verzonden op": "date",
    "enviado el": "date",
    "enviado em": "date",
    "enviada em": "date",
    "enviada el": "date",
    "reply to": "reply-to",
    "antwort an": "reply-to",
    "antworten an": "reply-to",
    "répondre à": "reply-to",
    "responder a": "reply-to",
    "rispondi a": "reply-to",
}
_LINE = re.compile(r"[*_ \t>]{0,6}([^\W\d][\w\-’' ]{0,14}?)[*_\s]{0,3}:[*_\s]{0,4}(.*)", re.DOTALL)


def is_field(line: str) -> bool:
    """Whether a line is one of those that mail programs put above a letter: “Betreff: …”."""
    found = _LINE.fullmatch(line.strip())
    return found is not None and " ".join(found[1].lower().split()) in _BY_WORD


def head_of(lines: list[str]) -> Head | None:
    """Lines such as “Von: …”, “Betreff: …” in any of the languages: at least a From or a Subject, and one more."""
    head = Head()
    last = ""
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line.strip())
        name = _BY_WORD.get(" ".join(found[1].lower().split())) if found else None
        if found and name:
            head.fields.setdefault(name, found[2].strip(" *_"))
            last, head.rest = name, number + 1
        elif not line.strip():
            if len(head.fields) >= 2:
                break
        elif last and not head.fields[last]:  # some windows put the value below the word
            head.fields[last], head.rest = line.strip(), number + 1
        elif not head.fields and number < 3:
            continue  # “Fwd”, a name, a row of dashes
        else:
            break
    if set(head.fields) == {"subject"} and head.fields["subject"]:
        return _end_subject(lines, head)
    return head if len(head.fields) >= 2 and {"from", "subject"} & set(head.fields) else None


def _end_subject(lines: list[str], head: Head) -> Head | None:
    """A subject alone on top, where nothing but a day, an hour or an empty line follows: a window showed no more."""
    below = lines[head.rest].strip() if head.rest < len(lines) else ""
    if any(map(str.strip, lines[: head.rest - 1])) or (below and not is_moment(below)):
        return None
    if below:
        head.fields["date"], head.rest = below, head.rest + 1
    return head
