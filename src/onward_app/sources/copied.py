"""What phones, chats and networks put above a letter that is copied out of them: a name, a folder, the hour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onward.notice.message.quotes import count_introduction, strip_verb
from onward_app.sources.written_dates import written_date


@dataclass(slots=True)
class Head:
    """The fields that stand above a letter, the line at which its own text begins, and lines that are no field.

    What a window says of the writer or the job (“Recruiter at Cedar”) is `kept`: it may be all that names the employer.
    """

    fields: dict[str, str] = field(default_factory=dict)
    rest: int = 0
    kept: list[str] = field(default_factory=list)


_FOLDER = re.compile(
    r"inbox|posteingang|boîte de réception|recibidos|bandeja de entrada"
    r"|posta in arrivo|in arrivo|caixa de entrada|entrada"
    r"|postvak in|important|starred|wichtig",
    re.IGNORECASE,
)
_TO_ME = re.compile(r"(?:to|an|à|pour|para|a|aan) (?:me|mich|moi|mí|mi|mim|mij)\b.{0,40}", re.IGNORECASE)
_AGO = re.compile(
    r"(?:vor|il y a|hace|há) \w{1,8} \w{2,10}|\w{1,8} \w{2,10} (?:ago|fa"
    r"|geleden|atrás)|yesterday|gestern|hier|ayer|ieri|ontem|gisteren",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_NETWORK = re.compile(
    r"(?P<name>[^·•\n]{2,60}?)\s?[·•]\s?(?:[1-3]\S{0,3}\+?)(?:\s?[·•]\s?.{1,40})?"  # Jo Doe · 1st · 10:02 AM
    r"|(?P<sender>[^\n:]{2,60}?) (?:sent the following messages?"
    r"|hat die folgenden? Nachricht|a envoyé (?:le|les) messages?"
    r"|envió (?:el|los) siguientes? mensajes?|ha inviato (?:il|i) seguent\w messagg\w|enviou as? seguintes? mensage\w+"
    r"|heeft (?:het|de) volgende bericht\w*)\b.{0,60}",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"[\u200e\u200f\s]{0,3}(?:\[(?P<at>[^\]\n]{4,40})\]"
    r"|(?P<when>\d{1,4}[./-]\d{1,2}[./-]?(?:\d{2,4})?,? \d{1,2}[:.]\d{2}[^\n:]{0,12}?) [-–])"
    r" (?P<who>[^:\n]{1,60}): ?(?P<said>.*)"
)
# What a chat says of itself before anybody wrote: “21-11-2026 17:51 - Messages are end-to-end encrypted.”
_CHAT_NOTICE = re.compile(
    r"[\u200e\u200f\s]{0,3}\[?\d{1,4}[./-]\d{1,2}[./-][^:\n]{1,12}[:.]\d{2}[^:\n]{0,12}[\]–-] [^:\n]{10,200}"
)
# And what it puts where a picture or a voice was: “imagen omitida”, “<Media omitted>”, “Bild weggelassen”.
_IN_PLACE_OF = re.compile(
    r"[\u200e\u200f<(\s]{0,3}(?:[^\W\d_]+ ){1,3}(?:omitted|omitid[oa]s?|omess[aoe]|omise?s?|omes[ae]|ocult[oa]s?"
    r"|weggelassen|ausgeschlossen|weggelaten)[>)\s]{0,3}",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?!\w+ (?:gr[uü](?:ß|ss)e|groet))"  # “Liebe Grüße” and “Beste groeten” close a letter
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|sehr geehrt\w+|liebe[rs]?|hallo|guten|bonjour|bonsoir|madame|monsieur"
    r"|chère?|estimad\w+|hola|buen[oa]s|gentile|egregi\w|ciao|buongiorno"
    r"|car[oa]|prezad\w|olá|oi|bo[am]|exm\w+|beste|geachte|hoi|ha|dag"
    r"|goedendag|goede\w*)\b",
    re.IGNORECASE,
)
_WROTE = re.compile(r"(?P<name>[^<>]{0,120})<(?P<address>[^<>\s@]{1,100}@[^<>\s]{1,100})>")
_IN_NAME = re.compile(r"[,:;]|\d\S*|\b[A-Z]{2,5}(?=,? )")  # what a day ends with, before a name
_SHORT = 110  # characters: a longer line is a sentence
_ABOVE = 10  # lines at the top that a window may have put there


def is_greeting(line: str) -> bool:
    """Whether a line greets: “Dear Sam,”."""
    return _GREETING.match(line.strip()) is not None


def read_chat(lines: Sequence[str]) -> tuple[Head, str] | None:
    """A chat as one letter of whoever wrote most of it: “[12/03, 18:05] Ana: …”. What others wrote is quoted in it.

    Each message is a paragraph of its own: a long line of it goes on in no other. What stands for a picture says
    nothing.
    """
    turns: list[tuple[str, str, str]] = []
    for line in lines:
        found = _CHAT.fullmatch(line)
        if found is None and not turns and _CHAT_NOTICE.fullmatch(line):
            continue
        if found and _IN_PLACE_OF.fullmatch(found["said"].strip()):
            continue
        if found:
            turns.append((found["who"].strip(" ~\u200e"), found["at"] or found["when"], found["said"]))
        elif turns:
            who, at, said = turns[-1]
            turns[-1] = (who, at, f"{said}\n{line}")
        elif line.strip():
            return None
    if not turns:
        return None
    wrote: Counter[str] = Counter()
    for who, _, said in turns:
        wrote[who] += len(said)
    writer = wrote.most_common(1)[0][0]
    own = [turn for turn in turns if turn[0] == writer]
    body = "\n\n".join(said if who == writer else "> " + said.replace("\n", "\n> ") for who, _, said in turns)
    return Head({"from": writer, "date": own[-1][1]}), body


def find_introduction(lines: Sequence[str]) -> Head | None:
    """“On 15 January Ana <ana@…> wrote:” above everything: the letter was copied out of an answer to it."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    count = count_introduction(lines[first:])
    said = " ".join(line.strip() for line in lines[first : first + count])
    found = _WROTE.search(said)
    if found is None:
        return None
    name = strip_verb(_IN_NAME.split(found["name"])[-1].strip()).strip(" \"'(")
    return Head({"from": f"{name} <{found['address']}>", "date": said[: found.start("address")]}, first + count)


