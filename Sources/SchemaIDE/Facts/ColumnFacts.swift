import Migration
import SchemaModel
import SchemaParser

extension Schema {
  /// The type of a field's column in the database's own words: `varchar(100)`, `timestamp(3)[]`; nil for
  /// relations and where it isn't known.
  public func columnType(of field: Field) -> String? {
    let connector = configuration.connector
    let element: String
    switch field.type {
    case .scalar(let scalar) where connector == .sqlite: element = scalar.sqliteType
    case .scalar(let scalar):
      if let use = field.nativeType {
        guard let page = LanguageReference.nativeType(named: use.name, on: connector) else {
          return nil
        }
        element = page.sqlType(arguments: use.arguments.map(\.text))
      } else {
        guard let written = connector.defaultNativeType(of: scalar),
          let type = columnType(written: written)
        else { return nil }
        element = type
      }
    case .enumeration(let id):
      switch connector {
      case .postgresql, .cockroachdb: element = enumeration(id)?.databaseName ?? field.typeName
      case .mysql: element = "enum"
      case .sqlite: element = "TEXT"
      default: return nil
      }
    case .unsupported: element = field.typeName
    case .composite, .model, .unresolved: return nil
    }
    return field.arity == .list ? element + "[]" : element
  }

  /// The database's words for a native type as it would be written behind `@db.`, such as
  /// `Timestamp(3)`.
  private func columnType(written: String) -> String? {
    let name = written.prefix { $0 != "(" }
    let arguments = written.dropFirst(name.count).drop { $0 == "(" }.prefix { $0 != ")" }
    return LanguageReference.nativeType(named: String(name), on: configuration.connector)?
      .sqlType(arguments: arguments.split(separator: ",").map { String($0.drop { $0 == " " }) })
  }
}

extension Model {
  /// The indexes that hold a field, in their order.
  public func indexes(holding field: Field) -> [Index] {
    indexes.filter { index in index.fields.contains { $0.field == field.index } }
  }

  /// The relation fields whose foreign key holds a field, in their order.
  public func relationFields(holding field: Field) -> [Field] {
    relationFields.compactMap { index in
      guard fields.indices.contains(index),
        fields[index].relation?.fields?.fields.contains(field.index) == true
      else { return nil }
      return fields[index]
    }
  }

  /// Whether the primary key holds a field.
  public func isInPrimaryKey(_ field: Field) -> Bool {
    primaryKey?.fields.contains { $0.field == field.index } == true
  }
}
