"""What could not be carried over from a report, in words that its owner knows."""

import json
from dataclasses import dataclass

from wizard.core.checklist import find_point
from wizard.core.content import Content
from wizard.core.intake import Fault
from wizard.core.phrases import on_one_line
from wizard.core.writing import tidy
from wizard.report.reading import Wording


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that could not be carried over: where it stood, what stood there in full, and why."""

    place: str
    what: str
    reason: str


def say_lost(content: Content, wording: Wording, fault: Fault) -> Lost:
    """Say a fault. What the content does not know is called what the report called it, or else by its id."""
    return Lost(_say_place(content, wording, fault.path), _say_given(content, wording, fault), fault.reason)


def _say_place(content: Content, wording: Wording, path: tuple[str, ...]) -> str:
    if path == ("title",):
        return content.phrases("lost.title")
    kind, *rest = path
    if kind not in _NAMES or not rest:
        return content.phrases("lost.field", name=on_one_line(".".join(path)))
    name = _NAMES[kind](content, wording, rest[0])
    if len(rest) == 1:
        return content.phrases(f"lost.{kind}", name=name)
    words = "dimension" if kind == "consequences" else "lost.part"
    return content.phrases(f"lost.{kind}-part", name=name, part=_word(content, words, rest[1]).lower())


def _say_given(content: Content, wording: Wording, fault: Fault) -> str:
    match fault.path, fault.given:
        case _, None:
            said = ""
        case ("answers" | "goals", id_), str(option):
            said = _name_option(content, wording, id_, option)
        case ("answers" | "goals", id_), [*options] if options and all(isinstance(option, str) for option in options):
            said = ", ".join(_name_option(content, wording, id_, option) for option in options)
        case ("consequences", _, _), str(level):
            said = _word(content, "consequence", level)
        case ("points", _, "status"), str(status):
            said = _word(content, "status", status)
        case _, str(text):
            said = text
        case _:
            said = json.dumps(fault.given, ensure_ascii=False)
    return tidy(said)


def _name_question(content: Content, wording: Wording, id_: str) -> str:
    question = content.questionnaire.question_by_id.get(id_)
    return question.text if question else on_one_line(wording.find("questions", id_) or id_)


def _name_option(content: Content, wording: Wording, question: str, id_: str) -> str:
    known = content.questionnaire.question_by_id.get(question)
    if known and id_ in known.option_by_id:
        return known.option_by_id[id_].label
    return wording.find("options", question, id_) or id_


def _name_challenge(content: Content, wording: Wording, id_: str) -> str:
    challenge = content.challenges.get(id_)
    return challenge.title if challenge else on_one_line(wording.find("challenges", id_) or id_)


def _name_point(content: Content, wording: Wording, id_: str) -> str:
    return find_point(content, id_) or on_one_line(wording.find("points", id_) or id_)


def _word(content: Content, kind: str, id_: str) -> str:
    return content.phrases.texts.get(f"{kind}.{id_}", on_one_line(id_))


_NAMES = {
    "answers": _name_question,
    "notes": _name_question,
    "consequences": _name_challenge,
    "points": _name_point,
    "goals": _name_question,
}
