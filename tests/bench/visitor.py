"""A visitor who has answered everything: the wizard's side of each comparison, in an app of its own."""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from http import HTTPStatus
from itertools import count
from pathlib import Path
from time import process_time
from urllib.parse import urlencode

from tests.bench.project import answer_everything
from wizard.app import ROOT, create_app
from wizard.config import Config
from wizard.core.answers import Answer
from wizard.core.conditions import leaves
from wizard.core.content import Content
from wizard.services.access import find_access
from wizard.services.answers import Change, save_answers
from wizard.services.assessments import create_assessment, get_state
from wizard.web.context import get_provided

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_VERSION = "version-"


class Visitor:
    """Somebody who walks through the fullest project. `content` and `answers` are what it was made from."""

    def __init__(self, folder: Path) -> None:
        """Make the app in the folder, and the project with every answer saved by its owner."""
        self._app = create_app(Config(root=ROOT, instance=folder, secret_key=secrets.token_urlsafe()))
        self._client = self._app.test_client()
        with self._app.app_context():
            self.content: Content = get_provided().content
            self.answers: Mapping[str, Answer] = answer_everything(self.content, fullest=True)
            created = create_assessment("Målt projekt", "nøgle", "hemmelighed", self.content.version)
            access = find_access(created.token)
            if access is None:
                raise RuntimeError("the project that was just made cannot be opened")
            self._access = access
        self.put_back()
        self._address = f"/selvevaluering/{created.assessment_id}"
        self._client.get(f"/adgang/{created.token}")
        self.pages = tuple(self._walk())
        #: The pages on which an answer can change without changing what is asked.
        self.saved = tuple(page for page in self.pages if self._changeable(page))
        self.result = f"{self._address}/resultat"
        self._saves = count(1)

    def put_back(self) -> None:
        """Answer everything as in the fullest project."""
        with self._app.app_context():
            self._save(self.answers)

    def get(self, address: str) -> None:
        """Fetch a page."""
        self._client.get(address)

    def size(self, address: str) -> int:
        """Give the size of a page in bytes."""
        return len(self._read(address).encode())

    def next_page(self, address: str) -> str:
        """Give the page that one comes to when this one is saved."""
        place = self.pages.index(address) + 1
        return self.pages[place] if place < len(self.pages) else f"{self._address}/svar"

    def change_everything(self) -> tuple[int, float]:
        """Save each page with other answers, and go on to the next; only that is timed."""
        used, save = 0.0, next(self._saves)
        for address in self.saved:
            body = urlencode(self._form(address, save), doseq=True).encode()
            begin = process_time()
            answer = self._client.post(address, data=body, content_type="application/x-www-form-urlencoded")
            self._client.get(answer.headers.get("Location", ""))
            used += process_time() - begin
            if answer.status_code != HTTPStatus.FOUND or answer.headers["Location"] != self.next_page(address):
                raise RuntimeError(f"saving {address} gave {answer.status} to {answer.headers.get('Location')}")
        return len(self.saved), used

    def _save(self, answers: Mapping[str, Answer]) -> None:
        seen = get_state(self._access.assessment_id, with_result=False).versions
        save_answers(self._access, {id_: Change(answer, "", seen.get(id_, 0)) for id_, answer in answers.items()})

    def after_a_change(self, act: Callable[[], object]) -> Callable[[], tuple[int, float]]:
        """Have something done when an answer has just changed, so that nothing about it is known yet."""

        def run() -> tuple[int, float]:
            with self._app.app_context():
                text = f"{self._description.text} Udgave {next(self._saves)}."
                self._save({"beskrivelse": Answer(text=text)})
            begin = process_time()
            act()
            return 1, process_time() - begin

        return run

    @property
    def _description(self) -> Answer:
        return self.answers["beskrivelse"]

    def _walk(self) -> Iterator[str]:
        places = dict.fromkeys(
            (question.section, question.page) for question in self.content.questionnaire if question.id in self.answers
        )
        for section, page in places:
            yield f"{self._address}/{section}/{page}"

    def _read(self, address: str) -> str:
        answer = self._client.get(address)
        if answer.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{address} gave {answer.status}")
        return answer.text

    def _form(self, address: str, save: int) -> dict[str, object]:
        """Fill the form as a browser would, with every answer changed that can be, and back the next time."""
        html = self._read(address)
        changeable = self._changeable(address)
        form: dict[str, object] = dict(_HIDDEN.findall(html))
        for id_ in [name.removeprefix(_VERSION) for name in form if name.startswith(_VERSION)]:
            given = self.answers[id_]
            form[f"note-{id_}"] = ""
            form[f"svar-{id_}"] = given.options or given.text
            if id_ in changeable and save % 2:
                form[f"svar-{id_}"] = changeable[id_]
        return form

    def _changeable(self, address: str) -> dict[str, str]:
        """Give another answer to each question of a page that no other question looks at."""
        section, page = address.split("/")[-2:]
        others: dict[str, str] = {}
        for question in self.content.questionnaire.section_by_id[section].questions:
            given = self.answers.get(question.id)
            if given is None or question.page != int(page) or question.id in self._deciding:
                continue
            free = [option.id for option in question.options if option.id not in given.options]
            others[question.id] = free[0] if question.kind.has_options else f"{given.text} Rettet."
        return others

    @cached_property
    def _deciding(self) -> frozenset[str]:
        """The questions that others look at."""
        return frozenset(
            leaf.question
            for question in self.content.questionnaire
            if question.show_when
            for leaf in leaves(question.show_when)
        )
