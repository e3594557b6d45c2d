import FoundationEssentials
import SchemaModel
import SchemaParser

/// Reads the `@default` of a field.
struct DefaultLowering {
  let schema: Schema
  let dialect: SQLDialect

  /// Gives a column the default of its field.
  func lower(_ field: Field, into column: inout SQLColumn) {
    guard let written = field.defaultValue else { return }
    if let function = written.function {
      lower(function, written.value, into: &column)
      return
    }
    if field.arity == .list {
      let elements = written.value.elements.compactMap { value(of: $0, in: field) }
      column.defaultValue = .value(.list(elements))
    } else {
      column.defaultValue = value(of: written.value, in: field).map { .value($0) }
    }
  }

  private func lower(
    _ function: String, _ call: ExpressionSyntax, into column: inout SQLColumn
  ) {
    switch function {
    case "now": column.defaultValue = .now
    case "dbgenerated":
      column.defaultValue = .dbGenerated(call.arguments.first?.value?.stringValue)
    case "autoincrement":
      column.isAutoincrement = true
      column.defaultValue = dialect == .cockroachdb ? .uniqueRowID : .sequence("")
    case "sequence":
      column.isAutoincrement = true
      column.defaultValue = .sequence("")
      column.sequenceOptions = sequenceOptions(call)
    default: column.hasClientDefault = true
    }
  }

  private func sequenceOptions(_ call: ExpressionSyntax) -> [SQLSequenceOption] {
    func argument(_ name: String) -> ExpressionSyntax? {
      call.arguments.first { $0.name?.text == name }?.value
    }
    func number(_ name: String) -> Int? { argument(name).flatMap { Int($0.text) } }
    let options: [SQLSequenceOption?] = [
      argument("virtual")?.constantValue == "true" ? .virtual : nil,
      number("increment").map { .increment($0) }, number("cache").map { .cache($0) },
      number("start").map { .start($0) }, number("minValue").map { .minimum($0) },
      number("maxValue").map { .maximum($0) },
    ]
    return options.compactMap { $0 }
  }

  /// A constant; nil when it does not fit its field, which is an error of the schema.
  private func value(of expression: ExpressionSyntax, in field: Field) -> SQLValue? {
    switch field.type {
    case .enumeration(let id):
      guard let name = expression.constantValue,
        let value = schema.enumeration(id)?.values.first(where: { $0.identifier.text == name })
      else { return nil }
      return .enumValue(value.map?.value ?? value.identifier.text)
    case .scalar(let type): return value(of: expression, type)
    case .composite, .model, .unsupported, .unresolved: return nil
    }
  }

  private func value(of expression: ExpressionSyntax, _ type: ScalarType) -> SQLValue? {
    let text = expression.stringValue
    switch type {
    case .int: return expression.kind == .number ? .integer(wholeNumber(expression.text)) : nil
    case .bigInt:
      return expression.kind == .number ? .bigInteger(wholeNumber(expression.text)) : nil
    case .float, .decimal:
      return expression.kind == .number ? .decimal(expression.text) : text.map { .decimal($0) }
    case .boolean: return expression.constantValue.map { .boolean($0 == "true") }
    case .string: return text.map { .string($0) }
    case .json: return text.map { .json($0) }
    case .dateTime: return text.map { .dateTime($0) }
    case .bytes:
      return text.map {
        .bytes(Array(Data(base64Encoded: $0, options: .ignoreUnknownCharacters) ?? Data()))
      }
    }
  }

  private func wholeNumber(_ text: String) -> String { Int(text).map { String($0) } ?? text }
}
