internal import Templates

/// Where a finding's own entry stands, computed from its id alone.
enum Permalink {
  /// The folder of all lists and entries of findings.
  static let folder = "findings"

  /// The page of an id, without its folder: `ab.html` for `ab12…`.
  static func page(of id: String) -> String { shelf(of: id) + ".html" }

  /// What the ids on one page begin with; `00` for an id that is not letters and digits.
  static func shelf(of id: String) -> String {
    let start = id.utf8.prefix(2)
    let isPlain = start.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
    return start.count == 2 && isPlain ? String(decoding: start, as: UTF8.self) : "00"
  }

  /// The entry of an id, seen from a page whose way to the top is `root`.
  static func link(to id: String, root: String) -> Link {
    Link(relative: "\(root)\(folder)/\(page(of: id))#\(id)")
  }
}
