import SchemaModel
import SchemaParser

extension Rule {
  /// With `relationMode = "prisma"`, the fields of a relation have no index.
  ///
  /// A foreign key would come with an index in some databases; without foreign keys nothing adds one,
  /// and each look-up of the relation reads the whole table. The fields must be the first ones of an
  /// index, unique or id, in the same order.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider     = "mysql"
  ///   relationMode = "prisma"
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[relation-index-missing]: no index begins with `authorId`
  ///   authorId Int
  /// }
  /// ```
  public static let relationIndexMissing = Rule(
    id: "relation-index-missing", severity: .warning,
    check: .relationField { context, field, findings in
      guard context.configuration.relationMode == .prisma, context.connector != .mongodb,
        let fields = field.relation?.fields?.fields
      else { return }
      let model = context.model
      if let primaryKey = model.primaryKey, begins(primaryKey.fields, with: fields) { return }
      for index in model.indexes where begins(index.fields, with: fields) { return }
      let names = model.fieldNames(fields)
      findings.report(
        Message(
          "no index begins with \(names.quotedList)",
          note: "with `relationMode = \"prisma\"` no foreign key is made, so following "
            + "`\(field.name)` reads the whole table",
          help: "add `@@index([\(names.joined(separator: ", "))])` to `\(model.name)`"),
        at: field.relation?.range ?? field.range)
    })
}

/// Whether `fields` are the first of `indexed`, in order.
private func begins(_ indexed: [IndexField], with fields: [Int]) -> Bool {
  guard indexed.count >= fields.count else { return false }
  for (entry, field) in zip(indexed, fields)
  where entry.field != field || !entry.compositePath.isEmpty {
    return false
  }
  return true
}
