import SchemaModel

extension Rule {
  /// The database does not name primary keys.
  ///
  /// A primary key has no name of its own there, so `map` would mean nothing.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  /// ~~~~~~~~~~~~ error[id-map-unsupported]: `mysql` has no names for primary keys
  ///   id Int @id(map: "user_key")
  /// }
  /// ```
  public static let idMapUnsupported = Rule(
    id: "id-map-unsupported", severity: .error,
    check: .primaryKey { context, key, findings in
      guard let map = key.map, !context.model.isView, !context.connector.supportsNamedPrimaryKeys
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no names for primary keys", help: "remove `map`"),
        at: context.model.range,
        related: [RelatedPlace(.range(context.model.id, map.range), "`map` is here")])
    })
}
