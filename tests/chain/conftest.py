import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from loopplank.chain.reading import ChainErrors, read_chain

SMALL = Path(__file__).parent / "small_chain"


@dataclass(frozen=True)
class ChainFolder:
    """A copy of the small chain, to spoil."""

    path: Path

    def change(self, file, old, new):
        text = (self.path / file).read_text("utf-8")
        assert old in text
        (self.path / file).write_text(text.replace(old, new, 1), "utf-8")

    def problems(self):
        try:
            read_chain(self.path)
        except ChainErrors as errors:
            return [str(problem) for problem in errors.problems]
        return []


@pytest.fixture
def folder(tmp_path):
    return ChainFolder(Path(shutil.copytree(SMALL, tmp_path / "chain")))
