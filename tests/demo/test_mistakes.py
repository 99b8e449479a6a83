import re

from loopplank.demo.chance import stream
from loopplank.demo.mistakes import bag_ids, house_numbers, layout, street_names, towns_and_postcodes
from loopplank.demo.mistakes.written import Written


def written(**fields_of_row):
    parts = dict.fromkeys(("bag_id", "street", "number", "letter", "addition", "postcode", "town"), "")
    return Written(unit=None, address=None, units=(), **(parts | fields_of_row))


def outcomes(mistake, column, **fields_of_row):
    """What one mistake makes of a row, over many throws of the dice."""
    found = set()
    for seed in range(300):
        row = written(**fields_of_row)
        if mistake(row, stream(seed, "mistakes")):
            found.add(getattr(row, column))
    return found


def test_street_names_are_abbreviated_as_people_do():
    found = outcomes(street_names.street_abbreviated, "street", street="Burgemeester van der Brulstraat")

    assert {
        "Burg. van der Brulstraat",
        "Burgemeester v.d. Brulstraat",
        "Burgemeester van der Brulstr.",
        "Bgm. v.d. Brulstraat",
    } <= found
    assert "G. Brullaan" in outcomes(street_names.street_abbreviated, "street", street="Geertje Brullaan")
    assert outcomes(street_names.street_abbreviated, "street", street="Botter") == set()


def test_a_misspelling_is_one_slip_of_the_fingers():
    found = outcomes(street_names.street_misspelt, "street", street="Dijk")

    assert {"Djik", "Dik", "Diijk", "Dujk"} <= found
    assert all(abs(len(name) - 4) <= 1 for name in found)


def test_the_first_word_is_dropped_only_where_a_name_remains():
    assert outcomes(street_names.first_word_dropped, "street", street="Oude Molenweg") == {"Molenweg"}
    assert outcomes(street_names.first_word_dropped, "street", street="Botter 14") == set()


def test_house_numbers_are_swapped_mistyped_or_the_neighbours():
    found = outcomes(house_numbers.house_number_wrong, "number", number="12")

    assert {"21", "10", "14", "17"} <= found
    assert "12" not in found
    assert all(int(number) > 0 for number in found)


def test_letter_and_addition_end_up_behind_the_number_or_in_the_other_field():
    behind = outcomes(house_numbers.addition_misplaced, "number", number="12", letter="A")
    other = outcomes(house_numbers.addition_misplaced, "letter", number="12", addition="bis")

    assert behind == {"12", "12A", "12a", "12 A", "12 a", "12-A", "12-a"}
    assert other == {"", "bis"}


def test_postcodes_get_a_slip_or_a_space():
    slips = outcomes(towns_and_postcodes.postcode_misspelt, "postcode", postcode="9712AB")

    assert {"9172AB", "9721AB", "9712BA"} <= slips
    assert all(re.fullmatch(r"9\d{3}[A-Z]{2}", slip) and slip != "9712AB" for slip in slips)
    assert outcomes(towns_and_postcodes.postcode_spaced, "postcode", postcode="9712AB") == {
        "9712 AB",
        "9712ab",
        "9712 ab",
    }


def test_one_line_comes_in_many_layouts():
    row = {"street": "Botter 14", "number": "61", "letter": "A", "postcode": "9934AK", "town": "Delfzijl"}

    lines = outcomes(layout.one_line, "line", **row)

    assert {
        "Botter 14 61A",
        "Botter 14 61 A, Delfzijl",
        "Botter 14 61-A, 9934AK Delfzijl",
        "9934AK Delfzijl, Botter 14 61a",
        "Botter 14 nr. 61A",
    } <= lines
    assert "Botter 14 61A" in outcomes(layout.one_line, "line", **row | {"postcode": "", "town": ""})


def test_ids_lose_their_zeros_or_get_a_prefix():
    pand = {"bag_id": "0010100010003811"}

    assert outcomes(bag_ids.lost_leading_zeros, "bag_id", **pand) == {"10100010003811"}
    assert outcomes(bag_ids.imbag_prefix, "bag_id", **pand) == {"NL.IMBAG.Pand.0010100010003811"}
    assert outcomes(bag_ids.lost_leading_zeros, "bag_id", bag_id="1979100010003811") == set()


def test_accents_and_apostrophes_get_lost():
    assert outcomes(street_names.accents_lost, "street", street="'t Reeënpad") == {"t Reeenpad"}
    assert outcomes(street_names.accents_lost, "street", street="Molenweg") == set()


def test_a_dropped_addition_takes_its_letter_or_leaves_it():
    assert outcomes(house_numbers.addition_dropped, "letter", letter="A", addition="2") == {"", "A"}
    assert outcomes(house_numbers.addition_dropped, "addition", letter="A", addition="2") == {""}
    assert outcomes(house_numbers.addition_dropped, "number", number="12") == set()


def test_a_range_holds_the_number_that_was_meant():
    found = outcomes(house_numbers.house_number_range, "number", number="12")

    assert {"12-14", "10-12", "12 t/m 14"} <= found
    assert all("12" in re.findall(r"\d+", text) for text in found)
