"""Runs programs and says what they cost."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    """What one run of a program took."""

    wall: float
    user: float
    system: float
    peak: int
    status: int

    @property
    def cpu(self):
        return self.user + self.system


class Unmeasured(Exception):
    """A program that did not do what was to be measured."""


def run(arguments, allowed=(0,), output=subprocess.DEVNULL, **options):
    """The cost of one run of a program, whose status must be one of those allowed."""
    start = time.monotonic()
    process = subprocess.Popen(
        [str(argument) for argument in arguments], stdin=subprocess.DEVNULL, stdout=output, **options
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in allowed:
        raise Unmeasured(f"{arguments[0]} ended with {process.returncode}: {' '.join(map(str, arguments))}")
    return Cost(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * 1024, process.returncode)


def best(times, arguments, **options):
    """The run that took the least CPU time of several: what others do on the machine only adds."""
    return min((run(arguments, **options) for _ in range(times)), key=lambda cost: cost.cpu)


def alternating(times, *programs):
    """The best run of each of several programs, run in turn, so that the machine's other work meets
    them alike."""
    rounds = [[run(arguments) for arguments in programs] for _ in range(times)]
    return [min(costs, key=lambda cost: cost.cpu) for costs in zip(*rounds)]


def tree(folder, since=0.0):
    """Files and bytes in a folder that were written since a moment."""
    files = size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(place, name))
            if status.st_mtime >= since:
                files += 1
                size += status.st_size
    return files, size
