internal import Dashboards
internal import Findings
internal import Pipeline
internal import Services
internal import Templates

/// Prepares the dashboards with the templates in the program and a user's own.
enum DashboardSetup {
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
    let overrides = try await overrides(in: templates)
    do throws(TemplateError) {
      return try Dashboard(
        templates: try TemplateLibrary(files: Assets.templates, overrides: overrides),
        options: DashboardOptions(
          title: title,
          generatedBy: Version.name,
          staleAfterDays: staleAfterDays
        )
      )
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
