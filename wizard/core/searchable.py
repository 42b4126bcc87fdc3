"""What search reads of each entry in the library."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wizard.core.guidance import Advice, Case, Challenge, Entry, Law, Project, Tool
from wizard.core.library import folders_of
from wizard.core.questions import Question
from wizard.core.search import Document

if TYPE_CHECKING:
    from wizard.core.content import Content

# The address of a link, and the signs of Markdown, are nothing that somebody reads.
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")


def documents_of(content: "Content") -> Iterator[Document]:
    """Yield everything that has a page in the library, as search reads it."""
    for folder, items in folders_of(content).items():
        for id_, item in items.items():
            if isinstance(item, Question):
                yield _read_question(content, folder, item)
            else:
                names, rest = _read(content, item)
                # The folder and the id say what kind of thing it is, and may be all that somebody has of it.
                rest = " ".join((folder, id_.replace("-", " "), _ADDRESS.sub(" ", item.body), rest))
                yield Document(folder, id_, item.title, item.summary, names, rest)


def _read_question(content: "Content", folder: str, question: Question) -> Document:
    # A question asks in plainer words than those that a lawyer looks for.
    about = (content.challenges[id_].report_name for id_ in question.challenges)
    rest = " ".join((folder, question.id.replace("-", " "), *(option.label for option in question.options), *about))
    return Document(folder, question.id, question.text, question.help, " ".join(question.articles), rest)


def _read(content: "Content", item: Entry) -> tuple[str, str]:
    """Give the names by which an entry is known beside its title, and what else there is to read of it."""
    names: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    match item:
        case Challenge():
            names, rest = (item.report_name,), tuple(action.text for action in item.actions)
        case Case():
            project = content.projects.get(item.project or "")
            names = (item.organisation,)
            about = (content.challenges[id_].report_name for id_ in item.challenges)
            rest = (*about, project.title if project else "", *item.facts, item.caution, item.note)
        case Tool():
            names = (item.owner,)
            rest = (*item.requires, *(link.title for link in item.links), item.caution, item.note)
        case Advice():
            names = (content.phrases("search.advice", number=item.number),)
        case Project():
            names, rest = (item.report_title, *item.organisations), (*item.partners, item.note)
        case Law():
            names, rest = item.articles, (*item.says, item.source.title, item.doubt)
        case _:
            pass
    return " ".join(names), " ".join(rest)
