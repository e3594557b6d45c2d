import SchemaFormatter
import SchemaModel
import SchemaParser

/// How a relation field that is being written becomes a whole relation: the fields that hold the key of
/// the other model, the arguments of `@relation`, and the field on the other side.
struct RelationProposal {
  /// The name of the relation, nil when it needs none.
  let name: String?
  /// The fields of this model that hold the key.
  let scalarNames: [String]
  /// The lines of those that do not exist yet, without their indentation.
  let newScalars: [String]
  /// The edits that write ``newScalars``.
  let scalarEdits: [TextEdit]
  /// `fields: […], references: […]`
  let fieldArguments: String
  /// Whether something is missing still: the field of the other side, since it stands in another file,
  /// or what makes the key of a one-to-one relation unique.
  let needsMore: Bool
  /// Where the opposite field is written when it is missing and stands in the same file.
  private let oppositeEdit: TextEdit?

  /// All arguments of `@relation`.
  var arguments: String { (name.map { "\"\($0)\", " } ?? "") + fieldArguments }
  /// What changes besides the line itself, sorted by start.
  var edits: [TextEdit] { edits(besides: scalarEdits) }

  /// What changes when the field does not exist yet: its line, and ``edits``.
  ///
  /// - Parameter text: the field, without indentation.
  func edits(
    writing text: String, behind line: FieldLine, _ request: CompletionRequest
  ) -> [TextEdit] {
    edits(besides: request.lines([text] + newScalars, behind: line))
  }

  private func edits(besides scalarEdits: [TextEdit]) -> [TextEdit] {
    guard let oppositeEdit else { return scalarEdits }
    if let scalars = scalarEdits.first, scalars.range == oppositeEdit.range {
      return [
        TextEdit(
          range: scalars.range, replacement: scalars.replacement + oppositeEdit.replacement)
      ]
    }
    return (scalarEdits + [oppositeEdit]).sorted { $0.range.start < $1.range.start }
  }
  /// What is added, in a few words; nil when nothing is.
  var summary: String? {
    let parts = newScalars.map { "adds " + $0 } + (oppositeLine.map { ["adds " + $0] } ?? [])
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
  private let oppositeLine: String?

  /// Nil when the field is a list, when nothing tells the rows of `related` from each other, and when
  /// the other side holds the key.
  ///
  /// - Parameters:
  ///   - given: the name that the relation has already, nil when it has none.
  ///   - isCautious: whether to write actions that never go around in circles, wherever the relation
  ///     leads.
  init?(
    of field: TypedField, in model: Model, to related: Model, _ request: CompletionRequest,
    named given: String? = nil, isCautious: Bool = false
  ) {
    guard field.arity == .required || field.arity == .optional else { return nil }
    let sides = RelationSides(of: field.name, in: model, to: related, named: given)
    if sides.opposite?.relation?.fields != nil { return nil }
    let isToOne = sides.opposite.map { $0.arity != .list } ?? false
    guard
      let key = ForeignKey(
        from: model, named: field.name, to: related, isRequired: !field.isOptional),
      field.isOptional || !key.isOptional
    else { return nil }
    name = sides.name
    scalarNames = key.names
    newScalars = key.newLines(isUnique: isToOne) {
      DatabaseNaming.column(of: $0, in: model, request.schema)
    }
    fieldArguments =
      key.arguments
      + Self.safeActions(
        of: field.name, from: model, to: related, isRepeated: sides.isRepeated || isCautious,
        request)
    scalarEdits = newScalars.isEmpty ? [] : request.lines(newScalars, behind: field.line)
    needsMore =
      sides.opposite == nil && Self.file(of: related, in: request) != request.context.file
      || isToOne && key.needsUnique() && (key.names.count > 1 || newScalars.isEmpty)
    guard sides.opposite == nil,
      let line = Self.oppositeLine(of: field, in: model, to: related, named: sides.name),
      let edit = request.edit(adding: [line], to: related)
    else {
      (oppositeEdit, oppositeLine) = (nil, nil)
      return
    }
    (oppositeEdit, oppositeLine) = (edit, related.name + "." + line)
  }

  /// The actions that keep changes from going around in circles, where the database or the client refuses
  /// relations that let them.
  fileprivate static func safeActions(
    of field: String, from model: Model, to related: Model, isRepeated: Bool,
    _ request: CompletionRequest
  ) -> String {
    let configuration = request.configuration
    guard configuration.refusesCircularActions else { return "" }
    let refusesSeveralPaths =
      configuration.connector == .sqlserver && configuration.relationMode == .foreignKeys
    guard
      model.id == related.id || isRepeated && refusesSeveralPaths
        || request.leads(from: related, to: model)
        || refusesSeveralPaths && request.leads(from: model, to: related, besides: field)
    else { return "" }
    let action: ReferentialAction =
      configuration.referentialActions.contains(.noAction) ? .noAction : .restrict
    return ", onDelete: \(action.rawValue), onUpdate: \(action.rawValue)"
  }

  private static func file(of model: Model, in request: CompletionRequest) -> Int? {
    request.schema.place(of: model.id)?.file
  }

  /// The list on the other side.
  private static func oppositeLine(
    of field: TypedField, in model: Model, to related: Model, named name: String?
  ) -> String? {
    let naming = FieldNaming(fieldsOf: related, model)
    let plural = naming.field(for: model.name).pluralized
    let telling =
      model.id == related.id && field.name == "parent"
      ? "children" : naming.joined(naming.joined(plural, "as"), field.name)
    let candidates = name == nil ? [plural, telling, plural + "2"] : [telling, telling + "2"]
    guard
      let free = candidates.first(where: {
        related.field(Name($0)) == nil && (model.id != related.id || $0 != field.name)
      })
    else { return nil }
    return "\(free) \(model.name)[]" + (name.map { " @relation(\"\($0)\")" } ?? "")
  }
}

/// How a list of a model becomes a whole relation: the field on the other side, with the fields of its key.
struct OppositeProposal {
  /// The name of the relation, nil when it needs none.
  let name: String?
  /// `fields: […], references: […]` of the other side; empty when that is there.
  let fieldArguments: String
  /// The edits that write the other side.
  let edits: [TextEdit]
  /// What is added, in a few words; nil when nothing is.
  let summary: String?

