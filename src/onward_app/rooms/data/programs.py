"""Other programs that ask by themselves: what they may see, what never, and a yes to each thing they may do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from onward_app.programs.never import NEVER
from onward_app.programs.reads import READS
from onward_app.programs.writes import WRITES
from onward_app.records.reading.programs import list_programs
from onward_app.records.writing.programs import let_programs, shut_programs
from onward_app.web.replies import request_owner


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """What there is, and what was said yes to."""
    owner = request_owner(request)
    told = {
        "shut": owner.programs_shut,
        "writes": [(one, one.name in owner.programs_may) for one in WRITES],
        "reads": READS,
        "never": NEVER,
        "programs": list_programs(owner),
    }
    return render(request, "data/programs.html", told)


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """A yes to what is ticked and to nothing else, or shut to all."""
    owner = request_owner(request)
    if request.POST.get("do") == "shut":
        shut_programs(owner)
    else:
        ticked = set(request.POST.getlist("may"))
        let_programs(owner, (one.name for one in WRITES if one.name in ticked))
    return HttpResponseRedirect(reverse("data:programs"))
