/// A relation between two models, paired from the relation fields of both.
public struct Relation: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case oneToOne
    case oneToMany
    /// Lists on both sides, kept in a table of its own.
    case implicitManyToMany
    /// Lists on both sides with `fields` (MongoDB).
    case twoWayEmbeddedManyToMany
  }

  public let kind: Kind
  /// The referencing model; of a many-to-many relation the model of side A.
  public let referencingModel: BlockID
  /// The referenced model; of a many-to-many relation the model of side B.
  public let referencedModel: BlockID
  /// The field on the referencing side, as index into the referencing model's fields; nil when only
  /// the list on the other side exists. Of a many-to-many relation side A.
  public let forward: Int?
  /// The field on the referenced side; nil when it does not exist. Of a many-to-many relation side B.
  public let back: Int?

  /// Whether both sides have a field.
  public var isComplete: Bool { forward != nil && back != nil }
  /// Whether both sides are the same model.
  public var isSelfRelation: Bool { referencingModel == referencedModel }
  /// Whether it is one of the two many-to-many kinds.
  public var isManyToMany: Bool {
    kind == .implicitManyToMany || kind == .twoWayEmbeddedManyToMany
  }
}
