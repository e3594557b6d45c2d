import SchemaModel

extension Rule {
  /// The name of an index is taken by another constraint.
  ///
  /// In PostgreSQL and SQLite the names of all indexes in a schema must differ, elsewhere those of a table.
  /// Names that Prisma makes up count as well.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name], map: "by_name")
  ///                   ~~~~~~~~~~~~~~ error[index-constraint-name-clash]: the index of `User` is called `by_name`, as is that of `Post`
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name], map: "by_name")
  ///                   ~~~~~~~~~~~~~~ error[index-constraint-name-clash]: the index of `Post` is called `by_name`, as is that of `User`
  /// }
  /// ```
  public static let indexConstraintNameClash = Rule(
    id: "index-constraint-name-clash", severity: .error,
    check: .schema { context, findings in
      for kind in [ConstraintName.Kind.unique, .index] {
        for clash in context.schema.constraintNameClashes(of: kind) {
          guard context.schema.model(clash.constraint.model)?.isView == false else { continue }
          findings.report(
            clash.message(in: context.schema), at: clash.constraint.place(in: context.schema),
            related: clash.related(in: context.schema))
        }
      }
    })
}
