import Diagnostics
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
        context.fix("Make `\(candidate.name)` the id", isPreferred: true) { edit in
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

  /// Makes several fields with `@id` a compound id.
  static let joinIDs = QuickFix(
    "Make several ids a compound one", rules: ["id-multiple-fields", "shard-key-multiple-fields"]
  ) { context in
    let key = context.diagnostic.id == "id-multiple-fields" ? "id" : "shardKey"
    guard let model = context.model, let declaration = context.editor.declaration else { return [] }
    let fields = declaration.children.compactMap { FieldSyntax($0) }
      .filter { $0.attributes.contains { $0.path?.text == key } }
    let names = fields.compactMap { $0.name?.text }
    guard fields.count > 1, context.connector.supportsCompoundIds,
      !declaration.children.contains(where: {
        AttributeSyntax($0).map { $0.path?.text == key && $0.syntax.kind == .blockAttribute }
          ?? false
      }),
      names.allSatisfy({ model.field(Name($0))?.isScalar == true })
    else { return [] }
    let text = "@@\(key)([\(names.joined(separator: ", "))])"
    return [
      context.fix("Replace by `\(text)`", isPreferred: true) { edit in
        for field in fields {
          for attribute in field.attributes where attribute.path?.text == key {
            context.editor.remove(attribute, in: &edit)
          }
        }
        context.editor.addBlockAttribute(text, in: &edit)
      }
    ]
  }

  /// Removes the key of a field beside that of its block.
  static let removeFieldKey = QuickFix(
    "Remove the key of a field beside that of the block",
    rules: ["id-field-and-block", "shard-key-field-and-block"]
  ) { context in
    let key = context.diagnostic.id == "id-field-and-block" ? "id" : "shardKey"
    guard let declaration = context.editor.declaration else { return [] }
    let onFields = declaration.children.compactMap { FieldSyntax($0) }.flatMap(\.attributes)
      .filter { $0.path?.text == key }
    let onBlock = declaration.children.filter { $0.kind == .blockAttribute }
      .compactMap { AttributeSyntax($0) }.first { $0.path?.text == key }
    guard !onFields.isEmpty, let onBlock else { return [] }
    return [
      context.fix("Remove `@\(key)`") { edit in
        for attribute in onFields { context.editor.remove(attribute, in: &edit) }
      },
      context.fix("Remove `@@\(key)`") { edit in context.editor.remove(onBlock, in: &edit) },
    ]
  }
}

extension QuickFixContext {
  /// What an id of MongoDB needs besides `@id`.
  fileprivate func mongoMapping(of field: Field) -> String {
    connector == .mongodb && field.databaseName != "_id" && field.map == nil ? " @map(\"_id\")" : ""
  }
}

extension BlockEditor {
  /// Adds a field as the first member.
  func addFirstMember(_ text: String, in edit: inout SchemaEdit) {
    guard let name = declaration?.first(.name) else { return }
    let next = lines.next(of: name.range.end)
    guard next < (declaration?.range.end ?? 0) else { return addMember(text, in: &edit) }
    insert(indent + text + lines.lineEnd, at: next, in: &edit)
  }
}
