#!/usr/bin/env python3
"""Measures what Vigil costs, against what it may cost, and prints a table.

    Benchmarks/bench.py [reading] [corpus] [collecting] [rendering] [nights] [tickets]

`corpus` reads the real reports in the folder that CORPUS names, the one of `make conformance`; unless
it is given, that part is left out. The program exits with 0 whatever the figures are, and with 1 if
something could not be measured. CPU times are user and system time together; of short runs the best of several counts, since whatever else the
machine does only adds. Reports and results lie in a folder of their own, made once.
"""

import gzip
import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import corpus
import fleet
import reports
from measuring import Unmeasured, alternating, best, run, tree

ROOT = Path(__file__).resolve().parent.parent
SIZE = 110_000_000
FIRST, SECOND = "2026-11-23T02:00:00Z", "2026-11-24T02:00:00Z"


class Bench:
    def __init__(self, options):
        self.vigil = Path(options.vigil).resolve()
        self.tools = Path(options.tools).resolve() / "bin"
        self.work = Path(options.work).resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.rows = []

    # What is printed.

    def say(self, figure, measured, target="", passed=None):
        verdict = {None: "", True: "pass", False: "FAIL"}[passed]
        self.rows.append((figure, target, measured, verdict))
        print(f"  {figure}: {measured} {target and f'(target {target})'} {verdict}", flush=True)

    def table(self):
        heads = ("figure", "target", "measured", "")
        widths = [max(len(row[column]) for row in [heads, *self.rows]) for column in range(4)]
        print()
        for row in [heads, tuple("-" * width for width in widths), *self.rows]:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())

    # What is measured.

    def reading(self):
        program = self.work / "parse-only"
        source = Path(__file__).with_name("parse-only.cpp")
        run(["c++", "-O2", "-std=c++17", "-o", program, source, "-lsimdjson"])
        for form in ["sarif", "trivy"]:
            path = self.report(form, SIZE)
            arguments = [self.vigil, "inspect", "--format", "json"]
            parsing, reading = alternating(9, [program, path], [*arguments, "--scans-only", path])
            listing = best(3, [*arguments, path])
            ratio, memory = reading.cpu / parsing.cpu, reading.peak / path.stat().st_size
            self.say(f"{form}: simdjson parses 110 MB", f"{parsing.cpu:.2f} s CPU")
            self.say(f"{form}: read to findings", f"{ratio:.1f} × ({reading.cpu:.2f} s CPU)",
                     "at most 4 × parsing", ratio <= 4)
            self.say(f"{form}: every finding printed as JSON too", f"{listing.cpu:.2f} s CPU")
            self.say(f"{form}: peak memory", f"{memory:.1f} × ({reading.peak >> 20} MiB)",
                     "at most 5 × the report", memory <= 5)
            if form == "sarif":
                output = self.work / "sarif-tools.csv"
                peer = run([self.tools / "sarif", "csv", "-o", output, path])
                self.say("sarif: faster than `sarif csv`", f"{peer.cpu / reading.cpu:.0f} × ({peer.cpu:.1f} s CPU)",
                         "at least 25 ×", peer.cpu / reading.cpu >= 25)
            costs = [best(5, [*arguments, "--scans-only", self.report(form, SIZE // part)]).cpu
                     for part in (16, 4)] + [reading.cpu]
            self.scaling(f"{form}: reading 1, 4, 16 parts of 16", costs)

    def corpus(self):
        folder = os.environ.get("CORPUS")
        if not folder:
            raise Unmeasured("CORPUS names no folder of real reports")
        costs, unread = corpus.measured(ROOT, Path(folder).resolve())
        formats = corpus.by_format(costs)
        sarif, slowest = formats["sarif"], sorted(formats.values(), key=lambda cost: cost.rate)
        corpus.table(slowest, sarif)
        whole = corpus.total(formats.values())
        self.say("corpus: reports", f"{whole.reports} of {len(formats)} formats, {whole.bytes / 1e6:.1f} MB, "
                 f"{whole.findings:,} findings; {unread} that no reader reads")
        self.say("corpus: read to findings", f"{whole.rate:.0f} MB/s, {whole.findings / whole.seconds:,.0f} findings/s")
        self.say("corpus: the slowest ten", ", ".join(f"{cost.format} {cost.rate:.0f}" for cost in slowest[:10]) + " MB/s")
        late = [cost.format for cost in slowest if sarif.rate / cost.rate > corpus.LIMIT]
        unexplained = [name for name in late if name not in corpus.REASONS]
        self.say("corpus: slower per MB than SARIF without a reason", ", ".join(unexplained) or "none",
                 f"none more than {corpus.LIMIT} ×", not unexplained)
        recognising = sorted(cost.recognising for cost in costs)
        self.say("corpus: to find the reader of a report, whatever its size",
                 f"{recognising[len(recognising) // 2] * 1e6:.0f} µs, {recognising[-1] * 1e6:.0f} µs at most")

    def collecting(self):
        import storage

        source = self.work / "objects"
        if not source.exists():
            source.mkdir()
            for number in range(2000):
                place = source / f"project-{number // 5:03}/sast/scanner-{number % 5}/report.sarif"
                place.parent.mkdir(parents=True, exist_ok=True)
                # Mostly rules and one finding: what is measured is the fetching.
                reports.make(place, "sarif", seed=f"object {number}", findings=1, rules=46)
        with tempfile.TemporaryDirectory(dir=self.work) as name:
            folder = Path(name)
            with storage.server(self.tools / "weed", folder / "weed") as (url, client):
                files = [path for path in source.rglob("*") if path.is_file()]
                with concurrent.futures.ThreadPoolExecutor(8) as pool:
                    list(pool.map(lambda path: client.upload_file(
                        str(path), "bench", f"artifacts/{path.relative_to(source)}"), files))
                environment = storage.environment()
                sync = run([self.tools / "aws", "--endpoint-url", url, "s3", "sync", "--quiet",
                            "s3://bench/artifacts", folder / "synced"], env=environment)
                if tree(folder / "synced")[0] != len(files):
                    raise Unmeasured("`aws s3 sync` did not fetch everything")
                more = f"  endpoint: {url}\n  region: us-east-1\n"
                config = fleet.configure(folder, "s3://bench/artifacts", "history", more)
                first, stages = self.night(config, folder, FIRST, env=environment)
                second, _ = self.night(config, folder, SECOND, env=environment)
        size = sum(path.stat().st_size for path in files)
        self.say("collect: objects", f"{len(files)}, {size / 1e6:.0f} MB, SeaweedFS on loopback")
        self.say("collect: `aws s3 sync`", f"{sync.cpu:.1f} s CPU, {sync.wall:.1f} s")
        collecting = stages["collect"][1] + stages["read"][1]
        share = collecting / sync.cpu
        self.say("collect: list, fetch and read", f"{share:.2f} ({collecting:.2f} s CPU)",
                 "at most 0.20 of sync", share <= 0.2)
        self.say("collect: the whole run, pages included", f"{first.cpu:.1f} s CPU, {first.wall:.1f} s")
        self.say("collect: its stages", self.told(stages))
        self.say("collect: the night after, nothing changed", f"{second.cpu:.1f} s CPU, {second.wall:.1f} s")

    def rendering(self):
        folder = self.work / "rendering"
        self.fleet(folder, projects=20, findings=1000)
        site = folder / "site"
        nights = []
        for _ in range(3):
            shutil.rmtree(site, ignore_errors=True)
            options = ["--no-save", "--output", "site"]
            nights.append(self.night(folder / "vigil.yml", folder, SECOND, options)[1])
        taken = min(stages["render"][1] for stages in nights)
        rows = self.rows_of(site)
        rate = sum(rows.values()) / taken
        named = ", ".join(f"{count:,} {name}" for name, count in rows.items())
        self.say("render: rows of 100,000 findings", f"{rate:,.0f} a second ({taken:.2f} s CPU)",
                 "at least 300,000 a second", rate >= 300_000)
        self.say("render: those rows", named)
        report = run([self.vigil, "report", "--history", folder / "history", "--output", folder / "audit"])
        self.say("render: vigil report, reading the history included",
                 f"{report.cpu:.2f} s CPU, {report.wall:.2f} s, {report.peak >> 20} MiB")
        files, size = tree(site)
        self.say("render: the site's files", f"{files:,}", "under 10,000", files < 10_000)
        self.say("render: the site's bytes", f"{size / 1e6:.1f} MB", "under 100 MB", size < 100e6)
        first = (site / "index.html").stat().st_size
        self.say("render: first page", f"{first / 1e3:.1f} kB", "under 100 kB", first < 100_000)

    @staticmethod
    def rows_of(site):
        """The rows that show a finding, of each kind: of tables, of permalinks, of the exports."""
        rows = {"in lists": 0, "under permalinks": 0, "in report.json": 0, "in findings.csv": 0}
        for path in site.rglob("*.html"):
            text = path.read_bytes()
            if path.parent.name == "findings" and len(path.stem) == 2:
                rows["under permalinks"] += len(re.findall(rb"\bid=\"?[0-9a-z]{16}\b", text))
            elif "findings" in path.parts or "projects" in path.parts:
                rows["in lists"] += len(re.findall(rb"findings/[0-9a-z]{2}\.html#[0-9a-z]{16}|"
                                                   rb"=\"?[0-9a-z]{2}\.html#[0-9a-z]{16}", text))
        # Large sites pack them.
        unpacked = {path.stem if path.suffix == ".gz" else path.name:
                    (gzip.decompress if path.suffix == ".gz" else bytes)(path.read_bytes())
                    for name in ("report.json", "findings.csv") for path in site.glob(name + "*")}
        rows["in report.json"] = unpacked["report.json"].count(b'"firstSeen":')
        rows["in findings.csv"] = unpacked["findings.csv"].count(b"\n") - 1
        return rows

    def nights(self):
        costs = []
        for times, projects in [(1, 62), (4, 250), (16, 1000)]:
            folder = self.work / f"nights-{projects}"
            first = self.fleet(folder, projects=projects, findings=40)
            begin = time.time()
            history = tree(folder / "history")[1]
            cost, stages = self.night(folder / "vigil.yml", folder, SECOND)
            files, size = tree(folder / "public", since=begin)
            grown = tree(folder / "history")[1] - history
            costs.append(cost.cpu)
            name = f"night {times} ×"
            self.say(f"{name}: {projects} projects, {projects * 200:,} open, unchanged",
                     f"{cost.cpu:.2f} s CPU, {cost.wall:.2f} s, {cost.peak >> 20} MiB")
            self.say(f"{name}: the first night", f"{first.cpu:.2f} s CPU, {first.wall:.2f} s, {first.peak >> 20} MiB")
            self.say(f"{name}: written", f"{files:,} files, {size / 1e6:.1f} MB of pages; {grown / 1e6:.2f} MB of history")
            self.say(f"{name}: stages", self.told(stages))
        self.scaling("night: 1, 4, 16 ×", costs)

    def tickets(self):
        import storage

        folder = self.work / "tickets"
        self.fleet(folder, projects=50, findings=40)
        with storage.tracker() as url:
            config = fleet.configure(folder, "artifacts", "history", after=fleet.tickets(url))
            environment = storage.environment() | {"BENCH_TOKEN": storage.TRACKER_TOKEN}
            sync = [self.vigil, "sync", "--config", config.name]
            made = run([*sync, "--apply", "--backfill", "5000"], cwd=folder, env=environment)
            told = run([*sync, "--plan"], cwd=folder, env=environment)
            again = run([*sync, "--apply"], cwd=folder, env=environment)
        size = tree(folder / "history" / "tickets")[1]
        for name, cost in [("5,000 made", made), ("planned once more", told), ("nothing to do", again)]:
            self.say(f"tickets: {name}", f"{cost.cpu:.1f} s CPU, {cost.wall:.1f} s, {cost.peak >> 20} MiB")
        self.say("tickets: the books", f"{size / 1e6:.1f} MB")

    # What they have in common.

    def report(self, form, size):
        path = self.work / f"{form}-{size}.json"
        if not path.exists():
            part = path.with_suffix(".part")
            reports.make(part, form, seed=7, size=size)
            part.rename(path)
        return path

    def fleet(self, folder, projects, findings):
        """A folder with a history of one night; the cost of that night."""
        fleet.make(folder, projects, findings, seed=7)
        for name in ["history", "public"]:
            shutil.rmtree(folder / name, ignore_errors=True)
        config = fleet.configure(folder, "artifacts", "history")
        return self.night(config, folder, FIRST)[0]

    def night(self, config, folder, moment, arguments=(), **options):
        """The cost of a run, and what each of its stages took: seconds, and seconds of CPU time."""
        with open(folder / "stages", "w+") as file:
            cost = run([self.vigil, "run", "--config", config.name, "--now", moment, "--verbose", *arguments],
                       cwd=folder, stderr=file, **options)
            file.seek(0)
            found = re.findall(r"^(\w+): (\d+) ms, (\d+) ms", file.read(), re.MULTILINE)
        if not found:
            raise Unmeasured("the run did not say what its stages took")
        return cost, {name: (int(wall) / 1000, int(cpu) / 1000) for name, wall, cpu in found}

    @staticmethod
    def told(stages):
        """What stages took, on a line."""
        return ", ".join(f"{name} {cpu:.2f}" for name, (_, cpu) in stages.items()) + " s CPU"

    def scaling(self, figure, costs):
        """Cost is linear if sixteen times the work costs at most sixteen times as much, and a quarter
        for what else the machine does."""
        growth = costs[2] / costs[0]
        self.say(figure, " → ".join(f"{cost:.3f}" for cost in costs) + f" s CPU: {growth:.1f} ×",
                 "at most 16 × and a quarter", growth <= 20)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = ["reading", "corpus", "collecting", "rendering", "nights", "tickets"]
    parser.add_argument("what", nargs="*", choices=[*names, []], help="what to measure; all of it by default")
    parser.add_argument("--vigil", default=ROOT / ".build/release/vigil", help="the program to measure")
    parser.add_argument("--tools", default=ROOT / ".build-bench/tools", help="the virtual environment with the peers")
    parser.add_argument("--work", default=ROOT / ".build-bench", help="where reports and results go")
    options = parser.parse_args()
    bench = Bench(options)
    failed = False
    wanted = options.what or [name for name in names if name != "corpus" or os.environ.get("CORPUS")]
    for name in wanted:
        print(f"{name} …", flush=True)
        try:
            getattr(bench, name)()
        except (Unmeasured, OSError, ImportError, subprocess.SubprocessError) as error:
            failed = True
            bench.say(name, f"not measured: {error}")
    bench.table()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
