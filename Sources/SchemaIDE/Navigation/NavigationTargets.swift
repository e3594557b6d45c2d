import SchemaModel
import SchemaParser

/// Where a jump may lead.
public struct NavigationTarget: Hashable, Sendable {
  /// The name to go to.
  public let name: FileRange
  /// The declaration around it, without its line end.
  public let declaration: FileRange
}

/// An answer to "where does this lead?".
public struct Navigation: Hashable, Sendable {
  /// The name that leads there.
  public let origin: FileRange
  /// Where it leads, in file and source order; may be empty.
  public let targets: [NavigationTarget]
}

extension Analysis {
  /// Where the symbol at `offset` (UTF-8 bytes from the start of the file) is declared; nil when there is
  /// none. Each side of a relation's name leads to the other.
  public func definition(at offset: Int, inFile file: Int) -> Navigation? {
    navigation(at: offset, inFile: file) { symbol, place in
      let declarations = declarations(of: symbol).map(\.place)
      guard case .relation = symbol else { return declarations }
      let others = declarations.filter { $0 != place }
      return others.isEmpty ? declarations : others
    }
  }

  /// Where the type of the symbol at `offset` is declared: of a field its model, view, enum or composite
  /// type, of an enum value the enum, of a relation's name both models.
  public func typeDefinition(at offset: Int, inFile file: Int) -> Navigation? {
    navigation(at: offset, inFile: file) { symbol, _ in
      types(of: symbol).flatMap { declarations(of: .type($0)).map(\.place) }
    }
  }

  /// What carries out the symbol at `offset`: of a type the fields of that type, of a field of a relation
  /// the one on the other side.
  public func implementation(at offset: Int, inFile file: Int) -> Navigation? {
    guard let (symbol, place) = symbol(at: offset, inFile: file) else { return nil }
    switch symbol {
    case .type: return Navigation(origin: place, targets: fields(ofType: symbol))
    case .field(let owner, let name):
      return navigation(at: offset, inFile: file) { _, _ in
        guard let field = schema.model(owner)?.field(Name(name)),
          let opposite = schema.oppositeField(of: field, in: owner)
        else { return [] }
        return [fileRange(of: opposite.field.identifier.range, in: opposite.model.id)]
          .compactMap(\.self)
      }
    default: return Navigation(origin: place, targets: [])
    }
  }

  // MARK: Parts

  private func navigation(
    at offset: Int, inFile file: Int, _ targets: (Symbol, FileRange) -> [FileRange]
  ) -> Navigation? {
    guard let (symbol, place) = symbol(at: offset, inFile: file) else { return nil }
    let targets = targets(symbol, place)
    return Navigation(origin: place, targets: targets.compactMap { target(named: $0) })
  }

  private func types(of symbol: Symbol) -> [BlockID] {
    switch symbol {
    case .type(let id): [id]
    case .enumValue(let id, _): [id]
    case .field(let owner, let name):
      schema.fieldType(Name(name), in: owner)?.declaration.map { [$0] } ?? []
    case .relation(_, let one, let other): one == other ? [one] : [one, other]
    case .constraint(let id, _), .clientName(let id, _): [id]
    case .builtInType, .datasource, .generator, .databaseSchema: []
    }
  }

  /// The declaration around a name: a block, a field or value with its attributes, an attribute, or a
  /// string alone.
  private func target(named place: FileRange) -> NavigationTarget? {
    guard let cursor = cursor(at: place.range.start, inFile: place.file) else { return nil }
    let around = cursor.nodes.last { node in
      switch node.kind {
      case .field, .enumValue, .blockAttribute, .property: true
      default: node.kind.isDeclaration
      }
    }
    guard let around else { return NavigationTarget(name: place, declaration: place) }
    let declaration = cursor.fileRange(around.contentRange)
    return NavigationTarget(
      name: place, declaration: declaration.range.contains(place.range) ? declaration : place)
  }
}

extension Syntax {
  /// Its range without the blanks and line ends at its end.
  var contentRange: TextRange {
    let bytes = block.bytes
    let start = range.start
    var end = min(range.end, bytes.count)
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return TextRange(start, end)
  }
}
