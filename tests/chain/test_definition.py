from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from loopplank.chain.definition import Chain, Unmapped
from loopplank.chain.fields import PLACE_FIELDS, ROW_FIELDS, RegisterKind, Vocabulary
from loopplank.chain.reading import read_chain
from loopplank.chain.territory import Town
from loopplank.kernel.refused import Refused
from loopplank.kernel.terms import Term, Unit

CHAINS = Path(__file__).parents[2] / "chains"
SMALL = Path(__file__).parent / "small_chain"


@pytest.fixture(scope="module")
def groningen():
    return read_chain(CHAINS / "groningen")


@pytest.fixture(scope="module")
def zilverwaard():
    return read_chain(SMALL)


@pytest.mark.parametrize(
    ("agency", "word", "shared"),
    [
        ("IMG", "zienswijze ", "zienswijze"),
        ("img", "  BESLUIT   genomen", "besloten"),
        ("IMG", "Opname gepland", "opname"),
        ("NCG", "2", "opname"),
        ("NCG", "Planvorming", "planvorming"),
        ("IMG", "Bezwaar", None),
        ("IMG", "on hold", None),
        ("IMG", "Zienswijzes", None),
        ("NCG", "Zienswijze", None),
    ],
)
def test_own_words_are_translated_and_never_guessed(groningen, agency, word, shared):
    assert groningen.translate(agency, Vocabulary.PHASE, word) == shared


def test_every_vocabulary_is_translated(groningen):
    assert groningen.translate("IMG", Vocabulary.SCHEME, "ves") == "vaste-vergoeding"
    assert groningen.translate("NCG", Vocabulary.DECISION_TYPE, "normbesluit") == "op-norm"
    assert groningen.translate("NCG", Vocabulary.SURVEY_KIND, "Opname op Verzoek") == "versterkingsopname"


def test_words_without_a_shared_one_are_listed_once_with_the_reason_if_there_is_one(zilverwaard):
    words = ["Binnen", "on hold", "zoek", "On  Hold", "betaald"]

    assert zilverwaard.unmapped("NAT", Vocabulary.PHASE, words) == (
        Unmapped("on hold"),
        Unmapped("zoek", "Het loket weet zelf niet wat dit betekent."),
    )


def test_phases_that_wait_for_a_decision(groningen):
    assert {phase.code for phase in groningen.shared.phases if phase.undecided} == {
        "nog-niet-begonnen",
        "ontvangen",
        "opname",
        "beoordeling",
        "zienswijze",
        "planvorming",
        "uitvoering",
    }


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Eemsdelta", ("GM1979",)),
        ("gm1979", ("GM1979",)),
        ("LOPPERSUM", ("GM1979",)),
        ("GM0010", ("GM1979",)),
        ("Hoogezand Sappemeer", ("GM1952",)),
        ("Haren", ("GM0014",)),
        ("Groningen", ("GM0014",)),
        ("Winsum", ("GM1966", "GM1969")),
        ("Noardeast-Fryslan", ("GM1970",)),
        ("Utrecht", ()),
    ],
)
def test_names_and_codes_of_any_time_lead_to_the_municipality_of_today(groningen, word, codes):
    assert groningen.current_municipalities(word) == codes


@pytest.mark.parametrize(
    ("word", "day", "codes"),
    [
        ("Terpzijl", date(2004, 12, 31), ("TERP",)),
        ("Terpzijl", date(2005, 1, 1), ("ZIJL",)),
        ("Zijlhuizen", date(2014, 12, 31), ("ZIJL",)),
        ("TERP", date(2015, 1, 1), ("LAAG", "OVM")),
    ],
)
def test_who_held_a_territory_on_a_day(zilverwaard, word, day, codes):
    assert zilverwaard.municipalities_on(word, day) == codes


def test_towns_by_every_spelling(groningen, zilverwaard):
    assert groningen.towns_called("t zandt") == (Town("'t Zandt", "GM1979"),)
    assert groningen.towns_called("DELFZYL") == (Town("Delfzijl", "GM1979"),)
    assert groningen.towns_called("Haren Gn") == (Town("Haren", "GM0014"),)
    assert groningen.towns_called("Niekerk") == (Town("Niekerk", "GM1966"), Town("Niekerk", "GM1969"))
    assert zilverwaard.towns_called("St. Odulf") == (Town("Sint-Odulf", "OVM"),)
    assert groningen.towns_called("Sint-Odulf") == ()


