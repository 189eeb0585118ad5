"""Where claims of fact come from: one key for each source, what it says and of whom, and the day it was last looked at.

A sentence with a fact about the world is `cited("…", "key")`, in a template `{% source "key" %}…{% endsource %}`,
in a pack `source = "key"`; a test finds a number without one. `docs/sources.md` is this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reference:
    """One source. `says` is all that the product may say from it; `checked` is None where it was not found again."""

    key: str
    says: str
    where: str
    year: str
    population: str
    checked: date | None


_LOOKED = date(2026, 11, 26)
_CHECKED_LATER = date(2026, 11, 27)

SOURCES: tuple[Reference, ...] = (
    Reference(
        "talent-board-2022",
        "71 % never got any reason for not advancing (60 % in Europe, the Middle East and Africa; 53 % in Asia and "
        "the Pacific).",
        "Talent Board 2022, reported by ERE, 14 September 2022.",
        "2022",
        "candidates in North America, of firms that take part in its program",
        None,
    ),
    Reference(
        "asking-poll",
        "After asking for feedback about 60 % never got any, 9 % often or always did.",
        "Poll in a LinkedIn group, reported by yuhpp.com; seen only there.",
        "2023",
        "about 14,000 people who chose to vote",
        None,
    ),
    Reference(
        "ask-after-a-form",
        "About 5 asks in 100 bring a useful reply where nobody was met; about 15 where somebody was.",
        "An estimate of the house’s own, from how seldom candidates say they got a reason. Nobody has counted it.",
        "2026",
        "asks for advice after an application alone",
        _LOOKED,
    ),
    Reference(
        "farber-2017",
        "No relation of callbacks to how long somebody had been unemployed; fewer callbacks from 50 years on; fewer "
        "callbacks with a "
        "lower-level interim job.",
        "Farber, Silverman and von Wachter, RSF Journal of the Social Sciences 3(3), 2017 (NBER working paper 21689).",
        "2017",
        "made-up applications of experienced, college-educated women for administrative support jobs in the US",
        _LOOKED,
    ),
    Reference(
        "stefan-2010",
        "Most of these fellowships succeed about 15 % of the time, so that six hours go into proposals that are "
        "turned down for each hour "
        "on one that wins; she proposes that scientists keep a “CV of failures”. She published none of her own there.",
        "Melanie Stefan, “A CV of failures”, Nature 468, 2010.",
        "2010",
        "one scientist, on research fellowships",
        _LOOKED,
    ),
    Reference(
        "careerplug-2020",
        "15 % of applicants got an interview in 2020; by the same firm’s report for 2024 it was 3 %.",
        "CareerPlug, Recruiting Metrics Reports.",
        "2020, 2024",
        "applications to small businesses in the US that use its software",
        _LOOKED,
    ),
    Reference(
        "jobvite-2018",
        "17 % of interviews led to an offer in 2015, 20 % in 2016, 28 % in 2017.",
        "Jobvite 2015 to 2017, reported by Hunt Scanlon.",
        "2018",
        "employers that use its software",
        _LOOKED,
    ),
    Reference(
        "smartrecruiters-2025",
        "40 candidates for a role at health care organizations, 73 in all industries.",
        "SmartRecruiters, Recruiting Benchmarks 2025, as told in its “Healthcare benchmark recruiting metrics”.",
        "2025",
        "all roles of employers that use its software: 1.5 million jobs in 95 countries",
        _LOOKED,
    ),
    Reference(
        "eby-2010",
        "In a year 33.2 % of counselors and 23.4 % of clinical supervisors left, most by their own choice, most often "
        "for another job.",
        "Eby, Burk and Maher, Journal of Substance Abuse Treatment 39(3), 2010.",
        "2010",
        "27 organizations that treat substance use in the US, 2008 and 2009",
        _LOOKED,
    ),
    Reference(
        "bangerter-2014",
        "Stories came 23 % of the time, and told more of the situation than of what was done and what came of it; "
        "stories raised "
        "recommendations, self-descriptions lowered them.",
        "Bangerter, Corvalan and Cavin, Journal of Business and Psychology 29, 2014.",
        "2014",
        "answers to past-behavior questions in 62 real job interviews",
        _LOOKED,
    ),
    Reference(
        "laske-2024",
        "Speeches with 0, 2 or 5 fillers a minute were rated alike; with 12 a minute worse, above all with sounds "
        "like “um”.",
        "Laske and DiGennaro Reed, Journal of Applied Behavior Analysis, 2024.",
        "2024",
        "raters from a survey service, of recorded speeches; no interviews",
        _LOOKED,
    ),
    Reference(
        "ellis-2006",
        "After a success, going over what went wrong helps most; after a failure any review helps.",
        "Ellis, Mendel and Nir, Journal of Applied Psychology 91, 2006.",
        "2006",
        "experiments with students",
        None,
    ),
    Reference(
        "wanberg-2010",
        "After a day of good progress people put less time into the search the next day.",
        "Wanberg, Zhu and van Hooft, Academy of Management Journal 53, 2010.",
        "2010",
        "233 job seekers with a daily diary",
        None,
    ),
    Reference(
        "fsrs-6",
        "The interval after which a card would still be recalled nine times in ten, by its published default "
        "parameters.",
        "FSRS-6, open-spaced-repetition.",
        "2025",
        "reviews of flash cards; no interview answers",
        _LOOKED,
    ),
    Reference(
        "pfrombeck-2023",
        "Who chose two or three of thirteen values that matter most and wrote ten minutes on why was employed again "
        "within four weeks almost three times as often as who wrote on those that matter least. Not repeated yet.",
        "Pfrombeck, Galinsky, Nagy, North, Brockner and Grote, PNAS, 2023 (10.1073/pnas.2301532120).",
        "2023",
        "334 job seekers online, 556 at an employment agency in Switzerland",
        None,
    ),
    Reference(
        "bierbaum-2021",
        "A spoken exercise on values at the desk: mixed, partly negative effects; less of a feeling of belonging over "
        "all, more self-efficacy in those with less schooling.",
        "Bierbaum and Nillesen, PLOS ONE, 2021.",
        "2021",
        "174 people on welfare in Maastricht",
        None,
    ),
    Reference(
        "kreemers-2020",
        "Writing with self-compassion lowered negative feelings at once, partly through less self-criticism.",
        "Kreemers, van Hooft and van Vianen, 2020.",
        "2020",
        "180 job seekers, in a field experiment",
        None,
    ),
    Reference(
        "agg-15",
        "A claim under the AGG has to be made in writing within two months; after an application they begin when the "
        "no arrives, and not before one knows of the discrimination. Collective agreements may set another limit.",
        "Allgemeines Gleichbehandlungsgesetz § 15(4); Federal Labor Court, 25 July 2024, 8 AZR 21/23.",
        "2024",
        "people who apply in Germany",
        _LOOKED,
    ),
    Reference(
        "arbgg-61b",
        "A suit for compensation under AGG § 15 has to be brought within three months after the claim was made in "
        "writing.",
        "Arbeitsgerichtsgesetz § 61b(1).",
        "2024",
        "people who apply in Germany",
        _LOOKED,
    ),
    Reference(
        "acas-time-limits",
        "Three months less one day to begin early conciliation with Acas; the Employment Rights Act 2025 makes it six "
        "months, not before October 2026.",
        "Equality Act 2010 s. 123; Employment Rights Act 2025; reports of law firms, 2025 and 2026.",
        "2025",
        "people who apply in Great Britain",
        _LOOKED,
    ),
    Reference(
        "lra-conciliation",
        "In Northern Ireland the Labour Relations Agency is told first; claims usually have to be presented within "
        "three or six months of what happened, by the kind of claim.",
        "nidirect, “Early conciliation”; Labour Relations Agency.",
        "2026",
        "people who apply in Northern Ireland",
        _CHECKED_LATER,
    ),
    Reference(
        "agg-27",
        "Whoever thinks that they were discriminated against can turn to the Federal Anti-Discrimination Agency, which "
        "tells of claims and ways, arranges advice, and seeks an agreement.",
        "Allgemeines Gleichbehandlungsgesetz § 27.",
        "2026",
        "people who apply in Germany",
        _CHECKED_LATER,
    ),
    Reference(
        "equality-bodies",
        "Each country of the EU has a public equality body that assists people who were discriminated against.",
        "Directives (EU) 2024/1499 and 2024/1500.",
        "2024",
        "people in the EU",
        _CHECKED_LATER,
    ),
    Reference(
        "eeoc-time-limits",
        "180 calendar days; 300 where a state or local agency enforces a law against the same thing (for age: a "
        "state law and a state agency); federal employees and applicants: 45 days to an EEO counselor. Where more than "
        "one thing happened, each usually has its own limit.",
        "EEOC, “Time limits for filing a charge”.",
        "2026",
        "people who work or apply in the US",
        _LOOKED,
    ),
    Reference(
        "42-cfr-part-2",
        "To be followed since 16 February 2026: one written consent may cover all future treatment, payment and "
        "health care operations; "
        "use in proceedings against the person needs their own consent or a court order.",
        "42 CFR Part 2, final rule of 16 February 2024 (89 FR 12472).",
        "2024",
        "records of federally assisted substance use disorder programs in the US",
        _LOOKED,
    ),
    Reference(
        "bls-violence-2018",
        "Injuries by another person’s intent with days away from work: 10.4 in 10,000 full-time workers in private "
        "health care and social assistance, 2.1 in all work; five times as likely.",
        "US Bureau of Labor Statistics, fact sheet “Workplace Violence in Healthcare, 2018”, April 2020.",
        "2018",
        "employees of private firms in the US",
        date(2026, 11, 27),
    ),
    Reference(
        "29-cfr-785",
        "Who has to stay on call on the employer’s premises, or so near that the time can’t be used for one’s own "
        "purposes, is working; who only leaves word where to be reached is not.",
        "29 CFR 785.17, under the Fair Labor Standards Act.",
        "1961",
        "employees in the US whom the Act covers",
        date(2026, 11, 27),
    ),
    Reference(
        "telehealth-licensing",
        "One practices where the client is; whether there is an exception for a visit or in an emergency is each "
        "state’s rule.",
        "Zur Institute, “Telehealth across state lines”; Person Centered Tech, rules by state.",
        "2025",
        "licensed clinicians in the US",
        _LOOKED,
    ),
    Reference(
        "opioid-withdrawal",
        "Death is an uncommon outcome of opioid withdrawal, by vomiting, diarrhea and loss of fluids when it is not "
        "watched.",
        "Darke, Larney and Farrell, “Yes, people can die from opiate withdrawal”, Addiction 112, 2017.",
        "2017",
        "documented deaths, most of them in jails",
        _LOOKED,
    ),
    Reference(
        "opioid-mortality",
        "Mortality is lower during treatment with methadone or buprenorphine than out of it, and highest in the "
        "weeks after it stops, "
        "when tolerance is lost.",
        "Sordo and others, BMJ 357, 2017.",
        "2017",
        "cohorts of people with opioid dependence",
        _LOOKED,
    ),
    Reference(
        "beck",
        "His application for membership in the American Psychoanalytic Association had been rejected twice.",
        "Rosner, “Aaron T. Beck’s drawings…”, History of Psychology 15, 2012.",
        "2012",
        "one person",
        _LOOKED,
    ),
    Reference(
        "oconnor",
        "She called at least 40 firms from the placement board at Stanford; not one would give a woman an interview.",
        "Her own words, NPR Fresh Air 2013.",
        "2013",
        "one person",
        _LOOKED,
    ),
    Reference(
        "ginsburg",
        "At the top of her class at Columbia Law School, she had difficulty finding work at a firm; “we had to find "
        "another way”.",
        "Bloomberg Law, 2 July 2019.",
        "2019",
        "one person",
        _LOOKED,
    ),
    Reference(
        "kariko",
        "Turned down for a tenure-track post and told that she was not of faculty quality; Nobel Prize in Medicine "
        "2023.",
        "Philadelphia Inquirer, 7 October 2023.",
        "2023",
        "one person",
        _LOOKED,
    ),
    Reference(
        "chesky",
        "In June 2008 he was introduced to seven investors; five said no and two did not reply.",
        "Brian Chesky, Medium 2015; Fortune, 13 July 2015.",
        "2015",
        "one person",
        _LOOKED,
    ),
)

_BY_KEY = {one.key: one for one in SOURCES}


def find_source(key: str) -> Reference:
    """The source with this key; a KeyError where there is none."""
    return _BY_KEY[key]


def cited(words: str, *keys: str) -> str:
    """The words, which say something that these sources say. An unknown key is an error at once."""
    for key in keys:
        find_source(key)
    return words
