import SchemaModel
import SchemaParser

/// A place in a schema. Places in another declaration than the one being checked are symbolic, since
/// that declaration can move within its text while this one's findings stay as they are.
public enum Place: Hashable, Sendable {
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
  public var block: BlockID {
    switch self {
    case .range(let id, _), .declaration(let id), .declarationName(let id), .field(let id, _),
      .fieldName(let id, _), .relationPart(let id, _, _):
      id
    }
  }
}

/// A part of a `@relation` attribute.
public enum RelationPart: UInt8, Hashable, Sendable {
  /// The attribute (span class ATTR).
  case attribute
  /// The argument `fields` (span class ARG), and so on.
  case fields, references, map, onDelete, onUpdate
  /// The value of `onDelete` (span class EXPR).
  case onDeleteValue, onUpdateValue
}

/// Another place that has to do with a finding.
public struct RelatedPlace: Hashable, Sendable {
  public let place: Place
  /// What is there, such as "`name` is first defined here".
  public let text: String

  public init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}

/// A finding of a rule, before it is known where its blocks stand.
public struct Finding: Sendable {
  /// The rule, as index into ``RuleTable/rules``.
  let rule: Int
  public let message: Message
  public let place: Place
  public let related: [RelatedPlace]
  /// The declaration that was checked; of a check of the whole schema that of the place.
  let owner: BlockID
  /// The other model of a relation that was looked at, which the finding rests on too.
  let otherModel: BlockID?
  /// Where in the order of the reference's checks it was found.
  let stage: CheckStage
  /// Of findings about fields and relations the index of the field that was looked at.
  let field: Int
  /// Whether the reference looks here only while it has found no error.
  let isConditional: Bool
}

/// The steps of the reference's checks, as far as their order shows.
enum CheckStage: UInt8, Comparable, Sendable {
  /// The configuration, names and composite types.
  case schema
  /// Of one model: its keys, and its scalar fields.
  case model
  /// Of one model: its relation fields.
  case relationField
  /// Of one model: its indexes.
  case index
  case enumeration
  case relation

  static func < (left: CheckStage, right: CheckStage) -> Bool { left.rawValue < right.rawValue }
}

/// Collects what the rules find.
public struct Findings: Sendable {
  /// The declaration that is being checked.
  public let block: BlockID
  /// What has been found.
  private(set) var result = Result()
  /// The rule that is running, as index into ``RuleTable/rules``.
  var rule = 0
  var stage = CheckStage.schema
  var otherModel: BlockID?
  var field = -1
  var isConditional = false
  /// Whether the schema as a whole is being checked: a finding then belongs to the block of its place.
  var isOfSchema = false

  public init(block: BlockID) { self.block = block }

  /// Reports a finding at a range of the declaration being checked.
  public mutating func report(
    _ message: Message, at range: TextRange, related: [RelatedPlace] = []
  ) {
    report(message, at: .range(block, range), related: related)
  }

  /// Reports a finding at any place.
  public mutating func report(_ message: Message, at place: Place, related: [RelatedPlace] = []) {
    let finding = Finding(
      rule: rule, message: message, place: place, related: related,
      owner: isOfSchema ? place.block : block, otherModel: otherModel,
      stage: stage, field: field, isConditional: isConditional)
    if RuleTable.shared.rules[rule].isLint {
      result.lint.append(finding)
    } else {
      result.findings.append(finding)
    }
  }

  /// What has been found.
  struct Result: Sendable {
    /// What the reference finds too.
    fileprivate(set) var findings: [Finding] = []
    /// What only rules of our own find. Apart, since it has no part in the order of the reference's
    /// checks, and there can be much of it in a schema without a mistake.
    fileprivate(set) var lint: [Finding] = []
  }

  /// Reports a problem that the reference finds only now, in the words of the problem's own rule.
  mutating func report(_ problem: Problem) {
    let table = RuleTable.shared
    guard let problemRule = table.rule(of: problem.kind),
      case .problem(let words) = table.rules[problemRule].check
    else { return }
    let running = rule
    rule = problemRule
    report(words(problem), at: problem.range)
    rule = running
  }
}
