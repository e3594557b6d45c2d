import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives the sides of a many-to-many relation of MongoDB the lists of ids that it is kept in.
  static let embedManyToMany = QuickFix(
    "Keep a many-to-many relation of MongoDB in lists of ids",
    rules: [
      "m2m-embedded-fields-missing", "m2m-embedded-references-missing",
      "m2m-embedded-references-not-id", "m2m-implicit-unsupported",
    ]
  ) { context in
    guard let side = context.relationField, side.field.arity == .list,
      let opposite = side.opposite(in: context.schema), side.id != nil, opposite.id != nil
    else { return [] }
    let sides = context.diagnostic.id == "m2m-implicit-unsupported" ? [side, opposite] : [side]
    let fields = sides.map { "`\($0.model.name).\($0.idsName)`" }.joined(separator: " and ")
    return [
      context.fix("Keep the relation in \(fields)", isPreferred: true) { edit in
        for side in sides { context.analysis.embed(side, &edit) }
      }
    ]
  }
}

extension RelationField {
  /// The id of the related model.
  var id: Field? {
    guard let key = related.primaryKey, key.fields.count == 1 else { return nil }
    return related.field(at: key.fields[0].field)
  }

  /// The name of the list of the related ids.
  var idsName: String {
    scalarFields.first {
      $0.type == id?.type && $0.nativeType?.name == id?.nativeType?.name
    }?.name ?? related.name.camelCased + "Ids"
  }
}

extension Analysis {
  /// Gives a side its list of ids, and the attribute that names it.
  func embed(_ side: RelationField, _ edit: inout SchemaEdit) {
    guard let id = side.id, let editor = editor(of: side.model.id), let syntax = side.syntax else {
      return
    }
    let arguments = "fields: [\(side.idsName)], references: [\(id.name)]"
    if let attribute = side.attribute {
      let kept = attribute.arguments.filter {
        !["fields", "references"].contains($0.name?.text)
      }.map { side.model.block.text($0.range) }
      editor.replace(
        editor.textRange(of: attribute),
        with: "@relation(\((kept + [arguments]).joined(separator: ", ")))", in: &edit)
    } else {
      editor.addAttribute("@relation(\(arguments))", to: syntax.syntax, in: &edit)
    }
    if side.model.field(Name(side.idsName)) == nil {
      let native = id.nativeType.map { " " + side.related.block.text($0.range).trimmingBlanks }
      side.insertLines(
        ["\(side.idsName) \(id.typeText)[]\(native ?? "")"], editor, &edit)
    }
  }
}
