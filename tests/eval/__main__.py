"""Print how well the matching finds what is wanted, beside baselines in the same run. Nothing fails here."""

from collections import Counter

from tests.content.wanted import MUST
from tests.eval import metrics
from tests.eval.beside import NONE, OTHER, OUTCOMES, count_beside, read_accepted, tell_beside
from tests.eval.evaluation import (
    AREA,
    BEST,
    CHANCE,
    METHODS,
    THINGS,
    WORDS,
    Group,
    evaluate,
    intervals_of,
    mean_of,
    misses,
)
from tests.eval.methods import Things

_LINE = "{:<28}{:<16}{:>10}{:>10}{:>10}"
_MARGIN = "{:<28}{:<12}{:>20}{:>20}{:>20}"


def main() -> None:
    """Print a table for cases and one for tools, then what was not found and why."""
    print((metrics.__doc__ or "").rstrip())
    for things in THINGS:
        _print_table(things)
    _print_margins()
    _print_misses()
    _print_beside()


def _print_table(things: Things) -> None:
    print("\n" + _LINE.format(things, "", "recall@5", "MRR", "nDCG@10"))
    for group, members in evaluate().items():
        name = f"{len(members)} {group.value}"
        for place, method in enumerate((*METHODS, BEST)):
            numbers = [f"{number:.3f}" for number in mean_of(members, things, method)]
            print(_LINE.format("" if place else name, method, *numbers))


def _print_margins() -> None:
    print("\nBy how much the matching is better, with 95 % certainty (paired bootstrap over the projects).")
    print("Where the least is not above 0, it may be no better: that is marked.")
    for things in THINGS:
        print("\n" + _MARGIN.format(things, "beside", "recall@5", "MRR", "nDCG@10"))
        for group, members in evaluate().items():
            for place, baseline in enumerate((AREA, WORDS, CHANCE)):
                name = "" if place else f"{len(members)} {group.value}"
                found = intervals_of(members, things, baseline)
                cells = [f"{low:.3f} to {most:.3f} {'?' if low <= 0 else ' '}" for low, most in found]
                print(_MARGIN.format(name, baseline, *cells).rstrip())


def _print_misses() -> None:
    found = evaluate()[Group.ALL]
    missed = list(misses(found))
    must = sum(wish.grade == MUST for item in found for wish in item.scenario.wishes)
    print(f"\n{len(missed)} of {must} things that must be found do not stand among the first five:")
    for cause, count in Counter(miss.cause for miss in missed).most_common():
        print(f"\n{count}: {cause}")
        for miss in missed:
            if miss.cause == cause:
                place = f"number {miss.place}" if miss.place else "not listed"
                print(f"  {miss.scenario}: {miss.id}, {place}: {miss.detail}")


def _print_beside() -> None:
    print("\nThe case beside each question on each page of every project. Most have the same in all projects.")
    for named, kind in ((False, "found by their words"), (True, "whose cases the content names, so no measure")):
        questions = len({told.question for told in tell_beside() if told.is_named is named})
        print(f"\n{questions} questions {kind}:")
        for name, counts in count_beside(named=named).items():
            print(f"  {name:<24}" + "; ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES))
    print("\nWhat is not right:")
    wrong = [told for told in tell_beside() if told.outcome in (OTHER, NONE)]
    counted = Counter((told.question, told.outcome, told.case) for told in wrong)
    for (question, outcome, case), projects in counted.most_common():
        wanted = ", ".join(read_accepted()[question]) or "none"
        print(f"  {question}: {case or outcome} in {projects} projects; right would be {wanted}")


if __name__ == "__main__":
    main()
