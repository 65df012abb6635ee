internal import Glibc

/// One run of a command for what it prints, on a thread of its own.
final class CommandJob: Sendable {
  /// Why there is nothing to read.
  struct Failure: Error {
    /// One sentence without a full stop; it shows nothing of what the command printed.
    var sentence: String
  }

  private let words: [String]
  private let environment: [String: String]
  private let patience: Duration
  private let report: @Sendable (Result<[UInt8], Failure>) -> Void

  /// The most bytes that are taken.
  private static let limit = 1 << 20

  private init(
    words: [String],
    environment: [String: String],
    patience: Duration,
    report: @escaping @Sendable (Result<[UInt8], Failure>) -> Void
  ) {
    self.words = words
    self.environment = environment
    self.patience = patience
    self.report = report
  }

  /// What a command prints on its standard output within a time.
  ///
  /// Its standard error is not kept: it may hold secrets.
  static func output(
    of words: [String],
    environment: [String: String],
    patience: Duration
  ) async throws(Failure) -> [UInt8] {
    let result = await withCheckedContinuation { continuation in
      CommandJob(words: words, environment: environment, patience: patience) {
        continuation.resume(returning: $0)
      }
      .start()
    }
    return try result.get()
  }

  /// Starts the thread, which reports once.
  private func start() {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread,
      nil,
      { box in
        guard let box else { return nil }
        let job = Unmanaged<CommandJob>.fromOpaque(box).takeRetainedValue()
        job.report(job.run())
        return nil
      },
      box.toOpaque()
    )
    guard result == 0 else {
      box.release()
      return report(.failure(Failure(sentence: SystemError(number: result).sentence)))
    }
    pthread_detach(thread)
  }

  private func run() -> Result<[UInt8], Failure> {
    do throws(SystemError) {
      var process = pid_t()
      let pipe = try spawn(&process)
      let (bytes, ending) = pipe.read(limit: Self.limit, until: .now + patience)
      if ending != .whole { kill(process, SIGKILL) }
      var status: CInt = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      switch ending {
      case .late: return .failure(Failure(sentence: "not done within \(patience)"))
      case .excess: return .failure(Failure(sentence: "more than \(Self.limit) bytes of output"))
      case .whole where status != 0: return .failure(Failure(sentence: "the command failed"))
      case .whole: return .success(bytes)
      }
    } catch {
      return .failure(Failure(sentence: "the command cannot be run: \(error.sentence)"))
    }
  }

  /// Starts the command; what it prints comes out of the pipe.
  private func spawn(_ process: inout pid_t) throws(SystemError) -> PipeEnd {
    var ends: [CInt] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    let pipe = PipeEnd(descriptor: ends[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let result = posix_spawnp(&process, words[0], &actions, nil, &arguments, &variables)
    guard result == 0 else { throw SystemError(number: result) }
    return pipe
  }
}
