import SchemaParser

/// What the resolution of one declaration sees of the others: names and types as written.
struct ResolutionContext {
  /// By slot.
  let declarations: [LoweredDeclaration?]
  /// The data type of each name: of several the last.
  let names: [Name: BlockID]
  let version: PrismaVersion
  /// Names in lower case, for suggestions; made when it is first asked for.
  let suggestions: NameSuggestions

  /// What a field's type as written resolves to.
  func type(of field: LoweredField) -> FieldType {
    if let builtIn = field.builtIn { return builtIn }
    guard let id = names[field.typeName], let target = declarations[id.index] else {
      return .unresolved
    }
    switch target.kind {
    case .model, .view: return .model(id)
    case .enumeration: return .enumeration(id)
    case .compositeType: return .composite(id)
    default: return .unresolved
    }
  }

  /// What a field of another model is, for `references`.
  func fieldKind(_ name: Name, in model: BlockID) -> ReferencedKind {
    guard let target = declarations[model.index], let index = target.lookup[name] else {
      return .unknown
    }
    switch type(of: target.fields[index]) {
    case .scalar, .enumeration, .composite, .unsupported: return .scalar
    case .model, .unresolved: return .relation
    }
  }
}

/// What a name in `references` stands for.
enum ReferencedKind: UInt8, Sendable {
  case unknown, scalar, relation
}

/// Something about another declaration that a resolution rests on.
struct Dependency: Hashable, Sendable {
  let model: BlockID
  let field: Name
  let kind: ReferencedKind
}

/// Finds the declaration that somebody meant who got the case wrong.
final class NameSuggestions {
  private let declarations: [LoweredDeclaration?]
  /// In lower case → as declared; of models, views, enums and composite types.
  private lazy var names: [String: String] = {
    var names: [String: String] = [:]
    for declaration in declarations {
      guard let declaration else { continue }
      switch declaration.kind {
      case .model, .view, .enumeration, .compositeType:
        names[declaration.identifier.text.lowercased()] = declaration.identifier.text
      default: break
      }
    }
    return names
  }()

  init(_ declarations: [LoweredDeclaration?]) { self.declarations = declarations }

  /// The name meant by `text`: a declaration whose name in lower case is exactly `text`, else a built-in
  /// type that differs in case only.
  func suggestion(for text: String) -> String? {
    // A text with an upper-case letter is nobody's lower case, so most calls need no table.
    if text == text.lowercased(), let name = names[text] { return name }
    return BuiltInNames.scalar(ignoringCase: text)?.name
  }
}
