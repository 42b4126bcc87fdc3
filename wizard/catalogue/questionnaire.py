"""What must be true of the questions: where they look, what they expose, and that everything is asked about."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wizard.catalogue.conditions import ConditionReader
from wizard.catalogue.faults import Faults
from wizard.catalogue.files import QuestionShape
from wizard.catalogue.reading import Shapes
from wizard.core.conditions import leaves

#: The most words of each text, as `docs/content.md` has them.
LIMITS = {"text": 24, "help": 55, "label": 14}
_WITH_OPTIONS = ("choice", "choices")
_FEWEST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question with its file and its place: (section, page); the profile is section 0."""

    file: str
    data: QuestionShape
    place: tuple[int, int]
    section: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """The questions by id. Where a section could not be read, `is_whole` is false: an unknown id may stand there."""

    by_id: Mapping[str, _Placed]
    is_whole: bool


def check_questionnaire(shapes: Shapes, faults: Faults) -> None:
    """Note every fault in the questions and in the conditions that look at them."""
    placed = list(_place(shapes, faults))
    is_whole = shapes.has_all("sections") and "profile" in shapes.pages["sections"]
    asked = _Asked({question.data.id: question for question in placed}, is_whole)
    counts = Counter(question.data.id for question in placed)
    looks = _read_conditions(placed, asked, faults)
    for question in placed:
        if counts[question.data.id] > 1:
            faults.add(question.file, f"questions.{question.data.id}", "id-twice", id=question.data.id)
        _check_question(question, shapes, faults)
        _check_order(question, looks, asked, faults)
    _check_guidance_conditions(shapes, asked, faults)
    if asked.is_whole:
        _check_everything_asked(shapes, placed, faults)


def _place(shapes: Shapes, faults: Faults) -> Iterator[_Placed]:
    ranks = {doc.data.id: doc.data.rank for doc in shapes.areas}
    asked = set()
    for doc in shapes.sections:
        data = doc.data
        stem = doc.file.removeprefix("questions/").removesuffix(".yaml")
        if data.area:
            asked.add(data.area)
            if data.area not in shapes.pages["areas"]:
                faults.add(doc.file, "area", "dangling", id=data.area)
        if (stem == "profile") == bool(data.area) or (data.area or stem) != stem or bool(data.id) == bool(data.area):
            faults.add(doc.file, "area", "section-name")
        page = 1
        section = ranks.get(data.area, len(ranks) + 1) if data.area else 0
        for place, question in enumerate(data.questions):
            page += question.starts_page and place > 0
            yield _Placed(doc.file, question, (section, page), section)
    for name in {"profile", *shapes.pages["areas"]} - asked - shapes.pages["sections"]:
        faults.add(f"questions/{name}.yaml", "", "missing-page")


def _read_conditions(placed: list[_Placed], asked: _Asked, faults: Faults) -> dict[str, list[str]]:
    """Check every `show_when`; give the questions that each question looks at."""
    looks: dict[str, list[str]] = {}
    for question in placed:
        if question.data.show_when is not None:
            field = f"questions.{question.data.id}.show_when"
            looks[question.data.id] = _check_condition(question.file, field, question.data.show_when, asked, faults)
    return looks


def _check_condition(file: str, field: str, raw: Mapping[str, Any], asked: _Asked, faults: Faults) -> list[str]:
    condition = ConditionReader(file, field, faults).read(raw)
    found = []
    for leaf in leaves(condition) if condition else ():
        target = asked.by_id.get(leaf.question)
        if target is None:
            if asked.is_whole:
                faults.add(file, field, "dangling", id=leaf.question)
            continue
        found.append(leaf.question)
        for option in sorted(leaf.options - {option.id for option in target.data.options}):
            faults.add(file, field, "dangling", id=f"{leaf.question}: {option}")
    return found


def _check_order(question: _Placed, looks: Mapping[str, list[str]], asked: _Asked, faults: Faults) -> None:
    """A question looks only at earlier pages; a ring of questions is told as one."""
    field = f"questions.{question.data.id}.show_when"
    for target in looks.get(question.data.id, ()):
        ring = _find_ring(target, question.data.id, looks)
        seen = asked.by_id[target]
        if ring:
            faults.add(question.file, field, "ring", ring=" → ".join((question.data.id, *ring)))
        elif seen.place >= question.place:
            faults.add(question.file, field, "looks-ahead", id=target)
        elif seen.section not in (0, question.section):
            faults.add(question.file, field, "looks-aside", id=target)


