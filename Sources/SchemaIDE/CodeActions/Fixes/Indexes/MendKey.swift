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

  /// Makes an id over several fields a unique, where ids have one field.
  static let makeIDUnique = QuickFix(
    "Make a compound id a unique", rules: ["id-compound-unsupported"],
    leavesOpen: ["mongo-id-missing"]
  ) { context in
    guard let path = context.attribute?.path, path.text == "id" else { return [] }
    return [
      context.fix("Make it `@@unique`") { edit in
        context.editor.replace(path.range, with: "unique", in: &edit)
      }
    ]
  }

  /// Makes an index that covers one field only of each field of an index.
  static let splitIndex = QuickFix(
    "Make an index for each field", rules: ["index-spgist-multi-column"]
  ) { context in
    guard let attribute = context.attribute,
      let list = attribute.arguments.first(where: { $0.value?.kind == .array })?.value,
      list.elements.count > 1
    else { return [] }
    return [
      context.fix("Make an index for each field") { edit in
        let editor = context.editor
        let range = editor.textRange(of: attribute)
        let head = context.block.text(TextRange(range.start, list.range.start))
        // A name can be given to one index only.
        let rest = attribute.arguments.filter { argument in
          argument.value?.range != list.range && !["map", "name"].contains(argument.name?.text)
        }.map { ", " + context.block.text($0.range) }.joined()
        let indent = context.block.text(editor.lines.indent(of: range.start))
        let lines = list.elements.map { "\(head)[\($0.text)]\(rest))" }
        editor.replace(
          range, with: lines.joined(separator: editor.lines.lineEnd + indent), in: &edit)
      }
    ]
  }

  /// Removes `autoincrement()` where a table has several.
  static let removeAutoincrement = QuickFix(
    "Leave one field with `autoincrement()`", rules: ["autoincrement-multiple"]
  ) { context in
    guard let model = context.model else { return [] }
    let key = model.primaryKey?.fields.map(\.field) ?? []
    let fields = model.fields.filter {
      $0.defaultValue?.function == "autoincrement" && key != [$0.index]
    }
    return fields.compactMap { field in
      guard let syntax = context.analysis.fieldSyntax(field, in: model.block),
        let attribute = syntax.attributes.first(where: { $0.path?.text == "default" })
      else { return nil }
      return context.fix(
        "Remove `@default` of `\(field.name)`", isPreferred: fields.count == 1
      ) { edit in
        context.editor.remove(attribute, in: &edit)
      }
    }
  }
}
