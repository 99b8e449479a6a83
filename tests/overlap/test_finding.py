import pytest
from django.utils import timezone
from tests.conftest import as_actor
from tests.worlds import (
    PLACES,
    deliver_rows,
    find,
    furnish_kerkstraat,
    img_row,
    load_places,
    ncg_row,
    unit,
)

from loopplank.access.actor import Actor
from loopplank.chain.in_force import chain_in_force
from loopplank.exchange.pairs_out import write_pairs
from loopplank.kernel.refused import Refused
from loopplank.overlap.actions import judge_pair
from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.queries import PairFilter, pairs, unresolved
from loopplank.overlap.verdicts import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def kerkstraat(tmp_path):
    furnish_kerkstraat(tmp_path)
    return tmp_path


@pytest.fixture
def listed(actor):
    """The pairs that Sietse of the NCG sees, by their keys."""

    def cards(**wanted):
        sietse = actor("sietse")
        with as_actor(sietse):
            page = pairs(sietse, timezone.now(), PairFilter(**wanted))
        return {(card.first_key, card.second_key): card for card in page.cards}

    return cards


def test_rows_of_one_address_are_a_pair_with_the_weaker_grade_of_both_sides(kerkstraat, listed):
    found = {keys: (card.grade, card.first_rung, card.second_rung) for keys, card in listed().items()}

    assert found == {
        ("VS-1", "SM-1"): (Grade.CERTAIN, Rung.ID_AND_TEXT, Rung.ID_AND_TEXT),
        ("VS-2", "SM-2"): (Grade.VERY_LIKELY, Rung.ID_AND_TEXT, Rung.POSTCODE_AND_NUMBER),
        ("VS-3", "SM-3"): (Grade.TO_BE_JUDGED, Rung.ID_AND_TEXT, Rung.BARE_NUMBER),
    }


def test_legal_overlap_ends_with_the_decision(kerkstraat, listed):
    assert {keys: card.is_legal for keys, card in listed().items()} == {
        ("VS-1", "SM-1"): True,
        ("VS-2", "SM-2"): False,
        ("VS-3", "SM-3"): True,
    }

    decided = img_row("SM-1", "1", bag_id=unit(1), status="Besluit genomen", besluit_op="16-11-2026")
    deliver_rows(kerkstraat, "IMG", [decided, img_row("SM-2", "2"), img_row("SM-3", "3")], may_end_many=True)
    find()

    assert not listed()["VS-1", "SM-1"].is_legal


@pytest.mark.parametrize(
    ("ncg", "img", "is_legal"),
    [
        ({}, {}, True),
        ({"programma": ""}, {}, False),
        ({"programma": "nee"}, {}, False),
        ({}, {"status": "Ingetrokken"}, False),
        ({}, {"status": "een woord dat niemand kent"}, False),
        ({}, {"status": ""}, True),
        ({}, {"besluit_op": "2026-11-01"}, False),
    ],
)
def test_an_overlap_is_legal_in_a_programme_and_before_a_decision(tmp_path, listed, ncg, img, is_legal):
    load_places(tmp_path)
    deliver_rows(tmp_path, "NCG", [ncg_row("VS-1", "1", bag_id=unit(1)) | ncg])
    deliver_rows(tmp_path, "IMG", [img_row("SM-1", "1", bag_id=unit(1)) | img])
    find()

    assert listed()["VS-1", "SM-1"].is_legal is is_legal


def test_legal_overlap_is_only_in_the_municipalities_of_the_programme(tmp_path, listed):
    elsewhere = [place | {"gemeente": "Westerkwartier"} for place in PLACES]
    load_places(tmp_path, elsewhere)
    deliver_rows(tmp_path, "NCG", [ncg_row("VS-1", "1", bag_id=unit(1))])
    deliver_rows(tmp_path, "IMG", [img_row("SM-1", "1", bag_id=unit(1))])
    find()

    card = listed()["VS-1", "SM-1"]
    assert (card.is_legal, card.municipality) == (False, "GM1969")


def test_a_second_search_changes_nothing(kerkstraat, listed):
    before = listed()

    search = find()

    assert {agency: found.rows for agency, found in search.resolved.items()} == {"NCG": 0, "IMG": 0}
    (found,) = search.found.values()
    assert (found.pairs, found.new, found.changed, found.lost) == (3, 0, 0, 0)
    assert listed() == before


def test_a_row_that_ends_takes_its_pair_with_it_and_nothing_is_forgotten(kerkstraat, listed):
    deliver_rows(kerkstraat, "IMG", [img_row("SM-1", "1", bag_id=unit(1))], may_end_many=True)

    (found,) = find().found.values()

    assert (found.pairs, found.lost) == (1, 2)
    assert set(listed()) == {("VS-1", "SM-1")}


def test_a_row_without_an_address_is_listed_for_its_own_agency_only(kerkstraat, actor):
    for name, expected in (("ilse", ["SM-9"]), ("nora", [])):
        someone = actor(name)
        with as_actor(someone):
            assert [key for key, _, _ in unresolved(someone)] == expected


