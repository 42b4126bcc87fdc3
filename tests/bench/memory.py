"""How much memory a process takes that makes reports: run by itself, it prints megabytes."""

import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from wizard.services.contents import get_content, get_example
from wizard.services.reports import make_pdf
from wizard.services.summaries import summary_of

_ROOT = Path(__file__).resolve().parents[2]
_PEOPLE = 10
#: Linux tells what a process has, in kilobytes.
_STATUS = Path("/proc/self/status")


def grown() -> float:
    """Give the megabytes that a fresh process grows by when ten people ask for a report at once."""
    command = [sys.executable, "-m", "tests.bench.memory"]
    return float(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True).stdout)


def _ask_at_once() -> float:
    content = get_content(_ROOT)
    example = get_example(_ROOT, content)
    summary = summary_of(content, example)
    # The first report loads the fonts, which stay.
    make_pdf(example, summary)
    before = _peak()
    begin = Barrier(_PEOPLE)

    def ask(_: int) -> int:
        begin.wait()
        return len(make_pdf(example, summary))

    with ThreadPoolExecutor(_PEOPLE) as pool:
        list(pool.map(ask, range(_PEOPLE)))
    return _peak() - before


def _peak() -> float:
    """Give the most megabytes that this process has had."""
    if _STATUS.exists():
        # What `getrusage` tells on Linux is at least what the process had that started this one.
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    print(_ask_at_once())
