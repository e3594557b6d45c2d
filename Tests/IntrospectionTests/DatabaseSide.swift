import Migration
import SchemaModel
import SchemaParser

@testable import Introspection

/// Structures of databases, for tests: made from schemas, as if the schema had been created.
enum DatabaseSide {
  /// The schema of files.
  static func schema(_ files: [(path: String, text: String)], version: PrismaVersion = .seven)
    -> Schema
  {
    var schema = Schema()
    _ = schema.update(
      files: files.map { file in
        SourceFile(
          path: file.path,
          tree: SyntaxTree.parsed(Array(file.text.utf8), dialect: version.dialect))
      }, version: version)
    return schema
  }

  /// The structure that a database has when `schema` is created in it: sorted by names, with the
  /// precisions that PostgreSQL gives types without one.
  static func database(
    _ schema: Schema, profile: SQLProfile = .sevenTen
  ) -> SQLSchema? {
    guard let written = SQLSchema(schema, profile: profile) else { return nil }
    var database = SQLSchema(dialect: written.dialect, origin: .database)
    func precedes(_ left: QualifiedName, _ right: QualifiedName) -> Bool {
      left.namespace == right.namespace
        ? bytes(left.name, right.name) : bytes(left.namespace, right.namespace)
    }
    database.namespaces = written.namespaces
    database.enums = written.enums.sorted { precedes($0.name, $1.name) }
    database.extensions = written.extensions
    database.tables = written.tables.sorted { precedes($0.name, $1.name) }.map { table in
      var table = table
      table.indexes.sort { bytes($0.name, $1.name) }
      table.foreignKeys.sort { bytes($0.name, $1.name) }
      for index in table.columns.indices {
        table.columns[index].hasClientDefault = false
        if let native = table.columns[index].type.native, table.columns[index].arity != .list {
          table.columns[index].type = .native(declared(native))
        }
        switch table.columns[index].defaultValue {
        case .value(.dateTime(let text))?:
          table.columns[index].defaultValue = .dbGenerated("'\(text)'")
        case .dbGenerated(nil)?: table.columns[index].defaultValue = nil
        default: break
        }
      }
      return table
    }
    return database
  }

  private static func bytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The type as PostgreSQL's catalogue has it.
  private static func declared(_ type: SQLNativeType) -> SQLNativeType {
    guard type.arguments.isEmpty else { return type }
    switch type.name {
    case "Timestamp", "Timestamptz", "Time", "Timetz":
      return SQLNativeType(name: type.name, arguments: ["6"])
    case "Char", "Bit": return SQLNativeType(name: type.name, arguments: ["1"])
    default: return type
    }
  }
}
