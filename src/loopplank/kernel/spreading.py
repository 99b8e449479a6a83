"""Spreading pure work on many things over the cores of the machine."""

from __future__ import annotations

import ctypes
import itertools
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 5_000
MOST_PROCESSES = 4
# How many chunks wait per process: enough to keep it busy, few enough to keep memory small.
WAITING = 2
_PR_SET_PDEATHSIG = 1

_work: list[Callable[[Any], Any]] = []


def spread(
    work: Callable[[list[Item]], Result], items: Iterable[Item], chunk: int = CHUNK
) -> Iterator[Result]:
    """The results of ``work`` on chunks of the items, in their order.

    More than one chunk goes to forked processes, one per core. These see all that was made before and
    whatever they change is lost, so ``work`` must be pure: no database, no files, no output. They end
    with this process, however it ends.
    """
    chunks = _chunks(items, chunk)
    first, second = next(chunks, None), next(chunks, None)
    if first is None:
        return
    if second is None:
        yield work(first)
        return
    _work.append(work)
    try:
        processes = min(os.cpu_count() or 1, MOST_PROCESSES)
        with _pool(processes) as pool:
            waiting: deque[Future[Result]] = deque()
            for one in itertools.chain((first, second), chunks):
                waiting.append(pool.submit(_call, one))
                if len(waiting) > WAITING * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    finally:
        _work.remove(work)


def _chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    remaining = iter(items)
    while chunk := list(itertools.islice(remaining, size)):
        yield chunk


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork"), initializer=_begin)


def _begin() -> None:
    """In a forked process: leave Ctrl-C to the parent, and end when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _call(chunk: list[Any]) -> Any:
    return _work[-1](chunk)
