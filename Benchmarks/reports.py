"""Makes reports of any size, the same for the same seed."""

import json
import random

WORDS = (
    "input request handler session cookie header query parser buffer stream token user account "
    "order invoice cart payment index cache worker queue schema config loader render template "
    "client server socket thread pool retry backoff signal storage bucket object field record"
).split()
EXTENSIONS = ["py", "js", "ts", "java", "go", "rb"]


class Maker:
    """The parts that reports are made of."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, count):
        return " ".join(self.random.choices(WORDS, k=count))

    def hexadecimal(self, digits):
        return f"{self.random.getrandbits(digits * 4):0{digits}x}"

    def path(self):
        folders = "/".join(self.random.choices(WORDS, k=self.random.randint(1, 4)))
        name = "_".join(self.random.choices(WORDS, k=2))
        return f"src/{folders}/{name}.{self.random.choice(EXTENSIONS)}"

    def line(self):
        left, right, call = self.random.choices(WORDS, k=3)
        return f"    {left}_{right} = {call}.{left}({self.words(2)!r}, {self.random.randint(0, 9999)})"


def sarif_rule(maker, number):
    return {
        "defaultConfiguration": {"level": maker.random.choice(["error", "warning", "note"])},
        "fullDescription": {"text": maker.words(30)},
        "help": {"markdown": maker.words(40), "text": maker.words(30)},
        "helpUri": f"https://example.org/rules/{number}",
        "id": f"rules.{maker.random.choice(EXTENSIONS)}.rule-{number}",
        "name": f"rule-{number}",
        "properties": {"precision": "very-high", "tags": [f"CWE-{number % 900 + 20}: {maker.words(3)}"]},
        "shortDescription": {"text": maker.words(6)},
    }


def sarif_result(maker, rules):
    index = maker.random.randrange(len(rules))
    line = maker.random.randint(1, 3000)
    return {
        "fingerprints": {"matchBasedId/v1": f"{maker.hexadecimal(128)}_0"},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": maker.path(), "uriBaseId": "%SRCROOT%"},
                "region": {
                    "endColumn": maker.random.randint(20, 90), "endLine": line + 2,
                    "snippet": {"text": "\n".join(maker.line() for _ in range(3))},
                    "startColumn": 5, "startLine": line,
                },
            },
        }],
        "message": {"text": f"{maker.words(24)}. {maker.words(30)} \"{maker.words(3)}\"."},
        "properties": {},
        "ruleId": rules[index]["id"],
        "ruleIndex": index,
    }


def sarif(maker, write, full, rules=400):
    """A run of Semgrep's shape with results until it is full."""
    rules = [sarif_rule(maker, number) for number in range(rules)]
    write('{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"invocations": '
          '[{"executionSuccessful": true, "toolExecutionNotifications": []}], "results": [')
    separator = ""
    while not full():
        write(separator + json.dumps(sarif_result(maker, rules)))
        separator = ", "
    driver = {"name": "Semgrep OSS", "rules": rules, "semanticVersion": "1.96.0"}
    write('], "tool": ' + json.dumps({"driver": driver}) + '}], "version": "2.1.0"}')


def trivy_vulnerability(maker):
    name = "-".join(maker.random.choices(WORDS, k=2)) + str(maker.random.randint(1, 99))
    identifier = f"CVE-{maker.random.randint(2012, 2026)}-{maker.random.randint(1000, 60000)}"
    version = f"{maker.random.randint(0, 9)}.{maker.random.randint(0, 40)}.1-{maker.random.randint(1, 9)}"
    vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    severity = maker.random.choice(["LOW", "MEDIUM", "MEDIUM", "HIGH", "CRITICAL"])
    return {
        "VulnerabilityID": identifier,
        "PkgID": f"{name}@{version}", "PkgName": name,
        "PkgIdentifier": {
            "PURL": f"pkg:deb/debian/{name}@{version}?arch=amd64&distro=debian-12",
            "UID": maker.hexadecimal(16),
        },
        "InstalledVersion": version, "FixedVersion": f"{version}+deb12u1", "Status": "fixed",
        "Layer": {"Digest": f"sha256:{maker.hexadecimal(64)}", "DiffID": f"sha256:{maker.hexadecimal(64)}"},
        "SeveritySource": "nvd",
        "PrimaryURL": f"https://avd.aquasec.com/nvd/{identifier.lower()}",
        "DataSource": {
            "ID": "debian", "Name": "Debian Security Tracker",
            "URL": "https://salsa.debian.org/security-tracker-team/security-tracker",
        },
        "Title": f"{name}: {maker.words(6)}", "Description": f"{maker.words(60)}.",
        "Severity": severity, "CweIDs": [f"CWE-{maker.random.randint(20, 900)}"],
        "VendorSeverity": {"debian": 1, "nvd": 3, "redhat": 2},
        "CVSS": {
            "nvd": {"V3Vector": vector, "V3Score": 9.8},
            "redhat": {"V3Vector": vector, "V3Score": 8.1},
        },
        "References": [f"https://example.org/{maker.words(2).replace(' ', '/')}/{number}" for number in range(6)],
        "PublishedDate": "2024-03-01T12:15:00Z", "LastModifiedDate": "2025-06-17T09:00:00.123Z",
    }


