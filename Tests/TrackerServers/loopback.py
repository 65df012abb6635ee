"""HTTP on the loopback: the log, the faults, and the control endpoints below /_test/."""

import http.server
import re
import socket
import threading
import time
import traceback
import urllib.parse

from faults import Faults
from service import Answer, Refusal, Request, Service


class Handler(http.server.BaseHTTPRequestHandler):
    """Reads requests, keeps the log, and lets faults have their way."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    service: Service
    lock = threading.RLock()
    faults = Faults()
    log = []
    began = time.monotonic()

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, socket.timeout):
            self.close_connection = True

    def read_body(self):
        """The whole body, however it is framed."""
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline() not in (b"\r\n", b"\n", b""):
            pass
        return body

    def answer_any(self):
        """One request, from its body to its answer."""
        address = urllib.parse.urlsplit(self.path)
        request = Request(
            self.command,
            address.path,
            urllib.parse.parse_qs(address.query, keep_blank_values=True),
            {name.lower(): value for name, value in self.headers.items()},
            self.read_body(),
        )
        if request.path.startswith("/_test/"):
            with self.lock:
                answer = self.control(request)
            return self.send(answer)
        with self.lock:
            fault = self.faults.of(request)
            entry = self.record(request, fault)
            before = fault is None or fault.handles_first
            answer = self.serve(request, entry) if before else None
        if fault is not None:
            answer = self.spoil(fault, request, entry, answer)
        if answer is not None:
            entry["status"] = answer.status
            self.send(answer, cut=fault is not None and fault.action == "cut")

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = answer_any

    def record(self, request, fault):
        entry = {
            "number": len(self.log) + 1,
            "seconds": round(time.monotonic() - self.began, 3),
            "method": request.method,
            "path": request.path,
            "query": request.query,
            "headers": request.headers,
            "body": request.shown,
            "status": None,
            "handled": False,
            "fault": fault.action if fault else None,
            "note": "",
        }
        self.log.append(entry)
        return entry

    def serve(self, request, entry):
        """The service's answer."""
        entry["handled"] = True
        try:
            answer = self.service.handle(request)
            entry["note"] = request.note
            return answer
        except Refusal as refusal:
            entry["note"] = refusal.note or request.note
            return refusal.answer
        except Exception:  # a mistake in these servers: tests shall see it, not a lost connection
            entry["note"] = f"bug: {traceback.format_exc()}"
            return Answer(599, {"bug": entry["note"]})

    def spoil(self, fault, request, entry, answer):
        """What a fault makes of a request and its answer; nothing if no answer is to be sent."""
        if fault.seconds:
            time.sleep(fault.seconds)
        if fault.action in ("drop", "drop_after"):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return None
        if fault.action == "slow":
            if answer is None:
                with self.lock:
                    answer = self.serve(request, entry)
            return answer
        if fault.action == "malformed":
            whole = answer.encoded()[0].decode()
            return Answer(answer.status, (whole[: len(whole) // 2] or "{") + " ...")
        if fault.action == "empty":
            return self.service.empty(request)
        if fault.action == "cut":
            return answer
        plain = self.service.failure(fault.status, request)
        body = plain.body if fault.body is None else fault.body
        return Answer(fault.status, body, {**plain.headers, **fault.headers})

    def send(self, answer, cut=False):
        data, kind = answer.encoded()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, str(value))
        if kind and not any(name.lower() == "content-type" for name in answer.headers):
            self.send_header("Content-Type", kind)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD" and answer.status != 204:
            self.wfile.write(data[: len(data) // 2] if cut else data)
        self.wfile.flush()
        if cut:
            self.close_connection = True

    def control(self, request):
        """The endpoints below /_test/."""
        try:
            return self.controlled(request, request.path.removeprefix("/_test/"))
        except (KeyError, ValueError, TypeError, AttributeError, re.error) as problem:
            return Answer(400, {"problem": f"{type(problem).__name__}: {problem}"})

    def controlled(self, request, name):
        kind = (request.method, name)
        given = request.json if request.body else {}
        if kind == ("GET", "log"):
            return Answer(200, {"requests": self.selected(request)})
        if kind == ("DELETE", "log"):
            self.log.clear()
        elif kind == ("POST", "faults"):
            return Answer(200, {"faults": self.faults.add(given)})
        elif kind == ("GET", "faults"):
            return Answer(200, {"faults": self.faults.shown()})
        elif kind == ("DELETE", "faults"):
            self.faults.clear()
        elif kind == ("GET", "state"):
            return Answer(200, self.service.state())
        elif kind == ("POST", "settings"):
            self.service.configure(given)
        elif kind == ("POST", "act"):
            return Answer(200, self.service.act(given) or {})
        elif kind == ("POST", "reset"):
            self.log.clear()
            self.faults.clear()
            self.service.reset()
            self.service.configure(given)
        elif kind != ("GET", "ready"):
            return Answer(404, {"problem": f"no {request.method} /_test/{name}"})
        return Answer(200, {"service": self.service.name})

    def selected(self, request):
        """The requests so far, or those of a method whose path fits an expression."""
        method, path = request.first("method"), re.compile(request.first("path", ""))
        handled = request.first("handled")
        return [
            each
            for each in self.log
            if (method is None or each["method"] in method.split(","))
            and path.search(each["path"])
            and (handled is None or each["handled"] == (handled == "true"))
        ]


class Server(http.server.ThreadingHTTPServer):
    """One service on one port of the loopback."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, service, port):
        handler = type("BoundHandler", (Handler,), {
            "service": service, "lock": threading.RLock(), "faults": Faults(), "log": [],
            "began": time.monotonic(),
        })
        super().__init__(("127.0.0.1", port), handler)
        service.origin = f"http://127.0.0.1:{self.server_address[1]}"
