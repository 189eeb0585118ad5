"""More patterns of the scan: ages after a name, nicknames, families, wards, and who can be told by one trait."""

from __future__ import annotations

import re

from onward.wording.client_patterns import DetailKind
from onward.wording.days import MONTHS, WEEKDAYS

_NAME = r"[A-Z][a-zà-öø-ÿ]+(?:[-'][A-Za-z][a-zà-öø-ÿ]+)?"
_CALLED = (
    r"Old|Little|Lil'?|Big|Crazy|Mad|Sister|Brother|Father|Pastor|Deacon|Officer|Sergeant|Sgt\.|Captain|"
    r"Coach|Deputy|Nana|"
    r"Grandma|Grandpa|Auntie|Uncle|Chief|Reverend|Rev\."
)
_KIN = r"family|boys|girls|brothers|sisters|twins|kids|children|household|couple"
_HOUSES = (
    r"Juvenile|Correctional|Detention|Motel|Hotel|Inn|Apartments|Suites|Towers|Estates|Prep|Charter|Hospice|"
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

_PERSON = r"boy|girl|client|patient|man|woman|child|teen|student|resident|veteran|caller"
_YEARS = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{3,5})?|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|two|three|four|five|six|seven|eight|nine)"
)
_TIME = "|".join((*MONTHS, *WEEKDAYS))

