"""Measure, and print a table. Nothing fails here: the numbers are for people, and machines differ."""

import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.floor import Floor
from tests.bench.matching import beside_times, match_times
from tests.bench.memory import grown
from tests.bench.project import answer_everything
from tests.bench.report import Report
from tests.bench.rounds import Side, measure, timed
from tests.bench.search import TIMES, page_times, search_times
from tests.bench.visitor import Visitor
from wizard.app import ROOT
from wizard.core.content import Content
from wizard.core.summary import summarise
from wizard.services.contents import get_example
from wizard.services.summaries import summary_of

_LINE = "{:<44}{:>10}{:>10}{:>8}  {}"


def main() -> None:
    """Measure everything that has a target, and what is worth knowing beside it."""
    with tempfile.TemporaryDirectory() as name:
        visitor = Visitor(Path(name))
        addresses = {*visitor.pages, *map(visitor.next_page, visitor.pages), visitor.result}
        sizes = {address: visitor.size(address) for address in addresses}
        floor = Floor(Path(name), set(sizes.values()))
        asked = [sizes[page] for page in visitor.pages]
        print(
            f"{len(visitor.answers)} questions on {len(asked)} pages of {min(asked)} to {max(asked)} bytes; the result "
            f"has {sizes[visitor.result]}.\nCPU milliseconds, medians of five rounds.\n"
        )
        print(_LINE.format("", "wizard", "floor", "ratio", "target"))
        _compare_pages(visitor, floor, sizes)
        _compare_saves(visitor, floor, sizes)
        _compare_results(visitor, floor, sizes)
        _time_evaluation(visitor)
        _compare_report(visitor.content)
        _weigh_reports()
        _time_matching(visitor)
        _time_search(visitor.content)


def _compare_pages(visitor: Visitor, floor: Floor, sizes: dict[str, int]) -> None:
    pages = _each(visitor.get, visitor.pages)
    bare = _each(floor.get, [sizes[page] for page in visitor.pages])
    _compare("page of questions", "1.5", partial(timed, pages), partial(timed, bare))
    known = _each(floor.get_known, [sizes[page] for page in visitor.pages])
    _compare("  beside a floor with a cookie and one query", "", partial(timed, pages), partial(timed, known))
    _compare("  the first time after a change", "", visitor.after_a_change(pages[0]), partial(timed, bare[:1]))


def _compare_saves(visitor: Visitor, floor: Floor, sizes: dict[str, int]) -> None:
    after = [sizes[visitor.next_page(page)] for page in visitor.saved]
    _compare("save, redirect and next page", "2", visitor.change_everything, partial(timed, _each(floor.save, after)))
    by_orm = partial(timed, _each(partial(floor.save, by_orm=True), after))
    _compare("  beside a floor that saves by the ORM", "", visitor.change_everything, by_orm)
    visitor.put_back()


def _compare_results(visitor: Visitor, floor: Floor, sizes: dict[str, int]) -> None:
    result = partial(visitor.get, visitor.result)
    bare = partial(timed, _each(floor.get, [sizes[visitor.result]]))
    _compare("result", "2", partial(timed, [result]), bare)
    _compare("  the first time after a change", "", visitor.after_a_change(result), bare)


def _time_evaluation(visitor: Visitor) -> None:
    fullest, plain = visitor.answers, answer_everything(visitor.content, fullest=False)
    for name, answers in (("fullest", fullest), ("plain", plain)):
        evaluate = partial(summarise, visitor.content, answers, {})
        _time(f"evaluation, {name} project ({len(answers)} questions)", "3", partial(timed, [evaluate]))


def _compare_report(content: Content) -> None:
    example = get_example(ROOT, content)
    report = Report(example, summary_of(content, example))
    name = f"report of {report.pages} pages as PDF, "
    written = partial(timed, [report.write])
    _compare(name + "beside it untagged", "1.4", written, partial(timed, [report.write_untagged]))
    _compare("  beside a bare canvas with the same text", "3.5", written, partial(timed, [report.write_bare]))


def _weigh_reports() -> None:
    print(_LINE.format("memory for ten reports at once", f"{grown():.1f}", "", "", "<= 60 MB"), flush=True)


def _time_matching(visitor: Visitor) -> None:
    content = visitor.content
    matched = f"match of {len(content.cases)} cases, {len(content.tools)} tools"
    for name, times, target in (
        (matched, match_times, "<= 3 ms"),
        ("cases beside a page of questions", beside_times, ""),
    ):
        small, big = times(content, visitor.answers)
        few, many = f"{small * 1000:.3f}", f"{big * 1000:.3f}"
        print(_LINE.format(name, few, "", "", target))
        most = f"<= {TIMES}" if target else ""
        print(_LINE.format(f"  {TIMES} times as many, beside as many", many, few, f"{big / small:.0f}", most))


def _time_search(content: Content) -> None:
    small, big = search_times(content)
    entries = len(content.search_index.documents)
    for name, pick, target in (("median query", median, "<= 5 ms"), ("slowest query", max, "")):
        print(_LINE.format(f"search in {entries} entries, {name}", f"{pick(small) * 1000:.3f}", "", "", target))
        few, many = (f"{pick(seconds) * 1000:.3f}" for seconds in (small, big))
        ratio = f"{pick(big) / pick(small):.0f}"
        print(_LINE.format(f"  {TIMES} times as many, beside as many", many, few, ratio, f"<= {TIMES}"), flush=True)

    shown = page_times(content)
    for name, pick in (("median", median), ("slowest", max)):
        print(_LINE.format(f"  with filters counted and hits marked, {name}", f"{pick(shown) * 1000:.3f}", "", "", ""))


def _each(act: Callable[..., object], things: Iterable[object]) -> list[Callable[[], object]]:
    return [partial(act, thing) for thing in things]


def _compare(what: str, target: str, side: Side, floor: Side) -> None:
    found = measure(side, floor)
    ours, theirs = (f"{seconds * 1000:.3f}" for seconds in found.seconds)
    print(_LINE.format(what, ours, theirs, f"{found.ratio:.2f}", f"<= {target}" if target else ""), flush=True)


def _time(what: str, target: str, side: Side) -> None:
    [seconds] = measure(side).seconds
    print(_LINE.format(what, f"{seconds * 1000:.3f}", "", "", f"<= {target} ms" if target else ""), flush=True)


if __name__ == "__main__":
    main()
