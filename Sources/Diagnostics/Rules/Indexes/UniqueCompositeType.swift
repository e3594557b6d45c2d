import SchemaModel
import SchemaParser

extension Rule {
  /// A compound unique holds a field of composite type.
  ///
  /// A field inside of the composite type can be named by its path.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  /// }
  ///
  /// model User {
  ///   id      String  @id @map("_id")
  ///   name    String
  ///   address Address
  ///
  ///   @@unique([name, address])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-composite-type]: field `address` of composite type `Address` can't be part of a compound unique
  /// }
  /// ```
  public static let uniqueCompositeType = Rule(
    id: "unique-composite-type", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, index.fields.count > 1, context.connector == .mongodb,
        !context.model.isView
      else { return }
      for entry in index.fields {
        guard let field = context.model.field(of: entry, in: context.schema),
          case .composite = field.type
        else { continue }
        let path = context.model.path(of: entry, in: context.schema)
        findings.report(
          Message(
            """
            field `\(path)` of composite type `\(field.typeName)` can't be part of a compound unique
            """,
            help: "name a field inside of it, as in `\(path).…`"),
          at: index.range)
        return
      }
    })
}