def test_a_verdict_stands_over_every_search(kerkstraat, listed, actor):
    card = listed()["VS-3", "SM-3"]
    _judge(actor("jelte"), card, Verdict.CONFIRMED)

    find()

    assert listed()["VS-3", "SM-3"].verdict is Verdict.CONFIRMED
    assert set(listed(verdict="waiting")) == set()


def test_a_verdict_is_asked_again_when_the_evidence_changes(kerkstraat, listed, actor):
    _judge(actor("jelte"), listed()["VS-3", "SM-3"], Verdict.REJECTED)

    # The address register learns that there was no 3A: the bare number is sure now.
    load_places(kerkstraat, [place | {"status": "Verblijfsobject ingetrokken"} for place in PLACES[3:4]])
    find()

    card = listed()["VS-3", "SM-3"]
    assert (card.verdict, card.is_reopened, card.grade) == (Verdict.REJECTED, True, Grade.VERY_LIKELY)
    assert set(listed(verdict="reopened")) == {("VS-3", "SM-3")}


def test_a_verdict_can_be_taken_back(kerkstraat, listed, actor):
    card = listed()["VS-3", "SM-3"]
    _judge(actor("jelte"), card, Verdict.REJECTED)
    _judge(actor("jelte"), card, Verdict.WITHDRAWN)

    assert listed()["VS-3", "SM-3"].verdict is None
    assert set(listed(verdict="waiting")) == {("VS-3", "SM-3")}


def test_who_saw_older_evidence_is_not_heard(kerkstraat, listed, actor):
    card = listed()["VS-3", "SM-3"]

    with pytest.raises(Refused, match="zojuist veranderd"):
        _judge(actor("jelte"), card, Verdict.CONFIRMED, seen="id_and_text|id_and_text|1|1")

    assert listed()["VS-3", "SM-3"].verdict is None


def test_who_has_no_duty_to_judge_is_refused(kerkstraat, listed, actor):
    card = listed()["VS-3", "SM-3"]

    with pytest.raises(Refused, match="een mogelijke samenloop beoordelen"):
        _judge(actor("sietse"), card, Verdict.CONFIRMED)

    assert listed()["VS-3", "SM-3"].verdict is None


def test_the_file_has_every_pair_that_stands_with_its_reason(kerkstraat, listed, actor):
    _judge(actor("jelte"), listed()["VS-3", "SM-3"], Verdict.REJECTED)

    number = write_pairs(chain=chain_in_force(), path=kerkstraat / "out.csv")

    assert number == 2
    assert (kerkstraat / "out.csv").read_text().splitlines() == [
        "ncg_kenmerk,img_meldingsnummer,verblijfsobject_id,graad,soort,reden",
        f"VS-1,SM-1,{unit(1)},zeker,wettelijk,"
        "Bij NCG en IMG wijzen BAG-id en adrestekst hetzelfde adres aan.",
        f"VS-2,SM-2,{unit(2)},zeer_waarschijnlijk,feitelijk,"
        '"Bij NCG wijzen BAG-id en adrestekst hetzelfde adres aan; bij IMG zijn postcode, huisnummer, '
        'toevoeging en straat gelijk, zonder BAG-id."',
    ]


def test_without_an_address_register_the_search_says_what_to_do(tmp_path):
    deliver_rows(tmp_path, "NCG", [ncg_row("VS-1", "1")])

    with pytest.raises(Refused, match="loopplank places load"):
        find()


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ({"text": "kerkstraat 1"}, {("VS-1", "SM-1")}),
        ({"text": "9919 aa"}, {("VS-1", "SM-1"), ("VS-2", "SM-2"), ("VS-3", "SM-3")}),
        ({"text": "SM-2"}, {("VS-2", "SM-2")}),
        ({"text": "100%"}, set()),
        ({"municipality": "GM1979"}, {("VS-1", "SM-1"), ("VS-2", "SM-2"), ("VS-3", "SM-3")}),
        ({"municipality": "GM0014"}, set()),
        ({"marker": "aos"}, {("VS-1", "SM-1")}),
        ({"phase": "4"}, set()),
        ({"grade": Grade.VERY_LIKELY}, {("VS-2", "SM-2")}),
        ({"is_legal": False}, {("VS-2", "SM-2")}),
        ({"verdict": "waiting"}, {("VS-3", "SM-3")}),
    ],
)
def test_the_list_is_filtered(kerkstraat, listed, wanted, keys):
    assert set(listed(**wanted)) == keys


def test_markers_and_phases_of_the_other_agency_are_no_filter(kerkstraat, listed):
    # SM-1 is urgent at IMG; for the NCG that marker does not exist on the pair.
    assert set(listed(marker="urgent")) == set()


def test_every_look_at_the_list_leaves_a_line_without_what_was_typed(kerkstraat, listed, trail):
    before = len(trail())

    listed(text="Kerkstraat 1")

    (line,) = trail()[before:]
    assert (line["verb"], line["details"]["total"]) == ("overlap.listed", 1)
    assert line["details"]["filters"] == ["order", "text"]
    assert "Kerkstraat" not in str(line)


def _judge(actor: Actor, card, verdict: Verdict, seen: str | None = None):
    with as_actor(actor):
        judge_pair(
            actor=actor,
            now=timezone.now(),
            pair_id=card.pk,
            seen=card.evidence if seen is None else seen,
            verdict=verdict,
        )
