"""Days as people say them."""

from __future__ import annotations

from datetime import date

# Own tables: strftime follows the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_day(day: date) -> str:
    """“3 March 2026”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_weekday(day: date) -> str:
    """“Tuesday 3 March”."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def say_month(day: date, on: date) -> str:
    """“March” while that is clear on `on`, “March 2025” once it is not."""
    months_back = (on.year - day.year) * 12 + on.month - day.month
    name = MONTHS[day.month - 1]
    return name if 0 <= months_back < 12 else f"{name} {day.year}"


def say_ago(day: date, on: date) -> str:
    """“today”, “yesterday”, “3 days ago”, “2 weeks ago”, “5 months ago”; a later day is given by its date."""
    days = (on - day).days
    if days < 0:
        return f"on {say_day(day)}"
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 14:
        return f"{days} days ago"
    if days < 61:
        return f"{days // 7} weeks ago"
    return f"{round(days / 30.44)} months ago" if days < 700 else f"{round(days / 365.25)} years ago"


def say_ahead(day: date, on: date) -> str:
    """“today”, “tomorrow”, “on Friday 6 March”; an earlier day as `say_ago` says it."""
    days = (day - on).days
    if days < 0:
        return say_ago(day, on)
    return ("today", "tomorrow")[days] if days < 2 else f"on {say_weekday(day)}"


def say_by(day: date, on: date) -> str:
    """The same without “on”, as it stands after “by” or alone: “tomorrow”, “Friday 6 March”."""
    days = (day - on).days
    return ("today", "tomorrow")[days] if 0 <= days < 2 else say_weekday(day) if days >= 2 else say_day(day)


def capitalize_first(words: str) -> str:
    """The same words with a capital at their start, names of days and months untouched."""
    return words[:1].upper() + words[1:]


def say_duration(days: int) -> str:
    """“1 day”, “12 days”."""
    return f"{days} day" if days == 1 else f"{days} days"
