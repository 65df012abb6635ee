#!/usr/bin/env python3
"""Compares the Jira servers with Atlassian's own documents, found in the folder given.

Requests and answers are checked against the OpenAPI documents, and what `adf.py` thinks of documents
made at random against the schema of the document format. Exits with 1 and says where they differ.
"""

import json
import random
import sys
from pathlib import Path

from jsonschema import Draft4Validator

import adf
from check_jira import BASIC
from checking import Started

FIELDS = {"project": {"key": "SEC"}, "issuetype": {"name": "Bug"}, "summary": "One"}
UPDATE = {"fields": {"summary": "Two"}, "update": {"labels": [{"add": "vigil"}]}}
LINK = {"object": {"url": "https://tests.invalid", "title": "Page"}, "globalId": "1"}
JOIN = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "SEC-1"}, "outwardIssue": {"key": "SEC-2"}}
ISSUE = "/issue/{issueIdOrKey}"
META = "/issue/createmeta/{projectIdOrKey}/issuetypes"
BOTH = (
    ("GET", "/serverInfo", None),
    ("GET", "/myself", None),
    ("POST", "/issue", {"fields": FIELDS, "properties": [{"key": "vigil", "value": 1}]}),
    ("POST", "/issue/bulk", {"issueUpdates": [{"fields": FIELDS}, {"fields": {}}]}),
    ("POST", "/issue", {"fields": {"summary": ""}}),
    ("PUT", ISSUE, UPDATE),
    ("GET", ISSUE, None),
    ("GET", ISSUE + "/transitions", None),
    ("POST", ISSUE + "/transitions", {"transition": {"id": "31"}}),
    ("POST", ISSUE + "/remotelink", LINK),
    ("POST", "/issueLink", JOIN),
    ("GET", "/issueLinkType", None),
    ("GET", META, None),
    ("GET", META + "/{issueTypeId}", None),
    ("GET", ISSUE + "/properties/{propertyKey}", None),
    ("GET", ISSUE + "/comment", None),
    ("GET", "/project/{projectIdOrKey}", None),
)
CLOUD = (
    *BOTH,
    ("POST", ISSUE + "/comment", {"body": adf.plain("Text")}),
    ("POST", "/search/jql", {"jql": "project = SEC", "fields": ["*all"], "maxResults": 1}),
    ("POST", "/search/jql", {"jql": "project = SEC"}),
    ("POST", "/issue/bulkfetch", {"issueIdsOrKeys": ["SEC-1"], "fields": ["summary"]}),
    ("POST", "/search/approximate-count", {"jql": "project = SEC"}),
    ("GET", "/priority", None),  # Data Center's document says it is one priority
    ("GET", "/priority/search", None),
)
DATA_CENTER = (
    *BOTH,
    ("POST", ISSUE + "/comment", {"body": "Text"}),
    ("POST", "/search", {"jql": "project = SEC", "fields": ["summary"], "maxResults": 1}),
)
VALUES = {
    "issueIdOrKey": "SEC-1", "projectIdOrKey": "SEC", "issueTypeId": "10002", "propertyKey": "vigil",
}


def known_to_be_wrong(place):
    """Data Center's document takes values of fields for objects, those of properties for text."""
    return "fields" in place or "update" in place or place[-1:] == ["value"]


def schema_of(document, kind, status=None):
    """The schema of an operation's body, or of its answer with a status."""
    part = document.get("requestBody", {}) if kind == "request" else document["responses"].get(
        str(status), document["responses"].get("default", {})
    )
    return part.get("content", {}).get("application/json", {}).get("schema")


def differences(specification, value, schema, loose):
    validator = Draft4Validator({**schema, "components": specification["components"]})
    for error in validator.iter_errors(value):
        place = [str(each) for each in error.absolute_path]
        if not (loose and known_to_be_wrong(place)):
            yield f"{'/'.join(place)}: {error.message[:200]}"


def compare(specification, prefix, server, base, headers, calls, loose):
    """What differs in a number of requests and their answers."""
    compared = 0
    for method, template, body in calls:
        path = template.format_map(VALUES)
        status, answer = server.send(method, base + path, body, headers)
        operation = specification["paths"][prefix + template][method.lower()]
        for kind, value in (("request", body), ("answer", answer)):
            schema = schema_of(operation, kind, status)
            if value is None or not schema:
                continue
            compared += 1
            for each in differences(specification, value, schema, loose):
                yield f"{method} {template} {status} {kind}: {each}"
    print(f"{base}: {compared} bodies compared")


def documents(schema_file):
    """Where the two judgements of random documents differ."""
    own, official = adf.Documents(), adf.Documents(schema_file)
    chance = random.Random(7)
    for _ in range(2000):
        document = {**random_node("doc", 0, chance), "version": 1}
        mine, theirs = own.error(document), official.error(document)
        if (mine is None) != (theirs is None):
            yield f"{json.dumps(document)[:300]}: {mine} against {theirs}"


def random_node(kind, depth, chance):
    """A node that is valid more often than not."""
    if kind == "text":
        marks = chance.sample(["strong", "em", "code", "strike"], chance.choice([0, 0, 1, 2]))
        more = {"marks": [{"type": mark} for mark in marks]} if marks else {}
        return {"type": "text", "text": chance.choice(["a"] * 30 + [""]), **more}
    attributes = {
        name: chance.choice(sorted(allowed, key=str)) if allowed else "1"
        for name, allowed in adf.ATTRIBUTES.get(kind, {}).items()
    }
    if kind == "nestedExpand":
        attributes["title"] = "a"
    if chance.random() < 0.02:
        attributes["other"] = "a"
    node = {"type": kind, **({"attrs": attributes} if attributes else {})}
    if kind in adf.CONTENT:
        inside, needed = adf.CONTENT[kind]
        count = chance.choice([0, 1, 1, 2]) if depth < 4 else 0
        kinds = chance.choices(sorted(inside), k=max(count, needed and chance.random() < 0.95))
        if kinds and chance.random() < 0.03:
            kinds[0] = chance.choice(sorted(adf.CONTENT))
        node["content"] = [random_node(each, depth + 1, chance) for each in kinds]
    return node


def main():
    folder = Path(sys.argv[1])
    found = list(documents(folder / "adf-schema-full.json"))
    specification = json.loads((folder / "jira-cloud-swagger-v3.v3.json").read_text())
    with Started("jira-cloud", "--adf-schema", str(folder / "adf-schema-full.json")) as server:
        base = "/rest/api/3"
        found += compare(specification, base, server, base, BASIC, CLOUD, loose=False)
    specification = json.loads((folder / "jira_software_dc_10000_swagger.v3.json").read_text())
    bearer = {"Authorization": "Bearer jira-token-of-tests"}
    with Started("jira-dc") as server:
        base = "/rest/api/2"
        found += compare(specification, "/api/2", server, base, bearer, DATA_CENTER, loose=True)
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
