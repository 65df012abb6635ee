extension String {
  /// The text; nil when it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
