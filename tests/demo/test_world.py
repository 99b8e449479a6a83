import csv
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import fields, replace
from datetime import date

import pytest

from loopplank.demo.chance import stream
from loopplank.demo.programme import phase_counts
from loopplank.demo.rates import Clerks, Rates
from loopplank.demo.rows import IMG_COLUMNS, NCG_COLUMNS, PLACES_COLUMNS
from loopplank.demo.streets import StreetNames
from loopplank.demo.today import TODAY
from loopplank.demo.towns import towns
from loopplank.demo.world import make_world, write_world

FILES = ("places.csv", "ncg.csv", "img.csv", "truth.csv")
WITHOUT_MISTAKES = replace(Clerks(**{rate.name: 0.0 for rate in fields(Clerks)}), bag_id_present=1.0)
SETTLED = {"Afgehandeld", "Besluit genomen", "Ingetrokken"}


@pytest.fixture(scope="module")
def told():
    """The last word of progress on each thing that was made."""
    return {}


@pytest.fixture(scope="module")
def world(told):
    return make_world("small", 5, progress=lambda what, done, of: told.update({what: (done, of)}))


@pytest.fixture(scope="module")
def clean():
    return make_world("small", 5, Rates(ncg=WITHOUT_MISTAKES, img=WITHOUT_MISTAKES))


@pytest.fixture(scope="module")
def places(world):
    return [dict(zip(PLACES_COLUMNS, row, strict=True)) for row in world.places]


@pytest.fixture(scope="module")
def ncg(world):
    return {row[0]: dict(zip(NCG_COLUMNS, row, strict=True)) for row in world.ncg}


@pytest.fixture(scope="module")
def img(world):
    return {row[0]: dict(zip(IMG_COLUMNS, row, strict=True)) for row in world.img}


@pytest.fixture(scope="module")
def reports_of(world, img):
    """Per NCG key the reports that are truly about the same home."""
    found = defaultdict(list)
    for ncg_key, img_key in world.truth:
        found[ncg_key].append(img[img_key])
    return found


def digests(folder):
    return [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES]


def text(place):
    return tuple(
        place[column]
        for column in ("gemeente", "woonplaats", "straat", "huisnummer", "huisletter", "toevoeging")
    )


def test_the_same_seed_gives_the_same_bytes_in_another_process(world, tmp_path):
    script = (
        "import sys; from pathlib import Path; from loopplank.demo.world import make_world, write_world;"
        "write_world(make_world('small', 5), Path(sys.argv[1]))"
    )
    write_world(world, tmp_path / "here")

    subprocess.run(
        [sys.executable, "-c", script, tmp_path / "there"],
        env=os.environ | {"PYTHONHASHSEED": "12345"},
        check=True,
    )

    assert digests(tmp_path / "here") == digests(tmp_path / "there")


def test_another_seed_gives_another_world(world):
    other = make_world("small", 6)

    assert other.places != world.places
    assert other.ncg != world.ncg
    assert other.img != world.img


def test_other_rates_of_mistakes_leave_the_reference_and_the_truth_alone(world, clean):
    assert clean.places == world.places
    assert clean.truth == world.truth
    assert clean.img != world.img


