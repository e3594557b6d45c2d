import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a long text in a key or index a length.
  static let addIndexLength = QuickFix(
    "Give a field in a key or index a length",
    rules: [
      "id-native-type-length-needed", "index-native-type-length-needed",
      "unique-native-type-length-needed",
    ]
  ) { context in
    context.indexEntries("length: 100") { field in
      ["Text", "TinyText", "MediumText", "LongText", "Blob", "TinyBlob", "MediumBlob", "LongBlob"]
        .contains(field.nativeType?.name)
    }
  }

  /// Gives a field in an index an operator class, where its type has none of its own.
  static let addOperatorClass = QuickFix(
    "Give a field in an index an operator class", rules: ["index-native-type-no-default-ops"]
  ) { context in
    guard let method = context.valueOfArgument("type").flatMap({ Index.Method(rawValue: $0.text) })
    else { return [] }
    let model = context.model
    let classes = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
      .compactMap { model?.field(Name($0.text)) }
      .flatMap { OperatorClasses.classes(for: $0, method: method) }
    guard let name = classes.first else { return [] }
    return context.indexEntries("ops: \(name)") { field in
      OperatorClasses.classes(for: field, method: method).contains(name)
    }
  }

  /// Makes an index whose type or operator classes don't go with its fields one of the usual type.
  static let makePlainIndex = QuickFix(
    "Make an index one of the usual type",
    rules: [
      "index-ops-array-expected", "index-ops-native-type-needed", "index-ops-wrong-index-type",
      "index-ops-wrong-native-type", "index-ops-wrong-scalar", "index-type-unsupported-field",
      "index-native-type-no-default-ops",
    ]
  ) { context in
    guard let attribute = context.attribute, let list = attribute.argumentList,
      let type = attribute.arguments.first(where: { $0.name?.text == "type" })
    else { return [] }
    return [
      context.fix("Make it an index of the usual type") { edit in
        context.editor.remove([type], of: list, in: &edit)
        for element in attribute.arguments.compactMap(\.value).flatMap(\.elements) {
          let operators = element.arguments.filter { $0.name?.text == "ops" }
          guard !operators.isEmpty, let inner = element.syntax.first(.argumentList) else {
            continue
          }
          context.editor.remove(operators, of: inner, in: &edit)
        }
      }
    ]
  }

  /// Replaces an operator class by one that goes with the field.
  static let replaceOperatorClass = QuickFix(
    "Replace an operator class",
    rules: [
      "index-ops-array-expected", "index-ops-native-type-needed", "index-ops-wrong-index-type",
      "index-ops-wrong-native-type", "index-ops-wrong-scalar",
    ]
  ) { context in
    let method =
      context.valueOfArgument("type").flatMap { Index.Method(rawValue: $0.text) } ?? .bTree
    guard let model = context.model else { return [] }
    let entries = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
    for entry in entries {
      let operators = entry.arguments.first { $0.name?.text == "ops" }?.value
      guard let operators, let field = model.field(Name(entry.functionName ?? "")),
        let name = OperatorClasses.classes(for: field, method: method).first,
        name != operators.text
      else { continue }
      return [
        context.fix("Replace by `\(name)`", isPreferred: true) { edit in
          context.editor.replace(operators.range, with: name, in: &edit)
        }
      ]
    }
    return []
  }

  /// Makes the id of a model with another clustered index an ordinary one.
  static let makeIDNonclustered = QuickFix(
    "Make an id an ordinary index", rules: ["clustered-id-and-index"]
  ) { context in
    guard
      let attribute = context.attribute(named: "id"),
      !attribute.arguments.contains(where: { $0.name?.text == "clustered" })
    else { return [] }
    return [
      context.fix("Add `clustered: false` to the id", isPreferred: true) { edit in
        context.editor.addArgument("clustered: false", to: attribute, in: &edit)
      }
    ]
  }

  /// Makes a field with `autoincrement()` the beginning of an index.
  static let indexAutoincrement = QuickFix(
    "Make a field with `autoincrement()` unique", rules: ["autoincrement-not-indexed"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    return [
      context.fix("Add `@unique`", isPreferred: true) { edit in
        context.editor.addAttribute("@unique", to: field.syntax, in: &edit)
      }
    ]
  }

  /// Puts the JSON field of an inverted index last.
  static let moveJSONLast = QuickFix(
    "Put a JSON field last in an index", rules: ["index-gin-json-not-last"]
  ) { context in
    guard let model = context.model,
      let list = context.attribute?.arguments.lazy.compactMap(\.value).first(where: {
        $0.kind == .array
      })
    else { return [] }
    let isJSON = { (element: ExpressionSyntax) in
      model.field(Name(element.functionName ?? element.text))?.type.scalar == .json
    }
    let elements = list.elements
    guard elements.count(where: isJSON) == 1 else { return [] }
    let order = elements.filter { !isJSON($0) } + elements.filter(isJSON)
    return [
      context.fix("Put the JSON field last", isPreferred: true) { edit in
        let text = order.map(\.text).joined(separator: ", ")
        context.editor.replace(list.range, with: "[\(text)]", in: &edit)
      }
    ]
  }
}

extension QuickFixContext {
  /// The action that gives the entries of a key or index an argument, of which the fields are `wanted`.
  fileprivate func indexEntries(
    _ argument: String, where wanted: @Sendable @escaping (Field) -> Bool
  ) -> [CodeAction] {
    guard let model else { return [] }
    let title = "Add `\(argument)`"
    guard
      let attribute = attribute(named: nil) ?? attribute(named: "id") ?? attribute(named: "unique")
    else { return [] }
    if attribute.syntax.kind == .attribute {
      return [
        fix(title, isPreferred: true) { edit in
          editor.addArgument(argument, to: attribute, in: &edit)
        }
      ]
    }
    let elements = attribute.arguments.compactMap(\.value).flatMap(\.elements).filter { element in
      model.field(Name(element.functionName ?? element.text)).map(wanted) ?? false
    }
    guard !elements.isEmpty else { return [] }
    return [
      fix(title, isPreferred: true) { edit in
        for element in elements {
          if element.kind == .constant {
            editor.insert("(\(argument))", at: element.range.end, in: &edit)
          } else if let last = element.arguments.last {
            editor.insert(", \(argument)", at: last.range.end, in: &edit)
          }
        }
      }
    ]
  }
}
