import shutil
from pathlib import Path

import pytest

from loopplank.chain.reading import ChainErrors, Problem, read_chain

GRONINGEN = Path(__file__).parents[2] / "chains" / "groningen"
SMALL = Path(__file__).parent / "small_chain"


def problems(path):
    with pytest.raises(ChainErrors) as raised:
        read_chain(path)
    return [str(problem) for problem in raised.value.problems]


def test_groningen_reads_without_a_problem():
    chain = read_chain(GRONINGEN)

    assert chain.code == "groningen"
    assert [register.agency.code for register in chain.registers] == ["IMG", "NCG"]
    assert len(chain.programme_municipalities) == 5


def test_a_wholly_other_chain_reads_too():
    chain = read_chain(SMALL)

    assert chain.code == "zilverwaard"
    assert [register.agency.code for register in chain.registers] == ["DZW", "NAT"]


def test_a_problem_can_be_taken_apart(folder):
    folder.change("dzw.toml", 'shared = "aanleg"', 'shared = "aanlegg"')

    with pytest.raises(ChainErrors) as raised:
        read_chain(folder.path)

    assert raised.value.problems == (
        Problem("dzw.toml", "phase[2].shared", 11, "‘aanlegg’ is geen gedeelde fase; bedoelt u ‘aanleg’?"),
    )


def test_an_empty_folder_lacks_every_file(tmp_path):
    missing = "dit bestand ontbreekt; een keten kan niet zonder."

    assert problems(tmp_path) == [
        f"chain.toml: {missing}",
        f"organisations.toml: {missing}",
        f"municipalities.toml: {missing}",
        f"towns.toml: {missing}",
        f"shared.toml: {missing}",
        f"places.toml: {missing}",
        f"overlap.toml: {missing}",
    ]


def test_a_folder_that_does_not_exist(tmp_path):
    assert problems(tmp_path / "weg") == [f"{tmp_path / 'weg'}: deze map bestaat niet; controleer de naam."]


def test_a_file_instead_of_a_folder(folder):
    assert problems(folder.path / "chain.toml") == [
        f"{folder.path / 'chain.toml'}: dit is geen map; geef de map waarin chain.toml staat."
    ]


def test_a_byte_order_mark_does_not_matter(folder):
    content = (folder.path / "nat.toml").read_bytes()
    (folder.path / "nat.toml").write_bytes(b"\xef\xbb\xbf" + content)

    assert read_chain(folder.path).content_hash == read_chain(SMALL).content_hash


def test_a_file_in_latin_1_is_told_with_its_line(folder):
    folder.change("chain.toml", "boerderijen", "boerderijën")
    text = (folder.path / "chain.toml").read_text("utf-8")
    (folder.path / "chain.toml").write_bytes(text.encode("latin-1"))

    assert folder.problems() == ["chain.toml:3: hier staat een teken dat geen UTF-8 is; sla op als UTF-8."]


def test_a_file_that_cannot_be_opened(folder):
    (folder.path / "chain.toml").unlink()
    (folder.path / "chain.toml").mkdir()

    assert folder.problems() == ["chain.toml: dit bestand kan niet worden geopend; controleer de rechten."]


def test_a_file_with_endless_lists(folder):
    (folder.path / "towns.toml").write_text(f"towns = {'[' * 5_000}{']' * 5_000}", "utf-8")

    assert folder.problems() == ["towns.toml: in dit bestand zitten te veel lijsten in elkaar."]


def test_files_that_do_not_belong_there(folder):
    (folder.path / "notities.txt").write_text("bellen met het loket", "utf-8")
    (folder.path / "organisation.toml").write_text("", "utf-8")
    (folder.path / "oud.toml").write_text("code = 'X'", "utf-8")
    (folder.path / "oud").mkdir()
    (folder.path / ".verborgen").write_text("telt niet mee", "utf-8")

    assert folder.problems() == [
        "notities.txt: dit hoort niet in de map van een keten; zet het ergens anders.",
        (
            "organisation.toml: in een bestand van een organisatie staat een blok [agency]; "
            "bedoelt u ‘organisations.toml’?"
        ),
        "oud: dit hoort niet in de map van een keten; zet het ergens anders.",
        (
            "oud.toml: in een bestand van een organisatie staat een blok [agency]; "
            "zet het er bovenaan in, of haal het bestand weg."
        ),
    ]


