import SchemaModel

extension Rule {
  /// An enum has no values.
  ///
  /// No value could ever be stored in a field of it, and databases don't know an empty enum.
  ///
  /// ```prisma
  /// enum Role {
  /// ~~~~~~~~~~~ error[enum-empty]: enum `Role` has no values
  /// }
  /// ```
  public static let enumEmpty = Rule(
    id: "enum-empty", severity: .error,
    check: .problem { problem in
      Message(
        "enum `\(problem[0])` has no values",
        help: "add at least one value, each on a line of its own")
    })
}
