"""Answers OSV queries from a file, on the loopback interface, while a command runs.

Usage: mirror.py ADVISORIES COMMAND…; `--osv-url` and the address are added to the command.
"""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


def version(text):
    return [int(part) for part in text.split(".")]


def record(advisory):
    """An advisory as the OSV schema has it."""
    events = [{"introduced": "0"}, {"fixed": advisory["fixed"]}]
    return {
        "schema_version": "1.6.0",
        "id": advisory["id"],
        "aliases": [advisory["cve"]],
        "summary": advisory["text"],
        "modified": "2026-11-01T00:00:00Z",
        "affected": [
            {
                "package": {"ecosystem": "PyPI", "name": advisory["package"]},
                "ranges": [{"type": "ECOSYSTEM", "events": events}],
            }
        ],
    }


class Answer(BaseHTTPRequestHandler):
    advisories = []

    def do_POST(self):
        query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        vulns = [
            record(advisory)
            for advisory in self.advisories
            if advisory["package"] == query["package"]["name"]
            and version(query["version"]) < version(advisory["fixed"])
        ]
        body = json.dumps({"vulns": vulns} if vulns else {}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def main(advisories, *command):
    Answer.advisories = json.loads(Path(advisories).read_text())
    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/v1/query"
    source = ["--vulnerability-service", "osv", "--osv-url", address]
    return subprocess.run([*command, *source]).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