def test_profiles_by_name_and_by_default(groningen, zilverwaard):
    assert groningen.profile("NCG").key_column == "kenmerk"
    assert groningen.profile("IMG", "standaard").dates == {"received_on", "decided_on"}
    assert groningen.places_profile().columns["unit_id"] == "verblijfsobject_id"
    assert groningen.places_profile("open-adressen-stad-groningen").fixed == {"municipality": "Groningen"}
    assert zilverwaard.profile("dzw").max_ended_share == 0.1
    assert zilverwaard.profile("dzw", "dijk-oud").max_ended_share == 0.05
    assert zilverwaard.profile("dzw").expected == (
        "dossier",
        "object",
        "weg",
        "nr",
        "kern",
        "stand",
        "stand_sinds",
        "stal",
    )


def test_the_default_columns_of_groningen(groningen):
    assert groningen.profile("NCG").expected == (
        "kenmerk", "bag_id", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats",
        "gemeente", "fase", "fase_datum", "programma", "eigenaar_type", "bijzondere_situatie", "aos", "agro",
    )  # fmt: skip
    assert groningen.profile("IMG").expected == (
        "meldingsnummer", "bag_id", "adres", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
        "woonplaats", "regeling", "status", "ontvangen_op", "besluit_op", "correspondentie_gemeente",
        "urgentie", "aos", "agro",
    )  # fmt: skip


def test_terms_and_holidays_are_ready_to_count_with(groningen, zilverwaard):
    terms = {term.code: term.term for term in groningen.agency("IMG").terms}

    assert terms["aos-inspectie"] == Term(48, Unit.HOURS)
    assert terms["besluit"] == Term(56, Unit.DAYS)
    assert terms["zienswijze"] == Term(2, Unit.WEEKS)
    assert zilverwaard.extra_holidays == {date(2026, 5, 15)}


def test_which_register_an_agency_keeps(zilverwaard):
    assert zilverwaard.register_kind("dzw") is RegisterKind.REINFORCEMENT
    assert zilverwaard.register_kind("NAT") is RegisterKind.DAMAGE


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (
            lambda chain: chain.organisation("gemeente-overmere"),
            "‘gemeente-overmere’ is geen organisatie in de keten Zilverwaard; bedoelt u ‘gemeente-overmeer’?",
        ),
        (
            lambda chain: chain.agency("IMG"),
            "‘IMG’ houdt in de keten Zilverwaard geen register bij; kies uit ‘DZW’, ‘NAT’.",
        ),
        (
            lambda chain: chain.register_kind("gemeente-overmeer"),
            "‘gemeente-overmeer’ houdt in de keten Zilverwaard geen register bij; kies uit ‘DZW’, ‘NAT’.",
        ),
        (
            lambda chain: chain.profile("NAT", "loketje"),
            "‘loketje’ is geen profiel van NAT; bedoelt u ‘loket’?",
        ),
        (
            lambda chain: chain.places_profile("bag"),
            "‘bag’ is geen profiel van het adressenbestand; kies uit ‘kaart’.",
        ),
        (
            lambda chain: chain.translate("rws", Vocabulary.PHASE, "klaar"),
            "‘rws’ houdt in de keten Zilverwaard geen register bij; kies uit ‘DZW’, ‘NAT’.",
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_a_hint(zilverwaard, ask, sentence):
    with pytest.raises(Refused) as refused:
        ask(zilverwaard)

    assert refused.value.sentence == sentence


def test_the_canonical_text_reads_back_as_the_same_chain(groningen):
    again = Chain.model_validate_json(groningen.canonical_json())

    assert again.content_hash == groningen.content_hash
    assert again.translate("IMG", Vocabulary.PHASE, "Zienswijze") == "zienswijze"


@pytest.mark.parametrize("fields", [*ROW_FIELDS.values(), PLACE_FIELDS])
def test_the_documentation_names_every_field(fields):
    page = (CHAINS.parent / "docs" / "chain.md").read_text("utf-8")

    assert f"`{' '.join(fields)}`" in page


def test_a_chain_is_frozen(zilverwaard):
    with pytest.raises(ValidationError, match="frozen"):
        zilverwaard.name = "Goudwaard"


def test_a_chain_whose_blocks_disagree_cannot_be_made(zilverwaard):
    text = zilverwaard.canonical_json().replace('"shared":"aanleg"', '"shared":"graven"')

    with pytest.raises(ValidationError, match="‘graven’ is geen gedeelde fase"):
        Chain.model_validate_json(text)
