extension Location {
  /// Where it is, on one line: file and line, package, resource, URL, whatever there is.
  public var words: String {
    if let package { return inside(package.words) }
    if let url { return request(url) }
    if let resource { return inside(resource) }
    if let spot { return inside(spot) }
    return inside(logical ?? "")
  }

  /// `src/app.py:12`.
  private var spot: String? {
    guard let path, !path.isEmpty else { return nil }
    return line.map { "\(path):\($0)" } ?? path
  }

  /// The place with what it stands in, where that says more.
  private func inside(_ place: String) -> String {
    var around: [String] = []
    if let spot, spot != place { around.append(spot) }
    if let image, image != path { around.append(image) }
    around += [cluster, account, region].compactMap { $0 }.filter { !$0.isEmpty }
    let context = around.joined(separator: ", ")
    if place.isEmpty { return context }
    return context.isEmpty ? place : "\(place) in \(context)"
  }

  private func request(_ url: String) -> String {
    let call = method.map { "\($0) \(url)" } ?? url
    return parameter.map { "\(call), parameter \($0)" } ?? call
  }
}

extension Package {
  /// `lodash 4.17.15`.
  public var words: String { version.map { "\(name) \($0)" } ?? name }
}
