import SchemaModel

extension Rule {
  /// The name of a primary key is taken by another constraint.
  ///
  /// PostgreSQL keeps primary keys and indexes of a database schema under one set of names. Names that
  /// Prisma makes up count as well.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id(map: "key")
  ///              ~~~~~~~~~~ error[id-constraint-name-clash]: the primary key of `User` is called `key`, as is that of `Post`
  /// }
  ///
  /// model Post {
  ///   id Int @id(map: "key")
  ///              ~~~~~~~~~~ error[id-constraint-name-clash]: the primary key of `Post` is called `key`, as is that of `User`
  /// }
  /// ```
  public static let idConstraintNameClash = Rule(
    id: "id-constraint-name-clash", severity: .error,
    check: .schema { context, findings in
      for clash in context.schema.constraintNameClashes(of: .primaryKey) {
        guard let model = context.schema.model(clash.constraint.model), let key = model.primaryKey
        else { continue }
        findings.report(
          clash.message(in: context.schema), at: .range(model.id, key.map?.range ?? key.range),
          related: clash.related(in: context.schema))
      }
    })
}
