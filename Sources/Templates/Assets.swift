internal import CAssets

/// The files that are part of the binary: templates, stylesheet, script, icons.
public enum Assets {
  /// All files by their name, such as `dashboards/index.html.mustache` and `assets/style.css`.
  public static let files: [String: [UInt8]] = {
    let table = UnsafeBufferPointer(start: CAssetsTable(), count: CAssetsCount())
    let files = table.compactMap { asset -> (String, [UInt8])? in
      guard let name = asset.name else { return nil }
      let bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.size))
      return (String(cString: name), bytes)
    }
    return Dictionary(files) { first, _ in first }
  }()

  /// The templates, as `TemplateLibrary` takes them.
  public static var templates: [String: [UInt8]] {
    files.filter { $0.key.hasSuffix(".mustache") }
  }

  /// What pages link to: the files under `assets/`.
  public static var assets: [String: [UInt8]] { files.filter { $0.key.hasPrefix("assets/") } }
}