def test_files_hold_a_header_and_every_row(world, tmp_path):
    write_world(world, tmp_path / "new" / "folder")

    with (tmp_path / "new" / "folder" / "ncg.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == NCG_COLUMNS
    assert [tuple(row) for row in rows[1:]] == world.ncg


def test_a_small_world_has_the_stated_size(world):
    assert len(world.ncg) == 2_000
    assert len(world.img) == 9_000
    assert len(world.places) == pytest.approx(12_000, rel=0.05)


def test_phases_have_the_published_proportions(world):
    assert Counter(world.phases.values()) == {1: 215, 2: 237, 3: 486, 4: 762, 5: 122, 6: 178}


def test_phases_of_the_full_world_are_the_published_counts():
    assert phase_counts(26_919) == {1: 2_894, 2: 3_184, 3: 6_543, 4: 10_254, 5: 1_644, 6: 2_400}


def test_a_phase_is_written_as_its_number_or_in_words(world, ncg):
    as_number = {key: row["fase"] for key, row in ncg.items() if row["fase"].isdigit()}
    in_words = {row["fase"] for row in ncg.values()} - set("123456")

    assert all(int(phase) == world.phases[key] for key, phase in as_number.items())
    assert len(as_number) > 1_900
    assert {"on hold", "planvorming", "opname"} <= in_words


def test_a_plan_is_named_from_phase_two_on(world, ncg):
    named = {key for key, row in ncg.items() if row["programma"]}

    assert named == {key for key, phase in world.phases.items() if phase >= 2}
    assert all(ncg[key]["programma"].startswith(f"LPA {ncg[key]['gemeente']} 202") for key in named)


def test_the_programme_runs_in_five_municipalities(ncg):
    counts = Counter(row["gemeente"] for row in ncg.values())

    assert counts == {
        "Eemsdelta": 900,
        "Groningen": 380,
        "Midden-Groningen": 340,
        "Het Hogeland": 300,
        "Oldambt": 80,
    }


def test_keys_are_unique(world, ncg, img):
    assert len(ncg) == len(world.ncg)
    assert len(img) == len(world.img)
    assert all(re.fullmatch(r"VS-\d{6}", key) for key in ncg)
    assert all(re.fullmatch(r"SM-\d{7}", key) for key in img)


def test_a_true_pair_is_one_unit_or_the_old_and_new_unit_of_one_home(world, places):
    texts = defaultdict(set)
    for place in places:
        texts[place["verblijfsobject_id"]].add(text(place))

    pairs = [(world.unit_of[ncg_key], world.unit_of[img_key]) for ncg_key, img_key in world.truth]
    rebuilt = [(one, other) for one, other in pairs if one != other]

    assert len(set(world.truth)) == len(world.truth)
    assert all(texts[one] & texts[other] for one, other in rebuilt)
    assert 0 < len(rebuilt) < 20


def test_every_pair_on_one_unit_is_in_the_truth(world, ncg, img):
    reports = defaultdict(list)
    for key in img:
        reports[world.unit_of[key]].append(key)

    on_one_unit = {(key, report) for key in ncg for report in reports[world.unit_of[key]]}

    assert on_one_unit <= set(world.truth)


def test_twentynine_percent_of_the_programme_has_a_report_mostly_settled(ncg, reports_of):
    settled = [key for key, found in reports_of.items() if {row["status"] for row in found} <= SETTLED]

    assert len(reports_of) / len(ncg) == pytest.approx(0.29, abs=0.015)
    assert len(settled) / len(reports_of) == pytest.approx(0.80, abs=0.015)


def test_an_address_has_one_to_six_reports(reports_of):
    assert {len(found) for found in reports_of.values()} == {1, 2, 3, 4, 5, 6}


def test_special_situations_have_the_shares_of_the_letter(world, ncg, reports_of):
    special = [key for key, row in ncg.items() if row["bijzondere_situatie"] == "ja"]
    reported = [key for key in special if key in reports_of]
    settled = [key for key in reported if {row["status"] for row in reports_of[key]} <= SETTLED]
    urgent = [key for key in reported if any(row["urgentie"] == "ja" for row in reports_of[key])]

    assert len(special) == 149  # 2,000 of 26,919
    assert len(reported) / len(special) == pytest.approx(2 / 3, abs=0.01)
    assert len(settled) / len(special) == pytest.approx(1 / 4, abs=0.01)
    assert len(urgent) / len(reported) > 0.5
    assert {world.phases[key] for key in special} == {2, 3, 4, 5}


def test_owners_farms_and_unsafe_situations_have_plausible_shares(ncg):
    owners = Counter(row["eigenaar_type"] for row in ncg.values())

    assert set(owners) == {"particulier", "corporatie", "vve", "zakelijk"}
    assert owners["corporatie"] / len(ncg) == pytest.approx(0.30, abs=0.02)
    assert sum(row["agro"] == "ja" for row in ncg.values()) == 120
    assert sum(row["aos"] == "ja" for row in ncg.values()) == 8


def test_ids_in_the_reference_are_valid(places):
    shapes = {
        "nummeraanduiding_id": r"\d{4}20\d{10}",
        "verblijfsobject_id": r"\d{4}0[12]\d{10}",  # 02: a mooring
        "pand_id": r"\d{4}10\d{10}|",  # a houseboat has no building
    }

    for column, shape in shapes.items():
        assert all(re.fullmatch(shape, place[column]) for place in places), column


def test_ids_keep_the_municipality_that_registered_them(places):
    codes = {place["verblijfsobject_id"][:4] for place in places if place["gemeente"] == "Eemsdelta"}

    assert codes == {"0003", "0010", "0024", "1979"}


def test_postcodes_are_valid_and_lie_in_their_town(places):
    areas = {(town.municipality.name, town.name): town.pc4s for town in towns()}
    found = [place for place in places if place["postcode"]]

    assert all(re.fullmatch(r"[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}", place["postcode"]) for place in found)
    assert all(place["postcode"][:4] in areas[place["gemeente"], place["woonplaats"]] for place in found)
    assert 0 < len(places) - len(found) < 60


def test_a_postcode_covers_a_short_stretch_of_one_side(places):
    homes = Counter(place["postcode"] for place in places if place["postcode"])

    assert 8 <= sorted(homes.values())[len(homes) // 2] <= 25


def test_an_address_occurs_twice_only_where_a_home_was_rebuilt(places):
    standing = defaultdict(list)
    for place in places:
        if not place["geldig_tot"]:
            standing[text(place)].append(place)
    twice = [found for found in standing.values() if len(found) > 1]

    assert twice
    assert all(len({place["verblijfsobject_id"] for place in found}) == 2 for found in twice)
    assert all(len({place["pand_id"] for place in found}) == 2 for found in twice)
    assert all({place["status"] for place in found} == {"Verblijfsobject in gebruik"} for found in twice)


def test_a_freed_house_number_is_given_to_another_home(places):
    holders = defaultdict(set)
    for place in places:
        holders[text(place)].add((place["geldig_tot"] != "", place["verblijfsobject_id"]))
    renumbered = {
        place["verblijfsobject_id"] for place in places if place["status"] == "Naamgeving ingetrokken"
    }

    given_away = [
        found
        for found in holders.values()
        if {unit for ended, unit in found if ended} & renumbered
        and {unit for ended, unit in found if not ended}
    ]

    assert given_away


def test_a_renamed_street_keeps_its_old_name_with_an_end(places):
    rows = defaultdict(list)
    for place in places:
        rows[place["verblijfsobject_id"]].append(place)
    renamed = [
        (old, new)
        for found in rows.values()
        for old in found
        for new in found
        if old["geldig_tot"] and old["straat"] != new["straat"] and old["geldig_tot"] == new["geldig_van"]
    ]

    assert len(renamed) / len(places) == pytest.approx(0.01, abs=0.007)


def test_no_address_ends_before_it_begins(places):
    assert all(place["geldig_van"] <= place["geldig_tot"] for place in places if place["geldig_tot"])


def test_every_home_stands_near_its_town(places):
    middle = {(town.municipality.name, town.name): (town.lat, town.lon) for town in towns()}

    for place in places:
        lat, lon = middle[place["gemeente"], place["woonplaats"]]
        assert abs(float(place["lat"]) - lat) < 0.12
        assert abs(float(place["lon"]) - lon) < 0.2


def test_houses_flats_farms_and_boats_all_occur(places):
    additions = {place["toevoeging"] for place in places}
    units_per_building = Counter(place["pand_id"] for place in places if place["pand_id"])
    addresses_per_unit = Counter(place["verblijfsobject_id"] for place in places if not place["geldig_tot"])

    assert {"", "bis", "I", "II", "1", "2", "101"} <= additions
    assert {"A", "B", "a", "b"} <= {place["huisletter"] for place in places}
    assert max(units_per_building.values()) > 30
    assert max(addresses_per_unit.values()) == 2
    assert any(place["huisletter"] and place["toevoeging"] for place in places)


def test_dates_are_written_one_way_per_file_and_never_lie_ahead(ncg, img):
    received = [
        date(int(row["ontvangen_op"][6:]), *_month_and_day(row["ontvangen_op"])) for row in img.values()
    ]

    assert all(re.fullmatch(r"\d{2}-\d{2}-\d{4}", row["ontvangen_op"]) for row in img.values())
    assert all(re.fullmatch(r"(\d{2}-\d{2}-\d{4})?", row["besluit_op"]) for row in img.values())
    assert max(received) <= TODAY
    assert max(date.fromisoformat(row["fase_datum"]) for row in ncg.values()) <= TODAY


def _month_and_day(dutch):
    return int(dutch[3:5]), int(dutch[:2])


def test_only_decided_reports_have_a_day_of_decision(img):
    decided = {row["status"] for row in img.values() if row["besluit_op"]}
    undecided = {row["status"] for row in img.values() if not row["besluit_op"]}

    assert decided == {"Afgehandeld", "Besluit genomen"}
    assert undecided == {
        "Ontvangen", "Opname gepland", "Opname uitgevoerd", "Adviesrapport", "Zienswijze", "In behandeling",
        "Ingetrokken",
    }  # fmt: skip


def test_reports_spread_over_the_schemes(img):
    shares = Counter(row["regeling"] for row in img.values())

    assert max(shares, key=shares.get) == "FS"
    assert set(shares) == {"FS", "VES", "AVV", "WD", "IMS"}


def test_bag_ids_are_present_at_the_stated_rate(ncg, img):
    assert sum(row["bag_id"] != "" for row in ncg.values()) / len(ncg) == pytest.approx(0.85, abs=0.025)
    assert sum(row["bag_id"] != "" for row in img.values()) / len(img) == pytest.approx(0.45, abs=0.015)


def test_correspondence_goes_elsewhere_at_the_stated_rate(world, places, img):
    municipality = {place["verblijfsobject_id"]: place["gemeente"] for place in places}
    elsewhere = [
        key for key, row in img.items() if row["correspondentie_gemeente"] != municipality[world.unit_of[key]]
    ]

    assert len(elsewhere) / len(img) == pytest.approx(0.06, abs=0.01)


def test_every_mistake_occurs_at_both_agencies(world):
    named = {rate.name for rate in fields(Clerks)} - {"bag_id_present"}
    expected = {(agency, name) for agency in ("NCG", "IMG") for name in named}

    assert set(world.mistakes) == expected | {("NCG", "phase_in_words"), ("NCG", "phase_unknown")}
    assert min(world.mistakes.values()) >= 1


def test_frequent_mistakes_are_made_at_the_stated_rate(world):
    assert world.mistakes["IMG", "one_line"] / len(world.img) == pytest.approx(0.12, abs=0.01)
    assert world.mistakes["IMG", "street_misspelt"] / len(world.img) == pytest.approx(0.04, abs=0.008)
    assert world.mistakes["IMG", "postcode_missing"] / len(world.img) == pytest.approx(0.08, abs=0.01)
    assert world.mistakes["NCG", "one_line"] / len(world.ncg) == pytest.approx(0.05, abs=0.015)


def test_img_writes_the_address_in_one_line_or_in_parts(img):
    in_one_line = [row for row in img.values() if row["adres"]]

    assert 0 < len(in_one_line) < len(img)
    assert all(not row["straat"] and not row["huisnummer"] for row in in_one_line)
    assert all(row["straat"] and row["huisnummer"] for row in img.values() if not row["adres"])


def test_without_mistakes_every_row_is_an_address_of_its_unit(clean):
    known = {(row[1], *row[3:9]) for row in clean.places}
    ids = {identity for row in clean.places for identity in row[:3] if identity}

    assert all((clean.unit_of[row[0]], *row[2:8]) in known for row in clean.ncg)
    assert all((clean.unit_of[row[0]], *row[3:9]) in known for row in clean.img)
    assert all(row[1] in ids for row in (*clean.ncg, *clean.img))
    assert set(clean.mistakes) == {("NCG", "phase_in_words"), ("NCG", "phase_unknown")}


def test_no_person_occurs_in_the_files(world):
    columns = {*PLACES_COLUMNS, *NCG_COLUMNS, *IMG_COLUMNS}
    about_a_person = re.compile(r"naam|bsn|geboorte|telefoon|mail|rekening|aanhef")
    addressed = re.compile(r"@|\b(dhr|mevr|heer|mevrouw|familie|fam|t\.a\.v)\b\.?", re.IGNORECASE)
    cells = {cell for rows in (world.places, world.ncg, world.img) for row in rows for cell in row}

    assert not [column for column in columns if about_a_person.search(column)]
    assert not [cell for cell in cells if addressed.search(cell)]


def test_progress_is_told_up_to_the_last_row(world, told):
    assert told["versterking"] == (len(world.ncg), 2_000)
    assert told["schademeldingen"] == (len(world.img), 9_000)
    assert told["adressen"][0] == pytest.approx(told["adressen"][1], rel=0.03)


def test_street_names_are_as_varied_as_real_ones():
    names = StreetNames(stream(1, "names"))
    assen = next(town for town in towns() if town.name == "Assen")

    given = [names.new(assen, rural=turn % 2 == 0) for turn in range(2_000)]

    assert len({name.casefold() for name in given}) == 2_000
    for form in (
        r"Burgemeester van \w+", r"Dr\. ", r"^'t ", r"^[1-4]e ", r"^(Plein|Laan|Hof) \d{4}$", r"\d{4}-\d{4}$",
        r"^Rijksweg A \d+$", r"^Provincialeweg N \d+$", r"^(Botter|Kwelder) \d+$", r"\w-\w", r"[éëïö]",
        r".{25}", r"^Oude ", r"^Kleine ",
    ):  # fmt: skip
        assert any(re.search(form, name) for name in given), form
    stems = Counter(name.removesuffix("straat").removesuffix("laan") for name in given)
    assert max(stems.values()) > 1
