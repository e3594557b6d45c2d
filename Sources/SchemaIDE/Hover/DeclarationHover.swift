import SchemaModel
import SchemaParser

extension HoverPlace {
  /// The most lines of a list or table: what is larger can't be taken in at a glance.
  static let lineLimit = 40

  // MARK: Models

  /// A model or view: its table, columns and indexes, and the SQL that makes them.
  func modelText(_ model: Model) -> MarkdownText {
    var text = MarkdownText()
    text.addCode("\(model.keyword) \(model.name)")
    if let documentation = model.block.declarationDocumentation { text.add(documentation) }
    text.add(tableSentence(model))
    let columns = model.fields.filter(\.isScalar)
    if !columns.isEmpty {
      text.addTable(
        [columnTitle, "Type", ""],
        columns.prefix(Self.lineLimit).map { column in
          [
            MarkdownText.code(column.databaseName),
            MarkdownText.code(schema.columnType(of: column) ?? column.typeDescription),
            columnNotes(column, of: model),
          ]
        })
      if columns.count > Self.lineLimit {
        text.add("… and \(columns.count - Self.lineLimit) more")
      }
    }
    text.addList(keys(of: model))
    if let statements = tableStatements(model) { text.addCode(statements, language: "sql") }
    return text
  }

  private var columnTitle: String { connector == .mongodb ? "Field" : "Column" }

  private func tableSentence(_ model: Model) -> String {
    let name = qualified(model.databaseName, in: model.schema)
    let kind = model.isView ? "View" : connector == .mongodb ? "Collection" : "Table"
    return "\(kind) \(name)\(model.isIgnored ? ", left out of the client" : "")"
  }

  /// The name of a table or type with its schema.
  func qualified(_ name: String, in schema: SchemaName?) -> String {
    let name = MarkdownText.code(name)
    return schema.map { "\(MarkdownText.code($0.value)).\(name)" } ?? name
  }

  private func columnNotes(_ field: Field, of model: Model) -> String {
    var notes: [String] = []
    if let key = model.primaryKey, model.isInPrimaryKey(field) {
      notes.append(key.fields.count == 1 ? "primary key" : "part of the primary key")
    }
    if model.isUnique([field.index]) { notes.append("unique") }
    if field.arity == .optional { notes.append("optional") }
    if let value = field.defaultValue {
      notes.append("default \(MarkdownText.code(abbreviated(value.value.text)))")
    }
    let relations = model.relationFields(holding: field).compactMap { relation in
      relation.type.modelID.map { schema.declarationName($0) }
    }
    if let target = relations.first { notes.append("refers to \(MarkdownText.code(target))") }
    return notes.joined(separator: ", ")
  }

  /// The keys, indexes and foreign keys that concern several columns, or have a name worth knowing.
  private func keys(of model: Model) -> [String] {
    var items: [String] = []
    if let key = model.primaryKey {
      let name = schema.constraintName(ofPrimaryKey: key, in: model).map {
        " \(MarkdownText.code($0.name))"
      }
      items.append("Primary key\(name ?? ""): \(list(key.fields, of: model))")
    }
    for index in model.indexes where !index.fields.isEmpty {
      items.append(sentence(index, of: model))
    }
    for index in model.relationFields where model.fields.indices.contains(index) {
      let field = model.fields[index]
      guard let fields = field.relation?.fields?.fields, !fields.isEmpty else { continue }
      let name = schema.foreignKeyName(of: field, in: model).map {
        " \(MarkdownText.code($0.name))"
      }
      let target = field.type.modelID.map { schema.declarationName($0) } ?? field.typeName
      let references = field.relation?.references?.fields.map(\.text) ?? []
      let columns = fields.filter(model.fields.indices.contains).map {
        MarkdownText.code(model.fields[$0].name)
      }.joined(separator: ", ")
      items.append(
        "Foreign key\(name ?? ""): \(columns) → "
          + MarkdownText.code("\(target).\(references.joined(separator: ", "))"))
    }
    if items.count > Self.lineLimit {
      items = Array(items.prefix(Self.lineLimit)) + ["… and \(items.count - Self.lineLimit) more"]
    }
    return items
  }

