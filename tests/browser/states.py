"""Every page there is, in every state that it can be in: with errors, conflicts, something open, nothing answered."""

from collections.abc import Callable

from tests.browser.plans import (
    show_changes_of_a_plan,
    show_conflict_on_a_plan,
    show_plan_without_changes,
    show_saved_plan,
    show_wrong_plan,
)
from tests.browser.restored import show_large_report, show_nothing_lost, show_wrong_report
from tests.browser.stage import POINT, Stage
from tests.browser.whatifs import (
    show_changes,
    show_conflict_on_a_goal,
    show_goal,
    show_goal_beside_others,
    show_goal_that_is_none,
    show_goal_that_nobody_knows,
    show_missing_risk,
    show_what_is_tried,
    show_wrong_try,
)
from tests.integration.web.site import Place, address_of, assessment_places, content_of, open_places
from tests.integration.web.visitor import Visitor
from wizard.security import MAX_REQUEST
from wizard.services.access import Role

TOO_LONG = "x" * 10_001
_SPOIL_TOKEN = "for (const field of document.getElementsByName('csrf_token')) field.value = 'forkert'"


def places(project: Visitor) -> list[Place]:
    """Give every address that shows a page, once."""
    content = content_of(project.app)
    point = "find-ud-af-skaevt-mellem-grupper"
    return open_places(content) + assessment_places(content, project.assessment, point, next(iter(content.challenges)))


def show_new_link(stage: Stage) -> None:
    stage.open("del?ny=1")


def show_link_for_another(stage: Stage) -> None:
    stage.open("del")
    stage.tab.field("label").fill("Juristen")
    stage.send("Lav link")
    stage.shows("#nyt-link")


def show_last_link(stage: Stage) -> None:
    stage.open("del")
    stage.tab.page.get_by_role("button", name="Luk linket").first.click()
    stage.shows("#fejl")


def show_missing_title(stage: Stage) -> None:
    stage.tab.page.goto("/selvevaluering/ny")
    stage.send("Begynd")
    stage.shows("#fejl")


def show_wrong_link(stage: Stage) -> None:
    stage.tab.page.goto("/fortsaet")
    stage.tab.field("link").fill("https://example.org/adgang/forkert")
    stage.send("Åbn")
    stage.shows("#fejl")


def show_long_note(stage: Stage) -> None:
    stage.open("profil/1")
    stage.tab.page.locator("details:has([id='organisation-note']) > summary").click()
    stage.tab.field("organisation-note").fill(TOO_LONG)
    stage.send("Gem og fortsæt")
    stage.shows("#fejl")


def show_two_ticks_that_do_not_go_together(stage: Stage) -> None:
    stage.open("profil/2")
    stage.tab.page.evaluate("for (const box of document.getElementsByName('svar-loesning')) box.checked = true")
    stage.send("Gem og fortsæt")
    stage.shows("#fejl")


def show_stale_page(stage: Stage) -> None:
    stage.open("profil/1")
    stage.tab.page.evaluate(_SPOIL_TOKEN)
    stage.send("Gem og fortsæt")
    stage.shows("#fejl")


def show_stale_form(stage: Stage) -> None:
    stage.open("slet")
    stage.tab.page.evaluate(_SPOIL_TOKEN)
    stage.send("Slet det hele")
    stage.meets("Siden var for gammel")


def show_conflict(stage: Stage) -> None:
    stage.open("profil/1")
    stage.colleague().answer("organisation", "stat", note="Det er os, der har ansvaret")
    stage.tab.tick("organisation-region")
    stage.send("Gem og fortsæt")
    stage.shows("#organisation-deres")


def show_open_point(stage: Stage) -> None:
    stage.open("tjekliste")
    stage.tab.unfold()
    stage.tab.page.locator(f'[id="{POINT}"] a[hx-get]').click()
    stage.shows(f"#{POINT}-owner")


def show_wrong_point(stage: Stage) -> None:
    show_open_point(stage)
    stage.tab.field(f"{POINT}-owner").fill("x" * 201)
    stage.send("Gem punktet")
    stage.shows("[data-fejl]")


def show_wrong_point_alone(stage: Stage) -> None:
    stage.open(f"tjekliste/{POINT}")
    stage.tab.page.evaluate("htmx.config; document.querySelector('form').removeAttribute('hx-post')")
    stage.tab.page.locator("form").evaluate("form => { form.querySelector('[name=owner]').value = 'x'.repeat(201) }")
    stage.tab.page.locator("form").evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    stage.shows("[data-fejl]")


def show_point_without_an_answer(stage: Stage) -> None:
    show_open_point(stage)
    stage.tab.lose_connection()
    stage.send("Gem punktet")
    stage.shows("[data-fejl]")
    stage.tab.find_connection()


def show_conflict_on_a_point(stage: Stage) -> None:
    show_open_point(stage)
    colleague = stage.colleague()
    address = colleague.at(f"tjekliste/{POINT}")
    colleague.submit(colleague.get(address), {"owner": "Bo", "deadline": "2027-01-15", "note": "Deres note"})
    stage.tab.field(f"{POINT}-owner").fill("Ida")
    stage.send("Gem punktet")
    stage.shows("text=En anden har ændret punktet imens.")


def show_wrong_consequence(stage: Stage) -> None:
    stage.open("konsekvens/gdpr-dataformaal")
    stage.tab.page.evaluate("document.getElementById('tid-ubetydelig').value = 'findes-ikke'")
    stage.tab.tick("tid-ubetydelig")
    stage.send("Gem vurderingen")
    stage.shows("#fejl")


