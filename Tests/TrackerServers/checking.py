"""A server that a check started, and what it asks it through the control endpoints."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent


class Started:
    """One tracker on a port of its own, ended with `with`."""

    def __init__(self, service, *options):
        command = [sys.executable, str(HERE / "tracker_server.py"), service, "--port", "0", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        bugs = [each["note"] for each in self.log() if each["note"].startswith("bug")]
        self.process.kill()  # a test runner may have made it deaf to gentler signals
        self.process.wait()
        self.process.stdout.close()
        assert not bugs, "\n".join(bugs)

    def control(self, method, name, body=None):
        """What a control endpoint answers."""
        status, answer = self.send(method, f"/_test/{name}", body)
        assert status == 200, answer
        return answer

    def send(self, method, path, body=None, headers=None):
        """Status and body of a plain request; JSON where it is."""
        data = None if body is None else json.dumps(body).encode()
        heads = {"Content-Type": "application/json", **(headers or {})}
        request = urllib.request.Request(self.url + path, data, heads, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, self.parsed(answer.read())
        except urllib.error.HTTPError as answer:
            return answer.code, self.parsed(answer.read())

    @staticmethod
    def parsed(data):
        try:
            return json.loads(data) if data else None
        except ValueError:
            return data.decode()

    def fault(self, **fault):
        self.control("POST", "faults", fault)

    def settings(self, **settings):
        self.control("POST", "settings", settings)

    def act(self, action, **more):
        return self.control("POST", "act", {"action": action, **more})

    def state(self):
        return self.control("GET", "state")

    def log(self, method="", path=""):
        asked = "&".join(part for part in (method and f"method={method}", f"path={path}") if part)
        return self.control("GET", f"log?{asked}")["requests"]


def refused(kind, call):
    """The error that a call raises."""
    try:
        result = call()
    except kind as error:
        return error
    raise AssertionError(f"not refused: {result}")
