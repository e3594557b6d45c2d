import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes a default in the way that its field takes it.
  static let replaceDefault = QuickFix(
    "Write a default as its field takes it", rules: replacements.keys.sorted()
  ) {
    context in
    guard let replacement = replacements[context.diagnostic.id],
      let value = context.valueAtPlace
    else { return [] }
    let texts = replacement(context, value).filter { $0 != value.text }
    // Of several values each may be the one that is meant.
    let isOne =
      value.elements.count < 2 && (value.functionName != "env" || value.arguments.count < 2)
    // Among the arguments of a relation a word may be anything.
    let isInRelation = context.attribute?.path?.text == "relation"
    return texts.map { text in
      context.fix("Replace by `\(text)`", isPreferred: isOne && texts.count == 1 && !isInRelation) {
        edit in
        context.editor.replace(value.range, with: text, in: &edit)
      }
    }
  }

  /// What can stand instead of a value, for each of the rules.
  private static let replacements:
    [String: @Sendable (QuickFixContext, ExpressionSyntax) -> [String]] = [
      "default-enum-not-constant": { context, value in
        guard
          let type = context.field?.type.declaration.flatMap({ context.schema.enumeration($0) }),
          let text = value.stringValue, type.hasValue(Name(text))
        else { return [] }
        return [text]
      },
      "default-boolean-literal": { _, value in
        switch value.text.lowercased() {
        case "true", "yes", "1", "\"true\"": ["true"]
        case "false", "no", "0", "\"false\"": ["false"]
        default: []
        }
      },
      "default-literal-mismatch": { context, value in
        literal(value, of: context.field?.type.scalar).map { [$0] } ?? []
      },
      "default-list-on-scalar": { _, value in
        value.elements.count == 1 ? value.elements.map(\.text) : []
      },
      "default-scalar-on-list": { _, value in ["[\(value.text)]"] },
      "default-function-takes-no-arguments": { _, value in
        value.functionName.map { ["\($0)()"] } ?? []
      },
      "default-auto-takes-no-arguments": { _, value in
        value.functionName.map { ["\($0)()"] } ?? []
      },
      "default-function-single-argument": { _, value in
        guard let name = value.functionName else { return [] }
        let number = value.arguments.first?.value?.stringValue.flatMap { Int($0) }
        return [number.map { "\(name)(\($0))" } ?? "\(name)()"]
      },
      "default-uuid-version": { context, value in
        guard let name = value.functionName else { return [] }
        return (context.problem?[2] ?? "").split { !$0.isNumber }.map { "\(name)(\($0))" }
      },
      "default-nanoid-length": { _, _ in ["nanoid()"] },
      "default-dbgenerated-argument": { _, value in
        guard let argument = value.arguments.first?.value, value.arguments.count == 1,
          argument.kind == .functionCall || argument.kind == .constant
        else { return [] }
        return ["dbgenerated(\(StringLiteral.quoted(argument.text)))"]
      },
      "default-dbgenerated-empty": { _, _ in ["dbgenerated()"] },
      "default-function-wrong-type": { context, _ in
        guard let field = context.field, field.arity != .list else { return [] }
        switch field.type.scalar {
        case .int, .bigInt:
          return context.connector.supportsAutoincrement && context.isID(field)
            ? ["autoincrement()"] : []
        case .string: return context.isID(field) ? ["uuid()", "cuid()"] : []
        case .dateTime: return ["now()"]
        default: return []
        }
      },
      "default-datetime-invalid": { _, value in
        guard let text = value.stringValue, text.count == 10,
          text.split(separator: "-").map(\.count) == [4, 2, 2],
          text.allSatisfy({ $0.isNumber || $0 == "-" })
        else { return [] }
        return ["\"\(text)T00:00:00Z\""]
      },
      "default-int-invalid": { _, value in
        guard let number = Double(value.stringValue ?? value.text), number.magnitude < 1e15 else {
          return []
        }
        return [String(Int(number.rounded()))]
      },
      "default-decimal-invalid": { _, value in
        guard let text = value.stringValue, text.count(where: { $0 == "," }) == 1,
          !text.contains("."), text.allSatisfy({ $0.isNumber || $0 == "," })
        else { return [] }
        return ["\"\(text.replacing(",", with: "."))\""]
      },
      "value-type-mismatch": { context, value in
        guard context.problem?[0] == "a string", value.kind == .constant || value.kind == .number
        else { return [] }
        return [StringLiteral.quoted(value.text)]
      },
      "index-field-element-invalid": { _, value in
        value.stringValue.flatMap { $0.allSatisfy(\.isLetter) ? [$0] : nil } ?? []
      },
      "index-ops-invalid-value": { _, value in
        value.stringValue.map { ["raw(\(StringLiteral.quoted($0)))"] } ?? []
      },
      "index-ops-unknown": { _, value in
        value.constantValue.map { ["raw(\(StringLiteral.quoted($0)))"] } ?? []
      },
      "index-ops-raw-not-string": { _, value in
        guard let argument = value.functionName == "raw" ? value.arguments.first?.value : value
        else { return [] }
        return value.functionName == "raw"
          ? ["raw(\(StringLiteral.quoted(argument.text)))"] : [StringLiteral.quoted(value.text)]
      },
      "datasource-provider-not-string": { _, value in
        value.elements.first?.stringValue.map { [StringLiteral.quoted($0)] } ?? []
      },
      "env-argument-count": { _, value in
        guard let first = value.arguments.first?.value, first.kind == .string else { return [] }
        return ["env(\(first.text))"]
      },
      "env-named-argument": { _, value in
        guard let first = value.arguments.first?.value, value.arguments.count == 1 else {
          return []
        }
        return ["env(\(first.text))"]
      },
    ]
}

extension QuickFixContext {
  /// Whether a field is the whole id of its model.
  fileprivate func isID(_ field: Field) -> Bool {
    model?.primaryKey?.fields.map(\.field) == [field.index]
  }

  /// The value that the diagnostic is about: the outermost that it covers or begins in, else that of
  /// `@default`.
  fileprivate var valueAtPlace: ExpressionSyntax? {
    let inPlace = cursor.nodes.filter { $0.kind.isExpression }
    if let exact = inPlace.first(where: { $0.range == range }) { return ExpressionSyntax(exact) }
    if let argument = cursor.nodes.first(where: { $0.kind == .argument && $0.range == range }) {
      return ArgumentSyntax(argument)?.value
    }
    if let property = cursor.innermost(.property).flatMap({ PropertySyntax($0) }),
      cursor.innermost(.functionCall) == nil
    {
      return property.value
    }
    if let first = inPlace.first { return ExpressionSyntax(first) }
    let attribute = attribute(named: "default") ?? attribute
    return attribute?.arguments.first { $0.name == nil || $0.name?.text == "value" }?.value
  }
}
