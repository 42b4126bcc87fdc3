"""What the report says, copied from it: the product's content must say the same. Pages are the report's."""

#: How the report's tables of consequences are read: ubetydelig, mindre alvorlig, meget alvorlig; - cannot be read.
LEVELS = {"U": "ubetydelig", "M": "mindre-alvorlig", "A": "meget-alvorlig", "-": None}
DIMENSIONS = ("tid", "penge", "medarbejderressourcer", "kvalitet")
LAST_PAGE = 121

#: Case -> consequences (time, money, staff, quality), page, challenge, project.
CASES = {
    "case-datakvalitet-koebenhavn": ("U U U U", 33, "utilstraekkelig-datakvalitet", "byggeansoegninger"),
    "case-datamaengde-esbjerg": ("A U A A", 34, "utilstraekkelig-datamaengde", "visitering-rengoering"),
    "case-datastandarder-rigshospitalet": ("U U U U", 35, "manglende-datastandarder", "straaledosis"),
    "case-gdpr-dataformaal-norddjurs": ("- U U U", 38, "gdpr-dataformaal", "mailfordeling"),
    "case-gdpr-generelt-aalborg": ("- U - U", 39, "gdpr-efterlevelse-generelt", "intelligent-rehabilitering"),
    "case-juridiske-dokumenter-lillebaelt": ("- - - U", 40, "juridiske-dokumenter", "akutdiagnostik-desert"),
    "case-teknisk-adgang-suh": ("A M A A", 43, "teknisk-adgang-til-data", "tarmkraeft-komplikationer"),
    "case-datadeling-rigshospitalet": ("A A A -", 44, "infrastruktur-til-datadeling", "straaledosis"),
    "case-juridiske-kompetencer-esbjerg": ("- - - -", 47, "adgang-til-juridiske-kompetencer", "visitering-rengoering"),
    "case-forstaaelse-frederiksberg": ("U U - -", 48, "begraenset-forstaaelse-af-ki", "sanktionering"),
    "case-transparens-randers": ("A U A -", 51, "manglende-transparens", "realtidsprognoser"),
    "case-etisk-retning-frederiksberg": ("U U - -", 52, "etisk-retning-og-ansvarlig-anvendelse", "sanktionering"),
    "case-ledelse-drift-rigshospitalet": ("- - - -", 55, "manglende-ledelsesopbakning", "straaledosis"),
    "case-ledelse-udvikling-lillebaelt": ("U U U U", 56, "manglende-ledelsesopbakning", "akutdiagnostik-desert"),
    "case-projektforankring-randers": ("- U - -", 57, "projektforankring", "realtidsprognoser"),
    "case-leverandoervalg-ouh": ("- U - U", 60, "samarbejde-med-leverandoerer", "prostatacancer"),
    "case-klargoering-suh": ("A A A A", 94, "klargoering-af-data", "tarmkraeft-komplikationer"),
    "case-overblik-data-rigshospitalet": ("A U A -", 95, "manglende-overblik-over-data", "straaledosis"),
    "case-samkoering-rigshospitalet": ("- - - -", 98, "samkoering-af-data", "tilrettelaeggelse-kraeftbehandling"),
    "case-tilladelser-forstaaelse-suh": ("U U U U", 99, "indhentelse-af-tilladelser", "tarmkraeft-komplikationer"),
    "case-tilladelser-enkeltvis-medcom": ("- - - -", 100, "indhentelse-af-tilladelser", "almen-praksis"),
    "case-ce-maerkning-suh": ("A A A A", 101, "ce-maerkning", "tarmkraeft-komplikationer"),
    "case-it-sikkerhed-koebenhavn": ("U U U U", 104, "it-sikkerhed-faelles-systemer", "byggeansoegninger"),
    "case-forretningsbehov-randers": ("A U A A", 105, "aendrede-forretningsbehov", "realtidsprognoser"),
    "case-tekniske-kompetencer-lillebaelt": (
        "- U - -",
        108,
        "adgang-til-tekniske-kompetencer",
        "akutdiagnostik-desert",
    ),
    "case-oversaettelse-rigshospitalet": ("- U - -", 109, "oversaettelse-mellem-faggrupper", "straaledosis"),
    "case-deklarering-randers": ("- U - -", 112, "deklarering-af-ki", "realtidsprognoser"),
    "case-autonomi-suh": ("U U - U", 113, "tilsidesaettelse-af-autonomi", "tarmkraeft-komplikationer"),
    "case-ulighed-telecare": ("U U U U", 114, "ulighed-og-bias", "kol-hjertesvigt"),
    "case-koordination-randers": ("A U A A", 117, "koordination-og-uklare-roller", "realtidsprognoser"),
    "case-forandringsledelse-koebenhavn": ("U U U U", 118, "manglende-forandringsledelse", "byggeansoegninger"),
    "case-ejerskab-telecare": ("U U U U", 121, "uklart-ejerskab", "kol-hjertesvigt"),
}
#: Experience -> page, project.
EXPERIENCES = {
    "exp-1-telecare-forsoeg": (20, "kol-hjertesvigt"),
    "exp-2-norddjurs-skalering": (21, "mailfordeling"),
    "exp-3-koebenhavn-hvidbog": (22, "jobmatch"),
    "exp-4-aalborg-samarbejde": (23, "intelligent-rehabilitering"),
    "exp-5-rigshospitalet-validering": (24, "straaledosis"),
    "exp-6-suh-supercomputer": (25, "tarmkraeft-komplikationer"),
}
#: Project -> budget in millions of kroner, begins, ends, sector, page of its table.
PROJECTS = {
    "kol-hjertesvigt": (3.9, "primo 2020", "medio 2023", "sundhed", 14),
    "akutdiagnostik-desert": (8.7, "primo 2019", "ultimo 2022", "sundhed", 14),
    "almen-praksis": (8.0, "ultimo 2019", "medio 2021", "sundhed", 14),
    "realtidsprognoser": (1.6, "ultimo 2019", "ultimo 2020", "sundhed", 14),
    "prostatacancer": (5.0, "ultimo 2019", "primo 2023", "kraeftbehandling", 15),
    "tilrettelaeggelse-kraeftbehandling": (2.7, "primo 2020", "ultimo 2022", "kraeftbehandling", 15),
    "tarmkraeft-komplikationer": (7.7, "ultimo 2019", "primo 2023", "kraeftbehandling", 15),
    "straaledosis": (2.5, "ultimo 2019", "ultimo 2023", "kraeftbehandling", 15),
    "intelligent-rehabilitering": (4.1, "primo 2020", "ultimo 2021", "social-og-omsorg", 16),
    "visitering-rengoering": (2.2, "primo 2020", "ultimo 2021", "social-og-omsorg", 16),
    "mailfordeling": (1.9, "primo 2020", "ultimo 2021", "administration", 16),
    "byggeansoegninger": (4.0, "primo 2020", "ultimo 2021", "administration", 16),
    "sanktionering": (4.7, "primo 2020", "medio 2022", "beskaeftigelse", 17),
    "beskaeftigelsesindsatser": (7.2, "primo 2020", "medio 2022", "beskaeftigelse", 17),
    "jobmatch": (2.9, "primo 2020", "medio 2021", "beskaeftigelse", 17),
}
#: Advice -> number and page.
ADVICE = {
    "raad-01-overblik-over-data": (1, 67),
    "raad-02-juridisk-grundlag": (2, 67),
    "raad-03-overblik-over-it-systemer": (3, 68),
    "raad-04-alle-beroerte-hoeres": (4, 68),
    "raad-05-rette-kompetencer": (5, 68),
    "raad-06-respekt-for-dataetik": (6, 68),
    "raad-07-ledelsesopbakning": (7, 69),
    "raad-08-undgaa-teknologifiksering": (8, 69),
    "raad-09-forretningsprojekt": (9, 69),
    "raad-10-gode-samarbejdspartnere": (10, 69),
}
#: Item of the inspiration catalogue -> kind, first page.
TOOLS = {
    "juridisk-vaerktoejskasse": ("tool", 73),
    "anonymisering-af-billeddata": ("case", 74),
    "dataejerskab": ("case", 76),
    "ml-lab": ("case", 79),
    "ml-dataplatform": ("case", 80),
    "kodeks-for-ki": ("case", 83),
    "etisk-retning-aalborg": ("case", 84),
    "vaerktoej-til-datasamkoering": ("tool", 85),
    "digitalt-laboratorium": ("case", 87),
    "kompetencecenter-for-ki": ("case", 89),
}
#: Challenge -> area and the pages of its cases.
CHALLENGES = {
    "utilstraekkelig-datakvalitet": ("data", (33,)),
    "utilstraekkelig-datamaengde": ("data", (34,)),
    "manglende-datastandarder": ("data", (35,)),
    "klargoering-af-data": ("data", (94,)),
    "manglende-overblik-over-data": ("data", (95,)),
    "gdpr-dataformaal": ("jura", (38,)),
    "gdpr-efterlevelse-generelt": ("jura", (39,)),
    "juridiske-dokumenter": ("jura", (40,)),
    "samkoering-af-data": ("jura", (98,)),
    "indhentelse-af-tilladelser": ("jura", (99, 100)),
    "ce-maerkning": ("jura", (101,)),
    "teknisk-adgang-til-data": ("it-infrastruktur", (43,)),
    "infrastruktur-til-datadeling": ("it-infrastruktur", (44,)),
    "it-sikkerhed-faelles-systemer": ("it-infrastruktur", (104,)),
    "aendrede-forretningsbehov": ("it-infrastruktur", (105,)),
    "adgang-til-juridiske-kompetencer": ("kompetencer", (47,)),
    "begraenset-forstaaelse-af-ki": ("kompetencer", (48,)),
    "adgang-til-tekniske-kompetencer": ("kompetencer", (108,)),
    "oversaettelse-mellem-faggrupper": ("kompetencer", (109,)),
    "manglende-transparens": ("etik", (51,)),
    "etisk-retning-og-ansvarlig-anvendelse": ("etik", (52,)),
    "deklarering-af-ki": ("etik", (112,)),
    "tilsidesaettelse-af-autonomi": ("etik", (113,)),
    "ulighed-og-bias": ("etik", (114,)),
    "manglende-ledelsesopbakning": ("organisering", (55, 56)),
    "projektforankring": ("organisering", (57,)),
    "koordination-og-uklare-roller": ("organisering", (117,)),
    "manglende-forandringsledelse": ("organisering", (118,)),
    "samarbejde-med-leverandoerer": ("leverandoerer", (60,)),
    "uklart-ejerskab": ("leverandoerer", (121,)),
}
#: Areas in the report's order (s. 28).
AREAS = (
    "data",
    "jura",
    "it-infrastruktur",
    "kompetencer",
    "etik",
    "organisering",
    "leverandoerer",
)
