import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives the field of a foreign key the type of the field that it refers to.
  static let matchForeignKeyType = QuickFix(
    "Give a foreign key the type that it refers to",
    rules: ["relation-field-type-mismatch", "relation-native-type-mismatch"]
  ) { context in
    guard let (side, pairs) = context.mismatchedPairs, !pairs.isEmpty else { return [] }
    let names = pairs.map { "`\($0.field.name)`" }.joined(separator: " and ")
    let types = pairs.map { side.typeWithNative(of: $0.target) }
    guard let type = types.first else { return [] }
    return [
      context.fix(
        "Change the type of \(names) to `\(type)`",
        isPreferred: pairs.allSatisfy { $0.field.defaultValue == nil }
      ) { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        for (field, target) in pairs {
          guard let syntax = context.analysis.fieldSyntax(field, in: side.model.block),
            let name = syntax.type?.name ?? syntax.type?.unsupported
          else { continue }
          editor.replace(name.range, with: target.typeText, in: &edit)
          let old = syntax.attributes.first { $0.path?.text.contains(".") ?? false }
          let native = target.nativeType.map {
            side.related.block.text($0.range).trimmingBlanks
          }
          if let old, let native {
            editor.replace(editor.textRange(of: old), with: native, in: &edit)
          } else if let old {
            editor.remove(old, in: &edit)
          } else if let native {
            editor.addAttribute(native, to: syntax.syntax, in: &edit)
          }
          if let value = syntax.attributes.first(where: { $0.path?.text == "default" }),
            field.type != target.type
          {
            editor.remove(value, in: &edit)
          }
        }
      }
    ]
  }
}

extension QuickFixContext {
  /// The fields of the relation whose types differ from those that they refer to.
  fileprivate var mismatchedPairs: (RelationField, [(field: Field, target: Field)])? {
    // The finding about native types stands at the scalar field.
    var sides: [RelationField] = []
    if let relationField {
      sides = [relationField]
    } else if let model, let field {
      sides = model.relationFields.compactMap { model.field(at: $0) }
        .filter { $0.relation?.fields?.fields.contains(field.index) ?? false }
        .compactMap { relation in
          relation.type.modelID.flatMap { schema.model($0) }
            .map { RelationField(model: model, field: relation, related: $0) }
        }
    }
    for side in sides {
      let pairs = zip(side.scalarFields, side.referencedFields).filter { field, target in
        field.type != target.type
          || side.nativeText(of: field, in: side.model)
            != side.nativeText(of: target, in: side.related)
      }
      if !pairs.isEmpty { return (side, pairs.map { ($0, $1) }) }
    }
    return nil
  }
}

extension RelationField {
  /// A field's native type as it is written.
  fileprivate func nativeText(of field: Field, in model: Model) -> String? {
    field.nativeType.map { model.block.text($0.range).trimmingBlanks }
  }

  /// A field's type with its native type.
  fileprivate func typeWithNative(of target: Field) -> String {
    target.typeText + (nativeText(of: target, in: related).map { " " + $0 } ?? "")
  }
}
