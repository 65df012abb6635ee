import Foundation
import TestSupport
import Testing

@testable import Services

/// Does what the services that hand out keys do, as far as real ones are not at hand.
///
/// It is the service beside a container, a machine's metadata service, and a token service that says
/// which token it was shown. Each refuses what the real one refuses.
struct CredentialServer: Sendable {
  /// What the service beside a container asks for.
  static let containerToken = "marked-container-token"

  let process: SpawnedServer

  /// The server's URL.
  var url: String { "http://127.0.0.1:\(process.port)" }

  /// The server, started once in the process.
  static let shared = Task { () async throws -> CredentialServer in
    let folder = try SpawnedServer.folder()
    let file = folder.appendingPathComponent("server.py")
    try Data(script.utf8).write(to: file)
    let port = try SpawnedServer.freePorts(1)[0]
    let arguments = [file.path, "\(port)", containerToken]
    let python = Checkout.tool("python3")
    let server = CredentialServer(
      process: try SpawnedServer(python, arguments, port: port, folder: folder)
    )
    let address = try #require(WebAddress("\(server.url)/ready"))
    let client = try HTTPClient()
    try await server.process.waitUntil {
      do { return try await client.send(HTTPRequest(address)).status == 200 } catch { return false }
    }
    return server
  }

  private static let script = #"""
    import http.server, json, sys, urllib.parse

    flaky = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self, status, body):
            data = (body if isinstance(body, str) else json.dumps(body)).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def key(self, name):
            return {"Code": "Success", "AccessKeyId": name, "SecretAccessKey": "marked-secret",
                    "Token": "marked-session", "Expiration": "2100-01-01T00:00:00Z"}

        def container(self, query):
            if self.headers.get("Authorization") != sys.argv[2]:
                shown = self.headers.get("Authorization")
                return self.answer(403, {"code": "Refused", "message": f"not {shown}"})
            self.answer(200, self.key("ASIACONTAINER" + query))

        def role(self, prefix, path):
            if self.headers.get("X-aws-ec2-metadata-token") != "marked-metadata-token":
                return self.answer(401, "")
            start = "/latest/meta-data/iam/security-credentials/"
            if path == start:
                return self.answer(404, "") if prefix == "roleless" else self.answer(200, "a role")
            if path != start + "a%20role":
                return self.answer(404, "")
            if prefix == "broken":
                return self.answer(200, {"Code": "AssumeRoleUnauthorizedAccess"})
            self.answer(200, self.key("ASIAINSTANCE"))

        def do_GET(self):
            path, _, query = self.path.partition("?")
            prefix = path.split("/")[1]
            if path == "/ready":
                return self.answer(200, "")
            if path == "/flaky" and not flaky:
                flaky.append(1)
                return self.answer(503, "")
            if path in ("/container", "/flaky"):
                return self.container(query.replace("=", ""))
            if path == "/cut":
                return self.answer(200, '{"SecretAccessKey": "marked-secret", "AccessKeyId": "A')
            if path == "/endless":
                end = {**self.key("A"), "Expiration": "marked-secret"}
                return self.answer(200, end)
            self.role(prefix, path[len(prefix) + 1:])

        def do_PUT(self):
            if not self.path.endswith("/latest/api/token") or "refusing" in self.path:
                return self.answer(403, "")
            if not self.headers.get("X-aws-ec2-metadata-token-ttl-seconds"):
                return self.answer(400, "")
            self.answer(200, "marked-metadata-token")

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = dict(urllib.parse.parse_qsl(body))
            token = form.get("WebIdentityToken", "")
            if token.startswith("refused"):
                return self.answer(400, "<ErrorResponse><Error><Code>InvalidIdentityToken</Code>"
                                   f"<Message>not {token}</Message></Error></ErrorResponse>")
            if token.startswith("cut"):
                return self.answer(200, "<R><SecretAccessKey>marked-secret</SecretAcc")
            name = f"ASIA{token}{form['RoleSessionName']}"
            self.answer(200, "<Response><Result><Credentials>"
                        f"<AccessKeyId>{name}</AccessKeyId>"
                        "<SecretAccessKey>marked-secret</SecretAccessKey>"
                        "<SessionToken>marked-session</SessionToken>"
                        "<Expiration>1970-01-01T01:00:00.5Z</Expiration>"
                        "</Credentials></Result></Response>")

        def log_message(self, *rest):
            pass

    http.server.ThreadingHTTPServer.request_queue_size = 128
    address = ("127.0.0.1", int(sys.argv[1]))
    http.server.ThreadingHTTPServer(address, Handler).serve_forever()
    """#
}
