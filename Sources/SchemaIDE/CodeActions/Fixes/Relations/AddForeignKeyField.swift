import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds the field that `fields` of a relation names, with the type of the one that it refers to.
  static let addForeignKeyField = QuickFix(
    "Add the field of a foreign key", rules: ["relation-fields-unknown"]
  ) { context in
    guard let side = context.relationField, let attribute = side.attribute else { return [] }
    func elements(_ name: String) -> [ExpressionSyntax] {
      attribute.arguments.first { $0.name?.text == name }?.value?.elements ?? []
    }
    let fields = elements("fields")
    let references = elements("references")
    var lines: [(name: String, line: String)] = []
    for (index, element) in fields.enumerated() {
      guard let name = element.constantValue, side.model.field(Name(name)) == nil,
        references.indices.contains(index),
        let target = side.related.field(Name(references[index].text)), target.isScalar
      else { continue }
      let native = target.nativeType.map {
        " " + side.related.block.text($0.range).trimmingBlanks
      }
      let isUnique =
        fields.count == 1
        && side.opposite(in: context.schema).map { $0.field.arity != .list } ?? false
      lines.append(
        (
          name,
          "\(name) \(target.typeText)\(side.field.arity == .optional ? "?" : "")"
            + (isUnique ? " @unique" : "") + (native ?? "")
        ))
    }
    guard !lines.isEmpty else { return [] }
    let names = lines.map { "`\($0.name)`" }.joined(separator: " and ")
    let added = lines.map(\.line)
    return [
      context.fix("Add field \(names)", isPreferred: true) { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        side.insertLines(added, editor, &edit)
      }
    ]
  }

  /// Names the fields of `references` in the order of the key that they are.
  static let reorderReferences = QuickFix(
    "Put references in the order of their key", rules: ["relation-references-order"]
  ) { context in
    guard let side = context.relationField, side.attribute != nil else { return [] }
    let fields = side.scalarFields
    let references = side.referencedFields
    let indexes = Set(references.map(\.index))
    let key = side.related.uniqueCriteria.first { Set($0) == indexes }
    guard let key, fields.count == references.count, references.count == key.count else {
      return []
    }
    let pairs = zip(fields, references).sorted { left, right in
      (key.firstIndex(of: left.1.index) ?? 0) < (key.firstIndex(of: right.1.index) ?? 0)
    }
    let newFields = pairs.map(\.0.name).joined(separator: ", ")
    let newReferences = pairs.map(\.1.name).joined(separator: ", ")
    return [
      context.fix("Write `references: [\(newReferences)]`", isPreferred: true) { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        side.setArgument("fields", to: "[\(newFields)]", editor, &edit)
        side.setArgument("references", to: "[\(newReferences)]", editor, &edit)
      }
    ]
  }

  /// Leaves out of the client what refers to a model that is left out.
  static let ignoreRelationField = QuickFix(
    "Leave a relation field out of the client", rules: ["relation-to-ignored-model"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    return [
      context.fix("Add `@ignore`", isPreferred: true) { edit in
        context.editor.addAttribute("@ignore", to: field.syntax, in: &edit)
      }
    ]
  }

  /// Moves `onDelete` and `onUpdate` to the side of a relation that has the foreign key.
  static let moveReferentialActions = QuickFix(
    "Move actions to the side with the foreign key",
    rules: ["one-to-many-actions-on-back", "one-to-one-actions-on-back"]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema),
      let attribute = side.attribute, let target = opposite.attribute
    else { return [] }
    let moved = attribute.arguments.filter { ["onDelete", "onUpdate"].contains($0.name?.text) }
    let present = target.arguments.compactMap { $0.name?.text }
    guard !moved.isEmpty, !moved.contains(where: { present.contains($0.name?.text ?? "") }) else {
      return []
    }
    let texts = moved.map { side.model.block.text($0.range) }
    return [
      context.fix(
        "Move to `\(opposite.model.name).\(opposite.field.name)`", isPreferred: true
      ) { edit in
        guard let editor = context.analysis.editor(of: side.model.id),
          let other = context.analysis.editor(of: opposite.model.id),
          let list = attribute.argumentList
        else { return }
        if moved.count == attribute.arguments.count {
          editor.remove(attribute, in: &edit)
        } else {
          editor.remove(moved, of: list, in: &edit)
        }
        other.addArgument(texts.joined(separator: ", "), to: target, in: &edit)
      }
    ]
  }
}
