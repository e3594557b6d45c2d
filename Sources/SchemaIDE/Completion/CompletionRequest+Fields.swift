import SchemaModel
import SchemaParser

/// What providers ask about the line and the block that is being typed.
extension CompletionRequest {
  /// Whether something but a comment stands behind the word on its line.
  var hasRest: Bool {
    context.statement.tokens.contains {
      $0.range.start >= context.word.range.end && $0.kind != .comment
    }
  }

  /// Whether the word is directly followed by one of these characters.
  func isFollowed(by characters: [String]) -> Bool {
    guard
      let next = context.statement.tokens.first(where: {
        $0.range.start >= context.word.range.end
      }), next.range.start == context.word.range.end
    else { return false }
    return characters.contains { context.statement.text(next).hasPrefix($0) }
  }

  /// A text with those quotes that are missing around the cursor. A string without an end has taken the
  /// rest of the line, so the brackets around it are closed too.
  public func quoted(_ text: String) -> CompletionText {
    switch context.word.quotes {
    case .none: return CompletionText("\"\(text)\"")
    case .inside(isClosed: true): return CompletionText(text)
    case .inside(isClosed: false):
      let brackets = context.statement.brackets(around: context.offset).reversed()
      let ends = brackets.map { index in
        switch context.statement.brackets[index].kind {
        case .arguments: ")"
        case .list: "]"
        case .object: "}"
        }
      }
      return CompletionText("\(text)\"" + ends.joined())
    }
  }

  /// What the type of the line means.
  func type(of field: FieldLine) -> FieldType {
    guard let name = field.typeName else { return .unresolved }
    if let scalar = ScalarType.allCases.first(where: { $0.name == name }) {
      return .scalar(scalar)
    }
    guard let id = schema.dataType(named: Name(name)) else {
      return name == "Unsupported" ? .unsupported : .unresolved
    }
    return switch schema.kind(of: id) {
    case .enumeration: .enumeration(id)
    case .compositeType: .composite(id)
    case .model, .view: .model(id)
    default: .unresolved
    }
  }

  /// What a field refers to as the key of a relation of the model, nil when it is none.
  func referencedKey(of field: String) -> (relation: Field, related: Model, target: Field)? {
    guard let model else { return nil }
    for index in model.relationFields {
      let relation = model.fields[index]
      let arguments = model.block.relationArguments(of: relation)
      guard let place = arguments.fields.firstIndex(of: field),
        arguments.references.indices.contains(place), let id = relation.type.modelID,
        let related = schema.model(id),
        let target = related.field(Name(arguments.references[place]))
      else { continue }
      return (relation, related, target)
    }
    return nil
  }

  /// The names of the fields, values or properties of the block, without that of the line itself.
  var takenNames: Set<String> {
    guard let block = context.block else { return [] }
    var names: Set<String> = []
    for member in block.syntax.children {
      guard [.field, .enumValue, .property].contains(member.kind), let name = member.first(.name),
        !isOwn(member.range)
      else { continue }
      names.insert(name.text)
    }
    return names
  }

  /// The names of the block's attributes, without that of the line itself.
  var takenBlockAttributes: Set<String> {
    guard let block = context.block else { return [] }
    var names: Set<String> = []
    for member in block.syntax.children
    where member.kind == .blockAttribute && !isOwn(member.range) {
      names.insert("@@" + (member.first(.path)?.text ?? ""))
    }
    return names
  }

  /// Whether a stretch of the block (UTF-8 bytes from its start) begins on the lines of the member that
  /// is being typed.
  func isOwn(_ range: TextRange) -> Bool {
    let start = range.start + (context.block?.blockStart ?? 0)
    return context.statement.range.start <= start && start <= context.statement.range.end
  }
}
