import Diagnostics
import SchemaModel
import SchemaParser

/// A relation field, with what actions need to know of it.
struct RelationField: Sendable {
  let model: Model
  let field: Field
  let related: Model

  /// The relation's name as it is written in `@relation`: `"x"` or `name: "x"`; nil without one.
  var nameArgument: String? {
    guard let attribute = syntax?.attributes.first(where: { $0.path?.text == "relation" }) else {
      return nil
    }
    return attribute.arguments.first { argument in
      argument.name.map { $0.text == "name" } ?? (argument.value?.kind == .string)
    }.map { model.block.text($0.range) }
  }

  /// Its line.
  var syntax: FieldSyntax? {
    model.block.nodes(holding: field.identifier.range.start).last { $0.kind == .field }
      .flatMap { FieldSyntax($0) }
  }

  /// Its `@relation`.
  var attribute: AttributeSyntax? { syntax?.attributes.first { $0.path?.text == "relation" } }

  /// The model's fields in `fields`.
  var scalarFields: [Field] { (field.relation?.fields?.fields ?? []).compactMap(model.field(at:)) }

  /// The fields in `references`.
  var referencedFields: [Field] {
    (field.relation?.references?.fields ?? []).compactMap { related.field($0.name) }
  }
}

extension QuickFixContext {
  /// The relation field that the diagnostic is about.
  var relationField: RelationField? {
    var owner: BlockID?
    var index: Int?
    if case .finding(let place, _) = diagnostic.subject {
      switch place {
      case .field(let id, let field), .fieldName(let id, let field),
        .relationPart(let id, let field, _):
        (owner, index) = (id, field)
      case .range, .declaration, .declarationName: break
      }
    }
    guard let model = (owner ?? cursor.declaration).flatMap({ schema.model($0) }),
      let field = index.flatMap({ model.field(at: $0) }) ?? field,
      let related = field.type.modelID.flatMap({ schema.model($0) })
    else { return nil }
    return RelationField(model: model, field: field, related: related)
  }
}
