import Dashboards
import Findings
import Testing

@Suite struct HostilePageTests {
  private static let sites = Result {
    [
      ParsedSite(try WrittenSite(HostileLedger.make())),
      ParsedSite(try WrittenSite(HostileLedger.make(), briefAbove: 0)),
      ParsedSite(try WrittenSite(StoryLedger.make())),
    ] + (try ticketSites())
  }

  /// The same ledgers with tickets.
  private static func ticketSites() throws -> [ParsedSite] {
    let (hostile, story) = (HostileLedger.make(), StoryLedger.make())
    let tickets = HostileTickets.report(on: hostile)
    return [
      ParsedSite(try WrittenSite(hostile, tickets: tickets)),
      ParsedSite(try WrittenSite(hostile, tickets: tickets, briefAbove: 0)),
      ParsedSite(try WrittenSite(story, tickets: StoryTickets.report(on: story))),
    ]
  }

  private static let attributes: [String: Set<String>] = [
    "html": ["lang"], "meta": ["charset", "content", "http-equiv", "name"],
    "link": ["href", "rel", "type"], "script": ["defer", "src"],
    "a": ["aria-current", "href", "rel"],
    "nav": ["aria-label"], "section": ["aria-labelledby"], "table": ["data-list", "data-sort"],
    "th": ["colspan", "scope"], "b": ["aria-hidden", "title"], "span": ["aria-hidden", "title"],
    "time": ["datetime"], "ol": ["start"],
    "svg": [
      "aria-hidden", "height", "overflow", "preserveAspectRatio", "role", "viewBox", "width", "y",
    ],
    "rect": ["height", "vector-effect", "width", "x", "y"], "path": ["d", "vector-effect"],
    "line": ["x1", "x2", "y1", "y2"], "text": ["dx", "dy", "text-anchor", "x", "y"],
    "polyline": ["points", "vector-effect"], "g": [],
  ]
  private static let plainTags: Set<String> = [
    "title", "header", "footer", "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "li",
    "dl", "dt", "dd", "strong", "small", "em", "code", "pre", "br", "hr", "blockquote", "figure",
    "figcaption", "details", "summary", "caption", "thead", "tbody", "tr", "td", "article", "desc",
  ]

  @Test func onlyOurTagsAndAttributesAreOnAnyPage() throws {
    for site in try Self.sites.get() {
      for (path, page) in site.pages {
        #expect(page.problems == [], "\(path)")
        for tag in page.tags {
          let allowed = Self.attributes[tag.name]
          #expect(allowed != nil || Self.plainTags.contains(tag.name), "<\(tag.name)> on \(path)")
          for (name, _) in tag.attributes where name != "class" && name != "id" {
            #expect(allowed?.contains(name) == true, "<\(tag.name) \(name)> on \(path)")
          }
        }
      }
    }
  }

  @Test func noPageAsksAnybodyElseForAnything() throws {
    for site in try Self.sites.get() {
      for (path, page) in site.pages {
        let policies = page.tags.filter { $0["http-equiv"] == "Content-Security-Policy" }
        #expect(
          policies.count == 1 && policies[0]["content"]?.hasPrefix("default-src 'none'") == true
        )
        for tag in page.tags where tag.name != "a" {
          for address in [tag["href"], tag["src"]].compactMap(\.self) {
            #expect(!address.contains(":") && !address.hasPrefix("//"), "\(address) on \(path)")
          }
        }
      }
    }
  }

  @Test func everyLinkLeadsToAFileAndAnAnchorThatExist() throws {
    for site in try Self.sites.get() {
      let links = SiteLinks(site)
      for (path, page) in site.pages {
        let found = page.links
        let problems = Set(found.compactMap { links.problem(with: $0, on: path) })
        #expect(problems == [])
        for link in found where link.contains(":") && !link.hasPrefix("#") {
          let isOutside = ["https://", "http://", "mailto:"].contains { link.hasPrefix($0) }
          #expect(isOutside, "\(link) on \(path)")
        }
      }
      for (path, page) in site.twins {
        let found = page.links
        #expect(found.compactMap { links.problem(with: $0, on: path) } == [])
      }
    }
  }

  @Test func everyTableSaysWhatItIsAndEveryHeadWhatItHeads() throws {
    for site in try Self.sites.get() {
      for (path, page) in site.pages {
        let tags = page.tags
        for (index, tag) in tags.enumerated() where tag.name == "table" && !tag.isEnd {
          #expect(tags[index + 1].name == "caption", "\(path)")
        }
        for tag in tags where tag.name == "th" && !tag.isEnd {
          #expect(tag["scope"] != nil, "\(path)")
        }
        #expect(tags.filter { $0.name == "h1" && !$0.isEnd }.count == 1, "\(path)")
      }
    }
  }

  @Test func noIdIsOnAPageTwice() throws {
    for site in try Self.sites.get() {
      for (path, page) in site.pages {
        let ids = page.ids
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(path): \(twice.sorted())")
      }
    }
  }

  @Test func markdownPagesHoldNoHTMLNoImageAndNoFenceButMermaid() throws {
    for site in try Self.sites.get() {
      for (path, page) in site.twins {
        #expect(page.htmlNodes == [], "\(path)")
        #expect(page.images == 0, "\(path)")
        #expect(Set(page.fences).subtracting(["mermaid"]) == [], "\(path)")
        for link in page.links { #expect(!link.contains("javascript:"), "\(path)") }
      }
    }
  }

  @Test func noCharacterChangesWhatIsSeenWithoutBeingSeen() throws {
    for site in try Self.sites.get() {
      for path in site.texts.keys {
        let bad = site.texts[path, default: ""].unicodeScalars.filter { scalar in
          (scalar.value < 0x20 && scalar != "\n") || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
        }
        #expect(bad.isEmpty, "\(path)")
      }
    }
  }

  @Test func everyFileStaysInsideItsFolder() throws {
    for site in try Self.sites.get() {
      let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~./")
      for path in site.paths {
        #expect(path.allSatisfy(plain.contains), "\(path)")
        #expect(!path.split(separator: "/").contains("..") && !path.hasPrefix("/"), "\(path)")
        #expect(path.split(separator: "/").allSatisfy { $0.utf8.count <= 100 && $0.first != "-" })
      }
      #expect(Set(site.paths.map { $0.lowercased() }).count == site.paths.count)
    }
  }

  @Test func noTextMakesAPageLong() throws {
    for site in try Self.sites.get() {
      for path in site.texts.keys {
        #expect(site.texts[path, default: ""].utf8.count < 400_000, "\(path)")
      }
    }
  }
}
