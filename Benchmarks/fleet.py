"""The reports of a company's projects, as a folder for the nightly run."""

import json
import shutil
from pathlib import Path

import reports

# Five reports a project: where each lies, and what makes it.
PLACES = [
    ("sast/semgrep/semgrep.sarif", "sarif"),
    ("sast/bandit/bandit.json", "bandit"),
    ("secrets/gitleaks/gitleaks.json", "gitleaks"),
    ("image/trivy/trivy.json", "trivy"),
    ("dependency/trivy/trivy.json", "trivy"),
]


def make(folder, projects, findings, seed):
    """Writes five reports for each project, with so many findings each."""
    stamp = folder / "made.json"
    made = {"projects": projects, "findings": findings, "seed": seed}
    if stamp.exists() and json.loads(stamp.read_text()) == made:
        return
    shutil.rmtree(folder, ignore_errors=True)
    for project in range(projects):
        for index, (place, form) in enumerate(PLACES):
            path = folder / "artifacts" / f"project-{project:04}" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            reports.make(path, form, seed=f"{seed}/{project}/{index}", findings=findings)
    stamp.write_text(json.dumps(made))


def configure(folder, artifacts, history, more="", after=""):
    """Writes a configuration and says where it is."""
    path = Path(folder) / "vigil.yml"
    path.write_text(f"artifacts:\n  from: {artifacts}\n{more}history:\n  at: {history}\n{after}")
    return path


def tickets(url):
    """The part of a configuration that keeps a ticket for every finding of low severity and worse."""
    return (f"tickets:\n  tracker: jira-cloud\n  url: {url}\n  user: vigil@tests.invalid\n"
            "  token_variable: BENCH_TOKEN\n  minutes: 720\n"
            "  routes: [{severity: low, project: SEC}]\n")
