import SchemaModel
import SchemaParser

/// A place in a schema. Places in another declaration than the one being checked are symbolic, since
/// that declaration can move within its text while this one's findings stay as they are.
package enum Place: Hashable, Sendable {
  /// A range in the declaration being checked, from the start of its block.
  case range(BlockID, TextRange)
  /// A declaration from its keyword to its closing brace (span class BLOCK).
  case declaration(BlockID)
  /// The name of a declaration.
  case declarationName(BlockID)
  /// A field of a model or composite type (span class FIELD), by its index.
  case field(BlockID, Int)
  /// The name of a field.
  case fieldName(BlockID, Int)
  /// A part of the `@relation` of a field; where the part is absent the attribute, where that is
  /// absent the field.
  case relationPart(BlockID, Int, RelationPart)

  /// The declaration it is in.
  package var block: BlockID {
    switch self {
    case .range(let id, _), .declaration(let id), .declarationName(let id), .field(let id, _),
      .fieldName(let id, _), .relationPart(let id, _, _):
      id
    }
  }
}

/// A part of a `@relation` attribute.
package enum RelationPart: UInt8, Hashable, Sendable {
  /// The attribute (span class ATTR).
  case attribute
  /// The argument `fields` (span class ARG), and so on.
  case fields, references, map, onDelete, onUpdate
  /// The value of `onDelete` (span class EXPR).
  case onDeleteValue, onUpdateValue
}

/// Another place that has to do with a finding.
package struct RelatedPlace: Hashable, Sendable {
  package let place: Place
  /// What is there, such as "`name` is first defined here".
  package let text: String

  package init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}

/// A finding of a rule, before it is known where its blocks stand.
package struct Finding: Sendable {
  package let rule: Rule
  package let message: Message
  package let place: Place
  package let related: [RelatedPlace]
}

/// Collects what the rules find.
package struct Findings: Sendable {
  /// The declaration that is being checked.
  package let block: BlockID
  /// What has been found.
  package private(set) var all: [Finding] = []
  /// The rule that is running.
  var rule: Rule?

  package init(block: BlockID) { self.block = block }

  /// Reports a finding at a range of the declaration being checked.
  package mutating func report(
    _ message: Message, at range: TextRange, related: [RelatedPlace] = []
  ) {
    report(message, at: .range(block, range), related: related)
  }

  /// Reports a finding at any place.
  package mutating func report(_ message: Message, at place: Place, related: [RelatedPlace] = []) {
    guard let rule else { return }
    all.append(Finding(rule: rule, message: message, place: place, related: related))
  }
}
