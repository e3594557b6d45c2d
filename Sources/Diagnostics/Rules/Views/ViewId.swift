import SchemaModel

extension Rule {
  /// A view has an id.
  ///
  /// Views have no primary key in the database. Mark what tells rows apart with `@unique`.
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
  ///   id Int @id
  ///          ~~~ error[view-id]: views have no primary key
  /// }
  /// ```
  public static let viewId = Rule(
    id: "view-id", severity: .error,
    check: .primaryKey { context, key, findings in
      guard context.model.isView else { return }
      findings.report(
        Message(
          "views have no primary key",
          help: key.isBlockAttribute
            ? "use `@@unique` in place of `@@id`" : "use `@unique` in place of `@id`"),
        at: key.range)
    })
}
