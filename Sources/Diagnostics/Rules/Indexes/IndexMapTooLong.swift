import SchemaModel

extension Rule {
  /// The name of an index is longer than the database allows.
  ///
  /// The database would cut the name or refuse it, and Prisma would not find it again.
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
  ///   @@index([name], map: "an_index_over_the_names_of_all_users_that_are_kept_in_this_table")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-map-too-long]: the name of this `@@index` is 64 bytes long, and `postgresql` allows 63
  /// }
  /// ```
  public static let indexMapTooLong = Rule(
    id: "index-map-too-long", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard let name = index.explicitConstraintName, !context.model.isView,
        let limit = context.connector.maximumIdentifierLength, name.value.utf8.count > limit
      else { return }
      findings.report(
        Message(
          """
          the name of this `\(index.attributeName)` is \(name.value.utf8.count) bytes long, and \
          \(context.connector.subject) allows \(limit)
          """,
          help: "choose a shorter name for `map`"),
        at: index.range)
    })
}