  /// An index: what it is, its name, its fields.
  func sentence(_ index: Index, of model: Model) -> String {
    let kind =
      switch index.kind {
      case .unique: "Unique"
      case .index: "Index"
      case .fulltext: "Full-text index"
      }
    let name = schema.constraintName(of: index, in: model).map { " \(MarkdownText.code($0.name))" }
    let method = index.method.map { ", \(MarkdownText.code($0.rawValue))" } ?? ""
    let partial = index.whereRange == nil ? "" : ", of some rows"
    return "\(kind)\(name ?? ""): \(list(index.fields, of: model))\(method)\(partial)"
  }

  /// The fields of a key or index.
  private func list(_ entries: [IndexField], of model: Model) -> String {
    entries.map { entry in
      let path = MarkdownText.code(model.path(of: entry, in: schema))
      return entry.sort == .descending ? "\(path) descending" : path
    }.joined(separator: ", ")
  }

  // MARK: Enums

  /// An enum: its values.
  func enumText(_ type: EnumType) -> MarkdownText {
    var text = MarkdownText()
    var lines = type.values.prefix(Self.lineLimit).map { value in
      value.map.map { "  \(value.identifier.text) @map(\(StringLiteral.quoted($0.value)))" }
        ?? "  \(value.identifier.text)"
    }
    if type.values.count > Self.lineLimit {
      lines.append("  // … and \(type.values.count - Self.lineLimit) more")
    }
    text.addCode((["enum \(type.name) {"] + lines + ["}"]).joined(separator: "\n"))
    if let documentation = type.block.declarationDocumentation { text.add(documentation) }
    if type.map != nil || type.schema != nil {
      text.add("Type \(qualified(type.databaseName, in: type.schema)) in the database")
    }
    return text
  }

  /// A value of an enum.
  func enumValueText(_ name: String, of id: BlockID) -> MarkdownText {
    var text = MarkdownText()
    guard let block = schema.block(of: id) else { return text }
    guard let member = member(.enumValue, named: name, in: block) else { return text }
    text.addCode(line(member))
    if let documentation = block.memberDocumentation(member) { text.add(documentation) }
    let value = schema.enumeration(id)?.values.last { $0.identifier.text == name }
    let mapped = value?.map.map { ", in the database \(MarkdownText.code($0.value))" } ?? ""
    text.add("Value of \(MarkdownText.code(schema.declarationName(id)))\(mapped)")
    return text
  }

  // MARK: Composite types

  /// A composite type: its fields.
  func compositeTypeText(_ type: CompositeType) -> MarkdownText {
    var text = MarkdownText()
    var lines = type.fields.prefix(Self.lineLimit).map { "  \($0.name) \($0.typeDescription)" }
    if type.fields.count > Self.lineLimit {
      lines.append("  // … and \(type.fields.count - Self.lineLimit) more")
    }
    text.addCode((["type \(type.name) {"] + lines + ["}"]).joined(separator: "\n"))
    if let documentation = type.block.declarationDocumentation { text.add(documentation) }
    return text
  }

  // MARK: Lines

  /// The last member of this kind and name.
  func member(_ kind: SyntaxKind, named name: String, in block: SyntaxBlock) -> Syntax? {
    guard let declaration = block.declaration else { return nil }
    let bytes = Array(name.utf8)
    var found: Syntax?
    for child in Syntax(block: block, index: declaration).children where child.kind == kind {
      guard let range = child.first(.name)?.range, range.count == bytes.count,
        range.end <= block.bytes.count, block.bytes[range.start..<range.end].elementsEqual(bytes)
      else { continue }
      found = child
    }
    return found
  }

  /// A member as it is written, blanks between its parts reduced to one, without its comment.
  func line(_ member: Syntax) -> String {
    let parts = member.children.filter { !$0.kind.isComment }.map { part in
      var text = part.text[...]
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
    return abbreviated(parts.joined(separator: " "), limit: 400)
  }

  /// A text, cut if it is long.
  func abbreviated(_ text: String, limit: Int = 60) -> String {
    text.count > limit ? text.prefix(limit) + "…" : text
  }
}
