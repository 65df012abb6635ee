extension Array where Element: Sendable {
  /// What a function makes of each element, several at a time, in the elements' order.
  ///
  /// The first failure, in that order, is thrown once all are done.
  package func concurrentMap<Value: Sendable, Failure: Error>(
    atMost breadth: Int = 16,
    _ transform: @escaping @Sendable (Element) async throws(Failure) -> Value
  ) async throws(Failure) -> [Value] {
    var results = [Result<Value, Failure>?](repeating: nil, count: count)
    await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group in
      for (index, element) in enumerated() {
        if index >= breadth, let (done, result) = await group.next() { results[done] = result }
        group.addTask {
          do throws(Failure) {
            return (index, .success(try await transform(element)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for await (done, result) in group { results[done] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in results { if let result { values.append(try result.get()) } }
    return values
  }
}
