"""States of the pages that show what would lower a risk."""

from tests.browser.stage import Stage
from tests.integration.web.visitor import Visitor

QUESTION = "formaal-forenelighed"
RISK = "saenk-risikoen/gdpr-dataformaal"


def raise_a_risk(owner: Visitor) -> None:
    """Answer so that one risk is critical."""
    owner.answer("personoplysninger", "ja-almindelige")
    owner.answer(QUESTION, "nej")


def adopt(owner: Visitor, answer: str) -> None:
    owner.submit(owner.get(owner.at(RISK)), {"svar": answer}, action=owner.at(f"maal/{QUESTION}"))


def choose_goal(stage: Stage) -> None:
    stage.tab.tick(f"maal-{QUESTION}-ja")
    stage.tab.page.locator("form .button").first.click()


def show_changes(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open("saenk-risikoen")
    stage.shows("#mest")


def show_what_is_tried(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open(f"proev?om=gdpr-dataformaal&svar-{QUESTION}=ja&svar-personoplysninger=nej&svar-loesning=")
    stage.shows("#virkning")


def show_wrong_try(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open(f"proev?svar-findes-ikke=ja&svar-{QUESTION}=findes-ikke")
    stage.shows("#fejl")


def show_goal(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    adopt(stage.owner, "ja")
    stage.open("tjekliste")
    stage.shows(f"#maal-{QUESTION}")


def show_goal_beside_others(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    adopt(stage.owner, "afklaret")
    stage.open(RISK)
    stage.shows(".badge-success")


def show_goal_that_nobody_knows(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    adopt(stage.owner, "ja")
    stage.owner.answer(QUESTION, "ved-ikke")
    stage.open("tjekliste")
    stage.shows(f"#maal-{QUESTION}")


def show_missing_risk(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open("saenk-risikoen/gdpr-dataformal")
    stage.meets("Siden findes ikke")


def show_conflict_on_a_goal(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open(RISK)
    adopt(stage.colleague(), "afklaret")
    choose_goal(stage)
    stage.meets("Målet er ikke gemt")


def show_goal_that_is_none(stage: Stage) -> None:
    raise_a_risk(stage.owner)
    stage.open(RISK)
    stage.owner.answer(QUESTION, "ja")
    choose_goal(stage)
    stage.meets("Målet er ikke gemt")
