/// What the colours and letters of a drawing stand for, as a list in HTML.
struct Legend {
  /// One entry: a swatch, a letter, a word.
  struct Item {
    let style: String
    let letter: String
    let text: String
  }

  let items: [Item]

  /// The list.
  var bytes: [UInt8] {
    var html = SVGWriter()
    html.element("ul", ["class": "legend"]) { html in
      for item in items {
        html.element("li", [:]) { html in
          html.element(
            "svg",
            ["class": "swatch", "width": "12", "height": "12", "aria-hidden": "true"]
          ) { svg in
            svg.element("rect", ["class": "\(item.style) border", "width": "12", "height": "12"])
          }
          html.append(" ")
          html.element("b", [:], text: item.letter)
          html.append(" \(item.text)")
        }
      }
    }
    return html.bytes
  }
}
