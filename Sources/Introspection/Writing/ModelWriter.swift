import Migration
import SchemaModel
import SchemaParser

/// Writes models and views.
struct ModelWriter {
  let pull: Pull
  private let defaults: DefaultWriter
  private var indexes: IndexWriter

  init(_ pull: Pull) {
    self.pull = pull
    defaults = DefaultWriter(pull: pull)
    indexes = IndexWriter(pull)
  }

  /// A model or view with what stands above it.
  mutating func text(of table: PulledTable, _ warnings: inout PullWarnings) -> String {
    guard let name = table.modelName else {
      warnings.add(.modelsWithoutName, table.name.name)
      return commentedOut(table, named: table.name.name, Notes.noModelName)
    }
    if table.columns.isEmpty {
      warnings.add(.modelsWithoutColumns, name)
      return commentedOut(table, named: name, Notes.noColumns)
    }
    let attributes = indexes.attributes(of: table, &warnings)
    let members = table.existing.map { Documentation.ofMembers(in: $0.block) } ?? [:]
    var lines = documentation(of: table)
    lines.append("\(table.keyword) \(name) {")
    for column in table.columns {
      let own = attributes.fields[column.column.name] ?? []
      let text = field(column, own, of: table)
      if let existing = column.existing {
        lines += members[existing.range.start] ?? []
      } else if column.name == nil {
        lines.append(Notes.noFieldName)
      }
      lines.append(column.name == nil ? "// \(text)" : text)
      warn(of: column, table, &warnings)
    }
    for field in table.relationFields {
      if let existing = field.existing { lines += members[existing.range.start] ?? [] }
      lines.append(text(of: field, in: table))
    }
    lines.append("")
    lines += attributes.block
    if table.existing?.map != nil || name != table.name.name {
      lines.append("@@map(\"\(escaped(table.name.name))\")")
    }
    if table.isIgnored { lines.append("@@ignore") }
    if pull.writesNamespaces { lines.append("@@schema(\"\(escaped(table.name.namespace))\")") }
    lines.append("}")
    warn(of: table, name, &warnings)
    return lines.joined(separator: "\n")
  }

  // MARK: Fields

  private func field(
    _ column: PulledColumn, _ keys: [String], of table: PulledTable
  ) -> String {
    let (type, native) = pull.fieldType(of: column)
    let name = column.name ?? column.column.name
    var parts = [name, type]
    if column.existing?.isUpdatedAt == true,
      pull.scalarType(of: column.column.type) == .dateTime, column.arity != .list
    {
      parts.append("@updatedAt")
    }
    parts += keys
    if let value = defaults.text(of: column) { parts.append("@default(\(value))") }
    if column.existing?.map != nil || column.name != column.column.name {
      parts.append("@map(\"\(escaped(column.column.name))\")")
    }
    if let native { parts.append(native) }
    if column.existing?.isIgnored == true, !table.isIgnored { parts.append("@ignore") }
    return parts.joined(separator: " ")
  }

  private func text(of field: PulledRelationField, in table: PulledTable) -> String {
    let related = pull.tables[field.table]
    var parts = [field.name, (related.modelName ?? "") + Pull.mark(of: field.arity)]
    if !field.arguments.isEmpty {
      parts.append("@relation(\(field.arguments.joined(separator: ", ")))")
    }
    if !table.isIgnored, related.isIgnored || field.existing?.isIgnored == true {
      parts.append("@ignore")
    }
    return parts.joined(separator: " ")
  }

  /// A model that can't be used, for whoever can make something of it.
  private func commentedOut(_ table: PulledTable, named name: String, _ note: String) -> String {
    var lines = ["\(table.keyword) \(name) {"]
    for column in table.columns { lines.append("  " + field(column, [], of: table)) }
    lines.append("}")
    return ([note] + lines.map { "// " + $0.split(separator: "\n").joined(separator: " ") })
      .joined(separator: "\n")
  }

  // MARK: What stands above

  private func documentation(of table: PulledTable) -> [String] {
    var lines = table.existing.map { Documentation.lines(above: $0.block) } ?? []
    func note(_ text: String, _ condition: Bool) {
      if condition, !lines.contains(text) { lines.append(text) }
    }
    let details = table.details
    let isNew = table.existing == nil
    if let name = table.modelName, table.renaming == .reserved {
      note(Notes.reserved(String(name.dropFirst("Renamed".count))), isNew)
    }
    note(Notes.noIdentifier(table.keyword), table.isIgnored && table.existing?.isIgnored != true)
    note(Notes.partitioned, isNew && details.isPartitioned)
    note(Notes.inherited, isNew && details.hasInheritingTables && !details.isPartitioned)
    note(Notes.checks, isNew && !details.checks.isEmpty)
    note(Notes.exclusions, isNew && !details.exclusions.isEmpty)
    note(Notes.rowSecurity, isNew && details.hasRowSecurity)
    note(Notes.deferrable, isNew && !details.deferrableConstraints.isEmpty)
    note(Notes.nullOrders, isNew && !details.nullOrders.isEmpty)
    note(Notes.comments, isNew && (details.comment != nil || !details.columnComments.isEmpty))
    note(Notes.expressionIndexes, !details.expressionIndexes.isEmpty)
    return lines
  }

  private func escaped(_ text: String) -> String { StringLiteral.escaped(text) }
}
