import Diagnostics
import SchemaModel
import SchemaParser

/// A field with all that must have its type: the fields that refer to it and that it refers to, and so on.
struct KeyFields: Sendable {
  /// The fields with their models, the first one first.
  let all: [(model: Model, field: Field)]

  /// How many are looked for at most.
  private static let limit = 2_000

  /// Nil when there are too many.
  init?(around field: Field, of model: Model, in schema: Schema) {
    var all = [(model: model, field: field)]
    var seen: Set<Key> = [Key(model: model.id, field: field.index)]
    var at = 0
    func add(_ field: Field?, of model: Model) {
      guard let field, field.isScalar else { return }
      if seen.insert(Key(model: model.id, field: field.index)).inserted {
        all.append((model, field))
      }
    }
    while at < all.count {
      guard all.count <= Self.limit else { return nil }
      let (model, field) = all[at]
      at += 1
      for (own, related, target) in model.references(in: schema) where own.index == field.index {
        add(target, of: related)
      }
      for id in schema.declarations(mentioning: model.identifier.name) {
        guard let other = schema.model(id) else { continue }
        for (own, related, target) in other.references(in: schema)
        where related.id == model.id && target.index == field.index {
          add(own, of: other)
        }
      }
    }
    self.all = all
  }

  private struct Key: Hashable {
    let model: BlockID
    let field: Int
  }
}

extension Model {
  /// The pairs of `fields` and `references` of all relations.
  fileprivate func references(in schema: Schema) -> [(own: Field, related: Model, target: Field)] {
    relationFields.flatMap { index -> [(own: Field, related: Model, target: Field)] in
      guard let relation = fields[index].relation, let own = relation.fields?.fields,
        let targets = relation.references?.fields,
        let related = fields[index].type.modelID.flatMap({ schema.model($0) })
      else { return [] }
      return zip(own, targets).compactMap { own, target in
        guard let own = field(at: own), let target = related.field(target.name) else { return nil }
        return (own, related, target)
      }
    }
  }
}

extension Analysis {
  /// Gives fields a native type, in the place of the one they have.
  func setNativeType(_ native: String, of fields: KeyFields, in edit: inout SchemaEdit) {
    for (model, field) in fields.all {
      guard let editor = editor(of: model.id), let syntax = fieldSyntax(field, in: editor.block)
      else { continue }
      let old = syntax.attributes.first { $0.range.start == field.nativeType?.range.start }
      if let old {
        editor.replace(editor.textRange(of: old), with: native, in: &edit)
      } else {
        editor.addAttribute(native, to: syntax.syntax, in: &edit)
      }
    }
  }
}
