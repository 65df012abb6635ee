internal import Dashboards
internal import Findings
internal import Pipeline
internal import Services
internal import Templates

/// Prepares what is written, with the templates in the program and a user's own.
enum TemplateSetup {
  /// A dashboard, all of whose templates compile.
  ///
  /// - Parameters:
  ///   - title: Whose it is.
  ///   - templates: A folder of templates that replace those in the program.
  ///   - staleAfterDays: After how many days without a new report a scan is stale.
  /// - Returns: The dashboard.
  /// - Throws: The template that does not compile, and where.
  static func dashboard(
    title: String,
    templates: String?,
    staleAfterDays: Int = 7
  ) async throws(Problem) -> Dashboard {
    let library = try await library(templates: templates)
    return try compiling { () throws(TemplateError) in
      try Dashboard(
        templates: library,
        options: DashboardOptions(
          title: title,
          generatedBy: Version.name,
          staleAfterDays: staleAfterDays
        )
      )
    }
  }

  /// The templates in the program, some of them replaced by those of a folder.
  static func library(templates: String?) async throws(Problem) -> TemplateLibrary {
    let overrides = try await overrides(in: templates)
    return try compiling { () throws(TemplateError) in
      try TemplateLibrary(files: Assets.templates, overrides: overrides)
    }
  }

  /// Does something with templates, and says what is wrong with them as everything else is said.
  static func compiling<Value>(
    _ body: () throws(TemplateError) -> Value
  ) throws(Problem) -> Value {
    do throws(TemplateError) {
      return try body()
    } catch {
      throw Problem(
        file: error.file,
        place: "line \(error.line), column \(error.column)",
        problem: error.problem,
        hint: error.hint
      )
    }
  }

  private static func overrides(in folder: String?) async throws(Problem) -> [String: [UInt8]] {
    guard let folder else { return [:] }
    let store = FolderStore(root: folder, mustExist: true, sizeLimit: 1 << 20)
    let listing = try await store.list(prefix: "")
    if let problem = listing.problems.first { throw problem }
    var files: [String: [UInt8]] = [:]
    for object in listing.objects where object.key.hasSuffix(".mustache") {
      files[object.key] = try await store.read(object)
    }
    return files
  }
}
