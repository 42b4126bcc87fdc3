"""The ids of the report's entries, which finished assessments hold."""

from tests.content import report

AREAS = frozenset(report.AREAS)
#: The 15 that the report calls essential (s. 27).
ESSENTIAL = frozenset(
    {
        "utilstraekkelig-datakvalitet",
        "utilstraekkelig-datamaengde",
        "manglende-datastandarder",
        "gdpr-dataformaal",
        "gdpr-efterlevelse-generelt",
        "juridiske-dokumenter",
        "teknisk-adgang-til-data",
        "infrastruktur-til-datadeling",
        "adgang-til-juridiske-kompetencer",
        "begraenset-forstaaelse-af-ki",
        "manglende-transparens",
        "etisk-retning-og-ansvarlig-anvendelse",
        "manglende-ledelsesopbakning",
        "projektforankring",
        "samarbejde-med-leverandoerer",
    }
)
#: The other 15 (s. 91).
OTHER = frozenset(
    {
        "klargoering-af-data",
        "manglende-overblik-over-data",
        "samkoering-af-data",
        "indhentelse-af-tilladelser",
        "ce-maerkning",
        "it-sikkerhed-faelles-systemer",
        "aendrede-forretningsbehov",
        "adgang-til-tekniske-kompetencer",
        "oversaettelse-mellem-faggrupper",
        "deklarering-af-ki",
        "tilsidesaettelse-af-autonomi",
        "ulighed-og-bias",
        "koordination-og-uklare-roller",
        "manglende-forandringsledelse",
        "uklart-ejerskab",
    }
)
CHALLENGES = ESSENTIAL | OTHER
CASES = frozenset(
    {
        "exp-1-telecare-forsoeg",
        "exp-2-norddjurs-skalering",
        "exp-3-koebenhavn-hvidbog",
        "exp-4-aalborg-samarbejde",
        "exp-5-rigshospitalet-validering",
        "exp-6-suh-supercomputer",
        "case-datakvalitet-koebenhavn",
        "case-datamaengde-esbjerg",
        "case-datastandarder-rigshospitalet",
        "case-gdpr-dataformaal-norddjurs",
        "case-gdpr-generelt-aalborg",
        "case-juridiske-dokumenter-lillebaelt",
        "case-teknisk-adgang-suh",
        "case-datadeling-rigshospitalet",
        "case-juridiske-kompetencer-esbjerg",
        "case-forstaaelse-frederiksberg",
        "case-transparens-randers",
        "case-etisk-retning-frederiksberg",
        "case-ledelse-drift-rigshospitalet",
        "case-ledelse-udvikling-lillebaelt",
        "case-projektforankring-randers",
        "case-leverandoervalg-ouh",
        "case-klargoering-suh",
        "case-overblik-data-rigshospitalet",
        "case-samkoering-rigshospitalet",
        "case-tilladelser-forstaaelse-suh",
        "case-tilladelser-enkeltvis-medcom",
        "case-ce-maerkning-suh",
        "case-it-sikkerhed-koebenhavn",
        "case-forretningsbehov-randers",
        "case-tekniske-kompetencer-lillebaelt",
        "case-oversaettelse-rigshospitalet",
        "case-deklarering-randers",
        "case-autonomi-suh",
        "case-ulighed-telecare",
        "case-koordination-randers",
        "case-forandringsledelse-koebenhavn",
        "case-ejerskab-telecare",
    }
)
TOOLS = frozenset(
    {
        "juridisk-vaerktoejskasse",
        "anonymisering-af-billeddata",
        "dataejerskab",
        "ml-lab",
        "ml-dataplatform",
        "kodeks-for-ki",
        "etisk-retning-aalborg",
        "vaerktoej-til-datasamkoering",
        "digitalt-laboratorium",
        "kompetencecenter-for-ki",
    }
)
ADVICE = frozenset(
    {
        "raad-01-overblik-over-data",
        "raad-02-juridisk-grundlag",
        "raad-03-overblik-over-it-systemer",
        "raad-04-alle-beroerte-hoeres",
        "raad-05-rette-kompetencer",
        "raad-06-respekt-for-dataetik",
        "raad-07-ledelsesopbakning",
        "raad-08-undgaa-teknologifiksering",
        "raad-09-forretningsprojekt",
        "raad-10-gode-samarbejdspartnere",
    }
)
PROJECTS = frozenset(
    {
        "kol-hjertesvigt",
        "akutdiagnostik-desert",
        "almen-praksis",
        "realtidsprognoser",
        "prostatacancer",
        "tilrettelaeggelse-kraeftbehandling",
        "tarmkraeft-komplikationer",
        "straaledosis",
        "intelligent-rehabilitering",
        "visitering-rengoering",
        "mailfordeling",
        "byggeansoegninger",
        "sanktionering",
        "beskaeftigelsesindsatser",
        "jobmatch",
    }
)
