import SchemaModel

extension Problem {
  /// What stands at the other place of a problem (its `related` or `relatedBlock`), in words.
  public var relatedText: String {
    switch kind {
    case .duplicateTypeName: "the earlier \(kind(2)) `\(self[0])`"
    case .mapDuplicateField, .mapDuplicateCompositeField: "`\(self[0])` is used here first"
    case .mapClashesWithField, .mapClashesWithCompositeField: "field `\(self[0])` is here"
    case .attributeDuplicate: "`\(self[0])` is here, too"
    case .nativeTypeDuplicate: "the first native type is here"
    case .argumentDuplicate: "`\(self[0])` is first given here"
    case .duplicateConfigKey: "`\(self[0])` is first set here"
    case .defaultEnumUnknownValue: "enum `\(self[1])` is declared here"
    case .relationReferencesUnknown, .relationReferencesNotScalar:
      "the related model `\(self[1])` is declared here"
    case .compositeFieldRelationType: "`\(self[0])` is declared here"
    case .datasourceSchemasDuplicate: "`\(self[0])` is here, too"
    case .datasourceRelationModeTwice: "`relationMode` is here"
    case .datasourceShadowEqualsDirect, .datasourceShadowEqualsUrl: "`shadowDatabaseUrl` is here"
    default: "`\(self[0])` is first defined here"
    }
  }
}
