internal import Actions
internal import Pipeline

/// What a channel was told, or would be, as a person reads it.
struct MessageLines {
  let channel: MessagesResult.Channel

  /// Prints it: what became of it, and of what is only planned the very requests.
  func print() {
    let title = channel.digest.map { ": \($0.title)" } ?? ""
    Output.print("\(channel.messenger), \(channel.route): \(channel.outcome.rawValue)\(title)")
    for request in channel.requests {
      Output.print("    \(request.method) \(request.address)")
      // JSON has no control characters of its own, and the whole is wanted.
      Output.write(Array("    ".utf8) + request.body + [UInt8(ascii: "\n")])
    }
  }
}
