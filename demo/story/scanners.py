"""The scanners: where each one's report lies in the bucket, what it looks at and how it is called."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Scanner:
    """One job of a project's pipeline."""

    # The object: project/category/scanner/file. The command runs in the project's folder.
    key: str
    # The environment made by install.sh.
    environment: str
    # `{report}` stands for the file to write; a command without it prints its report.
    command: tuple
    # The files, below the folder of all builds, whose change makes it run again.
    inputs: tuple

    @property
    def project(self):
        return self.key.split("/")[0]


SCANNERS = [
    Scanner(
        "shop/sast/bandit/bandit.json",
        "code",
        ("bandit", "--quiet", "--recursive", ".", "--exit-zero")
        + ("--format", "json", "--output", "{report}"),
        ("shop/**/*.py",),
    ),
    Scanner(
        "shop/sast/semgrep/semgrep.sarif",
        "semgrep",
        ("semgrep", "scan", "--quiet", "--metrics", "off", "--disable-version-check")
        + ("--config", "../rules/shop", "--sarif", "--output", "{report}", "."),
        ("shop/**/*.py", "shop/**/*.js", "rules/shop/*"),
    ),
    Scanner(
        "shop/sast/njsscan/gl-sast-report.json",
        "njsscan",
        ("njsscan", "--gitlab-sast", "--output", "{report}", "web"),
        ("shop/web/*.js",),
    ),
    Scanner(
        "shop/sast/flawfinder/flawfinder.sarif",
        "code",
        ("flawfinder", "--sarif", "native"),
        ("shop/native/*.c",),
    ),
    Scanner(
        "shop/sast/cppcheck/cppcheck.sarif",
        "binaries",
        ("cppcheck", "--quiet", "--enable=warning,portability", "--output-format=sarif")
        + ("--output-file={report}", "native"),
        ("shop/native/*.c",),
    ),
    Scanner(
        "shop/sast/zizmor/zizmor.sarif",
        "code",
        ("zizmor", "--offline", "--quiet", "--format", "sarif", "."),
        ("shop/.github/**/*",),
    ),
    Scanner(
        "shop/secrets/gitleaks/gitleaks.json",
        "binaries",
        ("gitleaks", "dir", ".", "--redact", "--no-banner", "--exit-code", "0")
        + ("--report-format", "json", "--report-path", "{report}"),
        ("shop/**/*",),
    ),
    Scanner(
        "shop/dependency/pip-audit/cyclonedx.json",
        "code",
        ("python3", f"{HERE}/mirror.py", "../services/advisories.json")
        + ("pip-audit", "--requirement", "requirements.txt", "--no-deps", "--disable-pip")
        + ("--format", "cyclonedx-json", "--output", "{report}", "--progress-spinner", "off"),
        ("shop/requirements.txt", "services/advisories.json"),
    ),
    Scanner(
        "shop/container/hadolint/hadolint.sarif",
        "binaries",
        ("hadolint", "--no-fail", "--format", "sarif", "Dockerfile", "web/Dockerfile"),
        ("shop/Dockerfile", "shop/web/Dockerfile"),
    ),
    Scanner(
        "infra/iac/checkov/checkov.json",
        "checkov",
        ("checkov", "--directory", ".", "--framework", "terraform", "cloudformation")
        + ("--config-file", "checkov.yml", "--compact", "--skip-download", "--soft-fail")
        + ("--output", "json"),
        ("infra/terraform/*", "infra/cloudformation/*", "infra/checkov.yml"),
    ),
    Scanner(
        "infra/kubernetes/checkov/checkov.json",
        "checkov",
        ("checkov", "--directory", ".", "--framework", "kubernetes")
        + ("--compact", "--quiet", "--skip-download", "--soft-fail", "--output", "json"),
        ("infra/kubernetes/*",),
    ),
    Scanner(
        "infra/iac/cfn-lint/cfn-lint.sarif",
        "lint",
        ("cfn-lint", "--format", "sarif", "cloudformation/queue.yml"),
        ("infra/cloudformation/*",),
    ),
    Scanner(
        "infra/iac/ansible-lint/ansible-lint.sarif",
        "lint",
        ("ansible-lint", "--offline", "-q", "--nocolor", "--format", "sarif", "ansible"),
        ("infra/ansible/*",),
    ),
    Scanner(
        "infra/sast/semgrep/semgrep.json",
        "semgrep",
        ("semgrep", "scan", "--quiet", "--metrics", "off", "--disable-version-check")
        + ("--config", "../rules/infra", "--json", "--output", "{report}", "."),
        ("infra/**/*", "rules/infra/*"),
    ),
    Scanner(
        "infra/secrets/gitleaks/gitleaks.json",
        "binaries",
        ("gitleaks", "dir", ".", "--redact", "--no-banner", "--exit-code", "0")
        + ("--report-format", "json", "--report-path", "{report}"),
        ("infra/**/*",),
    ),
    Scanner(
        "infra/cloud/prowler/prowler.ocsf.json",
        "account",
        ("python3", f"{HERE}/account.py", "../services/account.json", "{report}"),
        ("services/account.json",),
    ),
]
