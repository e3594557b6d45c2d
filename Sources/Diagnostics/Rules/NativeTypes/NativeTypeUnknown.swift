import SchemaModel

extension Rule {
  /// The database has no native type of this name.
  ///
  /// The names are those of the database, in Prisma's spelling, with upper and lower case as
  /// documented.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.LongText
  ///               ~~~~~~~~~~~~ error[native-type-unknown]: `postgresql` has no native type `LongText`
  /// }
  /// ```
  public static let nativeTypeUnknown = Rule(
    id: "native-type-unknown", severity: .error, looksAt: .nativeType, evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, let scalar = field.type.scalar,
        context.connector.nativeType(of: use) == nil
      else { return }
      let fitting = context.connector.nativeTypes.filter { $0.scalars.contains(scalar) }.map(\.name)
      let similar = context.connector.nativeTypes.first {
        $0.name.lowercased() == use.name.lowercased()
      }
      let help: String
      if context.connector.nativeTypes.isEmpty {
        help = "remove the attribute"
      } else if let similar {
        help = "write `\(similar.name)`"
      } else {
        help = "for `\(scalar.name)` there \(fitting.count == 1 ? "is" : "are") \(fitting.listed())"
      }
      let text =
        if context.connector.nativeTypes.isEmpty {
          "\(context.connector.subject) has no native types"
        } else if use.name.isEmpty {
          "the native type has no name"
        } else {
          "\(context.connector.subject) has no native type `\(use.name)`"
        }
      findings.report(Message(text, help: help), at: use.range)
    })
}
