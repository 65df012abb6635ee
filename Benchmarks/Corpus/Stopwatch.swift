internal import Glibc

/// Measures work that may be too short to be measured once.
enum Stopwatch {
  /// The CPU time of some work, in seconds: the least of five batches of at least ten milliseconds,
  /// since whatever else the machine does only adds.
  static func least<Failure>(of work: () throws(Failure) -> Void) throws(Failure) -> Double {
    var times = 1
    var taken = try batch(of: times, work)
    while taken < 0.01 {
      times *= max(2, Int(0.012 / max(taken, 0.000_1)))
      taken = try batch(of: times, work)
    }
    for _ in 0..<4 { taken = min(taken, try batch(of: times, work)) }
    return taken / Double(times)
  }

  private static func batch<Failure>(
    of times: Int,
    _ work: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    let start = now
    for _ in 0..<times { try work() }
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
