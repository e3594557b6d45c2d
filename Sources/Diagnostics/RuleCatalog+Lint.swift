extension RuleCatalog {
  /// The rules of our own, which the reference has no counterpart for.
  static let lint: [Rule] = [
    .lintDatetimeWithoutTimeZone,
    .lintDefaultUnfitForNativeType,
    .lintExperimentalFeatures,
    .lintFieldNameStyle,
    .lintForeignKeyWithoutIndex,
    .lintIgnoredField,
    .lintIgnoredModel,
    .lintRedundantIndex,
    .lintRequiredCascadeCycle,
    .lintStringIdWithoutLength,
    .lintTypeNameStyle,
    .lintUnnamedManyToMany,
    .lintUnusedEnum,
  ]
}
