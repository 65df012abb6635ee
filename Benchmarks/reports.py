"""Makes reports of any size, the same for the same seed."""

import functools
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


@functools.cache
def sarif_rules(count):
    """The rules of a scanner, the same in all its reports."""
    return [sarif_rule(Maker("rules"), number) for number in range(count)]


def sarif_rule(maker, number):
    maker.random.seed(f"rule {number}")
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
    rules = sarif_rules(rules)
    write('{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{"invocations": '
          '[{"executionSuccessful": true, "toolExecutionNotifications": []}], "results": [')
    separator = ""
    while not full():
        write(separator + json.dumps(sarif_result(maker, rules)))
        separator = ", "
    driver = {"name": "Semgrep OSS", "rules": rules, "semanticVersion": "1.96.0"}
    write('], "tool": ' + json.dumps({"driver": driver}) + '}], "version": "2.1.0"}')


@functools.cache
def advisories():
    """What is known of packages: the same in every report."""
    maker = Maker("advisories")
    return [trivy_vulnerability(maker, number) for number in range(3000)]


def trivy_vulnerability(maker, number):
    name = "-".join(maker.random.choices(WORDS, k=2)) + str(number % 600)
    identifier = f"CVE-{2012 + number % 14}-{10000 + number}"
    version = f"{maker.random.randint(0, 9)}.{maker.random.randint(0, 40)}.1"
    vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    return {
        "VulnerabilityID": identifier, "PkgID": f"{name}@{version}", "PkgName": name,
        "PkgIdentifier": {"PURL": f"pkg:npm/{name}@{version}", "UID": maker.hexadecimal(16)},
        "InstalledVersion": version, "FixedVersion": f"{version}1", "Status": "fixed",
        "Layer": {"Digest": f"sha256:{maker.hexadecimal(64)}", "DiffID": f"sha256:{maker.hexadecimal(64)}"},
        "SeveritySource": "ghsa", "PrimaryURL": f"https://avd.aquasec.com/nvd/{identifier.lower()}",
        "DataSource": {
            "ID": "ghsa", "Name": "GitHub Security Advisory npm",
            "URL": "https://github.com/advisories?query=type%3Areviewed+ecosystem%3Anpm",
        },
        "Title": f"{name}: {maker.words(6)}", "Description": f"{maker.words(60)}.",
        "Severity": maker.random.choice(["LOW", "MEDIUM", "MEDIUM", "HIGH", "CRITICAL"]),
        "CweIDs": [f"CWE-{maker.random.randint(20, 900)}"],
        "VendorSeverity": {"ghsa": 2, "nvd": 3, "redhat": 2},
        "CVSS": {
            "nvd": {"V3Vector": vector, "V3Score": 9.8},
            "redhat": {"V3Vector": vector, "V3Score": 8.1},
        },
        "References": [f"https://example.org/{maker.words(2).replace(' ', '/')}/{each}" for each in range(6)],
        "PublishedDate": "2024-03-01T12:15:00Z", "LastModifiedDate": "2025-06-17T09:00:00.123Z",
    }


def trivy(maker, write, full, target=200):
    """A report of Trivy on a repository, with so many vulnerabilities a manifest, until it is full."""
    head = {
        "SchemaVersion": 2, "CreatedAt": "2026-11-23T02:00:00Z", "ArtifactName": "shop",
        "ArtifactType": "repository",
    }
    write(json.dumps(head)[:-1] + ', "Results": [')
    separator = ""
    manifest = 0
    is_full = full()
    while not is_full:
        manifest += 1
        path = json.dumps(f"services/{maker.words(1)}-{manifest}/package-lock.json")
        write(f'{", " if manifest > 1 else ""}{{"Target": {path}, "Class": "lang-pkgs", "Type": "npm", "Vulnerabilities": [')
        separator = ""
        for vulnerability in maker.random.sample(advisories(), target):
            write(separator + json.dumps(vulnerability))
            separator = ", "
            is_full = full()
            if is_full:
                break
        write("]}")
    write("]}")


def bandit(maker, write, full):
    """A report of Bandit with results until it is full."""
    write('{"errors": [], "generated_at": "2026-11-23T02:00:00Z", "metrics": {"_totals": {}}, "results": [')
    separator = ""
    while not full():
        line, test = maker.random.randint(1, 3000), maker.random.randint(600, 640)
        write(separator + json.dumps({
            "code": f"{line} {maker.line()}\n", "col_offset": 4, "end_col_offset": 40,
            "filename": f"./{maker.path()}", "issue_confidence": "HIGH",
            "issue_cwe": {"id": 78, "link": "https://cwe.mitre.org/data/definitions/78.html"},
            "issue_severity": maker.random.choice(["LOW", "MEDIUM", "HIGH"]),
            "issue_text": f"Check {test}: {WORDS[test % 31]} reaches {WORDS[test % 29]} without a check.",
            "line_number": line, "line_range": [line],
            "more_info": "https://bandit.readthedocs.io/en/1.8.0/plugins/b602.html",
            "test_id": f"B{test}", "test_name": f"{WORDS[test % 31]}_{WORDS[test % 29]}",
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
            "RuleID": rule, "Description": f"Detected a {rule}", "StartLine": line, "EndLine": line,
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
