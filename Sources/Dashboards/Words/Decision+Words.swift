internal import Actions
internal import Findings

extension Decision {
  /// Who decided, of a length for lists; nil if the tracker does not say.
  var who: String? { by?.bounded(to: 80) }

  /// What was decided, by whom and when, such as `False positive (“Won’t do”), by Ada on 3 Nov 2026`.
  var words: String {
    let person = who.map { ", by \($0)" } ?? ""
    let day = at.map { " on \($0.dateInWords)" } ?? ""
    return "\(kind.title) (“\(word.bounded(to: 60))”)\(person)\(day)"
  }
}
