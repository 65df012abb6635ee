"""Checks that faults befall the requests they should, and that the log tells it."""

import http.client
import time
import urllib.error

from checking import Started, refused

LOST = (urllib.error.URLError, http.client.HTTPException, ConnectionError)
HEADERS = {"PRIVATE-TOKEN": "gitlab-token-of-tests"}
ISSUES = "/api/v4/projects/1/issues"


def check_faults():
    with Started("gitlab") as server:
        create = lambda: server.send("POST", ISSUES, {"title": "x"}, HEADERS)
        count = lambda: len(server.state()["issues"])
        server.fault(action="drop", method="POST", path="/issues$", nth=2)
        assert create()[0] == 201
        refused(LOST, create)
        assert create()[0] == 201 and count() == 2
        server.fault(action="drop_after", method="POST")
        refused(LOST, create)
        assert count() == 3
        server.fault(action="cut", method="POST")
        refused(LOST, create)
        assert count() == 4
        server.fault(action="status", status=429, headers={"Retry-After": "7"}, count=2)
        assert [create()[0], create()[0], create()[0]] == [429, 429, 201] and count() == 5
        server.fault(action="status", status=502, when="after", contains="title")
        assert create()[0] == 502 and count() == 6
        server.fault(action="status", status=401)
        assert create() == (401, {"message": "401 Unauthorized"}) and count() == 6
        server.fault(action="malformed")
        assert isinstance(create()[1], str) and count() == 7
        server.fault(action="empty", method="GET")
        assert server.send("GET", ISSUES, None, HEADERS) == (200, [])
        assert len(server.send("GET", ISSUES, None, HEADERS)[1]) == 7
        server.fault(action="slow", seconds=0.3)
        began = time.monotonic()
        assert create()[0] == 201 and time.monotonic() - began >= 0.3
        log = server.log("POST", "/issues$")
        assert [each["handled"] for each in log].count(True) == 8 == count()
        assert log[1]["fault"] == "drop" and log[1]["status"] is None
        assert log[0]["body"] == {"title": "x"} and log[0]["status"] == 201
        server.control("POST", "reset", {"role": "guest"})
        assert count() == 0 and server.log() == [] and create()[0] == 201
        assert server.send("PUT", f"{ISSUES}/1", {"title": "y"}, HEADERS)[0] == 403
        assert server.send("POST", "/_test/faults", {"action": "none"})[0] == 400
        assert server.send("POST", "/_test/settings", {"none": 1})[0] == 400
