import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a field with `@relation` the model that it seems to mean: one with a field of this model that
  /// has no other side yet, whose fields go with the key.
  static let useModelType = QuickFix(
    "Give a field with `@relation` the type of a model", rules: ["relation-attribute-on-scalar"]
  ) { context in
    guard let model = context.model, let attribute = context.attribute(named: "relation"),
      let type = context.fieldSyntax?.type?.name,
      let key = WrittenKey(attribute, model)
    else { return [] }
    let models = context.modelsMeant(by: key)
    return models.map { related in
      context.fix("Change the type to `\(related.name)`", isPreferred: models.count == 1) { edit in
        context.editor.replace(type.range, with: related.name, in: &edit)
      }
    }
  }
}

extension QuickFixContext {
  /// The models with a field of this one that has no other side yet, and with what a key refers to.
  func modelsMeant(by key: WrittenKey) -> [Model] {
    guard let model else { return [] }
    return schema.declarations(mentioning: model.identifier.name).compactMap { schema.model($0) }
      .filter { key.fits($0) && $0.waits(for: model, key.name, in: schema) }
  }
}

/// A foreign key as `@relation` says it.
struct WrittenKey {
  private let fields: [Field]
  private let references: [String]
  /// The name of the relation.
  let name: String?

  /// Nil unless both lists are there, and all `fields` exist.
  init?(_ attribute: AttributeSyntax, _ model: Model) {
    func names(_ argument: String) -> [String] {
      let value = attribute.arguments.first { $0.name?.text == argument }?.value
      return (value?.elements ?? []).map(\.text)
    }
    fields = names("fields").compactMap { model.field(Name($0)) }
    references = names("references")
    name =
      attribute.arguments.lazy.compactMap { argument in
        argument.name.map { $0.text == "name" } ?? true ? argument.value?.stringValue : nil
      }.first
    guard !fields.isEmpty, fields.count == names("fields").count, fields.count == references.count
    else { return nil }
  }

  /// Whether the model has what the key refers to.
  func fits(_ model: Model) -> Bool {
    zip(fields, references).allSatisfy { own, name in
      model.field(Name(name)).map { $0.isScalar && $0.type == own.type } ?? false
    }
  }
}

extension Model {
  /// Whether it has a field of a model without another side.
  fileprivate func waits(for model: Model, _ relation: String?, in schema: Schema) -> Bool {
    fields.contains { field in
      field.type == .model(model.id) && field.relation?.name?.value == relation
        && field.relation?.fields == nil && schema.oppositeField(of: field, in: id) == nil
    }
  }
}
