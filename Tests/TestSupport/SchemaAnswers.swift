import Diagnostics
import SchemaModel
import SchemaParser

/// All that a schema answers, as lines of text that say nothing about slots, so that two schemas
/// can be compared that came about in different ways.
package enum SchemaAnswers {
  /// What `schema` declares, relates and finds wrong.
  package static func lines(of schema: Schema) -> [String] {
    let describer = Describer(schema: schema)
    var lines = [
      "\(schema.configuration.connector) \(schema.configuration.relationMode)"
        + " \(schema.configuration.version) \(schema.configuration.previewFeatures.sorted())"
    ]
    if let datasource = schema.configuration.datasource {
      lines.append("datasource \(describer.id(datasource.id)) \(datasource.range.count)")
    }
    lines += schema.models.map(describer.model)
    lines += schema.enumerations.map(describer.enumeration)
    lines += schema.compositeTypes.map(describer.compositeType)
    lines += schema.relations.map(describer.relation)
    for kind in [ConstraintName.Kind.primaryKey, .unique, .index, .foreignKey, .defaultValue] {
      lines += schema.constraintNameClashes(of: kind).map(describer.clash)
    }
    lines += schema.databaseNameClashes.map {
      "table \(describer.id($0.later)) \(describer.id($0.earlier))"
    }
    lines += schema.enumDatabaseNameClashes.map {
      "enum \(describer.id($0.later)) \(describer.id($0.earlier))"
    }
    lines += describer.problems()
    return lines
  }

  /// The diagnostics of `analyzer`, one a line, sorted within each file.
  package static func diagnostics(of analyzer: SchemaAnalyzer) -> [String] {
    analyzer.diagnostics().enumerated().flatMap { file, found in
      found.diagnostics.map { diagnostic in
        let related = diagnostic.related.map { "\($0.file) \(text($0.range)) \($0.text)" }.sorted()
        return "\(file) \(text(diagnostic.range)) \(diagnostic.severity) \(diagnostic.id)"
          + (diagnostic.isGated ? " gated" : "")
          + " \(diagnostic.message.text) | \(diagnostic.message.note ?? "-")"
          + " | \(diagnostic.message.help ?? "-") \(related)"
      }.sorted() + (found.omittedCount == 0 ? [] : ["\(file) omitted \(found.omittedCount)"])
    }
  }

  /// Where two lists of lines first differ, nil when they are equal.
  package static func difference(_ actual: [String], _ expected: [String]) -> String? {
    if actual == expected { return nil }
    let missing = expected.filter { !actual.contains($0) }.prefix(4)
    let extra = actual.filter { !expected.contains($0) }.prefix(4)
    if missing.isEmpty && extra.isEmpty {
      let place = zip(actual, expected).first { $0 != $1 }
      return "another order: \(place?.0 ?? "") instead of \(place?.1 ?? "")"
    }
    return (missing.map { "- \($0)" } + extra.map { "+ \($0)" }).joined(separator: "\n")
  }

  fileprivate static func text(_ range: TextRange) -> String { "\(range.start)..<\(range.end)" }
}

private struct Describer {
  let schema: Schema

  /// What the ranges being described count from.
  private var offset = 0

  init(schema: Schema) { self.schema = schema }

  /// A describer of what stands in one declaration.
  private func inside(_ id: BlockID) -> Describer {
    var describer = self
    describer.offset = schema.place(of: id)?.offset ?? 0
    return describer
  }

  /// A declaration by its file and offset: where blocks begin is no answer, since trees of one text can
  /// differ in it.
  func id(_ id: BlockID) -> String {
    guard let place = schema.place(of: id), let range = schema.declarationRange(id) else {
      return "nothing"
    }
    return "\(place.file):\(place.offset + range.start)"
  }

  private func range(_ range: TextRange?) -> String {
    range.map { SchemaAnswers.text($0.shifted(by: offset)) } ?? "-"
  }

  private func type(_ type: FieldType) -> String {
    switch type {
    case .scalar(let scalar): scalar.name
    case .enumeration(let id): "enum \(self.id(id))"
    case .composite(let id): "type \(self.id(id))"
    case .model(let id): "model \(self.id(id))"
    case .unsupported: "unsupported"
    case .unresolved: "unresolved"
    }
  }

