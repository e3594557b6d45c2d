import Migration
import SchemaModel

/// A table or view on its way to a model.
struct PulledTable {
  let name: QualifiedName
  let isView: Bool
  /// The model of the schema at hand.
  let existing: Model?
  /// The name of the model; nil when no name can be made, so that it is commented out.
  var modelName: String?
  /// Why ``modelName`` is not made of the table's name alone.
  var renaming: Renaming?
  var columns: [PulledColumn] = []
  let primaryKey: SQLPrimaryKey?
  /// The indexes that can be written, those of the schema at hand first, in its order.
  var indexes: [SQLIndex] = []
  let foreignKeys: [SQLForeignKey]
  let details: SQLTableDetails
  /// The query of a view.
  let definition: String?
  /// The columns of the keys that a view has in the schema at hand.
  let viewKeys: [[String]]
  /// Whether the client leaves it out.
  var isIgnored = false
  /// Its relation fields, in the order in which they are written.
  var relationFields: [PulledRelationField] = []

  private var columnIndex: [String: Int] = [:]

  /// Why a model is not called like its table.
  enum Renaming { case reserved, duplicate }

  init(_ table: SQLTable, details: SQLTableDetails?, _ atHand: SchemaAtHand) {
    name = table.name
    isView = false
    existing = atHand.models[table.name]
    primaryKey = table.primaryKey
    foreignKeys = table.foreignKeys
    self.details = details ?? SQLTableDetails()
    definition = nil
    viewKeys = []
    take(table.columns, atHand)
    indexes = ordered(table.indexes, atHand)
  }

  init(_ view: SQLView, _ atHand: SchemaAtHand) {
    name = view.name
    isView = true
    existing = atHand.models[view.name]
    primaryKey = nil
    foreignKeys = []
    var details = SQLTableDetails()
    details.comment = view.comment
    details.columnComments = view.columnComments
    self.details = details
    definition = view.definition
    viewKeys =
      existing.map { model in
        model.uniqueCriteria.map { $0.map { model.fields[$0].databaseName } }
      } ?? []
    take(view.columns, atHand)
  }

  private mutating func take(_ columns: [SQLColumn], _ atHand: SchemaAtHand) {
    for column in columns {
      columnIndex[column.name] = self.columns.count
      self.columns.append(
        PulledColumn(
          column: column, existing: existing.flatMap { atHand.field(column.name, of: $0) },
          isOfView: isView))
    }
  }

  /// Those that the schema at hand has, in its order, and then the others.
  private func ordered(_ indexes: [SQLIndex], _ atHand: SchemaAtHand) -> [SQLIndex] {
    guard let existing else { return indexes }
    let places = atHand.indexPlaces(of: existing)
    return indexes.enumerated().sorted { first, second in
      let left = places[first.element.name] ?? Int.max
      let right = places[second.element.name] ?? Int.max
      return (left, first.offset) < (right, second.offset)
    }.map(\.element)
  }

  /// The column of this name in the database.
  func column(named name: String) -> PulledColumn? { columnIndex[name].map { columns[$0] } }

  /// The names of the fields of columns; nil when one of them has none.
  func fieldNames(_ columns: [String]) -> [String]? {
    var names: [String] = []
    for name in columns {
      guard let field = column(named: name)?.name else { return nil }
      names.append(field)
    }
    return names
  }

  /// The columns of its keys: of the primary key and of the unique indexes over all rows.
  var keys: [[String]] {
    var keys = primaryKey.map { [$0.columns.map(\.name)] } ?? []
    for index in indexes where index.kind == .unique && index.predicate == nil {
      keys.append(index.columns.map(\.name))
    }
    return keys
  }

  /// What fields and relations of other models are named after.
  var relationBase: String? { existing?.name ?? IdentifierName.sanitized(name.name) }
  /// `model` or `view`.
  var keyword: String { isView ? "view" : "model" }
}

/// A column on its way to a field.
struct PulledColumn {
  let column: SQLColumn
  /// The field of the schema at hand.
  let existing: Field?
  /// The name of the field; nil when none can be made, so that it is commented out.
  var name: String?
  let arity: SQLColumn.Arity

  init(column: SQLColumn, existing: Field?, isOfView: Bool) {
    self.column = column
    self.existing = existing
    // PostgreSQL takes all columns of views for nullable; whoever wrote the schema knows better.
    let isRequired = isOfView && column.arity == .nullable && existing?.arity == .required
    arity = isRequired ? .required : column.arity
  }
}

/// An enum on its way into the schema.
struct PulledEnum {
  let type: SQLEnum
  /// The enum of the schema at hand.
  let existing: EnumType?
  /// Its name; nil when none can be made, so that it is commented out.
  var name: String?
  var renaming: PulledTable.Renaming?
  /// The name of each label; nil for those that are commented out.
  let valueNames: [String: String]

  init(type: SQLEnum, existing: EnumType?) {
    self.type = type
    self.existing = existing
    var names: [String: String] = [:]
    for value in existing?.values ?? [] {
      names[value.map?.value ?? value.identifier.text] = value.identifier.text
    }
    for label in type.values where names[label] == nil {
      names[label] = label.isEmpty ? "EMPTY_ENUM_VALUE" : IdentifierName.sanitized(label)
    }
    valueNames = names
  }
}

/// A relation field on its way into a model.
struct PulledRelationField {
  let name: String
  /// The place of the related table in ``Pull/tables``.
  let table: Int
  let arity: SQLColumn.Arity
  /// The arguments of `@relation`, empty when it is not written.
  let arguments: [String]
  /// The field of the schema at hand.
  let existing: Field?
}
