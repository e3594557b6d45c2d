import SchemaModel

extension Rule {
  /// A native type does not go with the type of its field.
  ///
  /// The type of the field says what the client takes, the native type how the database stores it;
  /// both have to fit.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id  Int @id
  ///   age Int @db.Text
  ///           ~~~~~~~~ error[native-type-incompatible-scalar]: native type `Text` does not go with `Int`
  /// }
  /// ```
  public static let nativeTypeIncompatibleScalar = Rule(
    id: "native-type-incompatible-scalar", severity: .error, looksAt: .nativeType, evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, let scalar = field.type.scalar,
        let type = context.connector.nativeType(of: use), !type.scalars.contains(scalar),
        case .incompatibleScalar = context.connector.verdict(on: use, scalar: scalar)
      else { return }
      let fitting = context.connector.nativeTypes.filter { $0.scalars.contains(scalar) }
      findings.report(
        Message(
          "native type `\(type.name)` does not go with `\(scalar.name)`",
          note: "it goes with \(type.scalars.map(\.name).listed())",
          help: """
            change the field's type\
            \(fitting.isEmpty ? "" : ", or use \(fitting.map(\.name).listed(last: "or"))")
            """),
        at: use.range)
    })
}
