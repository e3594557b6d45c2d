import SchemaModel

extension Rule {
  /// The name of a default is taken by another constraint.
  ///
  /// In SQL Server a default is a constraint with a name, and the names of all constraints in a schema
  /// differ.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @default("", map: "empty")
  ///                            ~~~~~~~~~~~~ error[default-constraint-name-clash]: the default of `User` is called `empty`, as is that of `Post`
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   text String @default("", map: "empty")
  ///                            ~~~~~~~~~~~~ error[default-constraint-name-clash]: the default of `Post` is called `empty`, as is that of `User`
  /// }
  /// ```
  public static let defaultConstraintNameClash = Rule(
    id: "default-constraint-name-clash", severity: .error,
    check: .schema { context, findings in
      for clash in context.schema.constraintNameClashes(of: .defaultValue) {
        findings.report(
          clash.message(in: context.schema), at: clash.constraint.place(in: context.schema),
          related: clash.related(in: context.schema))
      }
    })
}
