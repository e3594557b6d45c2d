import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds the field that `fields` of a relation names, with the type of the one that it refers to.
  static let addForeignKeyField = QuickFix(
    "Add the field of a foreign key", rules: ["relation-fields-unknown"], waitsForOthers: true
  ) { context in
    guard let side = context.relationField, let attribute = side.attribute else { return [] }
    func elements(_ name: String) -> [ExpressionSyntax] {
      attribute.arguments.first { $0.name?.text == name }?.value?.elements ?? []
    }
    let fields = elements("fields")
    let references = elements("references")
    var lines: [(name: String, line: String)] = []
    for (index, element) in fields.enumerated() {
      // A path leads into a composite type.
      guard let name = element.constantValue, !name.contains("."),
        side.model.field(Name(name)) == nil,
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
}
