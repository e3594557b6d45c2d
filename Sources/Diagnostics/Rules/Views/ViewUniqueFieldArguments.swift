import SchemaModel
import SchemaParser

extension Rule {
  /// A field in a unique of a view has arguments.
  ///
  /// Nothing in the database makes the rows of a view unique, so there is no index whose fields
  /// could have `length`, `sort` or `ops`.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["views"]
  /// }
  ///
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// view ActiveUser {
  ///   id Int @unique(sort: Desc)
  ///          ~~~~~~~~~~~~~~~~~~~ error[view-unique-field-arguments]: field `id` has arguments in a unique of a view
  /// }
  /// ```
  public static let viewUniqueFieldArguments = Rule(
    id: "view-unique-field-arguments", severity: .error,
    check: .index { context, index, findings in
      guard context.model.isView else { return }
      for entry in index.fields
      where entry.length != nil || entry.sort != nil || entry.operatorClass != nil {
        findings.report(
          Message(
            """
            field `\(context.model.path(of: entry, in: context.schema))` has arguments in \
            \(index.kind == .unique ? "a unique" : "an index") of a view
            """,
            note: "the uniques of a view exist in the client alone",
            help: "remove `length`, `sort` and `ops`"),
          at: index.range)
      }
    })
}
