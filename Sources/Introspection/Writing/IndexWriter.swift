import Migration
import SchemaModel
import SchemaParser

/// Writes `@id`, `@unique` and their like.
struct IndexWriter {
  private let pull: Pull
  private var names: ConstraintNames

  init(_ pull: Pull) {
    self.pull = pull
    names = ConstraintNames(connector: pull.connector)
  }

  /// The attributes of keys and indexes: those of single fields, by their columns, and those of the block.
  struct Attributes {
    var fields: [String: [String]] = [:]
    var block: [String] = []
  }

  /// The attributes of a model.
  mutating func attributes(of table: PulledTable, _ warnings: inout PullWarnings) -> Attributes {
    var result = Attributes()
    if table.isView {
      takeViewKeys(of: table, into: &result)
      return result
    }
    takePrimaryKey(of: table, into: &result, &warnings)
    var uniqueColumns: Set<String> = []
    for index in table.indexes {
      if index.predicate != nil, !pull.writesPartialIndexes {
        warnings.add(.partialIndexes, table.modelName ?? table.name.name, index.name)
        continue
      }
      guard let fields = table.fieldNames(index.columns.map(\.name)), !fields.isEmpty else {
        continue
      }
      if index.kind == .unique, fields.count == 1, let column = index.columns.first {
        // The language has one `@unique` a field.
        guard uniqueColumns.insert(column.name).inserted else { continue }
        var arguments: [String] = []
        appendName(of: index, in: table, to: &arguments)
        if column.sort == .descending { arguments.append("sort: Desc") }
        appendPredicate(of: index, in: table, to: &arguments)
        result.fields[column.name, default: []].append(Self.attribute("@unique", arguments))
        continue
      }
      result.block.append(blockAttribute(index, fields, of: table))
    }
    return result
  }

  private mutating func takePrimaryKey(
    of table: PulledTable, into result: inout Attributes, _ warnings: inout PullWarnings
  ) {
    guard let key = table.primaryKey, let fields = table.fieldNames(key.columns.map(\.name)),
      let column = key.columns.first
    else { return }
    var arguments: [String] = []
    let isSingle = fields.count == 1
    if !isSingle {
      arguments.append("[\(fields.joined(separator: ", "))]")
      if let name = table.existing?.primaryKey?.name {
        arguments.append("name: \"\(StringLiteral.escaped(name.value))\"")
        warnings.add(.keptKeyNames, table.modelName ?? table.name.name)
      }
    }
    _ = names.constraint(.primaryKey, ofTable: table.name.name, columns: [])
    if key.name != names.text { arguments.append("map: \"\(StringLiteral.escaped(key.name))\"") }
    if isSingle {
      result.fields[column.name, default: []].append(Self.attribute("@id", arguments))
    } else {
      result.block.append(Self.attribute("@@id", arguments))
    }
  }

  /// A view has the keys that the schema at hand gives it: the database knows none.
  private func takeViewKeys(of view: PulledTable, into result: inout Attributes) {
    guard let model = view.existing else { return }
    for columns in view.viewKeys {
      guard let fields = view.fieldNames(columns) else { continue }
      let isPrimary =
        model.primaryKey?.fields.map { model.fields[$0.field].databaseName } == columns
      if fields.count == 1, let column = columns.first {
        result.fields[column, default: []].append(isPrimary ? "@id" : "@unique")
        continue
      }
      var arguments = ["[\(fields.joined(separator: ", "))]"]
      let name =
        isPrimary
        ? model.primaryKey?.name
        : model.indexes.first { index in
          index.kind == .unique
            && index.fields.map { model.fields[$0.field].databaseName } == columns
        }?.name
      if let name { arguments.append("name: \"\(StringLiteral.escaped(name.value))\"") }
      result.block.append(Self.attribute(isPrimary ? "@@id" : "@@unique", arguments))
    }
  }

  private mutating func blockAttribute(
    _ index: SQLIndex, _ fields: [String], of table: PulledTable
  ) -> String {
    let isUnique = index.kind == .unique
    let entries = zip(fields, index.columns).map { field, column in
      var arguments: [String] = []
      if !isUnique, let operators = operatorClass(of: column, index.method) {
        arguments.append("ops: \(operators)")
      }
      if column.sort == .descending { arguments.append("sort: Desc") }
      return arguments.isEmpty ? field : "\(field)(\(arguments.joined(separator: ", ")))"
    }
    var arguments = ["[\(entries.joined(separator: ", "))]"]
    if isUnique, let model = table.existing,
      let name = pull.atHand.index(index.name, of: model)?.name
    {
      arguments.append("name: \"\(StringLiteral.escaped(name.value))\"")
    }
    appendName(of: index, in: table, to: &arguments)
    if !isUnique, index.method != .bTree {
      arguments.append("type: \(Self.name(of: index.method))")
    }
    appendPredicate(of: index, in: table, to: &arguments)
    return Self.attribute(isUnique ? "@@unique" : "@@index", arguments)
  }

  private mutating func appendName(
    of index: SQLIndex, in table: PulledTable, to arguments: inout [String]
  ) {
    _ = names.constraint(
      index.kind == .unique ? .unique : .index, ofTable: table.name.name,
      columns: index.columns.map(\.name))
    if index.name != names.text {
      arguments.append("map: \"\(StringLiteral.escaped(index.name))\"")
    }
  }

  private func appendPredicate(
    of index: SQLIndex, in table: PulledTable, to arguments: inout [String]
  ) {
    guard let predicate = index.predicate else { return }
    arguments.append("where: raw(\"\(StringLiteral.escaped(predicate))\")")
  }

  /// The operator class as it is written, nil for the one that the method takes by itself.
  private func operatorClass(of column: SQLIndexColumn, _ method: SQLIndex.Method) -> String? {
    guard let name = column.operatorClass, !column.isDefaultOperatorClass else { return nil }
    if let known = Self.operatorClasses[name],
      OperatorClasses.methods(of: known).contains(where: {
        $0.rawValue.uppercased() == method.rawValue
      })
    {
      return known
    }
    return "raw(\"\(StringLiteral.escaped(name))\")"
  }

  /// The operator classes of the language, by their names in SQL.
  private static let operatorClasses = Dictionary(
    OperatorClasses.all.map { (OperatorClassNames.sql(of: $0), $0) },
    uniquingKeysWith: { first, _ in first })

  private static func name(of method: SQLIndex.Method) -> String {
    switch method {
    case .bTree: "BTree"
    case .hash: "Hash"
    case .gist: "Gist"
    case .gin: "Gin"
    case .spGist: "SpGist"
    case .brin: "Brin"
    }
  }

  private static func attribute(_ name: String, _ arguments: [String]) -> String {
    arguments.isEmpty ? name : "\(name)(\(arguments.joined(separator: ", ")))"
  }
}
