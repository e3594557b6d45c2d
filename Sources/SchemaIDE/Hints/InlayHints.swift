import SchemaModel
import SchemaParser

extension Analysis {
  /// What is implied in a part of a file (UTF-8 bytes from its start), sorted by place.
  ///
  /// Only the models that touch the part are looked at.
  public func inlayHints(
    ofFile file: Int, in range: TextRange, _ options: InlayHint.Options
  ) -> [InlayHint] {
    guard files.indices.contains(file) else { return [] }
    let tree = files[file].tree
    guard let first = tree.blockIndex(at: range.start),
      let last = tree.blockIndex(at: range.end)
    else { return [] }
    var hints: [InlayHint] = []
    for index in first...max(first, last) {
      guard let id = files[file].declaration(inBlock: index), let model = schema.model(id) else {
        continue
      }
      var finder = ImpliedParts(
        analysis: self, model: model, blockStart: tree.starts[index], range: range)
      if options.referentialActions { finder.addReferentialActions() }
      if options.constraintNames { finder.addConstraintNames() }
      if options.oppositeFields { finder.addOppositeFields() }
      hints += finder.hints
    }
    return hints.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }.map(\.element)
  }
}

/// Finds what a model leaves unsaid.
private struct ImpliedParts {
  /// In a model with more relations the other sides are not told: looking for one takes time in
  /// proportion to them.
  private static let relationLimit = 1000

  let analysis: Analysis
  let model: Model
  let blockStart: Int
  let range: TextRange
  private(set) var hints: [InlayHint] = []
  /// Where an argument can be added to an attribute, by the attribute's start in the block.
  private let places: [Int: ArgumentPlace]

  /// Where an argument can be added to an attribute.
  private struct ArgumentPlace {
    /// UTF-8 bytes from the start of the block.
    let offset: Int
    /// What has to stand before and behind it.
    let before: String
    let behind: String
  }

  init(analysis: Analysis, model: Model, blockStart: Int, range: TextRange) {
    self.analysis = analysis
    self.model = model
    self.blockStart = blockStart
    self.range = range
    places = Self.places(in: model.block, near: range.start - blockStart, range.end - blockStart)
  }

  private var schema: Schema { analysis.schema }
  private var connector: Connector { schema.configuration.connector }

  // MARK: Kinds

  mutating func addReferentialActions() {
    for index in model.relationFields {
      guard let relation = model.fields[index].relation, relation.fields != nil,
        relation.onDelete == nil, let place = places[relation.range.start]
      else { continue }
      let isRequired = model.requiresRelation(at: index)
      let action = schema.configuration.defaultOnDelete(isRequired: isRequired)
      guard schema.configuration.referentialActions.offers(action) else { continue }
      let onUpdate = schema.configuration.defaultOnUpdate.rawValue
      add(
        "onDelete: \(action.rawValue)", at: place,
        tooltip: "Implied, since the relation is \(isRequired ? "required" : "optional"). "
          + "`onUpdate` is `\(relation.onUpdate?.action.rawValue ?? onUpdate)`.")
    }
  }

  mutating func addConstraintNames() {
    var names = ConstraintNames(connector: connector)
    if let key = model.primaryKey, key.map == nil, connector.supportsNamedPrimaryKeys {
      _ = names.primaryKey(of: model)
      addConstraintName(names.text, of: "primary key", at: key.range)
    }
    for index in model.indexes
    where index.explicitConstraintName == nil && !index.fields.isEmpty {
      _ = names.index(index, of: model) { schema.compositeType($0) }
      addConstraintName(
        names.text, of: index.kind == .unique ? "unique index" : "index", at: index.range)
    }
    if connector.supportsNamedForeignKeys, schema.configuration.relationMode == .foreignKeys {
      for index in model.relationFields {
        guard let relation = model.fields[index].relation, relation.map == nil,
          let fields = relation.fields?.fields, !fields.isEmpty
        else { continue }
        _ = names.foreignKey(of: model, fields: fields)
        addConstraintName(names.text, of: "foreign key", at: relation.range)
      }
    }
    if connector.supportsNamedDefaults {
      for field in model.fields {
        guard let value = field.defaultValue, value.map == nil else { continue }
        _ = names.defaultValue(of: field, in: model)
        addConstraintName(names.text, of: "default", at: value.range)
      }
    }
  }

  mutating func addOppositeFields() {
    guard model.relationFields.count <= Self.relationLimit else { return }
    for index in model.relationFields {
      let field = model.fields[index]
      let end = model.block.trimmed(field.range).end
      guard isWanted(end), let opposite = schema.oppositeField(of: field, in: model.id) else {
        continue
      }
      hints.append(
        InlayHint(
          offset: blockStart + end, text: "↔ ",
          name: "\(opposite.model.name).\(opposite.field.name)",
          target: analysis.fileRange(of: opposite.field.identifier.range, in: opposite.model.id),
          tooltip: "The other side of this relation: `\(opposite.field.name) "
            + "\(opposite.field.typeDescription)` of `\(opposite.model.name)`.",
          canBeInserted: false))
    }
  }

  // MARK: Places

  private mutating func addConstraintName(_ name: String, of what: String, at range: TextRange) {
    guard let place = places[range.start] else { return }
    add(
      "map: \"\(name)\"", at: place,
      tooltip: "The name that the \(what) gets in the database.")
  }

  private mutating func add(_ argument: String, at place: ArgumentPlace, tooltip: String) {
    guard isWanted(place.offset) else { return }
    hints.append(
      InlayHint(
        offset: blockStart + place.offset, text: place.before + argument + place.behind,
        name: nil, target: nil, tooltip: tooltip, canBeInserted: true))
  }

  private func isWanted(_ offset: Int) -> Bool {
    range.start <= blockStart + offset && blockStart + offset <= range.end
  }

  /// The places of the attributes of a block that touch the stretch between two offsets.
  private static func places(
    in block: SyntaxBlock, near start: Int, _ end: Int
  ) -> [Int: ArgumentPlace] {
    var places: [Int: ArgumentPlace] = [:]
    guard let declaration = block.declaration else { return [:] }
    for member in Syntax(block: block, index: declaration).children
    where member.range.start <= end && start <= member.range.end {
      if let attribute = AttributeSyntax(member) {
        places[attribute.range.start] = place(in: attribute)
      } else if let field = FieldSyntax(member) {
        for attribute in field.attributes {
          places[attribute.range.start] = place(in: attribute)
        }
      }
    }
    return places
  }

  private static func place(in attribute: AttributeSyntax) -> ArgumentPlace? {
    guard let list = attribute.argumentList else {
      return attribute.path.map { ArgumentPlace(offset: $0.range.end, before: "(", behind: ")") }
    }
    if list.first(.trailingComma) != nil { return nil }
    guard let last = list.children.reduce(nil as Syntax?, { $1 }) else {
      return ArgumentPlace(offset: list.range.start + 1, before: "", behind: "")
    }
    return ArgumentPlace(offset: last.range.end, before: ", ", behind: "")
  }
}
