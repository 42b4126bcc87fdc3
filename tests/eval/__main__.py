"""Print how well the matching finds what is wanted, beside baselines in the same run. Nothing fails here."""

from collections import Counter

from tests.content.wanted import MUST
from tests.eval import metrics
from tests.eval.beside import OUTCOMES, count_beside
from tests.eval.evaluation import BEST, METHODS, THINGS, Group, evaluate, mean_of, misses
from tests.eval.methods import Things

_LINE = "{:<28}{:<16}{:>10}{:>10}{:>10}"


def main() -> None:
    """Print a table for cases and one for tools, then what was not found and why."""
    print((metrics.__doc__ or "").rstrip())
    for things in THINGS:
        _print_table(things)
    _print_misses()
    _print_beside()


def _print_table(things: Things) -> None:
    print("\n" + _LINE.format(things, "", "recall@5", "MRR", "nDCG@10"))
    for group, members in evaluate().items():
        name = f"{len(members)} {group.value}"
        for place, method in enumerate((*METHODS, BEST)):
            numbers = [f"{number:.3f}" for number in mean_of(members, things, method)]
            print(_LINE.format("" if place else name, method, *numbers))


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
    print("\nThe case beside each question on each page of every project:\n")
    for name, counts in count_beside().items():
        print(f"  {name:<24}" + "; ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES))


if __name__ == "__main__":
    main()
