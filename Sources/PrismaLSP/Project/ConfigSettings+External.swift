import Migration
import MigrationHistory
import SchemaModel

/// Tables and enums that are managed elsewhere.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/externally-managed-tables
extension ConfigSettings {
  /// What is listed, as far as it can be read: for editors, which go on with less.
  var readableExternalNames: ExternalNames {
    ExternalNames(
      tables: Set(externalTables?.names ?? []), enums: Set(externalEnums?.names ?? []))
  }

  /// What is listed.
  ///
  /// - Parameters:
  ///   - connector: the database; where it has schemas, names are given with theirs.
  ///   - file: the file, as people are told of it.
  /// - Throws: for a list that would have to be evaluated; P3023 and P3024 for names of the wrong form,
  ///   which would mean nothing.
  func externalNames(
    for connector: Connector, shownAs file: String
  ) throws(CommandFailure) -> ExternalNames {
    ExternalNames(
      tables: try Self.checked(externalTables, "tables.external", connector, file),
      enums: try Self.checked(externalEnums, "enums.external", connector, file))
  }

  private static func checked(
    _ list: Names?, _ key: String, _ connector: Connector, _ file: String
  ) throws(CommandFailure) -> Set<String> {
    guard let list else { return [] }
    guard let names = list.names else {
      throw CommandFailure(
        "line \(list.line) of `\(file)`: the list `\(key)` would have to be worked out, and the file "
          + "is never run",
        help: "write the names as strings: `[\"auth.users\"]`")
    }
    let hasSchemas = connector.supportsSchemas
    if let name = names.first(where: { $0.contains(".") != hasSchemas }) {
      throw CommandFailure(
        hasSchemas
          ? "line \(list.line) of `\(file)`: `\(key)` names `\(name)` without its database schema"
          : "line \(list.line) of `\(file)`: `\(key)` names `\(name)` with a database schema, and "
            + "\(connector.displayName) has none",
        code: hasSchemas ? "P3024" : "P3023",
        help: hasSchemas
          ? "write `\(connector == .sqlserver ? "dbo" : "public").\(name)`, or the schema that it is in"
          : "leave out what stands before the dot")
    }
    return Set(names)
  }

  /// What is run on an empty database before the migrations: `migrations.initShadowDb`. Nil without one,
  /// and where it would have to be evaluated.
  var initialScript: MigrationScript? {
    initShadowDatabase?.value?.text { _ in nil }.map { text in
      MigrationScript(
        migration: "migrations.initShadowDb", path: "\(FilePath.name(of: path)): initShadowDb",
        bytes: Array(text.utf8))
    }
  }
}
