/// A language that code is written in: one that a highlighter knows, and no other word.
///
/// What a fence's info string says beyond that is dropped. In GitLab it may turn code into a diagram,
/// a formula, a table or a suggestion (GitLab Docs, "GitLab Flavored Markdown"), in Jira into a
/// macro's parameters.
enum CodeLanguage: String, Sendable, Hashable {
  case bash
  case c
  case cpp
  case css
  case csharp
  case diff
  case dockerfile
  case go
  case groovy
  case hcl
  case html
  case ini
  case java
  case javascript
  case json
  case kotlin
  case lua
  case perl
  case php
  case powershell
  case python
  case ruby
  case rust
  case scala
  case sql
  case swift
  case toml
  case typescript
  case xml
  case yaml

  /// The language that the first word of an info string names; nil for a word that names none.
  init?(info: String) {
    let word = info.prefix { $0 != " " && $0 != "\t" && $0 != "," && $0 != "{" }.lowercased()
    switch word {
    case "sh", "shell", "console", "zsh": self = .bash
    case "c++", "cc": self = .cpp
    case "c#", "cs": self = .csharp
    case "docker": self = .dockerfile
    case "golang": self = .go
    case "terraform", "tf": self = .hcl
    case "js", "jsx", "node": self = .javascript
    case "kt": self = .kotlin
    case "ps1": self = .powershell
    case "py", "python3": self = .python
    case "rb": self = .ruby
    case "rs": self = .rust
    case "ts", "tsx": self = .typescript
    case "yml": self = .yaml
    default: self.init(rawValue: word)
    }
  }
}
