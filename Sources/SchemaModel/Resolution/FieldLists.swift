import SchemaParser

extension ModelResolver {
  /// How the problems of a list of index fields are reported.
  struct IndexListReports {
    let unknown: Problem.Kind
    /// Whether unknown fields are marked at the value, else at the attribute.
    let unknownAtValue: Bool
    let relation: Problem.Kind
    let duplicate: Problem.Kind
    /// The attribute as it is written, among the values of index problems.
    let attribute: String?
  }

  /// One element of a list of index fields.
  private struct Element {
    let path: TextRange
    let sort: IndexField.Sort?
    let length: Int?
    let operatorClass: IndexField.OperatorClass?
  }

  /// Resolves the fields of `@@id`, `@@unique`, `@@index` or `@@fulltext`; nil when one of them can't
  /// be.
  mutating func indexFields(
    _ entry: AttributeArguments.Entry, arguments: AttributeArguments, allowsPaths: Bool,
    reports: IndexListReports
  ) -> [IndexField]? {
    guard let value = arguments.expression(entry) else { return nil }
    let elements = value.elements
    var list: [IndexField] = []
    var seen = SeenNames()
    var unknown: [String] = []
    var relations: [String] = []
    var relationFields: [Int] = []
    for expression in elements {
      guard let element = element(expression) else { continue }
      let path = block.text(element.path)
      guard let (field, composite) = resolvePath(element.path, allowsPaths: allowsPaths) else {
        unknown.append(path)
        continue
      }
      // A path through a field of an unknown type ends in the field, as a relation field does.
      guard fields[field].isScalar else {
        relations.append(path)
        relationFields.append(field)
        continue
      }
      if !seen.insert(block.name(element.path)) {
        problems.append(
          Problem(
            reports.duplicate, at: arguments.range,
            [path] + (reports.attribute.map { [$0] } ?? []) + [modelName]))
        return nil
      }
      list.append(
        IndexField(
          field: field, compositePath: composite, sort: element.sort, length: element.length,
          operatorClass: element.operatorClass))
    }
    let attribute = reports.attribute.map { [$0] } ?? []
    if !unknown.isEmpty {
      problems.append(
        Problem(
          reports.unknown, at: reports.unknownAtValue ? value.range : arguments.range,
          [unknown.joined(separator: ", ")] + attribute + [modelName]))
    }
    if !relations.isEmpty {
      problems.append(
        Problem(
          reports.relation, at: arguments.range,
          [relations.joined(separator: ", ")] + attribute
            + [modelName, scalarFields(of: relationFields)]))
    }
    return unknown.isEmpty && relations.isEmpty ? list : nil
  }

  /// The scalar fields that stand behind relation fields, joined.
  private func scalarFields(of relationFields: [Int]) -> String {
    relationFields.flatMap { fields[$0].relation?.fields?.fields ?? [] }
      .map { fields[$0].name }.joined(separator: ", ")
  }

  /// Walks a path from the model into composite types; nil when a part of it does not exist.
  private func resolvePath(
    _ range: TextRange, allowsPaths: Bool
  ) -> (field: Int, composite: [CompositeFieldReference])? {
    let bytes = block.bytes
    guard range.end <= bytes.count else { return nil }
    guard bytes[range.start..<range.end].contains(UInt8(ascii: ".")) else {
      return declaration.lookup[block.name(range)].map { ($0, []) }
    }
    guard allowsPaths else { return nil }
    var start = range.start
    var first: Int?
    var type = FieldType.unresolved
    var composite: [CompositeFieldReference] = []
    while start <= range.end {
      let end = bytes[start..<range.end].firstIndex(of: UInt8(ascii: ".")) ?? range.end
      let part = block.name(TextRange(start, end))
      if first == nil {
        guard let field = declaration.lookup[part] else { return nil }
        first = field
        type = fields[field].type
      } else {
        if type == .unresolved, let first { return (first, composite) }
        guard case .composite(let id) = type, let target = context.declarations[id.index],
          let field = target.lookup[part]
        else { return nil }
        composite.append(CompositeFieldReference(type: id, field: field))
        type = context.type(of: target.fields[field])
      }
      start = end + 1
    }
    return first.map { ($0, composite) }
  }

