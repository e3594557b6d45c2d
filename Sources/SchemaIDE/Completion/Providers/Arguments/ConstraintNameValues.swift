import SchemaFormatter
import SchemaModel
import SchemaParser

/// Names of constraints for `map`: the one that the constraint has without it, then a free one.
extension ArgumentCompletion {
  func constraintNameItems() -> [CompletionItem] {
    guard let name = defaultConstraintName else { return [] }
    return [stringItem(name, .text, detail: "the default name", rank: .first), ownNameItem]
  }

  private var defaultConstraintName: String? {
    guard let model, !isView else { return nil }
    var names = ConstraintNames(connector: connector)
    switch attribute {
    case "@id", "@@id": _ = names.primaryKey(of: model)
    case "@unique", "@default":
      guard let field else { return nil }
      _ = names.constraint(
        attribute == "@unique" ? .unique : .defaultValue, of: model, columns: [column(of: field)])
    case "@@unique", "@@index", "@@fulltext":
      guard let columns = indexedColumns, !columns.isEmpty else { return nil }
      _ = names.constraint(
        attribute == "@@unique" ? .unique : .index, of: model, columns: columns)
    case "@relation":
      let fields = (self.names(inArgument: "fields") ?? []).map { model.fieldIndex(Name($0)) }
      guard !fields.isEmpty, fields.allSatisfy({ $0 != nil }) else { return nil }
      _ = names.foreignKey(of: model, fields: fields.compactMap(\.self))
    default: return nil
    }
    return names.text
  }

  /// The name of the column of the line that is being typed.
  private func column(of field: TypedField) -> String {
    guard let map = field.line.attributes.first(where: { $0.name == "map" }),
      let arguments = map.arguments, let entry = scan.brackets[arguments].entries.first
    else { return field.name }
    let text = scan.text(entry)
    return text.count > 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
      ? String(text.dropFirst().dropLast()) : field.name
  }

  /// The columns of the fields in the list, nil when one of them does not exist.
  private var indexedColumns: [String]? {
    var columns: [String] = []
    for path in names(inArgument: "fields") ?? [] {
      let parts = path.split(separator: ".").map(String.init)
      guard let first = parts.first, var field = model?.field(Name(first)), field.isScalar else {
        return nil
      }
      columns.append(field.databaseName)
      for part in parts.dropFirst() {
        guard case .composite(let id) = field.type, let type = schema.compositeType(id),
          let index = type.fieldIndex(Name(part))
        else { return nil }
        field = type.fields[index]
        columns.append(field.databaseName)
      }
    }
    return columns
  }

  /// Names in the client for `name`: those of the fields, joined.
  func clientNameItems() -> [CompletionItem] {
    guard let model, let fields = names(inArgument: "fields"), fields.count > 1 else { return [] }
    let joined = fields.joined(separator: "_").split { $0 == "." || $0 == "_" }.map(String.init)
    guard let first = joined.first else { return [] }
    let name = first + joined.dropFirst().map(\.withUppercaseInitial).joined()
    let isFree =
      model.field(Name(name)) == nil && model.primaryKey?.name?.value != name
      && !model.indexes.contains { $0.name?.value == name }
      && name.utf8.allSatisfy(\.isWordOfClientName)
    return isFree ? [stringItem(name, .text, rank: .first)] : []
  }
}

extension UInt8 {
  /// Whether it can stand in the name of a compound unique.
  fileprivate var isWordOfClientName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
