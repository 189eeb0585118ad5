"""What all rows share: an owner, and whether they stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Self, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.base import ModelState


class ReadRow(models.Model):
    """A row that is read quickly. Django's own way from the database goes through `__init__`, which looks at each field
    of each row and tells whoever listens: of some hundred rows, that was a tenth of a page's time. Nobody listens here.
    """

    class Meta:
        abstract = True

    @classmethod
    def from_db(  # type: ignore[override]  # as Django 5.2 calls it
        cls, db: str | None, field_names: Collection[str], values: Sequence[Any]
    ) -> Self:
        """A row of these columns, in their order; one that isn't among them is asked for when it is looked at."""
        row = cls.__new__(cls)
        row.__dict__.update(zip(field_names, values, strict=True))
        row._state = ModelState()
        row._state.adding, row._state.db = False, db
        return row


class Owner(ReadRow):
    """The person whose search this is. One is made at first start; every other row belongs to one."""

    name = models.CharField(max_length=120, blank=True)
    made_at = models.DateTimeField()
    search_began = models.DateField(null=True)  # older letters are read, and not counted out loud
    filed_through = models.BigIntegerField(null=True)  # the last Part that filing knows; None: it looks at everything
    file_again = models.JSONField(default=list)  # [letters, jobs] that the last filing altered, by number
    mail_read_on = models.DateField(null=True)  # silence counts up to this day, or to what the person said
    seen_on = models.DateField(null=True)  # last day the person opened Onward: "welcome back" after weeks
    delivery_off = models.BooleanField(default=False)  # figures on pace and fillers, switched off for good
    income_now = models.DateField(null=True)  # "I need income now", and since when
    income_review = models.DateField(null=True)
    paused_until = models.DateField(null=True)  # a real pause: silent until this day
    day_off = models.PositiveSmallIntegerField(null=True)  # 0 is Monday
    field = models.CharField(max_length=60, blank=True)  # the key of the pack of the person's field: it comes first
    stories_off = models.BooleanField(default=False)
    country = models.CharField(max_length=2, blank=True)  # whose lines to call are shown; "" while it wasn't said
    values_written_on = models.DateField(null=True)  # the last fifteen minutes on what matters, kept or burnt
    sends_from = models.CharField(
        max_length=320, blank=True
    )  # the address that mail goes out from; "" while it doesn't
    sends_through = models.CharField(max_length=300, blank=True)  # smtps://… or smtp://…, never with a password
    feed_key = models.CharField(max_length=64, blank=True)  # what the calendar's secret address ends with
    feed_neutral = models.BooleanField(default=False)  # in that calendar everything is called “Appointment”
    feed_reminds = models.BooleanField(default=False)  # and the calendar program is asked to remind of it
    programs_may = models.JSONField(default=list)  # the writes that other programs may do, by name
    programs_shut = models.BooleanField(default=False)  # no other program is answered at all
    show_numbers = models.BooleanField(default=False)  # hope points, odds, calibration, tight spots: when wanted
    at_home = models.BooleanField(default=False)  # whom the command line and the door act as

    class Meta:
        constraints = [  # two first starts at once make one owner
            models.UniqueConstraint(fields=["at_home"], condition=models.Q(at_home=True), name="one_owner_at_home")
        ]


class OwnAddress(ReadRow):
    """A mail address the person writes from, so that their own mail isn't taken for an employer's."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="addresses")
    address = models.CharField(max_length=320)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "address"], name="one_address_once")]


class Owned(ReadRow):
    """A row that belongs to somebody."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=models.Model, covariant=True)


class StandingRows(models.QuerySet[Row]):
    """Queries on rows that can be undone."""

    def of(self, owner: Owner) -> Self:
        """The owner's rows that stand: what nearly every read starts from."""
        return self.filter(owner=owner, stands=True)


STANDING = models.Q(stands=True)  # of an index: Django asks for `AND "stands"`, which only such a one can use


class Undoable(Owned):
    """A row that a Change made, and that an undo takes out of force. It is never deleted by either."""

    stands = models.BooleanField(default=True)

    objects = StandingRows.as_manager()

    class Meta:
        abstract = True


class Change(ReadRow):
    """One thing done by the person or by Onward, which can be undone. Undoing is a change too."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="changes")
    intention = models.CharField(max_length=60)  # "jobs.add", "notice.file": the step and what was meant
    summary = models.CharField(max_length=300)  # the sentence the person sees
    by = models.CharField(max_length=10, default="person")  # or "onward", or "program"
    program = models.CharField(max_length=60, blank=True)  # what the program that did it calls itself
    at = models.DateTimeField()
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    opportunity = models.ForeignKey("records.Opportunity", models.SET_NULL, null=True, related_name="changes")

    class Meta:
        ordering = ["-id"]


class Part(ReadRow):
    """What a change did to one row: the fields it set, before and after. `before` is null for a row it made."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    change = models.ForeignKey(Change, models.CASCADE, related_name="parts")
    table = models.CharField(max_length=40)
    row = models.BigIntegerField()
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["table", "row"], name="part_row")]