  private mutating func element(_ expression: ExpressionSyntax) -> Element? {
    switch expression.kind {
    case .constant:
      return Element(path: expression.range, sort: nil, length: nil, operatorClass: nil)
    case .functionCall:
      guard let path = expression.syntax.first(.path) else { return nil }
      var sort: IndexField.Sort?
      var length: Int?
      var operatorClass: IndexField.OperatorClass?
      for argument in expression.arguments {
        guard let name = argument.name?.text, let value = argument.value else { continue }
        switch name {
        case "sort": sort = self.sort(value, argument: argument)
        case "length":
          if value.kind == .number, let number = Int(value.text) {
            length = number < 0 ? nil : number
          } else {
            problems.append(.mismatch(value, expected: "a whole number"))
          }
        case "ops": operatorClass = self.operatorClass(value, argument: argument)
        default: break
        }
      }
      return Element(path: path.range, sort: sort, length: length, operatorClass: operatorClass)
    default:
      problems.append(
        Problem(
          .indexFieldElementInvalid, at: expression.range,
          [Problem.describe(expression.kind), Problem.abbreviated(expression.text)]))
      return nil
    }
  }

  private mutating func sort(
    _ value: ExpressionSyntax, argument: ArgumentSyntax
  ) -> IndexField.Sort? {
    guard value.kind == .constant else {
      problems.append(.mismatch(value, expected: "a constant"))
      return nil
    }
    let sort = IndexField.Sort(rawValue: value.text)
    if sort == nil {
      problems.append(Problem(.indexFieldSortInvalid, at: argument.range, [value.text]))
    }
    return sort
  }

  private mutating func operatorClass(
    _ value: ExpressionSyntax, argument: ArgumentSyntax
  ) -> IndexField.OperatorClass? {
    switch value.kind {
    case .constant:
      if !OperatorClasses.methods(of: value.text).isEmpty { return .named(value.text) }
      problems.append(Problem(.indexOpsUnknown, at: value.range, [value.text]))
    case .functionCall:
      guard value.functionName == "raw" else {
        problems.append(
          Problem(.indexOpsUnknown, at: value.range, [Problem.abbreviated(value.text)]))
        return nil
      }
      let arguments = value.arguments
      guard arguments.count == 1, let first = arguments.first?.value else {
        problems.append(
          Problem(.indexOpsRawArgumentCount, at: value.range, [String(arguments.count)]))
        return nil
      }
      if let text = first.stringValue { return .raw(text) }
      problems.append(
        Problem(.indexOpsRawNotString, at: value.range, [Problem.abbreviated(first.text)]))
    default:
      problems.append(
        Problem(.indexOpsInvalidValue, at: argument.range, [Problem.abbreviated(value.text)]))
    }
    return nil
  }

  // MARK: Plain lists

  /// The names met so far: a list while they are few, as they nearly always are.
  struct SeenNames {
    private var few: [Name] = []
    private var many: Set<Name> = []

    /// Whether the name is new.
    mutating func insert(_ name: Name) -> Bool {
      if few.count < 16 {
        if few.contains(name) { return false }
        few.append(name)
        return true
      }
      return !few.contains(name) && many.insert(name).inserted
    }
  }

  /// How the problems of a list of the model's own fields are reported.
  struct FieldListReports {
    let unknown: Problem.Kind
    let relation: Problem.Kind
    let duplicate: Problem.Kind
    /// Whether relation fields are marked at the value, else at the attribute.
    let isRelationAtValue: Bool
    /// The second value of the problem of a duplicate.
    let owner: String
  }

  /// Resolves a list of the model's own scalar fields: `fields` of `@relation` and `@@shardKey`.
  /// Nil when one of them can't be.
  mutating func ownFields(
    _ entry: AttributeArguments.Entry, arguments: AttributeArguments, reports: FieldListReports
  ) -> [Int]? {
    guard let value = arguments.expression(entry), let elements = constants(value) else {
      return nil
    }
    var list: [Int] = []
    var seen = SeenNames()
    var unknown: [String] = []
    var relations: [String] = []
    for element in elements {
      guard let field = declaration.lookup[block.name(element.range)] else {
        unknown.append(element.text)
        continue
      }
      guard fields[field].isScalar else {
        relations.append(element.text)
        continue
      }
      if !seen.insert(fields[field].identifier.name) {
        problems.append(
          Problem(reports.duplicate, at: arguments.range, [element.text, reports.owner]))
        return nil
      }
      list.append(field)
    }
    if !unknown.isEmpty {
      problems.append(
        Problem(reports.unknown, at: value.range, [unknown.joined(separator: ", "), modelName]))
    }
    if !relations.isEmpty {
      problems.append(
        Problem(
          reports.relation, at: reports.isRelationAtValue ? value.range : arguments.range,
          [relations.joined(separator: ", "), modelName]))
    }
    return unknown.isEmpty && relations.isEmpty ? list : nil
  }

  /// The elements of a list of constants; reports elements of another kind. Nil when there was one.
  mutating func constants(_ value: ExpressionSyntax) -> [ExpressionSyntax]? {
    var isPlain = true
    let elements = value.elements
    for element in elements where element.kind != .constant {
      problems.append(.mismatch(element, expected: "a constant"))
      isPlain = false
    }
    return isPlain ? elements : nil
  }
}
