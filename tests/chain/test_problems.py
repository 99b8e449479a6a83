import pytest

ANOTHER_CELLAR = """[[scheme]]
code = "kelder"
label = "Droge kelder"
order = 2
registers = ["damage"]
"""

# What is changed in which file of the small chain, and what is told about it.
CHANGES = {
    "an unknown key": (
        ("organisations.toml", 'source = "Verzonnen"\n', 'source = "Verzonnen"\nsoort = "dijk"\n'),
        "organisations.toml:10 organisation[1].soort: de sleutel ‘soort’ hoort hier niet; bedoelt u ‘slot’?",
    ),
    "an unknown block": (
        ("dzw.toml", "[[term]]", "[[terms]]"),
        "dzw.toml:17 terms: de sleutel ‘terms’ hoort hier niet; bedoelt u ‘term’?",
    ),
    "a block in the wrong file": (
        ("chain.toml", "[[holiday]]", "[[merger]]"),
        "chain.toml:7 merger: ‘merger’ hoort in municipalities.toml.",
    ),
    "a missing key": (
        ("shared.toml", 'label = "In aanleg"\n', ""),
        "shared.toml:7 phase[2].label: deze sleutel ontbreekt.",
    ),
    "a missing key of the chain itself": (
        ("chain.toml", 'name = "Zilverwaard"\n', ""),
        "chain.toml name: deze sleutel ontbreekt.",
    ),
    "text where a number is meant": (
        ("shared.toml", "order = 1", 'order = "1"'),
        "shared.toml:4 phase[1].order: hier hoort een geheel getal te staan, zonder aanhalingstekens.",
    ),
    "a number where text is meant": (
        ("nat.toml", 'word = "zoek"', "word = 12"),
        "nat.toml:13 phase[3].word: hier hoort tekst te staan, tussen aanhalingstekens.",
    ),
    "text where yes or no is meant": (
        ("nat.toml", "default = true", 'default = "ja"'),
        "nat.toml:23 profile[1].default: hier hoort true of false te staan, zonder aanhalingstekens.",
    ),
    "a date in quotes": (
        ("chain.toml", "1995-01-31", '"31-01-1995"'),
        (
            "chain.toml:4 earliest_date: hier hoort een datum te staan als jjjj-mm-dd, "
            "zonder aanhalingstekens en zonder tijd."
        ),
    ),
    "text where a list is meant": (
        ("municipalities.toml", 'from = ["TERP"]', 'from = "TERP"'),
        "municipalities.toml:22 merger[1].from: hier hoort een lijst te staan, tussen [ en ].",
    ),
    "an empty list": (
        ("municipalities.toml", 'from = ["TERP"]', "from = []"),
        "municipalities.toml:22 merger[1].from: deze lijst is leeg; er hoort minstens één waarde in.",
    ),
    "text where a block is meant": (
        ("dzw.toml", '[agency]\ncode = "DZW"', 'agency = "DZW"'),
        "dzw.toml:1 agency: hier hoort een blok met sleutels te staan.",
    ),
    "text where a table of columns is meant": (
        ("places.toml", '[profile.columns]\nstreet = "weg"\nnumber = "nr"\ntown = "kern"', "columns = 'weg'"),
        "places.toml:5 profile[1].columns: hier hoort een blok met sleutels te staan.",
    ),
    "single brackets": (
        ("chain.toml", "[[holiday]]", "[holiday]"),
        "chain.toml:7 holiday: schrijf dit als blokken, elk met de kop [[holiday]], met dubbele haken.",
    ),
    "a block where a list of words is meant": (
        ("towns.toml", 'names = ["Laagkerke", "Sint-Odulf"]', "[towns.names]"),
        "towns.toml:10 towns[2].names: hier hoort een lijst te staan, tussen [ en ].",
    ),
    "a word outside a closed list": (
        ("organisations.toml", 'kind = "agency"', 'kind = "agentschap"'),
        "organisations.toml:5 organisation[1].kind: ‘agentschap’ kan hier niet; bedoelt u ‘agency’?",
    ),
    "an unknown unit": (
        ("dzw.toml", 'unit = "months"', 'unit = "maanden"'),
        (
            "dzw.toml:21 term[1].unit: ‘maanden’ kan hier niet; "
            "kies uit ‘hours’, ‘days’, ‘weeks’, ‘months’, ‘years’."
        ),
    ),
    "a share above one": (
        ("dzw.toml", "max_ended_share = 0.1", "max_ended_share = 10"),
        "dzw.toml:30 profile[1].max_ended_share: dit getal is te groot; het is hoogstens 1.",
    ),
    "a share that is no number": (
        ("dzw.toml", "max_ended_share = 0.1", "max_ended_share = nan"),
        (
            "dzw.toml:30 profile[1].max_ended_share: hier hoort een getal te staan, zoals 0.05, "
            "zonder aanhalingstekens."
        ),
    ),
    "a term of no length": (
        ("dzw.toml", "length = 2", "length = 0"),
        "dzw.toml:20 term[1].length: dit getal is te klein; het is minstens 1.",
    ),
    "empty text": (
        ("chain.toml", 'name = "Zilverwaard"', 'name = ""'),
        "chain.toml:2 name: hier hoort iets te staan; de tekst is leeg.",
    ),
    "a name without an end": (
        ("chain.toml", 'name = "Zilverwaard"', f'name = "{"Zilver" * 30}"'),
        "chain.toml:2 name: deze tekst is te lang; er passen hoogstens 120 tekens.",
    ),
    "a space behind text": (
        ("shared.toml", 'label = "Klaar"', 'label = "Klaar "'),
        (
            "shared.toml:15 phase[3].label: ‘Klaar ’ begint of eindigt met een spatie of een lege regel; "
            "haal die weg."
        ),
    ),
    "a code with a space": (
        ("nat.toml", 'code = "loket"', 'code = "het loket"'),
        (
            "nat.toml:22 profile[1].code: ‘het loket’ is geen code: gebruik letters zonder accent, cijfers, "
            "- en _, samen hoogstens 40 tekens."
        ),
    ),
    "a slot of two letters": (
        ("organisations.toml", 'slot = "b"', 'slot = "bb"'),
        "organisations.toml:17 organisation[2].slot: ‘bb’ is niet één kleine letter; schrijf bijvoorbeeld a.",
    ),
    "a word twice in a list": (
        ("towns.toml", '"Overmeer", "Sint-Odulf"', '"Overmeer", "overmeer "'.replace("r ", "r")),
        "towns.toml:3 towns[1].names: ‘overmeer’ staat er twee keer; haal er één weg.",
    ),
    "an own word without translation or reason": (
        ("dzw.toml", 'shared = "aanleg"\n', ""),
        (
            "dzw.toml:9 phase[2]: geef óf de gedeelde waarde (shared), óf de reden waarom die er niet is "
            "(reason), en niet allebei."
        ),
    ),
    "a duplicate code": (
        ("shared.toml", "[[scheme]]", f"{ANOTHER_CELLAR}\n[[scheme]]"),
        "shared.toml:28 scheme[2].code: ‘kelder’ staat er al; kies een ander of haal dit blok weg.",
    ),
    "a code that differs in capitals only": (
        ("dzw.toml", 'code = "dijk-oud"', 'code = "DIJK"'),
        "dzw.toml:48 profile[2].code: ‘DIJK’ staat er al; kies een ander of haal dit blok weg.",
    ),
    "a name of two municipalities": (
        ("municipalities.toml", 'name = "Laagkerke"', 'name = "overmeer-aan de dijk"'),
        "municipalities.toml:10 municipality[2].name: ‘overmeer-aan de dijk’ is al een naam van OVM.",
    ),
    "two agencies that look the same": (
        ("organisations.toml", 'slot = "b"', 'slot = "a"'),
        (
            "organisations.toml:17 organisation[2].slot: ‘a’ is al de kleur en vorm van DZW; "
            "kies een andere letter."
        ),
    ),
    "a municipality without its code": (
        ("organisations.toml", 'municipality = "OVM"\n', ""),
        (
            'organisations.toml:21 organisation[3]: bij kind = "municipality" hoort de gemeentecode: '
            'municipality = "…".'
        ),
    ),
    "a municipality that the chain does not have": (
        ("organisations.toml", 'municipality = "OVM"', 'municipality = "OWM"'),
        (
            "organisations.toml:26 organisation[3].municipality: ‘OWM’ is geen gemeente van deze keten; "
            "bedoelt u ‘OVM’?"
        ),
    ),
    "an agency with a municipality's code": (
        ("organisations.toml", 'slot = "b"', 'slot = "b"\nmunicipality = "OVM"'),
        (
            "organisations.toml:18 organisation[2].municipality: een gemeentecode hoort alleen bij "
            'kind = "municipality".'
        ),
    ),
    "a municipality that keeps a register": (
        ("organisations.toml", 'municipality = "OVM"', 'municipality = "OVM"\nregister = "damage"'),
        (
            'organisations.toml:27 organisation[3].register: alleen een organisatie met kind = "agency" '
            "houdt een register bij."
        ),
    ),
    "a circle in the mergers": (
        ("municipalities.toml", 'into = ["LAAG", "OVM"]', 'into = ["LAAG", "TERP"]'),
        (
            "municipalities.toml:22 merger[1].from[1]: deze herindelingen lopen in een kring: "
            "TERP → ZIJL → TERP."
        ),
    ),
    "a merger into what no longer exists": (
        ("municipalities.toml", "on = 2005-01-01", "on = 2016-01-01"),
        "municipalities.toml:23 merger[1].into[1]: ‘ZIJL’ was op 01-01-2016 al opgeheven.",
    ),
    "a municipality that ends twice": (
        ("municipalities.toml", 'from = ["ZIJL"]', 'from = ["ZIJL", "TERP"]'),
        "municipalities.toml:28 merger[2].from[2]: ‘TERP’ was al opgeheven per 01-01-2005.",
    ),
    "a merger of an unknown municipality": (
        ("municipalities.toml", 'from = ["TERP"]', 'from = ["TERPEN"]'),
        (
            "municipalities.toml:22 merger[1].from[1]: ‘TERPEN’ is geen gemeente van deze keten; "
            "bedoelt u ‘TERP’?"
        ),
    ),
    "a programme of a municipality that was merged": (
        ("municipalities.toml", 'name = "Terpzijl"', 'name = "Terpzijl"\nprogramme = true'),
        (
            "municipalities.toml:19 municipality[4].programme: ‘Terpzijl’ is opgeheven en kan geen "
            "programmagemeente zijn."
        ),
    ),
    "towns of a municipality that was merged": (
        ("towns.toml", 'municipality = "LAAG"', 'municipality = "TERP"'),
        (
            "towns.toml:9 towns[2].municipality: ‘TERP’ is opgeheven; zet de woonplaatsen bij de gemeente "
            "van nu."
        ),
    ),
    "a spelling of an unknown town": (
        ("towns.toml", '"Sint-Odulf" = ', '"Odulf" = '),
        "towns.toml:6 towns[1].spellings.Odulf: ‘Odulf’ is geen woonplaats in names; bedoelt u ‘Sint-Odulf’?",
    ),
    "a spelling that is another town's name": (
        ("towns.toml", '["St. Odulf"]', '["St. Odulf", "overmeer"]'),
        (
            "towns.toml:6 towns[1].spellings.Sint-Odulf[2]: ‘overmeer’ is in deze gemeente al een naam van "
            "Overmeer."
        ),
    ),
    "a term of an unknown organisation": (
        ("shared.toml", 'organisation = "gemeente-overmeer"', 'organisation = "rijkswaterstaat"'),
        (
            "shared.toml:45 term[1].organisation: ‘rijkswaterstaat’ is geen organisatie; "
            "kies uit ‘DZW’, ‘NAT’, ‘gemeente-overmeer’."
        ),
    ),
    "an own word mapped twice": (
        ("dzw.toml", '["n.l.t.g."]', '["n.l.t.g.", "Dijk  OPEN"]'),
        (
            "dzw.toml:10 phase[2].word: ‘dijk open’ staat al bij ‘nog langs te gaan’; "
            "een eigen woord heeft maar één vertaling."
        ),
    ),
    "a phase of the other kind of register": (
        ("nat.toml", 'shared = "klaar"', 'shared = "aanleg"'),
        "nat.toml:10 phase[2].shared: ‘aanleg’ is geen fase voor een register van schade.",
    ),
    "two default profiles": (
        ("dzw.toml", 'code = "dijk-oud"', 'code = "dijk-oud"\ndefault = true'),
        "dzw.toml:49 profile[2].default: ‘dijk’ is al het standaardprofiel van DZW; er kan er maar één zijn.",
    ),
    "no default profile": (
        ("nat.toml", "default = true\n", ""),
        "nat.toml:21 profile: NAT heeft geen standaardprofiel; zet bij één [[profile]] default = true.",
    ),
    "an unknown field": (
        ("nat.toml", 'received_on = "gemeld"', 'recieved_on = "gemeld"'),
        "nat.toml:30 profile[1].columns.recieved_on: ‘recieved_on’ is geen veld; bedoelt u ‘received_on’?",
    ),
    "a field of the other kind of register": (
        ("dzw.toml", 'phase_on = "stand_sinds"', 'decided_on = "stand_sinds"'),
        "dzw.toml:39 profile[1].columns.decided_on: ‘decided_on’ is geen veld.",
    ),
    "a profile without a key": (
        ("nat.toml", 'key = "bonnummer"\n', ""),
        (
            "nat.toml:25 profile[1].columns: er is geen kolom voor de sleutel van de organisatie; "
            'voeg toe: key = "…".'
        ),
    ),
    "a column named twice": (
        ("nat.toml", 'haast = "spoed"', 'haast = "WAAR"'),
        "nat.toml:34 profile[1].markers.haast: kolom ‘WAAR’ is al de kolom van address_line.",
    ),
    "a required column that the profile does not read": (
        ("dzw.toml", '["weg", "nr"]', '["weg", "huisnr"]'),
        (
            "dzw.toml:29 profile[1].one_of[1][2]: ‘huisnr’ is geen kolom van dit profiel; "
            "kies uit ‘dossier’, ‘object’, ‘weg’, ‘nr’, ‘kern’, ‘stand’, ‘stand_sinds’, ‘stal’."
        ),
    ),
    "a fixed value for a field that has a column": (
        ("dzw.toml", 'municipality = "Overmeer"', 'town = "Overmeer"'),
        "dzw.toml:45 profile[1].fixed.town: ‘town’ komt al uit kolom ‘kern’; kies kolom of vaste waarde.",
    ),
    "an unknown marker": (
        ("nat.toml", 'haast = "spoed"', 'haats = "spoed"'),
        "nat.toml:34 profile[1].markers.haats: ‘haats’ is geen markering; bedoelt u ‘haast’?",
    ),
    "a marker of the other kind of register": (
        ("dzw.toml", 'vee = "stal"', 'haast = "stal"'),
        "dzw.toml:42 profile[1].markers.haast: ‘haast’ is geen markering voor een register van versterking.",
    ),
    "an overlap of an organisation without a register": (
        ("overlap.toml", 'first = "DZW"', 'first = "DWZ"'),
        "overlap.toml:2 overlap[1].first: ‘DWZ’ is geen organisatie met een register; bedoelt u ‘DZW’?",
    ),
    "an overlap the wrong way round": (
        ("overlap.toml", 'second = "NAT"', 'second = "DZW"'),
        "overlap.toml:3 overlap[1].second: ‘DZW’ houdt geen register van schade bij, en dat hoort hier wel.",
    ),
    "a TOML syntax error": (
        ("municipalities.toml", "programme = true", "programme true"),
        "municipalities.toml:5: achter een sleutel hoort een = te staan, en dan de waarde.",
    ),
    "a date that does not exist": (
        ("chain.toml", "1995-01-31", "1995-02-31"),
        "chain.toml:4: deze datum bestaat niet; schrijf jjjj-mm-dd, zonder aanhalingstekens.",
    ),
    "a key twice": (
        ("chain.toml", 'name = "Zilverwaard"', 'name = "Zilverwaard"\nname = "Goudwaard"'),
        "chain.toml:3: deze sleutel of dit blok staat er al; haal er één weg.",
    ),
    "text that is not closed": (
        ("overlap.toml", '"Er is ooit schade gemeld."', '"Er is ooit schade gemeld.'),
        "overlap.toml:15: deze tekst wordt niet gesloten of bevat een teken dat niet mag.",
    ),
    "a list that is not closed": (
        ("overlap.toml", 'source = "Verzonnen"\n\n[overlap.factual]', "source = ["),
        "overlap.toml:12: deze waarde is niet te lezen; zet tekst tussen aanhalingstekens.",
    ),
}


@pytest.mark.parametrize(("changed", "told"), CHANGES.values(), ids=CHANGES.keys())
def test_what_is_wrong_is_told_with_its_place(folder, changed, told):
    folder.change(*changed)

    assert folder.problems() == [told]
