/// Numbers that stand for strings, so that strings are compared once.
struct Names {
  private var numbers: [String: Int] = [:]
  private(set) var texts: [String] = []

  /// The number of a text, the same each time.
  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The number of a text; -1 for nil.
  mutating func number(of text: String?) -> Int {
    guard let text else { return -1 }
    return number(of: text)
  }

  /// For each number, its text's place in alphabetical order.
  func ranks() -> [Int] {
    var ranks = [Int](repeating: 0, count: texts.count)
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }

  /// Whether the text with a number is a key that says no more than which rule it is.
  ///
  /// Such is a key of two parts, or one whose last part, the resource or the secret, is empty.
  func isRuleOnly(key number: Int) -> Bool {
    let key = texts[number].utf8
    return key.count { $0 == 0x1F } < 2 || key.last == 0x1F
  }
}
