"""How long a transcript takes to read, beside two peers in the same run: `python benchmarks/transcripts.py`.

Prints one JSON line about a made-up meeting of two hours in 20,000 cues (WebVTT with voice tags, about 1.7 MB).

`read_ratio` is the time of `onward.debrief.transcript.read` over the time of reading the same bytes. Reading bytes is
taken here as the cheapest thing in Python that still reads a text: decode them, split them into lines, split every
line into words and count those. Whoever wants only the lines does less: `lines_ratio` is beside decoding, splitting
into lines and stripping each. `webvtt_ratio` is webvtt-py over ours; it gives captions, and neither turns nor speakers
merged. Each time is the best of several, on the processor's clock, all in one process, in turns.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import webvtt

from onward.debrief.transcript import read_transcript

CUES = 20_000
SECONDS = 2 * 3600
ROUNDS = 7
ANSWER = (
    "I called the family first and wrote",
    "down what they told me, and then we",
    "met again on the same afternoon",
)


def meeting(cues: int = CUES, seconds: int = SECONDS) -> bytes:
    """A WebVTT: an interviewer speaks five cues of every forty, the candidate the others."""
    lines, step = ["WEBVTT", ""], seconds / cues
    for n in range(cues):
        asks = n % 40 < 5
        who = "Dana Ruiz" if asks else "Robin Ames"
        words = "Tell me about a time when that was hard?" if asks else ANSWER[n % 3]
        lines += [str(n), f"{_stamp(n * step)} --> {_stamp((n + 0.9) * step)}", f"<v {who}>{words}</v>", ""]
    return "\n".join(lines).encode()


def _stamp(at: float) -> str:
    return f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}:{at % 60:06.3f}"


def words_of(raw: bytes) -> int:
    """The reading that ours is measured by: decode, lines, words."""
    count = 0
    for line in raw.decode().splitlines():
        count += len(line.split())
    return count


def lines_of(raw: bytes) -> int:
    """Less than reading: decode, lines, and whether there is anything on them."""
    count = 0
    for line in raw.decode().splitlines():
        if line.strip():
            count += 1
    return count


def by_webvtt(raw: bytes) -> int:
    """webvtt-py, which reads well-formed WebVTT only."""
    return sum(1 for caption in webvtt.from_buffer(io.StringIO(raw.decode())) if caption.text)


def best(runs: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest of several rounds for each, in seconds; the rounds take turns, so that all meet the same machine."""
    times = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            began = time.process_time()
            run()
            times[name] = min(times[name], time.process_time() - began)
    return times


def main() -> None:
    """Print the line."""
    raw = meeting()
    took = best(
        {
            "ours": lambda: read_transcript(raw),
            "words": lambda: words_of(raw),
            "lines": lambda: lines_of(raw),
            "webvtt": lambda: by_webvtt(raw),
        }
    )
    found = {
        "cues": CUES,
        "bytes": len(raw),
        "turns": len(read_transcript(raw).turns),
        "read_ratio": round(took["ours"] / took["words"], 1),
        "lines_ratio": round(took["ours"] / took["lines"], 1),
        "webvtt_ratio": round(took["webvtt"] / took["ours"], 1),
        "seconds": round(took["ours"], 3),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
