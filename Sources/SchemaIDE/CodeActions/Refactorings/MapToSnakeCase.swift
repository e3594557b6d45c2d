import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Gives tables and columns names in snake_case, while the names in the schema stay.
  static let mapToSnakeCase = Refactoring("Map names to snake_case", kind: .rewrite) { context in
    guard context.isOnHeader, context.isSound, let id = context.cursor.declaration else {
      return []
    }
    let analysis = context.analysis
    let name = context.schema.declarationName(id)
    var actions: [CodeAction] = []
    if analysis.canMapToSnakeCase(id) {
      actions.append(
        context.action("Rename `\(name)` to snake_case in the database, by `@map`", kind: .rewrite)
        {
          analysis.mapToSnakeCase(id, in: &$0)
        })
    }
    if context.schema.kind(of: id) == .model, !actions.isEmpty || analysis.canMapAnyToSnakeCase {
      actions.append(
        context.action("Rename all to snake_case in the database, by `@map`", kind: .rewrite) {
          analysis.mapAllToSnakeCase(in: &$0)
        })
    }
    return actions
  }
}

extension Analysis {
  /// Whether a declaration has a name of its own in the database, or its fields have, that is not written
  /// in snake_case and can be.
  fileprivate func canMapToSnakeCase(_ id: BlockID) -> Bool {
    var edit = SchemaEdit()
    mapToSnakeCase(id, in: &edit)
    return !edit.isEmpty
  }

  /// Whether any declaration can be mapped. Most have a name of their own or none with upper case, and
  /// need no second look.
  fileprivate var canMapAnyToSnakeCase: Bool {
    let ids = mappableDeclarations.filter(hasUnmappedUpperCase)
    var taken = ids.isEmpty ? [] : tableNames
    return ids.contains { id in
      var edit = SchemaEdit()
      mapToSnakeCase(id, taken: &taken, in: &edit)
      return !edit.isEmpty
    }
  }

  /// Maps all models, enums and composite types.
  fileprivate func mapAllToSnakeCase(in edit: inout SchemaEdit) {
    var tables = tableNames
    for id in mappableDeclarations { mapToSnakeCase(id, taken: &tables, in: &edit) }
  }

  private var mappableDeclarations: [BlockID] {
    schema.models.map(\.id) + schema.enumerations.map(\.id) + schema.compositeTypes.map(\.id)
  }

  /// The names of all tables and enums in the database.
  private var tableNames: Set<String> {
    Set(schema.models.map(\.databaseName) + schema.enumerations.map(\.databaseName))
  }

  /// Whether a declaration or a field of it has upper case in a name that the database has too.
  private func hasUnmappedUpperCase(_ id: BlockID) -> Bool {
    func hasUpper(_ name: String) -> Bool {
      name.utf8.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    }
    let isMapped =
      switch schema.declaration(id) {
      case .model(let model)?: model.map != nil
      case .enumeration(let type)?: type.map != nil
      case .compositeType?, nil: true
      }
    return !isMapped && hasUpper(schema.declarationName(id))
      || schema.fields(of: id).contains { $0.map == nil && $0.isScalar && hasUpper($0.name) }
  }

  fileprivate func mapToSnakeCase(_ id: BlockID, in edit: inout SchemaEdit) {
    let name = NameStyle.snake.styled(schema.declarationName(id))
    // One table's name is all that can be in the way.
    var taken: Set<String> = []
    if schema.models.contains(where: { $0.databaseName == name })
      || schema.enumerations.contains(where: { $0.databaseName == name })
    {
      taken.insert(name)
    }
    mapToSnakeCase(id, taken: &taken, in: &edit)
  }

  private func mapToSnakeCase(
    _ id: BlockID, taken: inout Set<String>, in edit: inout SchemaEdit
  ) {
    guard let editor = editor(of: id), editor.block.errors.isEmpty else { return }
    var name: String?
    switch schema.declaration(id) {
    case .model(let model)?:
      // A view stands in the database as it is.
      if model.isView || model.isIgnored { return }
      if model.map == nil { name = model.name }
      mapFields(model.fields, editor, in: &edit)
    case .enumeration(let type)?:
      if type.map == nil, schema.configuration.connector != .mongodb { name = type.name }
    case .compositeType(let type)?: mapFields(type.fields, editor, in: &edit)
    case nil: return
    }
    guard let name else { return }
    let snake = NameStyle.snake.styled(name)
    if snake != name, !snake.isEmpty, taken.insert(snake).inserted {
      editor.addBlockAttribute("@@map(\"\(snake)\")", in: &edit)
    }
  }

  private func mapFields(_ fields: [Field], _ editor: BlockEditor, in edit: inout SchemaEdit) {
    var taken = Set(fields.filter(\.isScalar).map(\.databaseName))
    for field in fields where field.isScalar && field.map == nil {
      let snake = NameStyle.snake.styled(field.name)
      guard snake != field.name, !snake.isEmpty, taken.insert(snake).inserted,
        let syntax = fieldSyntax(field, in: editor.block)
      else { continue }
      editor.addAttribute("@map(\"\(snake)\")", to: syntax.syntax, in: &edit)
    }
  }
}
