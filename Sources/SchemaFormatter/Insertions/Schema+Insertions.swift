import SchemaModel
import SchemaParser

extension Schema {
  /// The edits that add the missing parts of relations: fields on the other side, `@relation` with
  /// its `fields` and `references`, and the scalar fields that these name.
  ///
  /// Empty for every file unless the syntax, names, types and attributes of the whole schema are
  /// free of errors; those of its configuration do not matter.
  ///
  /// - Returns: for each of ``files`` its edits, sorted by start and in the order in which those at
  ///   one place stand in the result. All are insertions.
  public func relationInsertions() -> [[TextEdit]] {
    var insertions = RelationInsertions(schema: self)
    if !hasDeclarationErrors {
      for relation in relations where !relation.isManyToMany { insertions.complete(relation) }
    }
    return insertions.sortedEdits()
  }

  /// Whether anything but the configuration has an error that was found before the rules run.
  private var hasDeclarationErrors: Bool {
    let isShared = sharedProblems.contains { _, problem in
      switch problem.kind {
      case .duplicateTypeName, .duplicateDatasourceName, .duplicateGeneratorName: true
      default: false
      }
    }
    return isShared
      || files.contains { $0.tree.hasErrors }
      || !faultyDeclarations.isEmpty
  }
}

/// Collects what is missing, relation by relation.
private struct RelationInsertions {
  private let schema: Schema
  private var edits: [[TextEdit]]
  private var criteria: [BlockID: Criteria] = [:]

  /// The fields of a model, as indexes, by which others can refer to it.
  private struct Criteria {
    /// The first unique criterion, from which scalar fields are inferred.
    let inferred: [Int]
    /// The first unique criterion that `references` may name.
    let referenced: [Int]
  }

  /// A scalar field that a relation needs in its referencing model.
  private struct InferredField {
    let name: String
    /// The field it refers to, in the referenced model.
    let target: Field
    /// The field of that name, if there is one already.
    let existing: Field?
  }

  init(schema: Schema) {
    self.schema = schema
    edits = Array(repeating: [], count: schema.files.count)
  }

  /// The collected edits; the sort keeps the order of those at one place.
  func sortedEdits() -> [[TextEdit]] {
    edits.map { edits in
      edits.enumerated().sorted {
        ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
      }.map(\.element)
    }
  }

  /// Adds what is missing in a relation that is not many-to-many.
  mutating func complete(_ relation: Relation) {
    guard let referencing = schema.model(relation.referencingModel),
      let referenced = schema.model(relation.referencedModel)
    else { return }
    let forward = relation.forward.map { referencing.fields[$0] }
    let attribute = forward?.relation
    // Most relations lack nothing.
    if relation.back != nil, attribute?.fields != nil, attribute?.references != nil { return }
    let criteria = criteria(of: referenced)
    let inferred = inferredFields(in: referencing, of: referenced, by: criteria)

    if relation.back == nil { insertBackField(of: relation, in: referenced, to: referencing) }
    let fields = "fields: [" + inferred.map(\.name).joined(separator: ", ") + "]"
    let references =
      "references: [" + referenced.fieldNames(criteria.referenced).joined(separator: ", ") + "]"
    if let forward {
      completeAttribute(of: forward, in: referencing, fields: fields, references: references)
    } else {
      let isRequired = inferred.allSatisfy { $0.existing.map { $0.arity != .optional } ?? false }
      let type = referenced.name + (isRequired ? "" : "?")
      insertLine(
        "\(referenced.name.camelCased) \(type) @relation(\(fields), \(references))",
        in: referencing)
    }
    if attribute?.fields == nil {
      insertScalarFields(inferred, in: referencing, of: referenced, arity: forward?.arity)
    }
  }

  private mutating func criteria(of model: Model) -> Criteria {
    if let known = criteria[model.id] { return known }
    let found = Criteria(
      inferred: model.uniqueCriteria.first ?? [], referenced: model.strictUniqueCriterion ?? [])
    criteria[model.id] = found
    return found
  }

