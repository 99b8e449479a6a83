"""The parts from which street names are composed: everyday Dutch words, and surnames that nobody has."""

from __future__ import annotations

_STEMS = """
    Berken Eiken Linden Beuken Iepen Essen Kastanje Populieren Wilgen Elzen Meidoorn Sleedoorn Vlier
    Hazelaar Lijsterbes Acacia Esdoorn Jasmijn Seringen Rozen Tulpen Narcissen Krokus Dahlia Anjer Viooltjes
    Klaproos Korenbloem Boterbloem Madelief Sneeuwklok Hyacinten Orchideeën Azalea Magnolia Hortensia
    Merel Lijster Vinken Spreeuwen Zwaluw Leeuwerik Nachtegaal Grutto Kievit Tureluur Scholekster Reiger
    Ooievaar Zwanen Eider Bergeend Smient Talingen Plevieren Wulpen Roerdomp Kraanvogel Buizerd Valken Uilen
    School Kerk Toren Molen Station Haven Markt Raadhuis Post Brink Tuin Weide Akker Veld Bos Heide Veen
    Klei Wier Wad Kwelder Polder Dijk Sluis Brug Til Maar Diep Gracht Singel Wal Poort Vest Kluis Klooster
    Abdij Kapel Pastorie Smederij Bakker Kuiper Wever Touwslager Schipper Visser Jager Boer Schaapherder
    Imker Timmer Metsel Steenbakker Turf Zout Vlas Haver Gerst Tarwe Rogge Boekweit Koolzaad Klaver Lucerne
    Hop Mosterd Suiker Aardappel Strokarton Zuivel Melk Kaas Wol Laken Garen Spinnewiel Weefgetouw Anker
    Kompas Loods Boei Baken Vuurtoren Schoener Tjalk Kof Botter Snik Praam Vlet Jol Galjoen Fregat Brik
    Zonne Maan Sterren Mercurius Venus Mars Jupiter Saturnus Orion Poolster Regenboog Noorderlicht
    Saffier Robijn Smaragd Opaal Agaat Barnsteen Koper Zilver Brons Tin Kristal Vuursteen Keien
    Ganzen Hazen Vossen Dassen Otter Bever Reeën Herten Egel Eekhoorn Marter Bunzing Wezel Hermelijn
    Viool Harp Fluit Trompet Hobo Cello Klavecimbel Orgel Sonate Menuet Ballade Lente Zomer Herfst Winter
    Vrijheids Vredes Eendrachts Volharding Nijverheids Ambachts Handels Industrie Energie Coöperatie Reünie
    Hoofd Dorps Achter Voor Midden Dwars Ring Rand Park Sport Zwembad IJsbaan Watertoren Gasthuis Weeshuis
    Vismarkt Botermarkt Koornbeurs Waag Stads Grens Schans Bolwerk Kruit Kanon Ruiters Hellebaard Lansier
    Oranje Prinsen Prinsessen Konings Koninginne Ridder Heren Joncker Baron Hertog
"""
STEMS = tuple(_STEMS.split())

SUFFIXES = {
    "straat": 30,
    "laan": 18,
    "weg": 16,
    "hof": 6,
    "pad": 4,
    "plein": 4,
    "dijk": 4,
    "singel": 3,
    "kade": 3,
    "dreef": 2,
    "steeg": 2,
    "wijk": 2,
    "gang": 1,
    "wal": 1,
    "kamp": 2,
    "veld": 2,
    "akker": 1,
    "horst": 1,
    "gaarde": 1,
    "borg": 2,
    "erf": 1,
    "drift": 1,
    "plantsoen": 2,
    "park": 2,
    "ring": 1,
    "laantje": 0.5,
    "straatje": 0.5,
    "allee": 0.2,
    "allée": 0.2,
}

# One line is many names; a name may hold spaces.
_WHOLE = """
    Botter|Tjalk|Schoener|Galjas|Kwelder|Wadwal|Slikveld|Rietkraag|Roerdomp|Kievit|Grutto|Tureluur|Waterral
    De Brink|De Ploeg|De Halm|De Zeis|De Egge|De Vlieger|De Wierde|De Kluft|De Streek|De Horn|De Meent
    Het Klaverblad|Het Hooiland|Het Vonder|Het Zwet|Het Loug|Het Kwartier|Het Oeverland|Het Reeënpad
    't Ommeveld|'t Loug|'t Kerkhörn|'t Zwet|'t Klooster|'t Heem|'t Oldermaar|'t Vlak|'t Höfke|'t Zuud
    Op de Es|Op 't Hogeland|In 't Holt|In de Wolken|Achter de Wal|Achter 't Diep|Tussen de Venen
    Aan de Maar|Aan 't Verlaat|Onder de Linden|Bij de Sluis|Langs het Spoor|Over de Til|Voor 't Bos
    Oosterstreek|Westerstreek|Zuiderhoek|Noorderhoek|Bovenveen
    Ganzevoort|Hazepad|Wiekslag|Wendakker|Perceel|Kavel|Vliedberg|Terp|Dobbe|Petgat|Legakker|Kreekrug
    Bieënhof|Zeeëggen|Knieënkamp|Tweeërlei|Coöperatiehof|Reünieplein|Geënterf|Ruïnepad
"""
WHOLE = tuple(name.strip() for line in _WHOLE.split("\n") for name in line.split("|") if name.strip())

