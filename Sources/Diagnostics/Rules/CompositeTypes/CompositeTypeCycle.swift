import SchemaModel

extension Rule {
  /// Composite types contain each other in a circle.
  ///
  /// A document of such a type would have no end. Each field that closes a circle is marked; make one of
  /// them optional or a list.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   city City
  ///   ~~~~~~~~~ error[composite-type-cycle]: composite types contain each other without end: `City` → `Address` → `City`
  /// }
  ///
  /// type City {
  ///   center Address
  ///   ~~~~~~~~~~~~~~ error[composite-type-cycle]: composite types contain each other without end: `Address` → `City` → `Address`
  /// }
  /// ```
  public static let compositeTypeCycle = Rule(
    id: "composite-type-cycle", severity: .error,
    check: .schema { context, findings in
      let types = context.schema.compositeTypes
      guard types.count > 1 else { return }
      for edge in CompositeTypeCycles.closingFields(of: types) {
        let path = edge.path.map { "`\($0)`" }.joined(separator: " → ")
        findings.report(
          Message(
            "composite types contain each other without end: \(path)",
            help: "make one of the fields on the way optional or a list"),
          at: .field(edge.type, edge.field),
          related: [RelatedPlace(.declarationName(edge.closed), "the circle begins and ends here")])
      }
    })
}
