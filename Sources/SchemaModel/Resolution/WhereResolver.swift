import SchemaParser

extension ModelResolver {
  /// Reads `where` of a unique or index (section 8.4); returns the span class ARG.
  ///
  /// One mistake is reported, the first in source order.
  mutating func resolveWhere(_ arguments: inout AttributeArguments) -> TextRange? {
    guard context.version == .seven, let entry = arguments.take("where"),
      let value = arguments.expression(entry)
    else { return nil }
    judgeWhere(value, at: arguments.range, attribute: arguments.attributeName)
    return arguments.argumentRange(entry)
  }

  private mutating func judgeWhere(
    _ value: ExpressionSyntax, at range: TextRange, attribute: String
  ) {
    func report(_ kind: Problem.Kind, _ values: [String]) {
      problems.append(Problem(kind, at: range, values))
    }
    switch value.kind {
    case .functionCall:
      guard value.functionName == "raw" else {
        return report(.whereInvalid, [Problem.abbreviated(value.text)])
      }
      guard let first = value.arguments.first?.value else { return report(.whereRawArgument, []) }
      guard let text = first.stringValue else {
        problems.append(.mismatch(first, expected: "a string"))
        return report(.whereRawArgument, [])
      }
      if text.isEmpty { report(.whereRawEmpty, []) }
    case .object:
      let members = value.members
      if members.isEmpty { return report(.whereEmptyObject, [attribute]) }
      for member in members where !judgeCondition(member.name, member.value, at: range) { return }
    default:
      problems.append(.mismatch(value, expected: "`raw(…)` or an object"))
      report(.whereInvalid, [Problem.abbreviated(value.text)])
    }
  }

  /// Judges `field: value`; returns whether it is fine.
  private mutating func judgeCondition(
    _ name: Syntax, _ value: ExpressionSyntax, at range: TextRange
  ) -> Bool {
    func fail(_ kind: Problem.Kind, _ values: [String]) -> Bool {
      problems.append(Problem(kind, at: range, values))
      return false
    }
    guard let index = declaration.lookup[block.name(name.range)] else {
      return fail(.whereUnknownField, [name.text, modelName])
    }
    let field = fields[index]
    guard field.isScalar else { return fail(.whereRelationField, [name.text, modelName]) }
    var operand = value
    if value.kind == .object {
      let members = value.members
      guard members.count == 1, let only = members.first else {
        return fail(.whereNestedKeyCount, [field.name, String(members.count)])
      }
      guard only.name.text == "not" else {
        return fail(.whereNestedKeyUnknown, [only.name.text, field.name])
      }
      operand = only.value
    }
    let found = Problem.abbreviated(operand.text)
    switch operand.kind {
    case .array, .functionCall, .object:
      return fail(.whereValueInvalid, [field.name, found])
    case .constant where !["true", "false", "null"].contains(operand.text):
      return fail(.whereConstantInvalid, [found, field.name])
    default: break
    }
    if operand.constantValue == "null" { return true }
    switch field.type {
    case .composite, .unsupported:
      return fail(.whereFieldNeedsRaw, [field.name, field.typeDescription])
    case .enumeration:
      if operand.kind == .string { return true }
      return fail(.whereEnumValue, [found, field.name, field.typeName])
    case .scalar(let type):
      let fits =
        switch operand.kind {
        case .constant: type == .boolean
        case .string: type == .string || type == .dateTime
        default: type == .int || type == .bigInt || type == .float || type == .decimal
        }
      return fits || fail(.whereTypeMismatch, [found, field.name, field.typeName])
    case .model, .unresolved: return true
    }
  }
}
