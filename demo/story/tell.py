#!/usr/bin/env python3
"""Tells the demo's story: applies each night's edits to the two projects, runs the scanners whose
inputs changed and writes what their pipelines upload.

Usage: tell.py SCANNERS [NIGHTS]. SCANNERS is the folder that install.sh filled, NIGHTS the folder to
write (demo/nights). The projects are built in /builds, as on a CI runner: that folder is replaced.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from nights import NIGHTS
from scanners import HERE, SCANNERS
from tree import Tree

BUILDS = Path("/builds")


def digest(scanner):
    """What the scanner's inputs hold, as one hash."""
    files = {file for glob in scanner.inputs for file in BUILDS.glob(glob) if file.is_file()}
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file}\0".encode() + file.read_bytes() + b"\0")
    return total.hexdigest()


def surroundings(scanner, tools, home):
    """The environment of a job: its scanner, no colours, UTC."""
    # njsscan calls semgrep, account.py calls prowler.
    names = [scanner.environment, "semgrep", "prowler"]
    path = [str(tools / name / "bin") for name in names] + ["/usr/bin", "/bin"]
    return {
        "PATH": ":".join(path),
        "HOME": home,
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
    }


def run(scanner, tools, date):
    """The report that the scanner writes."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / Path(scanner.key).name
        command = [part.replace("{report}", str(report)) for part in scanner.command]
        if shutil.which("faketime"):  # else reports carry the time of telling
            command = ["faketime", "-f", f"@{date} 01:10:00", *command]
        result = subprocess.run(
            command,
            cwd=BUILDS / scanner.project,
            env=surroundings(scanner, tools, scratch),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        content = report.read_bytes() if report.exists() else result.stdout
        if not content:
            sys.exit(f"{scanner.key}: no report\n{result.stderr.decode()}")
        return content


def write(folder, key, content):
    file = folder / key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def main(tools, output=HERE.parent / "nights"):
    tools, output = Path(tools).resolve(), Path(output)
    shutil.rmtree(output, ignore_errors=True)
    shutil.rmtree(BUILDS, ignore_errors=True)
    tree = Tree(BUILDS)
    last, bucket = {}, {}
    for night in NIGHTS:
        night.edit(tree)
        tree.publish_advisories(night.date)
        folder = output / night.date
        for scanner in SCANNERS:
            key = scanner.key
            if not (BUILDS / scanner.project).exists():
                continue
            inputs = digest(scanner)
            if key not in last or last[key][0] != inputs:
                last[key] = (inputs, run(scanner, tools, night.date))
                print(night.date, key, len(last[key][1]), flush=True)
            content = last[key][1][: night.cut.get(key)]
            if key not in night.missing and bucket.get(key) != content:
                write(folder, key, content)
                bucket[key] = content
        for key in night.missing:
            del bucket[key]
        if night.missing:
            write(folder, "removed.txt", "".join(f"{key}\n" for key in night.missing).encode())


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
