import SchemaModel

extension Rule {
  /// `@@shardKey` names a field that the model does not have.
  ///
  /// Fields are named as in the schema, not by the names of their columns.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["shardKeys"]
  /// }
  ///
  /// model User {
  ///   id   Int @id
  ///   uid  Int
  ///
  ///   @@shardKey([uid, nope])
  ///              ~~~~~~~~~~~ error[shard-key-unknown-field]: `User` has no field `nope`
  /// }
  /// ```
  public static let shardKeyUnknownField = Rule(
    id: "shard-key-unknown-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` has no \(problem.fields(0))",
        note: "`@@shardKey` names fields as in the schema, not columns",
        help: "correct the name, or add the field")
    })
}