def find_app_head(lines: Sequence[str]) -> Head | None:
    """What a mail app or a network shows: a subject, a folder, a name, “to me”, the hour, each on a line of its own."""
    above: list[str] = []
    head = Head()
    for number, line in enumerate(lines[:_ABOVE]):
        text = line.strip()
        network = _NETWORK.fullmatch(text)
        if network and not head.rest:
            head.fields["from"], head.rest = (network["name"] or network["sender"]).strip(), number + 1
        elif is_moment(text) or _TO_ME.fullmatch(text):
            head.rest = number + 1
            if written_date(text):
                head.fields.setdefault("date", text)
        elif text and not _FOLDER.fullmatch(text):
            if head.rest or len(text) > _SHORT or text[-1] in ",;!?" or is_greeting(text):
                break
            above.append(text)
    return _name_head(head, above)


def _name_head(head: Head, above: list[str]) -> Head | None:
    """Above “to me” and the hour stands the sender’s name, and above that the subject."""
    if not head.rest:
        return None
    if "from" not in head.fields and above:
        head.fields["from"] = above.pop()
    if "from" not in head.fields or len(head.fields["from"]) > 60:
        return None
    if above:
        head.fields["subject"] = above[0]
    head.kept = above[1:]
    return head


def is_moment(text: str) -> bool:
    """A line that is an hour, a day, or how long ago."""
    if len(text) > 50 or not text or text[-1] in ".!?,":
        return False
    return _AGO.fullmatch(text) is not None or (
        (_CLOCK.search(text) is not None or written_date(text) is not None)
        and len(text.split()) <= 8
        and ": " not in text
    )


def find_title(lines: Sequence[str]) -> Head | None:
    """A first line that is the subject: short, no greeting and no sentence, with a greeting next."""
    number = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    title = lines[number].strip() if number < len(lines) else ""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if not title or len(title) > _SHORT or title[-1] in ",.;:!?" or is_greeting(title) or not is_greeting(below):
        return None
    return Head({"subject": title}, number + 1)
