import SchemaModel

extension Rule {
  /// `@@shardKey` names a field that is not required.
  ///
  /// Every row needs a shard to live in.
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
  ///   id  Int  @id
  ///   uid Int?
  ///
  ///   @@shardKey([uid])
  ///   ~~~~~~~~~~~~~~~~~ error[shard-key-optional-fields]: `@@shardKey` of `User` names field `uid`, which must be required
  /// }
  /// ```
  public static let shardKeyOptionalFields = Rule(
    id: "shard-key-optional-fields", severity: .error,
    check: .problem { problem in
      Message(
        "`@@shardKey` of `\(problem[1])` names \(problem.fields(0)), which must be required",
        note: "every row needs a shard to live in",
        help: """
          make \(problem.isOne(0) ? "it" : "them") required, or leave \
          \(problem.isOne(0) ? "it" : "them") out
          """)
    })
}
