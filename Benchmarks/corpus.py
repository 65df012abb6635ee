"""What it costs to read real reports, format by format."""

import json
import subprocess
from dataclasses import dataclass, fields

from measuring import Unmeasured

# How much slower per MB than SARIF a format may be unless a reason says why.
LIMIT = 10
REASONS = {}


@dataclass
class Cost:
    """What reading takes, of one report or of all of a format; times are seconds of CPU time."""

    format: str
    reports: int
    bytes: int
    findings: int
    parsing: float
    recognising: float
    reading: float

    @property
    def seconds(self):
        """What grows with a report; finding its reader does not."""
        return self.parsing + self.reading

    @property
    def rate(self):
        """MB a second."""
        return self.bytes / 1e6 / self.seconds


def measured(root, folder):
    """The cost of each report in a folder, and how many others no reader reads."""
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "corpus-benchmark"]
    subprocess.run([*build, "--quiet"], cwd=root, check=True)
    place = subprocess.run([*build, "--show-bin-path"], cwd=root, check=True, capture_output=True, text=True)
    with open(folder / "expected.jsonl", encoding="utf-8") as lines:
        paths = "".join(f"{folder / json.loads(line)['path']}\n" for line in lines)
    done = subprocess.run([f"{place.stdout.strip()}/corpus-benchmark"], input=paths, check=True,
                          stdout=subprocess.PIPE, text=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    costs = [Cost(row[1], *map(int, row[2:5]), *map(float, row[5:])) for row in rows if row[1]]
    if not any(cost.format == "sarif" for cost in costs):
        raise Unmeasured(f"no SARIF report in {folder}")
    return costs, len(rows) - len(costs)


def by_format(costs):
    """The costs of each format taken together."""
    groups = {}
    for cost in costs:
        groups.setdefault(cost.format, []).append(cost)
    return {name: total(group) for name, group in groups.items()}


def total(costs):
    """Costs taken together, under the name of the first."""
    costs = list(costs)
    sums = {field.name: sum(getattr(cost, field.name) for cost in costs) for field in fields(Cost)[1:]}
    return Cost(costs[0].format, **sums)


def table(costs, sarif):
    """Prints a row for each format, with its reason if it is slow."""
    print(f"  {'format':24} {'files':>5} {'kB':>7} {'findings':>8} {'MB/s':>7} {'findings/s':>10} {'× SARIF':>8}")
    for cost in costs:
        ratio = sarif.rate / cost.rate
        reason = REASONS.get(cost.format, "") if ratio > LIMIT else ""
        print(f"  {cost.format:24} {cost.reports:5} {cost.bytes / 1e3:7.0f} {cost.findings:8} {cost.rate:7.1f} "
              f"{cost.findings / cost.seconds:10,.0f} {ratio:8.2f}  {reason}".rstrip())
