extension IdentifierSet {
  /// Adds an item of an OWASP Top 10 that is named beside its edition: `A1-Injection` of
  /// `OWASP Top 10 2017`.
  mutating func add(_ item: some StringProtocol, of list: some StringProtocol) {
    guard list.hasPrefix("OWASP"), let year = list.split(separator: " ").last.flatMap({ Int($0) })
    else { return }
    let code = item.prefix { $0.isLetter || $0.isNumber }
    if !code.isEmpty { add("\(code):\(year)") }
  }
}
