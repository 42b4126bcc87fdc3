"""Measure, and print a table. Nothing fails here: the numbers are for people, and machines differ."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.floor import Floor
from tests.bench.project import answer_everything
from tests.bench.rounds import Measured, Side, measure, timed
from tests.bench.visitor import Visitor
from wizard.core.answers import Answers
from wizard.core.content import Content
from wizard.core.summary import summarise
from wizard.services.reports import make_pdf
from wizard.web.context import get_provided

_LINE = "{:<44}{:>10}{:>10}{:>8}  {}"


def main() -> None:
    """Measure everything that has a target, and what is worth knowing beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        visitor = Visitor(folder)
        sizes = {address: visitor.size(address) for address in (*visitor.pages, visitor.result)}
        after = {address: visitor.next_page(address) for address in visitor.pages}
        sizes |= {address: visitor.size(address) for address in after.values()}
        floor = Floor(folder, set(sizes.values()))
        print(f"{len(visitor.answers)} questions on {len(visitor.pages)} pages of "
              f"{min(sizes[a] for a in visitor.pages)}-{max(sizes[a] for a in visitor.pages)} bytes; "
              f"the result has {sizes[visitor.result]} bytes. CPU milliseconds, medians of five rounds.\n")
        print(_LINE.format("", "wizard", "floor", "ratio", "target"))
        _compare(
            "page of questions",
            "1.5",
            _all([partial(visitor.get, address) for address in visitor.pages]),
            _all([partial(floor.get, sizes[address]) for address in visitor.pages]),
        )
        _compare(
            "save, redirect and next page",
            "2",
            visitor.change_everything,
            _all([partial(floor.save, sizes[next_]) for next_ in after.values()]),
        )
        result = partial(visitor.get, visitor.result)
        bare = _all([partial(floor.get, sizes[visitor.result])])
        _compare("result", "2", _all([result]), bare)
        _compare("result, first time after a change", "", visitor.after_a_change(result), bare)
        plain = answer_everything(visitor.content, fullest=False)
        _time("evaluation, fullest project", "3 ms", _evaluate(visitor.content, visitor.answers))
        _time(f"evaluation, plain project ({len(plain)} questions)", "3 ms", _evaluate(visitor.content, plain))


def _compare(what: str, target: str, side: Side, floor: Side) -> None:
    found = measure(side, floor)
    ours, theirs = (f"{seconds * 1000:.3f}" for seconds in found.seconds)
    print(_LINE.format(what, ours, theirs, f"{found.ratio:.2f}", f"<= {target}" if target else ""))


def _time(what: str, target: str, side: Side) -> None:
    found = measure(side)
    print(_LINE.format(what, f"{found.seconds[0] * 1000:.3f}", "", "", f"<= {target}" if target else ""))


def _all(things: list[Callable[[], object]]) -> Side:
    return partial(timed, things)


def _evaluate(content: Content, answers: Answers) -> Side:
    return _all([partial(summarise, content, answers, {})])


if __name__ == "__main__":
    main()
