import Diagnostics
import SchemaModel
import SchemaParser

/// Fields in the lists of `@@id`, `@@unique`, `@@index` and `@@fulltext`.
extension ArgumentCompletion {
  /// - Parameter list: the list, nil when there is none yet.
  func indexFieldItems(_ list: Level?) -> [CompletionItem] {
    guard let model, !isInQuotes else { return [] }
    let used = Set(list.map { otherNames(in: $0) } ?? [])
    if !word.path.isEmpty { return compositeFieldItems(used) }
    let foreignKeys = Set(
      model.relationFields.flatMap { model.fields[$0].relation?.fields?.fields ?? [] })
    var items: [CompletionItem] = []
    for field in model.fields where field.isScalar {
      if case .composite(let id) = field.type {
        items += paths(into: id, behind: field.name, used)
      }
      guard !used.contains(field.name), let text = entryText(for: field) else { continue }
      let rank: CompletionItem.Rank =
        foreignKeys.contains(field.index) ? .likely : isUniqueAlone(field) ? .rare : .usual
      var item = item(
        field.name, .field, text: isFollowedByParenthesis ? nil : text,
        detail: field.typeDescription, subject: .member(field.name, of: model.name), rank: rank)
      // MongoDB's id is unique anyway: only together with another field is it something new.
      item.needsMore =
        connector == .mongodb && attribute == "@@unique" && used.isEmpty
        && model.primaryKey?.fields.map(\.field) == [field.index]
      items.append(item)
    }
    return items
  }

  /// Whether the field alone identifies a row, so that an index over it is of little use.
  private func isUniqueAlone(_ field: Field) -> Bool {
    guard let model else { return false }
    return model.primaryKey.map { $0.fields.count == 1 && $0.fields[0].field == field.index }
      ?? false || model.isUnique([field.index])
  }

  /// What stands for a field in the list, with the arguments that it needs there; nil when it can't stand
  /// there at all.
  private func entryText(for field: Field) -> CompletionText? {
    if attribute == "@@id", field.arity != .required, model?.isIgnored == false { return nil }
    if attribute != "@@index", attribute != "@@fulltext", case .composite = field.type {
      return nil
    }
    switch connector {
    case .postgresql: return postgresText(for: field)
    case .cockroachdb: return method.canHold(field) ? CompletionText(field.name) : nil
    case .mysql:
      guard attribute != "@@fulltext" else {
        return field.type.scalar == .string ? CompletionText(field.name) : nil
      }
      return field.needsLengthOnMySQL
        ? "\(field.name)(length: \(stop: "100"))" : CompletionText(field.name)
    case .sqlserver:
      if field.isHeapOfSQLServer || attribute == "@@id" && field.type.scalar == .bytes {
        return nil
      }
      return CompletionText(field.name)
    case .sqlite, .mongodb, .none: return CompletionText(field.name)
    }
  }

  private func postgresText(for field: Field) -> CompletionText? {
    if field.nativeType?.name == "Xml" { return nil }
    guard attribute == "@@index" else { return CompletionText(field.name) }
    switch OperatorClasses.problem(
      of: field, isCompositePath: false, operatorClass: nil, method: method)
    {
    case nil where method == .gist && field.type.scalar == .string: return nil
    case nil: return CompletionText(field.name)
    case .noDefaultClass:
      guard let first = OperatorClasses.classes(for: field, method: method).first else {
        return nil
      }
      return CompletionText("\(field.name)(ops: \(first))")
    case .unsupportedField where method == .gin && field.type.scalar == .string:
      return CompletionText("\(field.name)(ops: raw(\"gin_trgm_ops\"))")
    default: return nil
    }
  }

  /// The `type` of the index.
  var method: Index.Method {
    text(ofArgument: "type").flatMap { Index.Method(rawValue: $0) } ?? .bTree
  }

  // MARK: Composite types

  /// Paths into a composite type, without the names before them.
  private func paths(
    into id: BlockID, behind path: String, _ used: Set<String>, depth: Int = 2
  ) -> [CompletionItem] {
    guard attribute != "@@id", let type = schema.compositeType(id) else { return [] }
    var items: [CompletionItem] = []
    let start = path.isEmpty ? "" : path + "."
    let before = word.path.isEmpty ? "" : word.path.joined(separator: ".") + "."
    for field in type.fields where field.isScalar {
      let label = start + field.name
      if case .composite(let next) = field.type {
        if depth > 1 { items += paths(into: next, behind: label, used, depth: depth - 1) }
        if attribute == "@@unique" { continue }
      }
      if used.contains(before + label) { continue }
      items.append(
        item(
          label, .field, detail: field.typeDescription,
          subject: .member(field.name, of: type.name)))
    }
    return items
  }

  /// The fields of the composite type that the path before the cursor leads to.
  private func compositeFieldItems(_ used: Set<String>) -> [CompletionItem] {
    guard let field = indexedField(word.path.joined(separator: ".")),
      case .composite(let id) = field.type
    else { return [] }
    return paths(into: id, behind: "", used)
  }

  // MARK: Arguments of an entry

