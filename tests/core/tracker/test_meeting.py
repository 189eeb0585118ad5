"""Which job that is here a row means."""

from __future__ import annotations

from datetime import date

import pytest

from onward.tracker.meeting import JobMeeting, NamedJob, find_meeting, index_jobs

HERE = index_jobs(
    [
        NamedJob(1, "Linden Grove Counseling", "Outpatient Therapist", date(2026, 10, 5)),
        NamedJob(2, "Northlake Health", "Nurse", date(2026, 10, 5)),
        NamedJob(3, "Northlake Health", "Night Nurse", date(2026, 9, 1)),
        NamedJob(4, "Elm Clinic", "", date(2026, 10, 5)),
        NamedJob(5, "Oak House", "Cook"),
    ]
)


@pytest.mark.parametrize(
    ("employer", "role", "applied", "met"),
    [
        ("Linden Grove Counseling, Inc.", "Outpatient therapist", None, JobMeeting(sure=1)),
        ("Linden Grove Counseling", "Therapist", date(2026, 10, 6), JobMeeting(sure=1)),
        ("Linden Grove Counseling", "Therapist", None, JobMeeting(perhaps=(1,))),
        ("Linden Grove", "Outpatient Therapist", None, JobMeeting(perhaps=(1,))),
        ("Northlake Health", "nurse", None, JobMeeting(sure=2)),
        ("Northlake Health", "", None, JobMeeting(perhaps=(3, 2))),
        ("Northlake Health", "", date(2026, 10, 5), JobMeeting(perhaps=(2, 3))),
        ("Elm Clinic", "Counselor", date(2026, 10, 5), JobMeeting(sure=4)),
        ("Elm Clinic", "Counselor", None, JobMeeting(perhaps=(4,))),
        ("Oak House", "Baker", None, JobMeeting()),
        ("Birch House", "Cook", None, JobMeeting()),
    ],
)
def test_a_row_meets_the_job_it_names(employer: str, role: str, applied: date | None, met: JobMeeting) -> None:
    assert find_meeting(NamedJob(0, employer, role, applied), HERE) == met
