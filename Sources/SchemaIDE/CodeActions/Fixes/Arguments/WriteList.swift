import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts the fields of a key or index into a list.
  static let writeList = QuickFix(
    "Put fields into a list", rules: ["arguments-multiple-unnamed"]
  ) { context in
    guard let attribute = context.attribute, let list = attribute.argumentList else { return [] }
    let unnamed = attribute.arguments.filter { $0.name == nil }
    guard let first = unnamed.first, let last = unnamed.last,
      unnamed.allSatisfy({ $0.value?.kind == .constant || $0.value?.kind == .functionCall }),
      attribute.arguments.prefix(unnamed.count).allSatisfy({ $0.name == nil })
    else { return [] }
    let text = context.block.text(TextRange(first.range.start, last.range.end))
    guard list.range.contains(last.range) else { return [] }
    return [
      context.fix("Write `[\(text)]`", isPreferred: true) { edit in
        context.editor.replace(
          TextRange(first.range.start, last.range.end), with: "[\(text)]", in: &edit)
      }
    ]
  }

  /// Removes what a list of fields names a second time.
  static let removeDuplicateEntry = QuickFix(
    "Remove a repeated entry of a list",
    rules: [
      "datasource-schemas-duplicate", "id-duplicate-field", "index-duplicate-field",
      "shard-key-duplicate-field",
    ]
  ) { context in
    let expression =
      context.attribute?.arguments.lazy.compactMap(\.value).first { $0.kind == .array }
      ?? context.propertyNamed("schemas")?.value
    guard let expression, expression.kind == .array else { return [] }
    let elements = expression.elements
    var seen: Set<String> = []
    let repeated = elements.indices.filter { index in
      let element = elements[index]
      return !seen.insert(element.functionName ?? element.text).inserted
    }
    guard !repeated.isEmpty else { return [] }
    let names = Set(repeated.map { elements[$0].functionName ?? elements[$0].text }).sorted()
    return [
      context.fix(
        "Remove the repeated \(names.map { "`\($0)`" }.joined(separator: " and "))",
        isPreferred: true
      ) { edit in
        for index in repeated where index > 0 {
          context.editor.replace(
            TextRange(elements[index - 1].range.end, elements[index].range.end), with: "",
            in: &edit)
        }
      }
    ]
  }

  /// Removes a field that does not exist from a key or index.
  static let removeUnknownEntry = QuickFix(
    "Remove an unknown field from a key or index",
    rules: ["id-unknown-field", "index-unknown-field", "shard-key-unknown-field"]
  ) { context in
    guard let model = context.model,
      let list = context.attribute?.arguments.lazy.compactMap(\.value).first(where: {
        $0.kind == .array
      })
    else { return [] }
    let known = list.elements.filter { element in
      let name = (element.functionName ?? element.text).prefix { $0 != "." }
      return model.field(Name(String(name))) != nil
    }
    guard !known.isEmpty, known.count < list.elements.count else { return [] }
    let text = "[\(known.map(\.text).joined(separator: ", "))]"
    return [
      context.fix("Write `\(text)`") { edit in
        context.editor.replace(list.range, with: text, in: &edit)
      }
    ]
  }

  /// Replaces a relation field by its scalar fields, where only those can stand.
  static let useScalarFields = QuickFix(
    "Use the scalar fields of a relation",
    rules: ["id-relation-field", "index-relation-field", "shard-key-relation-field"]
  ) { context in
    guard let model = context.model, let attribute = context.attribute else { return [] }
    let elements = attribute.arguments.compactMap(\.value).flatMap(\.elements)
    let changes = elements.compactMap { element -> (range: TextRange, text: String)? in
      guard element.kind == .constant, let field = model.field(Name(element.text)),
        field.isRelation, let scalars = field.relation?.fields?.fields, !scalars.isEmpty
      else { return nil }
      return (element.range, model.fieldNames(scalars).joined(separator: ", "))
    }
    guard let first = changes.first else { return [] }
    return [
      context.fix("Use `\(first.text)`", isPreferred: changes.count == 1) { edit in
        for change in changes {
          context.editor.replace(change.range, with: change.text, in: &edit)
        }
      }
    ]
  }
}
