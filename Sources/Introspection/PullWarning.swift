/// Something that the schema can't say of the database, or that was decided on the way.
public struct PullWarning: Hashable, Sendable {
  /// What it is about; cases stand in the order in which warnings are told.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case modelsWithoutColumns, modelsWithoutName, modelsWithoutIdentifier, viewsWithoutIdentifier
    case fieldsWithoutName, enumValuesWithoutName, unsupportedTypes, duplicateNames
    case invalidSchema
    case partitionedTables, inheritedTables, nullOrders, rowSecurity, checkConstraints
    case generatedColumns, exclusionConstraints, deferrableConstraints, expressionIndexes,
      partialIndexes
    case databaseComments
    case keptModelNames, keptViewNames, keptEnumNames, keptFieldNames, keptValueNames, keptKeyNames
    case keptRelations, droppedComments
  }

  /// What it concerns.
  public struct Item: Hashable, Sendable {
    /// The model, view, enum or file.
    public let name: String
    /// The field, value, constraint or index in it.
    public let member: String?
    /// What else is to be known, such as the type in the database.
    public let detail: String?
  }

  public let kind: Kind
  /// In the order of the database, never empty.
  public let items: [Item]
}

/// Collects warnings, one a kind.
struct PullWarnings {
  private var items: [PullWarning.Kind: [PullWarning.Item]] = [:]

  mutating func add(
    _ kind: PullWarning.Kind, _ name: String, _ member: String? = nil, detail: String? = nil
  ) {
    items[kind, default: []].append(
      PullWarning.Item(name: name, member: member, detail: detail))
  }

  /// The warnings in the order of their kinds.
  func sorted() -> [PullWarning] {
    PullWarning.Kind.allCases.compactMap { kind in
      items[kind].map { PullWarning(kind: kind, items: $0) }
    }
  }
}
