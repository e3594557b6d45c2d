import SchemaModel
import SchemaParser

extension Rule {
  /// On MySQL, an id of type `String` has no native type.
  ///
  /// It becomes `VARCHAR(191)`, and each index of the table and each foreign key to it
  /// carries values of that type. Ids that `@default` makes have a known length, which a
  /// native type can state; an id of one's own is cut off, or refused, at 191 characters.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id String @id @default(uuid())
  ///      ~~~~~~ hint[lint-string-id-without-length]: the id `id` becomes `VARCHAR(191)`
  /// }
  /// ```
  public static let lintStringIdWithoutLength = Rule(
    id: "lint-string-id-without-length", severity: .hint,
    check: .primaryKey { context, key, findings in
      guard context.connector == .mysql, !context.model.isView, !context.model.isIgnored,
        key.fields.count == 1, let field = context.model.field(at: key.fields[0].field),
        field.type.scalar == .string, field.nativeType == nil
      else { return }
      let prefix = context.configuration.datasource?.identifier.text ?? "db"
      let help =
        if let id = field.generatedID {
          "`\(id.function)()` makes \(id.length) characters: write "
            + "`@\(prefix).\(id.isFixed ? "Char" : "VarChar")(\(id.length))`"
        } else {
          "state the greatest length, as in `@\(prefix).VarChar(64)`"
        }
      findings.report(
        Message(
          "the id `\(field.name)` becomes `VARCHAR(191)`",
          note: "so does each field that refers to it, which must have the same native type",
          help: help),
        at: field.typeRange)
    })
}
