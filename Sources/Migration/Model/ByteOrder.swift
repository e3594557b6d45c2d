extension String {
  /// Whether it stands before `other` in byte order, which is that of PostgreSQL's collation "C".
  func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
