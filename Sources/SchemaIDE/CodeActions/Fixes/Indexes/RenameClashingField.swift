import SchemaFormatter
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Renames the field that has the name of a key over several fields in the client.
  static let renameClashingField = QuickFix(
    "Rename a field that is called like a key",
    rules: ["id-client-name-clash", "unique-client-name-clash"]
  ) { context in
    guard let model = context.model, let attribute = context.attribute else { return [] }
    let elements = attribute.arguments.lazy.compactMap(\.value).first { $0.kind == .array }?
      .elements
    let parts = (elements ?? []).map { ($0.functionName ?? $0.text).replacing(".", with: "_") }
    guard let field = model.field(Name(parts.joined(separator: "_"))),
      let place = context.schema.place(of: model.id)
    else { return [] }
    let name = model.freeName(from: field.name.camelCased)
    guard
      let edit = try? context.analysis.rename(
        at: place.offset + field.identifier.range.start, inFile: place.file, to: name, asks: false)
    else { return [] }
    return [
      context.fix("Rename field `\(field.name)` to `\(name)`", isPreferred: true) { $0 = edit }
    ]
  }
}
