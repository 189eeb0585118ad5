"""More patterns of the scan: ages after a name, nicknames, families, wards, and who can be told by one trait."""

from __future__ import annotations

import re

from onward.wording.client_patterns import DetailKind

_NAME = r"[A-Z][a-zà-öø-ÿ]+(?:[-'][A-Za-z][a-zà-öø-ÿ]+)?"
_CALLED = (
    r"Old|Little|Lil'?|Big|Crazy|Mad|Sister|Brother|Father|Pastor|Deacon|Officer|Sergeant|Sgt\.|Captain|"
    r"Coach|Deputy|Nana|"
    r"Grandma|Grandpa|Auntie|Uncle|Chief|Reverend|Rev\."
)
_KIN = r"family|boys|girls|brothers|sisters|twins|kids|children|household|couple"
_HOUSES = (
    r"Residential|Lodge|General|Baptist|Methodist|Lutheran|Memorial|Cottage|Ranch|Drop-In|Mission|Ward|"
    r"Terrace|Gardens|Rest|"
    r"Commons|Place|Haven|Village|Pavilion|Detox|Middle|High|AME"
)
_DID = (
    r"lost|survived|raises?|raised|killed|shot|drowned|founded|invented|won|swam|crashed|robbed|burned|"
    r"sued|escaped|delivered|"
    r"found|played|coached|lives[ ]in|keeps|breeds"
)
_TRAIT = (
    r"blind|deaf|one-armed|one-legged|albino|conjoined|mute|two-time|transgender|trans|Hmong|Amish|Sikh|Syrian|Somali"
)
_DISASTER = r"collapse|crash|explosion|flood|shooting|fire|derailment|tornado|wildfire|massacre|sinking"

MORE: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
    (
        DetailKind.AGE,
        re.compile(rf"(?:\b{_NAME}|\b[A-Z]\.){{1,2}},[ ](?P<it>\d{{1,3}})(?=,|\.|;|[ ](?:of|from|and)\b|$)"),
    ),
    (
        DetailKind.AGE,
        re.compile(r"\b(?:boy|girl|client|patient|man|woman|child|teen|student|resident)[ ]of[ ](?P<it>\d{1,3})\b"),
    ),
    (DetailKind.PHONE, re.compile(r"(?<![\d-])\d{3}[-.]\d{4}(?![\d-])")),
    (DetailKind.RECORD, re.compile(r"\b(?:IEP|ID|case|file|chart)[ ](?:number|no\.?|#)?,?[ ]?(?P<it>\d[\d-]{4,12})\b")),
    (DetailKind.NAME, re.compile(rf"(?<!\w)(?:{_CALLED})[ ](?P<it>{_NAME})")),
    (DetailKind.NAME, re.compile(rf"\b[Tt]he[ ](?P<it>{_NAME})[ ](?:{_KIN})\b")),
    (DetailKind.NAME, re.compile(r"\b(?:family|couple|brothers|sisters),[ ]the[ ](?P<it>[A-Z][a-z]+s)\b")),
    (DetailKind.FACILITY, re.compile(rf"\b(?:{_NAME}[ ]){{1,3}}(?:{_HOUSES})\b(?:[ ](?:cottage[ ])?\d{{1,3}})?")),
    (DetailKind.FACILITY, re.compile(r"\b(?:on|to|from|off)[ ](?P<it>\d{1,2}[ ](?:West|East|North|South))\b")),
    (
        DetailKind.FACILITY,
        re.compile(rf"\b(?:been|stayed|staying|months|years|weeks|died|lived)[ ]at[ ](?P<it>{_NAME}(?:[ ]{_NAME})?)"),
    ),
    (
        DetailKind.PLACE,
        re.compile(rf"\b(?:whole[ ]of|home[ ]to|back[ ]to|up[ ]to|over[ ]to)[ ](?P<it>{_NAME}(?:[ ]{_NAME})?)"),
    ),
    (DetailKind.PLACE, re.compile(rf"\b{_NAME},[ ]\d{{1,3}},[ ](?:of|from)[ ](?P<it>{_NAME}(?:[ ]{_NAME})?)")),
    (
        DetailKind.PLACE,
        re.compile(
            rf"\b(?:the|behind)[ ](?P<it>{_NAME})[ ](?:feed[ ]store|gas[ ]station|diner|library|laundromat|motel)\b"
        ),
    ),
    (DetailKind.RARE, re.compile(rf"\b(?:[Tt]he|an?)[ ](?:[\w-]{{1,20}}[ ]){{1,3}}who[ ](?:{_DID})\b[^.,;\n]{{0,40}}")),
    (DetailKind.RARE, re.compile(rf"\bwhose[ ]\w+[ ](?:{_DID})\b[^.,;\n]{{0,30}}")),
    (
        DetailKind.RARE,
        re.compile(
            r"\b[Tt]he[ ](?:only|first|last)[ ](?:[\w-]{1,20}[ ]){1,3}(?:in|on|at|of|from)[ ](?:the|our|that)[ ]\w+"
        ),
    ),
    (DetailKind.RARE, re.compile(rf"\b(?:the|an?|town's[ ]first)[ ](?:{_TRAIT})[ ]\w+(?:[ ]who[ ][^.,;\n]{{0,30}})?")),
    (
        DetailKind.RARE,
        re.compile(
            r"\b(?:retired|former|ex-)[ ]?(?:[\w-]{1,20}[ ]){0,2}(?:linebacker|astronaut|senator|mayor|"
            r"Miss[ ]\w+|champion|pilot|judge|priest|nun)\b"
        ),
    ),
    (
        DetailKind.RARE,
        re.compile(
            rf"\b(?:the|a)[ ](?:\w+[ ])?(?:bridge|mill|mine|school|plane|train|dam|grain|ferry|"
            rf"bus)[ ](?:{_DISASTER})\b"
        ),
    ),
    (DetailKind.RARE, re.compile(r"\b(?:lottery[ ]winner|(?:spelling|state|world|national)[ ](?:\w+[ ])?champion)\b")),
    (
        DetailKind.RARE,
        re.compile(
            r"\bthe[ ]\w+[ ](?:in|from)[ ]the[ ](?:newspaper|paper|news)\b|\bthe[ ]\w+[ ]with[ ](?:the|"
            r"one)[ ](?:glass|missing|wooden|false)?[ ]?(?:eye|arm|leg|hand|parrot)\b"
        ),
    ),
    (
        DetailKind.RARE,
        re.compile(
            r"\b(?:pastor|mayor|sheriff|judge|principal|priest|coach|governor)'s[ ](?:\w+-?[ ]?)?(?:son|"
            r"daughter|wife|husband|kid|brother|sister)\b"
        ),
    ),
)