  /// Nil when the list lacks nothing, when the other model is in another file, and when nothing tells the
  /// rows of `model` from each other.
  init?(ofList line: FieldLine, in model: Model, to related: Model, _ request: CompletionRequest) {
    let list = line.name
    let sides = RelationSides(of: list, in: model, to: related, named: nil)
    name = sides.name
    if sides.opposite != nil {
      guard name != nil else { return nil }
      (fieldArguments, edits, summary) = ("", [], nil)
      return
    }
    let naming = FieldNaming(fieldsOf: related, model)
    let isTree = model.id == related.id && list == "children"
    let field = related.freeName(from: isTree ? "parent" : naming.field(for: model.name))
    guard field != list,
      let key = ForeignKey(from: related, named: field, to: model, isRequired: false)
    else { return nil }
    fieldArguments =
      key.arguments
      + RelationProposal.safeActions(
        of: field, from: related, to: model, isRepeated: sides.isRepeated, request)
    let type = model.name + (key.isOptional ? "?" : "")
    let arguments = (name.map { "\"\($0)\", " } ?? "") + fieldArguments
    let scalars = key.newLines(isUnique: false) {
      DatabaseNaming.column(of: $0, in: related, request.schema)
    }
    let added = ["\(field) \(type) @relation(\(arguments))"] + scalars
    if model.id == related.id {
      edits = request.lines(added, behind: line)
    } else {
      guard let edit = request.edit(adding: added, to: related) else { return nil }
      edits = [edit]
    }
    summary =
      (["\(related.name).\(field) \(type)"] + scalars).map { "adds " + $0 }
      .joined(separator: ", ")
  }
}

/// What is there already of a relation between two models, as seen from a field that is being written.
private struct RelationSides {
  /// The field of the other model that waits for this one.
  let opposite: Field?
  /// The name that the relation needs.
  let name: String?
  /// Whether the model has another relation to the same model.
  let isRepeated: Bool

  init(of field: String, in model: Model, to related: Model, named given: String?) {
    let own = model.relationFields.map { model.fields[$0] }
      .filter { $0.type == .model(related.id) && $0.name != field }
    isRepeated = !own.isEmpty
    if let given {
      let theirs =
        model.id == related.id
        ? own
        : related.relationFields.map { related.fields[$0] }.filter { $0.type == .model(model.id) }
      opposite = theirs.first { $0.relation?.name?.value == given }
      name = given
      return
    }
    func isTaken(_ name: String?) -> Bool { own.contains { $0.relation?.name?.value == name } }
    if model.id == related.id {
      // One of its own that has no other of its name.
      let waiting = own.first { candidate in
        candidate.relation?.name != nil
          && own.count { $0.relation?.name?.value == candidate.relation?.name?.value } == 1
      }
      opposite = waiting
      name = waiting?.relation?.name?.value ?? model.name + field.withUppercaseInitial
      return
    }
    let theirs = related.relationFields.map { related.fields[$0] }
      .filter { $0.type == .model(model.id) }
    let waiting = theirs.first { !isTaken($0.relation?.name?.value) }
    opposite = waiting
    let isFirst = own.isEmpty && theirs.isEmpty
    name =
      waiting.map { $0.relation?.name?.value }
      ?? (isFirst ? nil : model.name + field.withUppercaseInitial)
  }
}

extension CompletionRequest {
  /// The edit that writes lines behind that of a field of the model around the cursor.
  func lines(_ lines: [String], behind field: FieldLine) -> [TextEdit] {
    guard let block = context.block else { return [] }
    let layout = LineLayout(block.syntax.block)
    let start = field.start - block.blockStart
    let indent = block.syntax.block.text(layout.indent(of: start))
    let next = block.blockStart + layout.next(of: context.offset - block.blockStart)
    let text = lines.map { indent + $0 + layout.lineEnd }.joined()
    return [TextEdit(range: TextRange(next, next), replacement: text)]
  }

  /// The edit that writes lines behind the last field of a model; nil when it is in another file.
  fileprivate func edit(adding lines: [String], to model: Model) -> TextEdit? {
    guard let place = schema.place(of: model.id), place.file == context.file,
      let last = model.fields.last
    else { return nil }
    let layout = LineLayout(model.block)
    let next = layout.next(of: last.identifier.range.start)
    guard next < model.block.bytes.count else { return nil }
    let indent = model.block.text(layout.indent(of: last.identifier.range.start))
    let at = place.offset + next
    return TextEdit(
      range: TextRange(at, at),
      replacement: lines.map { indent + $0 + layout.lineEnd }.joined())
  }
}