def test_a_file_of_an_organisation_without_a_register(folder):
    folder.change("organisations.toml", 'register = "damage"\n', "")

    assert folder.problems() == [
        "overlap.toml:3 overlap[1].second: ‘NAT’ is geen organisatie met een register; kies uit ‘DZW’.",
        "nat.toml:2 agency.code: ‘NAT’ is geen organisatie met een register; kies uit ‘DZW’.",
    ]


def test_an_agency_without_its_file(folder):
    (folder.path / "nat.toml").unlink()

    assert folder.problems() == [
        (
            "organisations.toml:16 organisation[2].register: ‘NAT’ houdt een register bij maar heeft nog "
            'geen eigen bestand; maak nat.toml met daarin [agency] code = "NAT".'
        )
    ]


def test_two_files_of_one_agency(folder):
    shutil.copy(folder.path / "nat.toml", folder.path / "nat2.toml")

    assert folder.problems() == [
        "nat2.toml:2 agency.code: ‘NAT’ staat er al; kies een ander of haal dit blok weg."
    ]


def test_lists_that_may_not_be_empty(folder):
    (folder.path / "municipalities.toml").write_text("# nog niets\n", "utf-8")
    (folder.path / "shared.toml").write_text("phase = []\n", "utf-8")

    assert folder.problems()[:2] == [
        "municipalities.toml municipality: hier ontbreekt minstens één [[municipality]].",
        "shared.toml:1 phase: hier ontbreekt minstens één [[phase]].",
    ]


def test_everything_that_is_wrong_is_told_at_once_in_order(folder):
    folder.change("chain.toml", "1995-01-31", '"1995"')
    folder.change("organisations.toml", 'kind = "agency"', 'kind = "loket"')
    folder.change("organisations.toml", 'municipality = "OVM"', 'municipality = "OWM"')
    folder.change("shared.toml", "order = 2", "order = 0")
    folder.change("nat.toml", 'shared = "klaar"', 'shared = "klaaar"')
    folder.change("overlap.toml", "second_undecided = true\n", "")

    assert [problem.split(": ")[0] for problem in folder.problems()] == [
        "chain.toml:4 earliest_date",
        "organisations.toml:5 organisation[1].kind",
        "organisations.toml:26 organisation[3].municipality",
        "shared.toml:10 phase[2].order",
        "overlap.toml:5 overlap[1].legal.second_undecided",
        "nat.toml:10 phase[2].shared",
    ]


def test_what_a_broken_block_seems_to_cause_elsewhere_is_not_told(folder):
    folder.change("shared.toml", 'label = "Klaar"', "label = 3")
    folder.change("organisations.toml", 'slot = "b"', "slot = 2")

    assert [problem.split(": ")[0] for problem in folder.problems()] == [
        "organisations.toml:17 organisation[2].slot",
        "shared.toml:15 phase[3].label",
    ]


def test_what_an_unreadable_file_seems_to_cause_elsewhere_is_not_told(folder):
    folder.change("organisations.toml", "[[organisation]]", "[[organisation]")
    folder.change("nat.toml", "[agency]", "agency]")

    assert folder.problems() == [
        "organisations.toml:1: de haken van deze kop worden niet goed gesloten.",
        "nat.toml:1: achter een sleutel hoort een = te staan, en dan de waarde.",
    ]


@pytest.mark.parametrize("file", sorted(file.name for file in SMALL.iterdir()))
def test_no_line_can_be_left_out_without_a_calm_answer(folder, file):
    lines = (SMALL / file).read_text("utf-8").splitlines(keepends=True)

    for left_out in range(len(lines)):
        (folder.path / file).write_text("".join(lines[:left_out] + lines[left_out + 1 :]), "utf-8")
        assert [problem for problem in folder.problems() if problem[-1] not in ".?"] == []


def test_the_hash_does_not_depend_on_layout_or_order(folder):
    folder.change("nat.toml", '[[phase]]\nword = "betaald"\nshared = "klaar"\n', "# een opmerking\n")
    folder.change("nat.toml", "[[scheme]]", "[[phase]]\nshared=\"klaar\"\nword  =  'betaald'\n\n[[scheme]]")
    folder.change("towns.toml", '["Overmeer", "Sint-Odulf"]', '[\n  "Sint-Odulf",\n  "Overmeer",\n]')

    assert read_chain(folder.path).content_hash == read_chain(SMALL).content_hash


def test_the_hash_depends_on_content(folder):
    folder.change("shared.toml", 'label = "Klaar"', 'label = "Klaar!"')

    assert read_chain(folder.path).content_hash != read_chain(SMALL).content_hash