QUARTERS = (
    "Noorder",
    "Ooster",
    "Zuider",
    "Wester",
    "Noord",
    "Oost",
    "Zuid",
    "West",
    "Midden",
    "Boven",
    "Beneden",
)
SISTERS = (
    "Grote",
    "Kleine",
    "Oude",
    "Nieuwe",
    "Korte",
    "Lange",
    "Hoge",
    "Lage",
    "Verlengde",
    "Achter",
    "Voor",
)
ORDINALS = ("1e", "2e", "3e", "4e", "Eerste", "Tweede", "Derde")

TITLES = {
    "Burgemeester": 6,
    "Dokter": 2,
    "Dr.": 4,
    "Ds.": 3,
    "Dominee": 2,
    "Professor": 1,
    "Prof.": 3,
    "Meester": 2,
    "Mr.": 2,
    "Notaris": 1,
    "Wethouder": 2,
    "Ir.": 2,
    "Jonkheer": 1,
    "Jhr.": 1,
    "Pastoor": 1,
    "Sint": 1,
    "Kapitein": 1,
    "Mr. Dr.": 0.5,
    "Prof. Dr.": 1,
}
PARTICLES = ("van", "van der", "van den", "van de", "ten", "ter", "van 't")
FIRST_NAMES = (
    "Geertje", "Harmke", "Sjoerd", "Trijntje", "Wubbe", "Aaltje", "Eppo", "Hinderk", "Jantje", "Klaas",
    "Fenna", "Remko", "Willem", "Pieter", "Anna", "Gezina", "Berend", "Frouke", "Tjaart", "Renske",
    "Meindert", "Zwaantje",
)  # fmt: skip

SURNAME_STARTS = (
    "Brul", "Tjor", "Quer", "Wam", "Slok", "Plun", "Zwel", "Harf", "Drob", "Flem", "Snoe", "Grop", "Kwar",
    "Joer", "Vlap", "Stoof", "Trul", "Ubb", "Wrin", "Knau", "Schol", "Dwir", "Pruu", "Glim", "Hoen", "Mook",
    "Roek", "Oert",
)  # fmt: skip
SURNAME_MIDDLES = ("k", "m", "t", "ps", "d", "g", "l", "st", "rk", "nd", "b", "f")
SURNAME_ENDS_AFTER_MIDDLE = ("ema", "inga", "ens", "oma", "ing", "ema", "inga", "éma", "öning", "iër")
SURNAME_ENDS = ("sma", "stra", "huizing", "berg", "veen", "mans", "kamp", "wolda", "esma", "estra", "ahuis")

PLACE_STARTS = (
    "Wier", "Olden", "Loppe", "Tjam", "Ezer", "Usq", "Harsse", "Menke", "Zwarte", "Hoge", "Lutke", "Grote",
    "Dorp", "Fraam", "Bolle", "Krom", "Wolde", "Rodde", "Snek", "Heer", "Tol", "Eek", "Schat", "Voor", "Dijk",
    "Plag",
)  # fmt: skip
PLACE_ENDS = (
    "hum",
    "klooster",
    "werd",
    "huizen",
    "zijl",
    "wolde",
    "horn",
    "maar",
    "sum",
    "weer",
    "moeden",
    "veen",
)

WATERS = ("maarster", "dieper", "zijlster", "polder", "kwelder", "wierder", "ommelander")
HOLDS = ("gaarde", "kamp", "horst", "veld", "meent", "tuinen")

NUMBERED_PLACES = ("Plein", "Laan", "Hof", "Park", "Kade")
NUMBERED_NAMES = (
    "Botter",
    "Kwelder",
    "Kluft",
    "Blok",
    "Vak",
    "Kavel",
    "Buitenveld",
    "Schor",
    "Terras",
    "Polder",
)
ROADS = ("Rijksweg A", "Rijksweg N", "Rijksweg", "Provincialeweg N", "Provincialeweg", "Autoweg A")
YEARS = (1594, 1672, 1748, 1795, 1813, 1815, 1848, 1853, 1876, 1901, 1917, 1926, 1945, 1953, 1969, 2000)

# Names that nearly every town has.
COMMON = (
    "Hoofdstraat", "Hoofdweg", "Kerkstraat", "Kerkweg", "Kerkpad", "Molenweg", "Molenstraat", "Schoolstraat",
    "Stationsstraat", "Stationsweg", "Dorpsstraat", "Noorderstraat", "Zuiderstraat", "Oosterstraat",
    "Westerstraat", "Marktstraat", "Torenstraat", "Nieuwstraat", "Achterweg", "Parallelweg", "Havenstraat",
)  # fmt: skip
COUNTRY_SUFFIXES = {"weg": 12, "dijk": 4, "pad": 2, "laan": 2, "wijk": 2, "drift": 1, "maar": 1}
