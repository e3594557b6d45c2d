import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts a declaration into one of the schemas of the datasource.
  static let addSchemaAttribute = QuickFix(
    "Add `@@schema`", rules: ["schema-missing"], leavesOpen: ["argument-missing"]
  ) { context in
    let schemas = context.schema.configuration.datasource?.schemas ?? []
    var actions = schemas.prefix(8).map { schema in
      context.fix(
        "Add `@@schema(\"\(schema.value)\")`", isPreferred: schemas.count == 1
      ) { edit in
        context.editor.addBlockAttribute(
          "@@schema(\(context.literal(of: schema)))", in: &edit)
      }
    }
    actions.append(
      context.fix("Add `@@schema` attribute") { edit in
        context.editor.addBlockAttribute("@@schema()", in: &edit)
      })
    return actions
  }
}

extension QuickFixContext {
  /// A name of a schema as it is written in the datasource.
  fileprivate func literal(of name: SchemaName) -> String {
    guard let id = schema.configuration.datasource?.id, let block = schema.block(of: id) else {
      return "\"\(name.value)\""
    }
    return block.text(name.range)
  }
}