MORE: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
    (
        DetailKind.AGE,
        re.compile(
            r"\b(?P<it>(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-(?:one|two|three|four|five|six"
            r"|seven|eight|nine))"
            r"(?=,| and (?:living|still|alone|never|already|newly))"
        ),
    ),
    (
        DetailKind.RARE,
        re.compile(
            r"\b[Tt]he[ ](?:man|woman|boy|girl|guy|kid|couple|family|teen)[ ](?:from|in)[ ](?:the"
            r"|that)[ ](?:viral|famous|news)[ ]\w+"
        ),
    ),
    (
        DetailKind.AGE,
        re.compile(
            rf"\b(?:{_PERSON})[ ](?:in|on|at|from|with|I|we|who)[ ](?:\w{{1,12}}[ ]){{1,4}}(?:was"
            rf"|is)[ ](?P<it>\d{{2,3}})(?=[.,;]|$|[ ]and\b)"
        ),
    ),
    (
        DetailKind.AGE,
        re.compile(
            rf"\b(?:[Mm]y|[Tt]he)[ ](?:youngest|oldest|eldest)(?:[ ]\w{{1,12}})?[ ](?:was"
            rf"|is)[ ](?:only[ ])?(?P<it>{_YEARS})\b"
        ),
    ),
    (DetailKind.AGE, re.compile(rf"\b(?:[Hh]e|[Ss]he|who)[ ](?:had[ ])?(?:just[ ])?turn(?:ed|s)[ ](?P<it>{_YEARS})\b")),
    (
        DetailKind.AGE,
        re.compile(
            rf"\b(?:couple|twins|brothers|sisters|siblings|boys|girls),[ ](?P<it>{_YEARS}[ ]and[ ]{_YEARS})(?=[,.;])"
        ),
    ),
    (
        DetailKind.AGE,
        re.compile(rf"(?:\b{_NAME}|\b[A-Z]\.){{1,2}},[ ](?P<it>\d{{1,3}})(?=,|\.|;|[ ](?:of|from|and)\b|$)"),
    ),
    (
        DetailKind.AGE,
        re.compile(r"\b(?:boy|girl|client|patient|man|woman|child|teen|student|resident)[ ]of[ ](?P<it>\d{1,3})\b"),
    ),
    (
        DetailKind.AGE,
        re.compile(r"\bin[ ](?:his|her|their)[ ](?P<it>(?:early[ ]|late[ ]|mid-?[ ]?)?(?:nineties|90s))\b"),
    ),
    (
        DetailKind.AGE,
        re.compile(
            r"\b(?:them|both|boys|girls|twins|sisters|brothers|kids|children)[ ](?:is|was"
            r"|were)[ ](?:only[ ])?(?P<it>\d{1,2})\b"
        ),
    ),
    (DetailKind.PHONE, re.compile(r"(?<![\d-])\d{3}[-.]\d{4}(?![\d-])")),
    (DetailKind.RECORD, re.compile(r"\b(?:IEP|ID|case|file|chart)[ ](?:number|no\.?|#)?,?[ ]?(?P<it>\d[\d-]{4,12})\b")),
    (DetailKind.NAME, re.compile(rf"(?<!\w)(?:{_CALLED})[ ](?P<it>(?!Brothers|Sisters|Pharma|Five|Book){_NAME})")),
    (
        DetailKind.NAME,
        re.compile(
            r"\b(?:about|with|used|mentioned|named|of|and|called|described|for|told|lost"
            r"|met)[ ](?P<it>[A-Z]\.(?:[ ]?[A-Z]\.)?)"
            r"(?=[ ](?:as|and|who|was|had|in|for|came|to|from|the|would)\b|'s\b)"
        ),
    ),
    (DetailKind.NAME, re.compile(rf"(?<![\w-])(?P<it>(?!(?:{_TIME})\b){_NAME})(?=,[ ]\d{{1,3}}(?:,|;|\.$))")),
    (
        DetailKind.NAME,
        re.compile(
            rf"(?<![\w-])(?P<it>{_NAME})(?=,[ ]as[ ](?:everybody|everyone|we|they|people"
            rf"|the[ ]staff)[ ](?:all[ ])?called[ ](?:her|him)\b)"
        ),
    ),
    (DetailKind.NAME, re.compile(rf"\b[Tt]he[ ](?P<it>{_NAME})[ ](?:{_KIN})\b")),
    (DetailKind.NAME, re.compile(r"\b(?:family|couple|brothers|sisters),[ ]the[ ](?P<it>[A-Z][a-z]+s)\b")),
    (DetailKind.FACILITY, re.compile(rf"\b(?:{_NAME}[ ]){{1,3}}(?:{_HOUSES})\b(?:[ ](?:cottage[ ])?\d{{1,3}})?")),
    (
        DetailKind.FACILITY,
        re.compile(r"\b(?:Unit|Ward|Wing|Pod|Tower|Floor|Tier|Cottage)[ ](?:\d{1,3}[A-Z]?|[A-Z]\d{0,2})\b"),
    ),
    (
        DetailKind.FACILITY,
        re.compile(
            rf"\b(?:the|at|to|from|of)[ ](?P<it>{_NAME}(?:[ ]{_NAME})?[ ](?:shelter|clinic|hospital|jail|prison"
            rf"|motel|hospice|"
            r"detox|group[ ]home|nursing[ ]home|elementary|preschool|day[ ]?care|middle[ ]school|high[ ]school))\b"
        ),
    ),
    (
        DetailKind.FACILITY,
        re.compile(
            rf"\b(?:school|hospital|clinic|shelter|facility|program|group[ ]home|jail|prison|church),[ ]"
            rf"(?P<it>{_NAME}(?:[ ]{_NAME}){{0,2}})"
        ),
    ),
    (
        DetailKind.FACILITY,
        re.compile(
            rf"\b(?:sent|took|moved|brought|drove|sending|returned|transferred|admitted)[ ](?:him|her"
            rf"|them)[ ](?:back[ ])?(?:to|from|at)[ ]"
            rf"(?P<it>{_NAME}(?:[ ]{_NAME}){{0,2}})"
        ),
    ),
    (DetailKind.FACILITY, re.compile(r"\b(?:on|to|from|off)[ ](?P<it>\d{1,2}[ ](?:West|East|North|South))\b")),
    (
        DetailKind.FACILITY,
        re.compile(
            rf"\b(?:been|stayed|staying|months|years|weeks|days|nights?|died|lived|living|bed|spot|placement"
            rf"|stay|detox)[ ]at[ ](?:the[ ])?(?P<it>{_NAME}(?:[ ]{_NAME})?)"
        ),
    ),
    (
        DetailKind.PLACE,
        re.compile(rf"\b(?:whole[ ]of|home[ ]to|back[ ]to|up[ ]to|over[ ]to)[ ](?P<it>{_NAME}(?:[ ]{_NAME})?)"),
    ),
    (
        DetailKind.PLACE,
        re.compile(
            rf"\b(?:drove|moved|ran|went|flew|hitchhiked|returned|relocated|traveled|fled)[ ](?:(?:out|back|up"
            rf"|down|home|away)[ ])?to[ ]"
            rf"(?P<it>{_NAME}(?:[ ]{_NAME})?)"
        ),
    ),
    (DetailKind.PLACE, re.compile(rf"\b{_NAME},[ ]\d{{1,3}},[ ](?:of|from)[ ](?P<it>{_NAME}(?:[ ]{_NAME})?)")),
    (
        DetailKind.PLACE,
        re.compile(
            rf"\b(?:the|behind)[ ](?P<it>{_NAME})[ ](?:feed[ ]store|gas[ ]station|diner|library|laundromat|motel)\b"
        ),
    ),
    (DetailKind.RARE, re.compile(rf"\b(?:[Tt]he|an?)[ ](?:[\w-]{{1,20}}[ ]){{1,3}}who[ ](?:{_DID})\b[^.,;\n]{{0,40}}")),
    (
        DetailKind.RARE,
        re.compile(
            r"\b(?:gave[ ]birth|was[ ]born|were[ ]born|delivered)[ ](?:in|on|at)[ ](?:the|an?)[ ](?:ferry"
            r"|ambulance|elevator|plane|bus|"
            r"train|taxi|car|parking[ ]lot|shelter|jail|cell)\b|\bwith[ ](?:only[ ])?(?:one|no)[ ](?:arm|leg"
            r"|hand|eye|ear)s?\b"
            r"|\b(?:child|boy|girl|man|woman|baby|body)[ ](?:who[ ]was[ ])?(?:found|left|abandoned|rescued"
            r"|pulled)[ ](?:in|at|on|from|under)[ ](?:the|an?)[ ]\w+"
            r"|\bwho[ ]was[ ](?:struck|attacked|kidnapped|shot|stabbed|buried|rescued)\b[^.,;\n]{0,30}"
            r"|\bwho[ ]drove[ ](?:his|her|their|a)[ ]\w+[ ](?:into|off|through)\b[^.,;\n]{0,30}"
            r"|\b(?:circus|rodeo|ballet|opera|carnival)[ ](?:performer|clown|rider|dancer|singer|star)\b"
        ),
    ),
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
