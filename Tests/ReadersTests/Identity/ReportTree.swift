import Foundation

@testable import Readers
@testable import Syntax

/// A report's content as a tree that a test can rewrite: JSON, XML and CSV alike.
indirect enum ReportTree: Sendable {
  /// A string of JSON, character data of XML, a field of CSV.
  case text(String)
  /// A number or a word of JSON.
  case literal(String)
  case list([ReportTree])
  case object([(name: String, value: ReportTree)])
  case element(XMLNode)

  /// An element of XML.
  struct XMLNode: Sendable {
    var name: String
    var namespace: String?
    var attributes: [(name: String, value: String)]
    var children: [ReportTree]
  }

  /// The tree of a JSON value.
  init(_ json: JSON) {
    switch json.kind {
    case .object: self = .object(json.members.map { ($0.key, ReportTree($0.value)) })
    case .array: self = .list(json.elements.map { ReportTree($0) })
    case .string: self = .text(json.string ?? "")
    default: self = .literal(json.text ?? "null")
    }
  }

  /// The tree of an element and what is in it.
  init(_ element: XMLElement) {
    let document = element.document
    let node = document.nodes[element.index]
    var children: [ReportTree] = []
    var position = node.text.lowerBound
    func addText(upTo end: Int) {
      let text = String(decoding: document.text[position..<end], as: UTF8.self)
      if !text.isEmpty { children.append(.text(text)) }
    }
    for child in element.children {
      let range = document.nodes[child.index].text
      addText(upTo: range.lowerBound)
      children.append(ReportTree(child))
      position = range.upperBound
    }
    addText(upTo: node.text.upperBound)
    self = .element(
      XMLNode(
        name: element.name,
        namespace: element.namespace,
        attributes: document.attributes[node.attributes].map {
          (
            String(decoding: document.names[$0.name], as: UTF8.self),
            String(decoding: document.values[$0.value], as: UTF8.self)
          )
        },
        children: children
      )
    )
  }
}

// Rewriting: what is visited knows the names on the way to it, lists having none.
extension ReportTree {
  /// What rewrites a leaf's text, a member's name and a list's elements, the leaves first.
  struct Rewriting {
    var leaf: (_ path: [String], _ text: String, _ isLiteral: Bool) -> String = { _, text, _ in text
    }
    var name: (_ path: [String], _ name: String) -> String = { _, name in name }
    var list: (_ path: [String], _ elements: [ReportTree]) -> [ReportTree] = { $1 }
    var members: ([(name: String, value: ReportTree)]) -> [(name: String, value: ReportTree)] = {
      $0
    }
  }

  /// The tree, rewritten.
  func rewritten(by rewriting: Rewriting, at path: [String] = []) -> ReportTree {
    switch self {
    case .text(let text): return .text(rewriting.leaf(path, text, false))
    case .literal(let word): return .literal(rewriting.leaf(path, word, true))
    case .list(let elements):
      let rewritten = elements.map { $0.rewritten(by: rewriting, at: path) }
      return .list(rewriting.list(path, rewritten))
    case .object(let members):
      return .object(
        rewriting.members(
          members.map { name, value in
            (rewriting.name(path, name), value.rewritten(by: rewriting, at: path + [name]))
          }
        )
      )
    case .element(var node):
      let path = path + [node.name]
      node.attributes = node.attributes.map { name, value in
        (name, rewriting.leaf(path + [name], value, false))
      }
      node.children = node.children.map { $0.rewritten(by: rewriting, at: path) }
      for name in Set(node.children.compactMap(\.elementName)) {
        node.replaceChildren(name) { rewriting.list(path + [name], $0) }
      }
      return .element(node)
    }
  }

  /// The name of an element; nil for anything else.
  var elementName: String? {
    if case .element(let node) = self { node.name } else { nil }
  }
}

extension ReportTree.XMLNode {
  /// Replaces the children of a name, each in the place of another.
  mutating func replaceChildren(_ name: String, _ body: ([ReportTree]) -> [ReportTree]) {
    let places = children.indices.filter { children[$0].elementName == name }
    for (place, child) in zip(places, body(places.map { children[$0] })) { children[place] = child }
  }
}