  private func inferredFields(
    in referencing: Model, of referenced: Model, by criteria: Criteria
  ) -> [InferredField] {
    let prefix = referenced.name.withLowercaseInitial
    return criteria.inferred.map { index in
      let target = referenced.fields[index]
      let name = prefix + target.name.withUppercaseInitial
      let existing = referencing.field(Name(name)).flatMap { $0.isScalar ? $0 : nil }
      return InferredField(name: name, target: target, existing: existing)
    }
  }

  private mutating func insertBackField(
    of relation: Relation, in referenced: Model, to referencing: Model
  ) {
    let name = referencing.name.camelCased
    let isList = relation.kind == .oneToMany
    insertLine(
      (isList ? name.pluralized : name) + " " + referencing.name + (isList ? "[]" : "?")
        + (referencing.isIgnored ? " @ignore" : ""),
      in: referenced)
  }

  /// Inserts the scalar fields that do not exist. Like Prisma, stops at the first one whose type is
  /// not built in.
  private mutating func insertScalarFields(
    _ fields: [InferredField], in model: Model, of referenced: Model, arity: Field.Arity?
  ) {
    for field in fields where field.existing == nil {
      guard let type = field.target.type.scalar else { return }
      var line = field.name + " " + type.name
      switch arity {
      case .required: break
      case .optional, nil: line += "?"
      case .list: line += "[]"
      }
      if let native = field.target.nativeType {
        line += " " + referenced.block.text(native.range)
      }
      insertLine(line, in: model)
    }
  }

  /// Gives a forward field the parts of `@relation` that it lacks.
  private mutating func completeAttribute(
    of field: Field, in model: Model, fields: String, references: String
  ) {
    guard let relation = field.relation else {
      insert(
        " @relation(\(fields), \(references))", at: endOfType(of: field, in: model), in: model)
      return
    }
    var missing: [String] = []
    if relation.fields == nil { missing.append(fields) }
    if relation.references == nil { missing.append(references) }
    guard !missing.isEmpty,
      let attribute = model.block.attribute(at: relation.range.start)
    else { return }
    let arguments = missing.joined(separator: ", ")
    guard let list = attribute.argumentList else {
      insert("(\(arguments))", at: attribute.path?.range.end ?? relation.range.end, in: model)
      return
    }
    if list.children.contains(where: { _ in true }) {
      insert(", \(arguments)", at: list.range.end - 1, in: model)
    } else {
      // Like Prisma, which spoils the line here; known and kept, since results are compared with it.
      insert("(\(arguments))", at: list.range.end, in: model)
    }
  }

  /// The offset behind the type and the marks that directly follow it. Like Prisma, does not find a
  /// mark that is set apart.
  private func endOfType(of field: Field, in model: Model) -> Int {
    let bytes = model.block.bytes
    var end = field.typeRange.end
    while end < bytes.count, "?[]!".utf8.contains(bytes[end]) { end += 1 }
    return end
  }

  /// Inserts a last line into the body of `model`.
  private mutating func insertLine(_ line: String, in model: Model) {
    insert(line + "\n", at: model.range.end - 1, in: model)
  }

  private mutating func insert(_ text: String, at offset: Int, in model: Model) {
    guard let place = schema.place(of: model.id) else { return }
    let start = place.offset + offset
    edits[place.file].append(TextEdit(range: TextRange(start, start), replacement: text))
  }
}

extension SyntaxBlock {
  /// The attribute that starts at `offset`, found by halving: the nodes are sorted by start.
  fileprivate func attribute(at offset: Int) -> AttributeSyntax? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    while low < nodes.count, nodes[low].start == offset {
      if let attribute = AttributeSyntax(Syntax(block: self, index: low)) { return attribute }
      low += 1
    }
    return nil
  }
}
