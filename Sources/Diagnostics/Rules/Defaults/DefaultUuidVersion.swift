import SchemaModel

extension Rule {
  /// `uuid` or `cuid` is given a version that does not exist.
  ///
  /// There are versions 4 and 7 of `uuid`, and 1 and 2 of `cuid`.
  ///
  /// ```prisma
  /// model User {
  ///   id String @id @default(uuid(1))
  ///                 ~~~~~~~~~~~~~~~~~ error[default-uuid-version]: `uuid()` has no version 1
  /// }
  /// ```
  public static let defaultUuidVersion = Rule(
    id: "default-uuid-version", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])()` has no version \(problem[1])",
        help: "write \(problem[2].replacing(" and ", with: " or ")) in the parentheses")
    })
}
