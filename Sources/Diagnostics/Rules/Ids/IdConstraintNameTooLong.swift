import SchemaModel

extension Rule {
  /// The name of a primary key is longer than the database allows.
  ///
  /// The database would cut the name or refuse it, and Prisma would not find it again.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id(map: "primary_key_of_the_table_in_which_we_keep_all_of_the_users_since_2019")
  ///          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-constraint-name-too-long]: the name of the primary key is 69 bytes long, and `postgresql` allows 63
  /// }
  /// ```
  public static let idConstraintNameTooLong = Rule(
    id: "id-constraint-name-too-long", severity: .error,
    check: .primaryKey { context, key, findings in
      guard let map = key.map, !context.model.isView, context.connector.supportsNamedPrimaryKeys,
        let limit = context.connector.maximumIdentifierLength, map.value.utf8.count > limit
      else { return }
      findings.report(
        Message(
          """
          the name of the primary key is \(map.value.utf8.count) bytes long, and \
          \(context.connector.subject) allows \(limit)
          """,
          help: "choose a shorter name for `map`"),
        at: key.range)
    })
}
