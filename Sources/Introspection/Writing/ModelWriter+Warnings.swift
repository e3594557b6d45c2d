import Migration
import SchemaModel

/// Telling what a model doesn't say, and what was taken over from the schema at hand.
extension ModelWriter {
  func warn(of table: PulledTable, _ name: String, _ warnings: inout PullWarnings) {
    if table.isIgnored, table.existing?.isIgnored != true {
      warnings.add(table.isView ? .viewsWithoutIdentifier : .modelsWithoutIdentifier, name)
    }
    if table.renaming == .duplicate { warnings.add(.duplicateNames, name) }
    if table.existing?.map != nil {
      warnings.add(table.isView ? .keptViewNames : .keptModelNames, name)
    }
    if ScalarType.allCases.contains(where: { $0.name == name }) {
      warnings.add(.invalidSchema, name, detail: "a built-in type has this name")
    }
    let details = table.details
    if details.isPartitioned {
      warnings.add(.partitionedTables, name)
    } else if details.hasInheritingTables {
      warnings.add(.inheritedTables, name)
    }
    for order in details.nullOrders {
      warnings.add(.nullOrders, name, order.index, detail: order.column)
    }
    if details.hasRowSecurity { warnings.add(.rowSecurity, name) }
    for check in details.checks { warnings.add(.checkConstraints, name, check.name) }
    for exclusion in details.exclusions {
      warnings.add(.exclusionConstraints, name, exclusion.name)
    }
    for constraint in details.deferrableConstraints {
      warnings.add(.deferrableConstraints, name, constraint)
    }
    for index in details.expressionIndexes { warnings.add(.expressionIndexes, name, index.name) }
    if details.comment != nil { warnings.add(.databaseComments, name) }
    for column in table.columns where details.columnComments[column.column.name] != nil {
      warnings.add(.databaseComments, name, column.name ?? column.column.name)
    }
  }

  func warn(of column: PulledColumn, _ table: PulledTable, _ warnings: inout PullWarnings) {
    let model = table.modelName ?? table.name.name
    if table.details.generatedColumns[column.column.name] != nil {
      warnings.add(.generatedColumns, model, column.name ?? column.column.name)
    }
    guard let name = column.name else {
      warnings.add(.fieldsWithoutName, model, column.column.name)
      return
    }
    if column.existing?.map != nil {
      warnings.add(.keptFieldNames, model, name)
    }
    if case .unsupported(let type) = column.column.type {
      warnings.add(.unsupportedTypes, model, name, detail: type)
    }
  }
}
