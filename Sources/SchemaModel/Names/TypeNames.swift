import SchemaParser

/// What the names of types stand for, for looking at very many of them.
extension Schema {
  /// What a type's name stands for.
  public enum TypeKind: UInt8, Sendable {
    case scalar
    /// A model or view.
    case model
    case enumeration
    case compositeType
  }

  /// What the name of a type at `range` of `block` stands for, nil for an unknown one.
  public func typeKind(at range: TextRange, in block: SyntaxBlock) -> TypeKind? {
    if BuiltInNames.scalar(block.bytes, range) != nil { return .scalar }
    guard let id = dataType(named: block.name(range)) else { return nil }
    return typeKind(of: id)
  }

  /// A number that changes when names come to stand for something else, are added or removed. Takes time
  /// in proportion to the number of types.
  public var typeNamesDigest: UInt64 {
    var digest: UInt64 = 0
    for (name, id) in names {
      // Sums of hashes: overflow is meant, and order does not matter.
      digest &+= name.hash &* UInt64(2 + (typeKind(of: id)?.rawValue ?? 7))
    }
    return digest
  }

  private func typeKind(of id: BlockID) -> TypeKind? {
    switch lowered.indices.contains(id.index) ? lowered[id.index]?.kind : nil {
    case .model, .view: .model
    case .enumeration: .enumeration
    case .compositeType: .compositeType
    default: nil
    }
  }
}