  private func argument(_ argument: NamedArgument?) -> String {
    argument.map { "\($0.value)@\(range($0.range))" } ?? "-"
  }

  private func field(_ field: Field) -> String {
    var text = "\(field.name) \(range(field.range)) \(field.typeDescription) \(type(field.type))"
    text += " \(field.map?.value ?? "-") \(field.isIgnored) \(field.isUpdatedAt)"
    if let value = field.defaultValue {
      text += " default \(range(value.range)) \(argument(value.map)) \(value.function ?? "-")"
    }
    if let native = field.nativeType { text += " native \(native.prefix).\(native.name)" }
    if let relation = field.relation {
      text += " relation \(relation.name?.value ?? "-") \(relation.fields?.fields ?? [])"
      text += " \(relation.references?.fields.map(\.text) ?? []) \(argument(relation.map))"
      text += " \(range(relation.onDelete?.range)) \(range(relation.onUpdate?.range))"
    }
    return text
  }

  private func entries(_ fields: [IndexField]) -> String {
    fields.map { field in
      "\(field.field)"
        + field.compositePath.map { ".\(id($0.type)):\($0.field)" }.joined()
        + "\(field.sort.map { "\($0)" } ?? "")\(field.length ?? -1)"
    }.joined(separator: ",")
  }

  func model(_ model: Model) -> String { inside(model.id).described(model) }

  private func described(_ model: Model) -> String {
    var text = "\(model.keyword) \(model.name) \(id(model.id)) \(range(model.range))"
    text += " \(model.databaseName) \(model.schema?.value ?? "-") \(model.isIgnored)\n  "
    text += model.fields.map(field).joined(separator: "\n  ")
    if let key = model.primaryKey {
      text += "\n  key \(range(key.range)) \(entries(key.fields)) \(argument(key.map))"
    }
    for index in model.indexes {
      text += "\n  \(index.attributeName) \(range(index.range)) \(entries(index.fields))"
      text += " \(argument(index.map)) \(argument(index.name)) \(range(index.whereRange))"
    }
    if let key = model.shardKey { text += "\n  shard \(range(key.range)) \(key.fields)" }
    return text
  }

  func enumeration(_ type: EnumType) -> String { inside(type.id).described(type) }

  private func described(_ type: EnumType) -> String {
    "enum \(type.name) \(id(type.id)) \(type.databaseName) \(type.schema?.value ?? "-")"
      + " \(type.values.map { "\($0.identifier.text) \($0.map?.value ?? "-")" })"
  }

  func compositeType(_ type: CompositeType) -> String { inside(type.id).described(type) }

  private func described(_ type: CompositeType) -> String {
    "type \(type.name) \(id(type.id)) \(type.fields.map(field))"
  }

  func relation(_ relation: Relation) -> String {
    "relation \(relation.kind) \(id(relation.referencingModel)) \(relation.forward ?? -1)"
      + " \(id(relation.referencedModel)) \(relation.back ?? -1)"
  }

  private func constraint(_ name: ConstraintName) -> String {
    "\(name.kind) \(id(name.model)) \(name.ordinal) \(name.text)"
  }

  func clash(_ clash: ConstraintNameClash) -> String {
    "clash \(clash.scope) \(constraint(clash.constraint)) \(constraint(clash.other))"
  }

  /// What was found in each declaration and between them, sorted.
  func problems() -> [String] {
    var lines: [String] = []
    func add(_ problem: Problem, of block: BlockID) {
      let inside = inside(block)
      lines.append(
        "\(id(block)) \(problem.kind) \(inside.range(problem.range)) \(problem.values)"
          + " \(inside.range(problem.related)) \(problem.relatedBlock.map(id) ?? "-")")
    }
    for index in 0..<schema.slotCount {
      for problem in schema.problems(of: BlockID(index)).joined() {
        add(problem, of: BlockID(index))
      }
    }
    for (block, problem) in schema.sharedProblems { add(problem, of: block) }
    for group in schema.repeatedDeclarations { lines.append("repeated \(group.map(id))") }
    return lines.sorted()
  }
}
