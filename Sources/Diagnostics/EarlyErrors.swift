import SchemaModel
import SchemaParser

/// The errors of the phases before the checks: syntax, names, types, attributes, configuration; and
/// which declarations they spoil.
///
/// The reference checks nothing more once it has one of them. Here the checks go on, and a finding
/// is shown if it is sure, that is, if it can't be a consequence of one of these errors.
struct EarlyErrors {
  /// Whether the reference would check nothing more.
  private(set) var hasErrors = false
  /// Whether there is an error in anything but a datasource or generator.
  private(set) var hasErrorsOutsideConfiguration = false
  /// The declarations with an error in them, or that may have lost a part.
  private(set) var spoilt: Set<BlockID> = []
  /// Whether it is unsure which database and settings hold.
  private(set) var isConfigurationUnsure = false
  /// Whether it is unsure which preview features are in force.
  private(set) var arePreviewFeaturesUnsure = false

  init(_ schema: Schema) {
    let table = RuleTable.shared
    var hasStrays = false
    for file in schema.files {
      for (index, block) in file.tree.blocks.enumerated() where !block.errors.isEmpty {
        hasErrors = true
        let id = file.declaration(inBlock: index)
        let range = id.flatMap { schema.declarationRange($0) }
        for error in block.errors {
          if let id, let range, range.contains(error.range) {
            spoil(id, in: schema, block: block, error: error)
          } else {
            hasStrays = true
            hasErrorsOutsideConfiguration = true
          }
        }
        // Lines that belong to no declaration may have been part of the one before them.
        let isStray = block.errors.contains { error in
          range.map { !$0.contains(error.range) } ?? true
        }
        if isStray, let previous = EarlyErrors.declaration(before: index, in: file) {
          spoilt.insert(previous)
        }
      }
    }
    for id in schema.faultyDeclarations {
      for problems in schema.problems(of: id) {
        for problem in problems where table.isError(problem.kind) {
          hasErrors = true
          hasErrorsOutsideConfiguration = true
          spoilt.insert(id)
          if problem.kind == .reservedScalarTypeName, schema.declaration(id) == nil {
            isConfigurationUnsure = true
          }
        }
      }
    }
    for (id, problem) in schema.sharedProblems where table.isError(problem.kind) {
      hasErrors = true
      spoilt.insert(id)
      switch problem.kind {
      case .duplicateTypeName:
        hasErrorsOutsideConfiguration = true
        if let other = problem.relatedBlock { spoilt.insert(other) }
      case .duplicateDatasourceName, .duplicateGeneratorName:
        hasErrorsOutsideConfiguration = true
      case .datasourceUrlRemoved, .datasourceDirectUrlRemoved, .datasourceShadowUrlRemoved: break
      case .datasourceRelationModeTwice, .datasourceRelationModeInvalid,
        .datasourceRelationModeUnsupported, .datasourceSchemasDuplicate, .datasourceSchemasEmpty,
        .datasourcePropertyUnknown, .datasourceMultiple, .valueTypeMismatch:
        if schema.configuration.datasource?.id == id { isConfigurationUnsure = true }
        arePreviewFeaturesUnsure = true
      case .generatorProviderMissing, .previewFeatureUnknown, .configPropertyMissingValue:
        arePreviewFeaturesUnsure = true
      default: break
      }
    }
    for group in schema.repeatedDeclarations { spoilt.formUnion(group) }
    if hasStrays { arePreviewFeaturesUnsure = true }
    if schema.configuration.datasource == nil, hasStrays || schema.hasDatasourceBlock {
      isConfigurationUnsure = true
    }
  }

  /// The last declaration before a block, nil when there is none.
  private static func declaration(before index: Int, in file: Schema.FileState) -> BlockID? {
    var at = index - 1
    while at >= 0 {
      if let id = file.declaration(inBlock: at) { return id }
      at -= 1
    }
    return nil
  }

  private mutating func spoil(
    _ id: BlockID, in schema: Schema, block: SyntaxBlock, error: SyntaxError
  ) {
    spoilt.insert(id)
    if schema.declaration(id) != nil {
      hasErrorsOutsideConfiguration = true
      return
    }
    arePreviewFeaturesUnsure = true
    // A line that can't be read hides a property. Those of the connection settle nothing here.
    hasErrorsOutsideConfiguration = true
    switch block.firstWord(error.range) {
    case "url", "directUrl", "shadowDatabaseUrl": break
    default: isConfigurationUnsure = true
    }
  }
}

extension RuleTable {
  /// Whether a problem is an error.
  func isError(_ kind: Problem.Kind) -> Bool {
    problemRules[kind].map { rules[$0].severity == .error } ?? true
  }
}
