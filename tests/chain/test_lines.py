import tomllib
from pathlib import Path

import pytest

from loopplank.chain.lines import line_at, lines_of

GRONINGEN = Path(__file__).parents[2] / "chains" / "groningen"

HARD = """# a comment with = and [brackets]
title = "a # that is no comment, and a \\" quote"
'quoted key' = 'C:\\path'
dotted . key = 3

[[phase]]
words = [
  "one", # ] not here
  'two',
  [1, {deep = true}],
]
text = \"\"\"
[[phase]]
code = "not a key"
\"\"\"\"
[phase.nested]
a = 2026-01-01 12:00:00
[[phase]]
b = { c = '''
x''', "d e" = [] }
[[phase.step]]
[[phase.step]]
e = -1.5e3
"""


def test_every_form_of_toml_has_its_line():
    lines = lines_of(HARD)

    assert tomllib.loads(HARD)["phase"][0]["text"] == '[[phase]]\ncode = "not a key"\n"'
    assert lines == {
        ("title",): 2,
        ("quoted key",): 3,
        ("dotted",): 4,
        ("dotted", "key"): 4,
        ("phase",): 6,
        ("phase", 0): 6,
        ("phase", 0, "words"): 7,
        ("phase", 0, "words", 0): 8,
        ("phase", 0, "words", 1): 9,
        ("phase", 0, "words", 2): 10,
        ("phase", 0, "words", 2, 0): 10,
        ("phase", 0, "words", 2, 1): 10,
        ("phase", 0, "words", 2, 1, "deep"): 10,
        ("phase", 0, "text"): 12,
        ("phase", 0, "nested"): 16,
        ("phase", 0, "nested", "a"): 17,
        ("phase", 1): 18,
        ("phase", 1, "b"): 19,
        ("phase", 1, "b", "c"): 19,
        ("phase", 1, "b", "d e"): 20,
        ("phase", 1, "step"): 21,
        ("phase", 1, "step", 0): 21,
        ("phase", 1, "step", 1): 22,
        ("phase", 1, "step", 1, "e"): 23,
    }


def test_a_key_that_is_not_there_has_the_line_of_the_block_around_it():
    lines = lines_of(HARD)

    assert line_at(lines, ("phase", 1, "b", "missing")) == 19
    assert line_at(lines, ("elsewhere", 0)) is None


def test_lines_end_in_the_way_of_windows_too():
    assert lines_of("a = 1\r\nb = 2\r\n") == {("a",): 1, ("b",): 2}


def paths_in(value, path=()):
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, part in pairs for found in ((*path, key), *paths_in(part, (*path, key)))]


@pytest.mark.parametrize("file", sorted(GRONINGEN.iterdir()), ids=lambda file: file.name)
def test_every_value_of_groningen_is_found_on_a_line_that_names_it(file):
    text = file.read_text("utf-8")
    rows = text.splitlines()
    lines = lines_of(text)
    paths = paths_in(tomllib.loads(text))

    assert sorted(map(str, lines)) == sorted(map(str, paths))
    assert [
        path for path in paths if isinstance(path[-1], str) and path[-1] not in rows[lines[path] - 1]
    ] == []
