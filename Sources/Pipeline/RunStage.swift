/// The stages of a run, in their order.
public enum RunStage: String, Sendable, CaseIterable {
  case history
  case collect
  case read
  case reconcile
  case save
  case render
  case tickets
  case messages
}

/// Somebody who hears how a run gets on.
public protocol RunObserver: Sendable {
  /// A stage begins.
  func begins(_ stage: RunStage)

  /// Some of a stage's steps are done.
  func advances(_ stage: RunStage, done: Int, of total: Int)

  /// The last stage is over.
  func ends()
}

/// An observer that keeps it to itself.
public struct SilentObserver: RunObserver {
  /// Nobody's observer.
  public init() {}

  /// Says nothing.
  public func begins(_ stage: RunStage) {}

  /// Says nothing.
  public func advances(_ stage: RunStage, done: Int, of total: Int) {}

  /// Says nothing.
  public func ends() {}
}