def _find_ring(start: str, goal: str, looks: Mapping[str, list[str]]) -> list[str]:
    """Find a way of looking from `start` back to `goal`; empty where there is none."""
    trails = [[start]]
    seen = {start}
    while trails:
        trail = trails.pop()
        if trail[-1] == goal:
            return trail
        for step in looks.get(trail[-1], ()):
            if step not in seen:
                seen.add(step)
                trails.append([*trail, step])
    return []


def _check_question(question: _Placed, shapes: Shapes, faults: Faults) -> None:
    data, file, field = question.data, question.file, f"questions.{question.data.id}"
    for name, text in (("text", data.text), ("help", data.help)):
        words = len(text.split())
        if words > LIMITS[name]:
            faults.add(file, f"{field}.{name}", "too-long", words=words, limit=LIMITS[name])
    for name, ids in (("advice", data.advice), ("cases", data.cases)):
        for id_ in ids:
            if id_ not in shapes.pages[name]:
                faults.add(file, f"{field}.{name}", "dangling", id=id_)
    exposed = {challenge for option in data.options for challenge in option.exposes}
    for id_ in sorted(exposed | set(data.challenges)):
        if id_ not in shapes.pages["challenges"]:
            faults.add(file, f"{field}.challenges", "dangling", id=id_)
    if exposed != set(data.challenges):
        faults.add(file, f"{field}.challenges", "not-what-is-exposed", exposed=", ".join(sorted(exposed)) or "–")
    if data.advice and not exposed:
        faults.add(file, f"{field}.advice", "advice-always-followed")
    _check_options(question, faults)


def _check_options(question: _Placed, faults: Faults) -> None:
    data, file, field = question.data, question.file, f"questions.{question.data.id}.options"
    if (data.kind in _WITH_OPTIONS) != bool(data.options):
        faults.add(file, field, "options-by-kind", kind=data.kind)
        return
    if data.options and not data.options[-1].unknown:
        faults.add(file, field, "no-unknown")
    counts = Counter(option.id for option in data.options)
    for option in data.options:
        words = len(option.label.split())
        if words > LIMITS["label"]:
            faults.add(file, f"{field}.{option.id}.label", "too-long", words=words, limit=LIMITS["label"])
        if counts[option.id] > 1:
            faults.add(file, f"{field}.{option.id}", "id-twice", id=option.id)
        if option.exposes and (option.unknown or option.not_applicable):
            faults.add(file, f"{field}.{option.id}.exposes", "exposes-nothing")
        if option.exclusive and data.kind != "choices":
            faults.add(file, f"{field}.{option.id}.exclusive", "exclusive-choice")


def _check_guidance_conditions(shapes: Shapes, asked: _Asked, faults: Faults) -> None:
    needs = [(doc.file, doc.data.fits_when) for doc in shapes.cases]
    needs += [(doc.file, doc.data.fits_when) for doc in shapes.tools]
    for file, requirements in needs:
        for place, requirement in enumerate(requirements):
            _check_condition(file, f"fits_when.{place}", requirement.when, asked, faults)
    for tool in shapes.tools:
        for place, remark in enumerate(tool.data.notes):
            _check_condition(tool.file, f"notes.{place}", remark.when, asked, faults)
    profiles = [(doc.file, doc.data.profile) for doc in shapes.tools]
    profiles += [(doc.file, doc.data.profile) for doc in shapes.projects]
    for file, profile in profiles:
        for question, options in profile.items():
            if options:
                _check_condition(file, f"profile.{question}", {question: options}, asked, faults)


def _check_everything_asked(shapes: Shapes, placed: list[_Placed], faults: Faults) -> None:
    carried = Counter(id_ for question in placed for id_ in frozenset(question.data.advice))
    for doc in shapes.advice:
        if carried[doc.data.id] < _FEWEST_QUESTIONS:
            faults.add(doc.file, "id", "advice-questions", count=carried[doc.data.id], fewest=_FEWEST_QUESTIONS)
    options = [option.exposes for question in placed for option in question.data.options]
    for challenge in shapes.challenges:
        id_ = challenge.data.id
        exposures = [exposes[id_] for exposes in options if id_ in exposes]
        if not exposures:
            faults.add(challenge.file, "id", "not-asked")
            continue
        if max(exposures) < 3:  # noqa: PLR2004 - the highest exposure there is
            faults.add(challenge.file, "id", "never-fully-exposed")
        if not any(set(exposes) == {id_} for exposes in options):
            faults.add(challenge.file, "id", "never-alone")
