"""How like a project a case or a tool is: what they share in the profile, what it is made for, and the words of both.

Of 25 points kinship gives up to 20 and nearness of words up to 5. What has conditions of its own was made for those
who meet them: half of the points for kinship are given when the answers certainly do, and half by the profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.core.conditions import Is, holds, leaves
from wizard.core.content import Content
from wizard.core.guidance import Matchable, Tool, Traits
from wizard.core.path import Path
from wizard.core.questions import Kind, Kinship, Question
from wizard.core.words import Nearness

KINSHIP_POINTS = 20
WORDS_POINTS = 5
# The word score at which half of the points for words are given; below the least one, shared words say nothing.
_HALFWAY = 8.0
_LEAST = 6.0
_SHOWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something matches.

    `kind` is challenge, related, asked, unknown, unanswered, kinship, fit, words, status, spread or remark. `brief`
    says the same in a few words, where that can be done.
    """

    kind: str
    text: str
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A project that things are compared with."""

    content: Content
    path: Path
    nearness: Mapping[str, Nearness]
    # Many things have the same traits, those of their project, so what is said of each is made once. The content keeps
    # them for as long as there is a project to compare, so which object they are tells them apart.
    _kinships: dict[int, tuple[float, tuple[Reason, ...]]] = field(default_factory=dict)

    def of(self, item: Matchable) -> tuple[float, list[Reason]]:
        """Give up to 25 points, and a reason for whatever gives some, the weightiest of each kind first."""
        kinship, kin = self._score_kinship(traits_of(self.content, item))
        reasons = [*kin]
        if item.fits_when:
            is_met = all(self.path.does_hold(need.when) for need in item.fits_when)
            kinship = kinship / 2 + (KINSHIP_POINTS / 2 if is_met else 0)
            reasons += self._say_fit(item) if is_met else []
        words, near = self._score_words(item.id)
        return kinship + words, [*reasons, *near]

    def _say_fit(self, item: Matchable) -> list[Reason]:
        """Name the answers by which the conditions hold; there are none where they only rule something out."""
        needed = (leaf for need in item.fits_when for leaf in leaves(need.when, is_denied_too=False))
        told = dict.fromkeys(self._say_answer(leaf) for leaf in needed if holds(leaf, self.path.chosen))
        return [Reason("fit", text) for text in told or (self.content.phrases("reason.fit"),)]

    def _say_answer(self, leaf: Is) -> str:
        question = self.path.questionnaire.question_by_id[leaf.question]
        common = leaf.options & self.path.chosen[leaf.question]
        answer = ", ".join(option.label for option in question.options if option.id in common)
        return self.content.phrases("reason.fit-answer", answer=answer, question=question.text)

    def _score_kinship(self, traits: Traits) -> tuple[float, tuple[Reason, ...]]:
        if not traits:
            return 0.0, ()
        found = self._kinships.get(id(traits))
        if found is None:
            found = self._kinships[id(traits)] = self._compare(traits)
        return found

    def _compare(self, traits: Traits) -> tuple[float, tuple[Reason, ...]]:
        shared: list[tuple[int, Reason]] = []
        for question, kinship in self.path.questionnaire.kinship:
            fitting, chosen = traits.get(question.id), self.path.chosen.get(question.id)
            if fitting and chosen and (common := fitting & chosen):
                shared.append((kinship.weight, self._say_kinship(question, kinship, common)))
        shared.sort(key=lambda weighed: -weighed[0])
        total = sum(kinship.weight for _, kinship in self.path.questionnaire.kinship) or 1
        points = KINSHIP_POINTS * sum(weight for weight, _ in shared) / total
        return points, tuple(reason for _, reason in shared)

    def _say_kinship(self, question: Question, kinship: Kinship, common: frozenset[str]) -> Reason:
        labels = ", ".join(option.label for option in question.options if option.id in common)
        text = self.content.phrases("reason.kinship", label=kinship.label, labels=labels)
        return Reason("kinship", text, kinship.label)

    def _score_words(self, id_: str) -> tuple[float, list[Reason]]:
        near = self.nearness.get(id_)
        points = score_nearness(near.score, WORDS_POINTS) if near else 0
        if not near or not points:
            return 0.0, []
        phrases = self.content.phrases
        words = ", ".join(near.words[:_SHOWN_WORDS])
        return points, [Reason("words", phrases("reason.words", words=words), phrases("reason.words-brief"))]


def liken(content: Content, path: Path) -> Likeness:
    """Make ready to compare things with a project."""
    return Likeness(content, path, content.words.nearest(_text_of(path)))


def score_nearness(score: float, most: float) -> float:
    """Give the points, of `most`, for a word score; none where few words are shared."""
    return most * score / (score + _HALFWAY) if score >= _LEAST else 0.0


def traits_of(content: Content, item: Matchable) -> Traits:
    """Give the item's own traits, or those of the project that a case is from.

    A tool is not only for those who are like the project that made it.
    """
    project = None if isinstance(item, Tool) else content.projects.get(item.project or "")
    return item.traits or (project.traits if project else {})


def _text_of(path: Path) -> str:
    texts = (path.answers[q.id].text for q in path.questions if q.kind is Kind.TEXT and q.id in path.answers)
    return "\n".join(texts)
