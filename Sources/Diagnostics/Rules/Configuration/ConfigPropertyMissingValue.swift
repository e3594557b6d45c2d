import SchemaModel

extension Rule {
  /// A property of a datasource or generator has no value.
  ///
  /// The block is not looked at any further until the value is there.
  ///
  /// ```prisma
  /// generator client {
  /// ~~~~~~~~~~~~~~~~~~ error[config-property-missing-value]: property `output` of generator `client` has no value
  ///   provider = "prisma-client"
  ///   output   =
  /// }
  /// ```
  public static let configPropertyMissingValue = Rule(
    id: "config-property-missing-value", severity: .error,
    check: .problem { problem in
      Message(
        "property `\(problem[0])` of \(problem[1]) `\(problem[2])` has no value",
        help: "write a value behind `=`, or remove the property")
    })
}