def show_nothing_answered(stage: Stage, path: str) -> None:
    empty = Visitor(stage.owner.app).start("Tom")
    stage.tab.page.goto(f"/adgang/{empty.secret}")
    stage.tab.page.goto(f"{empty.home}{path}")


def show_to_a_reader(stage: Stage, path: str) -> None:
    stage.tab.context.clear_cookies()
    stage.tab.page.goto(f"/adgang/{stage.owner.share(Role.READER)}")
    stage.open(path)


def show_404(stage: Stage) -> None:
    stage.tab.page.goto("/findes-ikke")
    stage.meets("Siden findes ikke")


def show_405(stage: Stage) -> None:
    stage.tab.page.goto(address_of(stage.owner.app, "links.rename", stage.owner.assessment))
    stage.meets("Det kan siden ikke")


def show_403(stage: Stage) -> None:
    stage.tab.context.clear_cookies()
    stage.open("resultat")
    stage.meets("I har ikke adgang her")


def show_unknown_link(stage: Stage) -> None:
    stage.tab.page.goto("/adgang/findes-ikke")


def show_too_much(stage: Stage) -> None:
    stage.open("profil/1")
    stage.tab.field("organisation-note").evaluate(f"field => {{ field.value = 'x'.repeat({MAX_REQUEST}) }}")
    stage.send("Gem og fortsæt")
    stage.meets("Det var for meget på én gang")


def show_fault(stage: Stage) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    stage.monkeypatch.setattr("wizard.web.start.views.find_accesses", fail)
    stage.tab.page.goto("/fortsaet")
    stage.meets("Noget gik galt hos os")


def show_search_while_typing(stage: Stage, words: str) -> None:
    stage.tab.page.goto("/bibliotek")
    stage.tab.field("soeg").press_sequentially(words)
    stage.shows(f"#fund [data-tell]:has-text('{words}')")


def show_filters_that_leave_nothing(stage: Stage) -> None:
    stage.tab.page.goto("/bibliotek?soeg=samtykke&organisation=kl&slags=findes-ikke")
    stage.shows(".kk-chosen")


def show_nearest_that_filters_leave_out(stage: Stage) -> None:
    stage.tab.page.goto("/bibliotek?soeg=skrald&slags=raad")
    stage.shows(".kk-chosen")


def show_missing_entry(stage: Stage) -> None:
    stage.tab.page.goto("/bibliotek/cases/norddjurs-mails")
    stage.meets("Siden findes ikke")


#: Makes a state; the tab stands at it afterwards.
Show = Callable[[Stage], None]

STATES: dict[str, Show] = {
    "nyt link": show_new_link,
    "link til en anden": show_link_for_another,
    "sidste link": show_last_link,
    "navn mangler": show_missing_title,
    "forkert link": show_wrong_link,
    "ukendt link": show_unknown_link,
    "forkert rapport": show_wrong_report,
    "stor rapport": show_large_report,
    "alt kom med": show_nothing_lost,
    "lang note": show_long_note,
    "kryds udelukker": show_two_ticks_that_do_not_go_together,
    "gammel side": show_stale_page,
    "gammel formular": show_stale_form,
    "konflikt": show_conflict,
    "åbent punkt": show_open_point,
    "forkert punkt": show_wrong_point,
    "punkt uden svar": show_point_without_an_answer,
    "forkert punkt alene": show_wrong_point_alone,
    "konflikt på et punkt": show_conflict_on_a_point,
    "forkert konsekvens": show_wrong_consequence,
    "ændringer": show_changes,
    "prøvet": show_what_is_tried,
    "forkert prøve": show_wrong_try,
    "mål": show_goal,
    "mål blandt flere": show_goal_beside_others,
    "konflikt på et mål": show_conflict_on_a_goal,
    "intet mål": show_goal_that_is_none,
    "mål uden svar": show_goal_that_nobody_knows,
    "ukendt risiko": show_missing_risk,
    "forkert plan": show_wrong_plan,
    "plan": show_changes_of_a_plan,
    "plan uden ændringer": show_plan_without_changes,
    "konflikt på en plan": show_conflict_on_a_plan,
    "gemt plan": show_saved_plan,
    "intet besvaret": lambda stage: show_nothing_answered(stage, ""),
    "intet resultat": lambda stage: show_nothing_answered(stage, "/resultat"),
    "intet at sænke": lambda stage: show_nothing_answered(stage, "/saenk-risikoen"),
    "tom tjekliste": lambda stage: show_nothing_answered(stage, "/tjekliste"),
    "læser, spørgsmål": lambda stage: show_to_a_reader(stage, "profil/2"),
    "læser, tjekliste": lambda stage: show_to_a_reader(stage, "tjekliste"),
    "læser, link": lambda stage: show_to_a_reader(stage, "del"),
    "søgning": lambda stage: show_search_while_typing(stage, "samtykke"),
    "intet fundet": lambda stage: show_search_while_typing(stage, "xyzzyq"),
    "filtre uden fund": show_filters_that_leave_nothing,
    "det nærmeste uden for filtre": show_nearest_that_filters_leave_out,
    "ukendt opslag": show_missing_entry,
    "403": show_403,
    "404": show_404,
    "405": show_405,
    "413": show_too_much,
    "500": show_fault,
}
