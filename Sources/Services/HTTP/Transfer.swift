internal import CCurl

/// One request under way: its easy handle, and what has arrived.
final class Transfer {
  let queued: QueuedTransfer
  let easy: UnsafeMutableRawPointer
  private var fields: UnsafeMutablePointer<curl_slist>?
  private let message: UnsafeMutablePointer<CChar>
  private var headers = HTTPHeaders()
  private var body: [UInt8] = []
  private var isTooLarge = false

  private var request: HTTPRequest { queued.request }

  /// Readies a request; nil if it cannot be sent as it is.
  init?(_ queued: QueuedTransfer, certificates: String?) {
    guard queued.request.isSound, let easy = curl_easy_init() else { return nil }
    self.queued = queued
    self.easy = easy
    message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    setAddress()
    setTrust(certificates)
    setPatience()
    setHeaders()
    setBody()
    setCallbacks()
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(fields)
    message.deallocate()
  }

  /// Answers what came of the transfer.
  func finish(_ code: CURLcode) {
    guard code == CURLE_OK else {
      let host = request.address.host
      let error = HTTPError(kind: kind(of: code), host: host, sentence: sentence(for: code))
      return queued.continuation.resume(returning: .failure(error))
    }
    var status = 0
    vigil_curl_get_number(easy, CURLINFO_RESPONSE_CODE, &status)
    let response = HTTPResponse(status: status, headers: headers, body: body)
    queued.continuation.resume(returning: .success(response))
  }
}

// What libcurl is told.
extension Transfer {
  private func set(_ option: CURLoption, _ value: Int) {
    vigil_curl_set_number(easy, option, value)
  }

  private func setAddress() {
    vigil_curl_set_text(easy, CURLOPT_URL, request.address.text)
    vigil_curl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    if !request.isRepeatable { set(CURLOPT_FRESH_CONNECT, 1) }
    if request.bypassesProxy { vigil_curl_set_text(easy, CURLOPT_NOPROXY, "*") }
  }

  private func setTrust(_ certificates: String?) {
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    if let certificates { vigil_curl_set_text(easy, CURLOPT_CAINFO, certificates) }
  }

  private func setPatience() {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, request.patience.connecting.milliseconds)
    set(CURLOPT_TIMEOUT_MS, request.patience.total.milliseconds)
    set(CURLOPT_LOW_SPEED_LIMIT, 1000)
    set(CURLOPT_LOW_SPEED_TIME, max(1, request.patience.stalled.milliseconds / 1000))
  }

  private func setHeaders() {
    let own: HTTPHeaders = ["Expect": "", "Content-Type": "", "Accept": "", "User-Agent": "vigil"]
    for field in own.fields where request.headers[field.name] == nil {
      fields = curl_slist_append(fields, "\(field.name): \(field.value)")
    }
    for field in request.headers.fields {
      let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      fields = curl_slist_append(fields, line)
    }
    vigil_curl_set_list(easy, CURLOPT_HTTPHEADER, fields)
  }

  private func setBody() {
    switch request.method {
    case "GET": set(CURLOPT_HTTPGET, 1)
    case "HEAD": set(CURLOPT_NOBODY, 1)
    default:
      vigil_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, request.body.count)
      request.body.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        vigil_curl_set_text(easy, CURLOPT_COPYPOSTFIELDS, start)
      }
      vigil_curl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method)
    }
  }

  private func setCallbacks() {
    let this = Unmanaged.passUnretained(self).toOpaque()
    vigil_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    vigil_curl_set_pointer(easy, CURLOPT_HEADERDATA, this)
    vigil_curl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, _, count, transfer in
      Transfer.at(transfer)?.receive(header: UnsafeRawBufferPointer(start: bytes, count: count))
      return count
    }
    vigil_curl_set_pointer(easy, CURLOPT_WRITEDATA, this)
    vigil_curl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, _, count, transfer in
      let piece = UnsafeRawBufferPointer(start: bytes, count: count)
      return Transfer.at(transfer)?.receive(body: piece) == true ? count : 0
    }
    vigil_curl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, request.sizeLimit)
  }

  private static func at(_ address: UnsafeMutableRawPointer?) -> Transfer? {
    address.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }
}

// What libcurl tells.
extension Transfer {
  private func receive(header line: UnsafeRawBufferPointer) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") { headers = HTTPHeaders() }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = text[text.utf8.index(after: colon)...]
    headers.append(String(text[..<colon]), value.trimmed)
  }

  /// Takes a piece of the body; false if there is too much of it.
  private func receive(body piece: UnsafeRawBufferPointer) -> Bool {
    guard body.count + piece.count <= request.sizeLimit else {
      isTooLarge = true
      return false
    }
    if body.isEmpty {
      var length: curl_off_t = -1
      vigil_curl_get_offset(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
      body.reserveCapacity(min(max(length, 0), request.sizeLimit) + 64)
    }
    body.append(contentsOf: piece)
    return true
  }

  private func kind(of code: CURLcode) -> HTTPError.Kind {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
      CURLE_SSL_CONNECT_ERROR:
      return .notConnected
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return .untrusted
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .invalid
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge
    case CURLE_OPERATION_TIMEDOUT:
      var connected: curl_off_t = 0
      vigil_curl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T, &connected)
      return connected == 0 ? .notConnected : .interrupted
    default: return isTooLarge ? .tooLarge : .interrupted
    }
  }

  private func sentence(for code: CURLcode) -> String {
    if isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
      return "the answer is over the limit of \(request.sizeLimit) bytes"
    }
    let own = String(cString: message)
    let text = own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension HTTPRequest {
  /// Whether no part of it could be taken for the next part.
  fileprivate var isSound: Bool {
    let parts =
      [method, address.host, address.path] + headers.fields.flatMap { [$0.name, $0.value] }
    return !method.isEmpty
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
      }
  }
}

extension Duration {
  /// Whole milliseconds, at least one.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