  /// The names and values of the arguments in `title(sort: Desc)`.
  ///
  /// - Parameter level: the index of its parentheses in ``levels``.
  func indexFieldArgumentItems(level: Int) -> [CompletionItem] {
    guard levels.indices.contains(level), !isView, levels[level].bracket.kind == .arguments else {
      return []
    }
    let call = levels[level]
    let field = indexedField(call.bracket.callee)
    if levels.count > level + 1 {
      return call.entry.name == "ops" && levels.count == level + 2
        ? rawOperatorClassItems(field) : []
    }
    let parameters = LanguageReference.indexFieldParameters(of: attribute, in: configuration)
      .filter { isPossible($0, field) }
    if place.call.isName {
      let given = Set(
        call.bracket.entries.enumerated().filter { $0.offset != call.entryIndex }
          .compactMap(\.element.name))
      return parameters.filter { !given.contains($0.name) }.map { parameter in
        item(
          parameter.name, .argument,
          text: isFollowedByColon
            ? CompletionText(parameter.name)
            : "\(parameter.name): \(choice(of: argumentValues(parameter, field)))",
          detail: parameter.value.typeName)
      } + otherOrder(call)
    }
    guard let parameter = parameters.first(where: { $0.name == call.entry.name }) else {
      return []
    }
    return argumentValues(parameter, field)
  }

  /// The other order, in place of the one that the entry has.
  private func otherOrder(_ call: Level) -> [CompletionItem] {
    guard !isFollowedByColon, !isInQuotes, word.prefix.isEmpty || call.entry.value.count == 1,
      let given = call.bracket.entries.first(where: { $0.name == "sort" }),
      let range = scan.valueRange(given), given.range != call.entry.range,
      let order = IndexField.Sort(rawValue: scan.text(range))
    else { return [] }
    let other: IndexField.Sort = order == .ascending ? .descending : .ascending
    var item = item(
      "sort: \(other.rawValue)", .argument, text: CompletionText(scan.text(word.range)),
      detail: "in place of \(order.rawValue)", subject: .value(other.rawValue, of: "sort"),
      rank: .last)
    item.filterText = "sort"
    item.additionalEdits = [TextEdit(range: range, replacement: other.rawValue)]
    if let comma = danglingComma {
      item.additionalEdits.append(TextEdit(range: comma, replacement: ""))
    }
    item.additionalEdits.sort { $0.range.start < $1.range.start }
    return [item]
  }

  private func argumentValues(
    _ parameter: ReferenceParameter, _ field: Field?
  ) -> [CompletionItem] {
    switch parameter.value {
    case .sortOrder: return sortOrderItems()
    case .operatorClass: return operatorClassItems(field)
    case .integer(let range): return integerItems(parameter, range)
    default: return []
    }
  }

  private func isPossible(_ parameter: ReferenceParameter, _ field: Field?) -> Bool {
    switch parameter.name {
    case "sort": method != .hash
    case "length": field?.type.hasIndexablePrefix ?? true
    default: true
    }
  }

  /// The field that an entry of the list names, in composite types too.
  private func indexedField(_ path: String) -> Field? {
    let parts = path.split(separator: ".")
    guard let first = parts.first, var field = model?.field(Name(String(first))) else {
      return nil
    }
    for part in parts.dropFirst() {
      guard case .composite(let id) = field.type, let type = schema.compositeType(id),
        let index = type.fieldIndex(Name(String(part)))
      else { return nil }
      field = type.fields[index]
    }
    return field
  }

  /// Operator classes that go with the type of the index and of the field.
  private func operatorClassItems(_ field: Field?) -> [CompletionItem] {
    if isInQuotes { return [] }
    let names = field.map { OperatorClasses.classes(for: $0, method: method) } ?? []
    let raw = item(
      "raw()", .function,
      text: isFollowedByParenthesis ? "raw" : "raw(\"\(stop: "")\")",
      detail: "any other operator class", subject: .function("raw"), rank: .rare)
    return names.map { item($0, .value, subject: .value($0, of: "ops")) } + [raw]
  }

  /// Operator classes of PostgreSQL that the language does not know.
  private func rawOperatorClassItems(_ field: Field?) -> [CompletionItem] {
    guard connector == .postgresql, levels.last?.bracket.callee == "raw", let field,
      place.call.isName || isInQuotes
    else { return [] }
    let names: [String] =
      switch (method, field.type.scalar) {
      case (.gin, .string): ["gin_trgm_ops"]
      case (.gist, .string): ["gist_trgm_ops"]
      case (.bTree, .string): ["text_pattern_ops", "varchar_pattern_ops"]
      case (.gin, .json): ["jsonb_path_ops", "jsonb_ops"]
      default: []
      }
    return names.map { stringItem($0, .value) }
  }

  // MARK: Types of indexes

  /// Values of `type` that can hold all fields of the list.
  func indexMethodItems() -> [CompletionItem] {
    guard !isInQuotes, let outermost = levels.first else { return [] }
    let list = outermost.bracket.entries.first { $0.name == nil || $0.name == "fields" }
    let entries = list?.bracket.map { scan.brackets[$0].entries } ?? []
    let fields = entries.compactMap { fieldName(of: $0).flatMap { indexedField($0) } }
    let hasArguments = entries.contains { $0.bracket != nil }
    return Index.Method.allCases.filter { connector.supports($0) }
      .map { method in
        item(
          method.rawValue, .value, detail: LanguageReference.indexMethod(method).summary,
          subject: .value(method.rawValue, of: "type"),
          rank: canHold(fields, method, hasArguments: hasArguments) ? .usual : .last)
      }.filter { $0.rank != .last || fields.isEmpty || hasArguments }
  }

  private func canHold(
    _ fields: [Field], _ method: Index.Method, hasArguments: Bool
  ) -> Bool {
    if method == .spGist, fields.count > 1 { return false }
    if method == .hash, hasArguments || fields.count > 1 { return false }
    if method == .gist, fields.contains(where: { $0.type.scalar == .string }) { return false }
    return fields.allSatisfy { field in
      if connector == .postgresql {
        return OperatorClasses.problem(
          of: field, isCompositePath: false, operatorClass: nil, method: method) == nil
      }
      return method.canHold(field)
    }
  }
}
