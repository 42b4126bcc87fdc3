from tests.builders import ask, chosen, make_questionnaire, opt, read
from wizard.core.coverage import Count, Coverage, measure_coverage
from wizard.core.path import find_path
from wizard.core.questions import Kind, Questionnaire, Section

OPTIONS = (opt("ja", {"x": 1}), "nej", "ikke-relevant", "ved-ikke")
QUESTIONNAIRE = make_questionnaire(
    ask("a", *OPTIONS),
    ask("b", *OPTIONS),
    ask("c", *OPTIONS, kind=Kind.CHOICES),
    ask("d"),
    ask("skjult", *OPTIONS, show_when=chosen("a", "ja")),
)


def measure(**raw: object) -> Coverage:
    return measure_coverage(find_path(QUESTIONNAIRE, read(QUESTIONNAIRE, raw)))


def test_nothing_answered_is_no_coverage() -> None:
    coverage = measure()
    assert coverage.total == Count(visible=4, answered=0, unknown=0)
    assert (coverage.total.share, coverage.total.unanswered) == (0, 4)
    assert [question.id for question in coverage.unanswered] == ["a", "b", "c", "d"]


def test_unknown_is_neither_answered_nor_unanswered() -> None:
    coverage = measure(a="ved-ikke", b="nej", c=["ved-ikke"])
    assert coverage.total == Count(visible=4, answered=1, unknown=2)
    assert coverage.total.unanswered == 1
    assert coverage.total.share == 0.25
    assert [question.id for question in coverage.unknown] == ["a", "c"]
    assert [question.id for question in coverage.unanswered] == ["d"]


def test_not_relevant_counts_as_answered() -> None:
    assert measure(a="ikke-relevant").total.answered == 1


def test_text_counts_as_answered() -> None:
    assert measure(d="Noget").total == Count(visible=4, answered=1, unknown=0)


def test_hidden_questions_are_not_counted() -> None:
    assert measure(a="nej", skjult="ved-ikke").total == Count(visible=4, answered=1, unknown=0)
    assert measure(a="ja", skjult="ved-ikke").total == Count(visible=5, answered=1, unknown=1)


def test_everything_answered_is_full_coverage() -> None:
    assert measure(a="nej", b="ja", c=["ja", "nej"], d="x").total.share == 1


def test_sections_are_counted_apart_and_add_up() -> None:
    first, second = list(QUESTIONNAIRE)[:2], list(QUESTIONNAIRE)[2:]
    questionnaire = Questionnaire(
        (
            Section("en", None, "", "", tuple(first)),
            Section("to", None, "", "", tuple(second)),
            Section("tom", None, "", "", ()),
        )
    )
    coverage = measure_coverage(find_path(questionnaire, read(questionnaire, {"a": "nej", "c": ["ved-ikke"]})))
    assert [(entry.section.id, entry.count) for entry in coverage.sections] == [
        ("en", Count(2, 1, 0)),
        ("to", Count(2, 0, 1)),
        ("tom", Count(0, 0, 0)),
    ]
    assert coverage.total == Count(4, 1, 1)
    assert Count(0, 0, 0).share == 0
