"""Everything that is asked and known, loaded once and frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.core.guidance import Action, Advice, Area, Case, Challenge, Entry, Law, Matchable, Project, Tool
from wizard.core.library import Library, build_library
from wizard.core.phrases import Phrases
from wizard.core.questions import Question, Questionnaire
from wizard.core.search import SearchIndex, build_search_index
from wizard.core.searchable import documents_of
from wizard.core.words import WordIndex


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an action comes from: ids of advice, cases and tools, and in words where in the report to read it."""

    advice: tuple[str, ...]
    cases: tuple[str, ...]
    tools: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """The questionnaire, the guidance by id, the phrases, and an index of the words in cases and tools.

    `version` names exactly this content: an assessment keeps the version that it was made with. Challenges stand in
    the order of their areas, and in it in the order of the report. `synonyms` are groups of phrases that mean the same
    to somebody who searches.
    """

    version: str
    questionnaire: Questionnaire
    areas: Mapping[str, Area]
    challenges: Mapping[str, Challenge]
    cases: Mapping[str, Case]
    tools: Mapping[str, Tool]
    advice: Mapping[str, Advice]
    projects: Mapping[str, Project]
    law: Mapping[str, Law]
    phrases: Phrases
    words: WordIndex
    synonyms: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def cases_near(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases about each challenge or that throw light on it."""
        near: dict[str, list[Case]] = {id_: [] for id_ in self.challenges}
        for case in self.cases.values():
            for id_ in dict.fromkeys((*case.challenges, *case.related)):
                near[id_].append(case)
        return {id_: tuple(cases) for id_, cases in near.items()}

    @cached_property
    def asked_near(self) -> Mapping[str, Mapping[str, float]]:
        """How near the cases are to each question that shows a challenge: the word score of text and help, by id."""
        return {
            question.id: {
                id_: near.score
                for id_, near in self.words.nearest(f"{question.text}\n{question.help}").items()
                if id_ in self.cases
            }
            for question in self.questionnaire
            if question.challenges
        }

    @cached_property
    def law_by_challenge(self) -> Mapping[str, tuple[Law, ...]]:
        """The law on each challenge, first what is about it more than about others."""

        def find(challenge: str) -> tuple[Law, ...]:
            found = [law for law in self.law.values() if challenge in law.challenges]
            return tuple(sorted(found, key=lambda law: law.challenges.index(challenge)))

        return {id_: find(id_) for id_ in self.challenges}

    @cached_property
    def law_by_article(self) -> Mapping[str, tuple[Law, ...]]:
        """The law on each article that a question names."""
        named = dict.fromkeys(article for question in self.questionnaire for article in question.articles)
        return {article: tuple(law for law in self.law.values() if law.bears_on(article)) for article in named}

    @cached_property
    def questions_by_law(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions that rest on what each entry of the law layer is about."""
        return {
            law.id: tuple(
                question
                for question in self.questionnaire
                if any(law.bears_on(article) for article in question.articles)
            )
            for law in self.law.values()
        }

    @cached_property
    def search_index(self) -> SearchIndex:
        """Search over everything that has a page in the library; made when it is first asked for."""
        return build_search_index(documents_of(self), self.synonyms)

    @cached_property
    def library(self) -> Library:
        """Everything that can be looked up, and what has to do with what."""
        return build_library(self)

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action of every challenge, by id."""
        return {action.id: action for challenge in self.challenges.values() for action in challenge.actions}

    @cached_property
    def traces(self) -> Mapping[str, Trace]:
        """Where each action comes from, by action id."""
        return {
            action.id: self._trace(challenge, action)
            for challenge in self.challenges.values()
            for action in challenge.actions
        }

    def law_of(self, articles: Iterable[str]) -> tuple[Law, ...]:
        """Give the law on articles that questions name, each entry once, in the order of the articles."""
        found = {law.id: law for article in articles for law in self.law_by_article.get(article, ())}
        return tuple(found.values())

    def law_on(self, challenge: str, articles: Iterable[str] = ()) -> tuple[Law, ...]:
        """Give the law on a challenge and on articles, each entry once.

        First what is on both, then the rest on the articles, then the rest on the challenge.
        """
        on_articles, on_challenge = self.law_of(articles), self.law_by_challenge.get(challenge, ())
        both = [law for law in on_challenge if law in on_articles]
        return tuple({law.id: law for law in (*both, *on_articles, *on_challenge)}.values())

    def overtaking(self, item: Matchable) -> tuple[Law, ...]:
        """Give the law that how a case or a tool handles it is to be held against."""
        return tuple(self.law[id_] for id_ in item.overtaken_by)

    def cite(self, entry: Entry) -> tuple[str, ...]:
        """Say where in the report an entry is from; nothing where it has no page."""
        if not entry.pages:
            return ()
        pages = ", ".join(str(page) for page in entry.pages)
        return (self.phrases("source.page", title=entry.title, pages=pages),)

    def _trace(self, challenge: Challenge, action: Action) -> Trace:
        cases = [self.cases[id_] for id_ in action.sources if id_ in self.cases]
        tools = [self.tools[id_] for id_ in action.sources if id_ in self.tools]
        advice = [item for item in self.advice.values() if item.id in action.sources or challenge.id in item.challenges]
        return Trace(
            advice=tuple(item.id for item in advice),
            cases=tuple(item.id for item in cases),
            tools=tuple(item.id for item in tools),
            sources=tuple(line for entry in (challenge, *cases, *tools) for line in self.cite(entry)),
        )
