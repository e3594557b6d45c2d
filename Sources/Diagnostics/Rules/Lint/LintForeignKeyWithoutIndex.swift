import SchemaModel
import SchemaParser

extension Rule {
  /// The fields of a relation have no index.
  ///
  /// A foreign key brings no index with it, but on MySQL. Without one, following the relation from the
  /// other side reads the whole table, and so does each deletion of a row that is referred to.
  /// The fields must be the first ones of an index, unique or id, in any order. What an index
  /// with `where` holds is not judged. With `relationMode = "prisma"` Prisma warns itself:
  /// `relation-index-missing`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
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
  ///                           ~~~~~~~~~~~~~~~~~~ hint[lint-foreign-key-without-index]: no index begins with `authorId`
  ///   authorId Int
  /// }
  /// ```
  public static let lintForeignKeyWithoutIndex = Rule(
    id: "lint-foreign-key-without-index", severity: .hint,
    check: .model { context, findings in
      let model = context.model
      guard !model.isView, !model.isIgnored, context.needsIndexesOnForeignKeys else { return }
      var table: LeadingFields?
      for key in model.relationFields {
        guard let fields = model.fields[key].relation?.fields?.fields, !fields.isEmpty,
          !model.fields[key].isIgnored
        else { continue }
        if table == nil { table = LeadingFields(model) }
        if table?.cover(fields) != false { continue }
        let names = model.fieldNames(fields)
        findings.report(
          Message(
            "no index begins with \(names.quotedList)",
            note:
              "finding what refers to a `\(model.fields[key].typeName)`, as each deletion of one does, "
              + "reads every `\(model.name)`",
            help: "add `@@index([\(names.joined(separator: ", "))])` to `\(model.name)`"),
          at: .relationPart(model.id, key, .fields))
      }
    })
}

extension ModelContext {
  /// Whether neither the database makes an index for a foreign key, nor Prisma warns of its absence.
  fileprivate var needsIndexesOnForeignKeys: Bool {
    switch connector {
    case .none, .mysql: false
    case .mongodb: true
    case .postgresql, .cockroachdb, .sqlite, .sqlserver: configuration.relationMode != .prisma
    }
  }
}