def trivy(maker, write, full, name="registry.example.org/shop/web:1.4.2"):
    """A report of Trivy on an image with vulnerabilities until it is full."""
    head = {
        "SchemaVersion": 2, "CreatedAt": "2026-11-23T02:00:00Z", "ArtifactName": name,
        "ArtifactType": "container_image",
        "Metadata": {"OS": {"Family": "debian", "Name": "12.8"}, "ImageID": f"sha256:{maker.hexadecimal(64)}"},
    }
    write(json.dumps(head)[:-1] + ', "Results": [{"Target": ' + json.dumps(f"{name} (debian 12.8)")
          + ', "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": [')
    separator = ""
    while not full():
        write(separator + json.dumps(trivy_vulnerability(maker)))
        separator = ", "
    write("]}]}")


def bandit(maker, write, full):
    """A report of Bandit with results until it is full."""
    write('{"errors": [], "generated_at": "2026-11-23T02:00:00Z", "metrics": {"_totals": {}}, "results": [')
    separator = ""
    while not full():
        line = maker.random.randint(1, 3000)
        write(separator + json.dumps({
            "code": f"{line} {maker.line()}\n", "col_offset": 4, "end_col_offset": 40,
            "filename": f"./{maker.path()}", "issue_confidence": "HIGH",
            "issue_cwe": {"id": 78, "link": "https://cwe.mitre.org/data/definitions/78.html"},
            "issue_severity": maker.random.choice(["LOW", "MEDIUM", "HIGH"]),
            "issue_text": f"{maker.words(12)}.", "line_number": line, "line_range": [line],
            "more_info": "https://bandit.readthedocs.io/en/1.8.0/plugins/b602.html",
            "test_id": f"B{maker.random.randint(600, 640)}", "test_name": "_".join(maker.random.choices(WORDS, k=3)),
        }))
        separator = ", "
    write("]}")


def gitleaks(maker, write, full):
    """A report of Gitleaks with leaks until it is full."""
    write("[")
    separator = ""
    while not full():
        path, commit, line = maker.path(), maker.hexadecimal(40), maker.random.randint(1, 900)
        rule = maker.random.choice(["generic-api-key", "private-key", "slack-bot-token"])
        secret = maker.hexadecimal(40)
        write(separator + json.dumps({
            "RuleID": rule, "Description": maker.words(8), "StartLine": line, "EndLine": line,
            "StartColumn": 3, "EndColumn": 60, "Match": f"key = '{secret}'", "Secret": secret,
            "File": path, "SymlinkFile": "", "Commit": commit, "Entropy": 3.9, "Author": "A",
            "Email": "a@example.org", "Date": "2026-01-01T00:00:00Z", "Message": maker.words(5),
            "Tags": [], "Fingerprint": f"{commit}:{path}:{rule}:{line}",
        }))
        separator = ", "
    write("]")


FORMATS = {"sarif": sarif, "trivy": trivy, "bandit": bandit, "gitleaks": gitleaks}


def make(path, form, seed, size=None, findings=None, **options):
    """Writes a report of a size in bytes or with a number of findings; says how many it has."""
    written = count = 0
    with open(path, "w", encoding="utf-8") as file:
        def write(text):
            nonlocal written
            written += len(text)
            file.write(text)

        def full():
            nonlocal count
            if written >= size if size else count >= findings:
                return True
            count += 1
            return False

        FORMATS[form](Maker(seed), write, full, **options)
    return count
