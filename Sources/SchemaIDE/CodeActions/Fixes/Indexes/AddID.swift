import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a model an id: a field that could be one, or a new field.
  static let addID = QuickFix(
    "Add an id", rules: ["model-no-unique-criterion", "mongo-id-missing"]
  ) { context in
    guard let model = context.model, !model.isView, model.primaryKey == nil else { return [] }
    let candidate = model.fields.first { field in
      let name = field.name.lowercased()
      return ["id", "_id", "uuid", model.name.lowercased() + "id"].contains(name)
        && field.arity != .list
        && [.int, .bigInt, .string].contains(field.type.scalar)
    }
    if let candidate {
      return [
        context.fix(
          "Make `\(candidate.name)` the id",
          isPreferred: candidate.arity == .required || candidate.name == "id"
        ) { edit in
          guard let editor = context.analysis.editor(of: model.id),
            let syntax = context.analysis.fieldSyntax(candidate, in: model.block)
          else { return }
          editor.addAttribute(
            "@id" + context.mongoMapping(of: candidate), to: syntax.syntax, in: &edit)
          if candidate.arity == .optional, let type = syntax.type, let name = type.name {
            editor.replace(TextRange(name.range.end, type.range.end), with: "", in: &edit)
          }
        }
      ]
    }
    let name = model.freeName(from: "id")
    let line: String
    switch context.connector {
    case .mongodb:
      let prefix = context.schema.configuration.datasource?.identifier.text ?? "db"
      line = "\(name) String @id @default(auto()) @map(\"_id\") @\(prefix).ObjectId"
    case .cockroachdb: line = "\(name) BigInt @id @default(autoincrement())"
    default: line = "\(name) Int @id @default(autoincrement())"
    }
    if model.fields.contains(where: { $0.databaseName == "_id" }), context.connector == .mongodb {
      return []
    }
    return [
      context.fix("Add an id field", isPreferred: true) { edit in
        guard let editor = context.analysis.editor(of: model.id) else { return }
        editor.addFirstMember(line, in: &edit)
      }
    ]
  }
}

extension QuickFixContext {
  /// What an id of MongoDB needs besides `@id`.
  func mongoMapping(of field: Field) -> String {
    connector == .mongodb && field.databaseName != "_id" && field.map == nil ? " @map(\"_id\")" : ""
  }
}
