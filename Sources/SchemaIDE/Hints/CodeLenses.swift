import SchemaModel
import SchemaParser

/// A number shown over a declaration, which leads to what was counted. Counting is left to
/// ``Analysis/places(of:)``, since lenses are asked for after each edit.
public struct CodeLens: Hashable, Sendable {
  /// What is counted.
  public enum Kind: String, Sendable {
    /// The fields of this type.
    case references
    /// The relations that a model takes part in.
    case relations
  }

  /// What is counted.
  public let kind: Kind
  /// The name of the declaration.
  public let name: String

  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// The number in words.
  public func title(count: Int) -> String {
    switch kind {
    case .references: count == 1 ? "1 reference" : "\(count) references"
    case .relations: count == 1 ? "1 relation" : "\(count) relations"
    }
  }
}

extension Analysis {
  /// The lenses of a file, each with the place of the declaration's name, in text order.
  public func codeLenses(ofFile file: Int) -> [(lens: CodeLens, place: FileRange)] {
    guard files.indices.contains(file) else { return [] }
    var lenses: [(lens: CodeLens, place: FileRange)] = []
    for index in files[file].tree.blocks.indices {
      guard let id = files[file].declaration(inBlock: index),
        let declaration = schema.declaration(id), let range = schema.declarationNameRange(id)
      else { continue }
      let name = schema.declarationName(id)
      let place = FileRange(
        file: file, range: range.shifted(by: files[file].tree.starts[index]))
      lenses.append((CodeLens(kind: .references, name: name), place))
      if case .model(let model) = declaration, !model.relationFields.isEmpty {
        lenses.append((CodeLens(kind: .relations, name: name), place))
      }
    }
    return lenses
  }

  /// What a lens counts, in file and source order; nil when the declaration is gone. Of a relation it is
  /// the field on the other side, or the model's own if there is none.
  public func places(of lens: CodeLens) -> [FileRange]? {
    guard let id = schema.dataType(named: Name(lens.name)) else { return nil }
    switch lens.kind {
    case .references:
      return occurrences(of: .type(id)).filter { !$0.isDeclaration }.map(\.place)
    case .relations:
      guard let model = schema.model(id) else { return [] }
      var seen: Set<Relation> = []
      var places: [FileRange] = []
      for index in model.relationFields {
        let field = model.fields[index]
        if let relation = schema.relation(of: field, in: id), !seen.insert(relation).inserted {
          continue
        }
        let place =
          schema.oppositeField(of: field, in: id).flatMap {
            fileRange(of: $0.field.identifier.range, in: $0.model.id)
          } ?? fileRange(of: field.identifier.range, in: id)
        if let place { places.append(place) }
      }
      return places.sorted {
        ($0.file, $0.range.start) < ($1.file, $1.range.start)
      }
    }
  }
}
