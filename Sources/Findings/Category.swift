/// What kind of scanning a finding comes from.
///
/// The known ones are listed; a project's layout may name others, which are kept as they are.
public struct Category: RawRepresentable, Sendable, Hashable {
  /// The name as pages, files and keys spell it, such as `sast`.
  public let rawValue: String

  /// A category by its canonical name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Static analysis of source code.
  public static let sast = Category(rawValue: "sast")
  /// Infrastructure as code: Terraform, CloudFormation, Ansible, Kubernetes manifests.
  public static let iac = Category(rawValue: "iac")
  /// Tests of a running application.
  public static let dast = Category(rawValue: "dast")
  /// Credentials in code or history.
  public static let secrets = Category(rawValue: "secrets")
  /// Third-party packages with known vulnerabilities.
  public static let dependency = Category(rawValue: "dependency")
  /// Container images.
  public static let container = Category(rawValue: "container")
  /// Audits of cloud accounts.
  public static let cloud = Category(rawValue: "cloud")
  /// Audits of Kubernetes clusters.
  public static let kubernetes = Category(rawValue: "kubernetes")

  /// The known categories, in the order pages list them.
  public static let known: [Category] = [
    .sast, .secrets, .dependency, .container, .iac, .dast, .cloud, .kubernetes,
  ]
}

extension Category {
  /// The category that a folder or a report names, known aliases resolved (`sca`, `images`,
  /// `secret_detection`); any other name is kept, in lower case.
  public init(named name: String) {
    let word = name.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
    self =
      switch word {
      case "sast", "static-analysis", "code", "code-scanning": .sast
      case "iac", "infrastructure", "infrastructure-as-code", "terraform", "misconfiguration": .iac
      case "dast", "api-fuzzing", "coverage-fuzzing", "web", "dynamic": .dast
      case "secrets", "secret", "secret-detection", "secret-scanning", "credentials": .secrets
      case "dependency", "dependencies", "sca", "dependency-scanning", "oss": .dependency
      case "container", "containers", "image", "images", "docker", "container-scanning",
        "cluster-image-scanning":
        .container
      case "cloud", "aws", "azure", "gcp", "cspm", "aws-cis": .cloud
      case "kubernetes", "k8s", "kspm", "cluster", "k8s-cis": .kubernetes
      default: Category(rawValue: word)
      }
  }

  /// The words for a page, such as `Static analysis`.
  public var title: String {
    switch self {
    case .sast: "Static analysis"
    case .iac: "Infrastructure as code"
    case .dast: "Dynamic tests"
    case .secrets: "Secrets"
    case .dependency: "Dependencies"
    case .container: "Container images"
    case .cloud: "Cloud audit"
    case .kubernetes: "Kubernetes audit"
    default: rawValue
    }
  }
}

extension Category: Comparable {
  /// Orders by the canonical name.
  public static func < (left: Category, right: Category) -> Bool { left.rawValue < right.rawValue }
}
