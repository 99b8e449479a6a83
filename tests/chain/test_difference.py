from pathlib import Path

import pytest

from loopplank.chain.difference import Change, ChangeKind, difference
from loopplank.chain.reading import read_chain

GRONINGEN = Path(__file__).parents[2] / "chains" / "groningen"
SMALL = Path(__file__).parent / "small_chain"


@pytest.fixture
def changed(folder):
    """The small chain and a version of it with changes: file, old text, new text."""

    def make(*changes):
        for one in changes:
            folder.change(*one)
        return read_chain(SMALL), read_chain(folder.path)

    return make


def lines(changes):
    return [str(change) for change in changes]


def test_a_chain_does_not_differ_from_itself():
    assert difference(read_chain(GRONINGEN), read_chain(GRONINGEN)) == []


def test_a_renamed_label(changed):
    old, new = changed(("shared.toml", 'label = "In aanleg"', 'label = "De dijk is open"'))

    assert difference(old, new) == [
        Change("gedeeld · fase ‘aanleg’ · naam", ChangeKind.CHANGED, "In aanleg", "De dijk is open")
    ]
    assert lines(difference(old, new)) == [
        "gewijzigd: gedeeld · fase ‘aanleg’ · naam: ‘In aanleg’ wordt ‘De dijk is open’"
    ]


def test_another_translation(changed):
    old, new = changed(("dzw.toml", 'shared = "aanleg"', 'shared = "klaar"'))

    assert difference(old, new) == [
        Change("DZW · fase ‘dijk open’ · gedeeld", ChangeKind.CHANGED, "aanleg", "klaar")
    ]


def test_an_added_phase(changed):
    old, new = changed(
        ("nat.toml", "[[scheme]]", '[[phase]]\nword = "klaar"\nshared = "klaar"\n\n[[scheme]]')
    )

    assert difference(old, new) == [
        Change("NAT · fase ‘klaar’", ChangeKind.ADDED, None, "gedeeld als ‘klaar’")
    ]
    assert difference(new, old) == [
        Change("NAT · fase ‘klaar’", ChangeKind.REMOVED, "gedeeld als ‘klaar’", None)
    ]


def test_a_removed_organisation(changed):
    text = (SMALL / "organisations.toml").read_text("utf-8")
    block = text[text.index('[[organisation]]\ncode = "gemeente-overmeer"') :]
    old, new = changed(
        ("organisations.toml", block, ""),
        ("shared.toml", 'organisation = "gemeente-overmeer"', 'organisation = "NAT"'),
    )

    assert lines(difference(old, new)) == [
        "vervallen: organisatie ‘gemeente-overmeer’: Gemeente Overmeer",
        "gewijzigd: gedeeld · termijn ‘bezoek’ · organisatie: ‘gemeente-overmeer’ wordt ‘NAT’",
    ]


def test_words_and_columns_are_told_one_by_one(changed):
    old, new = changed(
        ("dzw.toml", '["n.l.t.g."]', '["nog niet geweest"]'),
        ("dzw.toml", 'town = "kern"', 'town = "dorp"'),
        ("dzw.toml", 'vee = "stal"\n', ""),
        ("towns.toml", '["St. Odulf"]', '["St. Odulf", "Odulf"]'),
    )

    assert lines(difference(old, new)) == [
        "nieuw: woonplaatsen van ‘OVM’ · schrijfwijze van ‘Sint-Odulf’: Odulf",
        "vervallen: DZW · fase ‘nog langs te gaan’ · ook geschreven als: n.l.t.g.",
        "nieuw: DZW · fase ‘nog langs te gaan’ · ook geschreven als: nog niet geweest",
        "gewijzigd: DZW · profiel ‘dijk’ · kolom van ‘town’: ‘kern’ wordt ‘dorp’",
        "vervallen: DZW · profiel ‘dijk’ · kolom van markering ‘vee’: stal",
    ]


def test_values_are_told_in_dutch(changed):
    old, new = changed(
        ("chain.toml", "1995-01-31", "1995-02-01"),
        ("shared.toml", 'registers = ["reinforcement"]', 'registers = ["reinforcement", "damage"]'),
        ("dzw.toml", "suspendable = true", "suspendable = false"),
        ("dzw.toml", 'one_of = [["weg", "nr"], ["object"]]', 'one_of = [["nr", "weg"]]'),
    )

    assert lines(difference(old, new)) == [
        "gewijzigd: vroegste datum: ‘31-01-1995’ wordt ‘01-02-1995’",
        "nieuw: gedeeld · fase ‘aanleg’ · register: schade",
        "gewijzigd: DZW · termijn ‘graven’ · op te schorten: ‘ja’ wordt ‘nee’",
        "vervallen: DZW · profiel ‘dijk’ · minstens één van deze groepen kolommen: ‘object’",
    ]


def test_the_place_of_a_block_in_its_file_does_not_matter(changed):
    block = '[[phase]]\nword = "binnen"\nshared = "wachten"\n'
    old, new = changed(("nat.toml", block, ""), ("nat.toml", "[[scheme]]", f"{block}\n[[scheme]]"))

    assert [own.word for own in new.agency("NAT").phases] == ["betaald", "zoek", "binnen"]
    assert difference(old, new) == []


def test_without_an_earlier_version_everything_is_new():
    changes = difference(None, read_chain(SMALL))

    assert {change.kind for change in changes} == {ChangeKind.ADDED}
    assert lines(changes)[:7] == [
        "nieuw: code: zilverwaard",
        "nieuw: naam: Zilverwaard",
        "nieuw: omschrijving: Dijkversterking en wateroverlast bij dezelfde boerderijen.",
        "nieuw: vroegste datum: 31-01-1995",
        "nieuw: bron van de vroegste datum: Verzonnen: de nacht waarin de Zilverdijk brak",
        "nieuw: extra feestdag ‘2026-05-15’: Dag na Hemelvaart",
        "nieuw: organisatie ‘DZW’: Dijkbureau Zilverwaard",
    ]
    assert "nieuw: DZW · fase ‘dijk open’: gedeeld als ‘aanleg’" in lines(changes)
    assert "nieuw: NAT · fase ‘zoek’: niet gedeeld: Het loket weet zelf niet wat dit betekent." in lines(
        changes
    )


def test_an_agency_that_leaves_takes_all_its_words_with_it():
    old = read_chain(GRONINGEN)

    changes = lines(difference(old, read_chain(SMALL)))

    assert "vervallen: IMG" in changes
    assert "vervallen: IMG · fase ‘Zienswijze’: gedeeld als ‘zienswijze’" in changes
    assert "nieuw: DZW" in changes


def test_every_key_has_a_dutch_name():
    assert [line for line in lines(difference(None, read_chain(GRONINGEN))) if "None" in line] == []
