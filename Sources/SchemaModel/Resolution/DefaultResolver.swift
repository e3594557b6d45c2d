import SchemaParser

/// Judges the `@default` of a scalar field: section 3.4 of the language.
struct DefaultResolver {
  let context: ResolutionContext
  let field: Field
  /// The model, view or composite type.
  let owner: String
  let isComposite: Bool
  var problems: [Problem] = []

  init(context: ResolutionContext, field: Field, owner: String, isComposite: Bool) {
    self.context = context
    self.field = field
    self.owner = owner
    self.isComposite = isComposite
  }

  /// Reads the attribute; nil when it has no value.
  mutating func resolve(_ arguments: inout AttributeArguments) -> DefaultValue? {
    guard let entry = arguments.takeDefault("value", problems: &problems),
      let value = arguments.expression(entry)
    else {
      arguments.reportMissing("value", problems: &problems)
      return nil
    }
    let range = arguments.range
    let map = constraintName(&arguments, value: value)
    let function = value.functionName
    if case .composite = field.type {
      if isComposite || function != "dbgenerated" {
        report(.defaultOnCompositeType, range, [field.name, field.typeName])
      } else {
        judgeDBGenerated(value, at: range)
      }
    } else if isComposite, field.type.isUnsupported {
      report(.defaultCompositeUnsupported, range, [field.name])
    } else if let function, !isComposite, function == "dbgenerated" {
      judgeDBGenerated(value, at: range)
    } else {
      switch field.type {
      case .enumeration(let id): judgeEnum(value, type: id, at: range)
      case .unsupported: report(.defaultUnsupportedType, range, [field.name])
      case .scalar(let type):
        if let function {
          judgeFunction(function, call: value, type: type, at: range)
        } else {
          judgeLiteral(value, type: type, at: range)
        }
      case .composite, .model, .unresolved: break
      }
    }
    return DefaultValue(range: range, value: value, map: map)
  }

  private mutating func report(_ kind: Problem.Kind, _ range: TextRange, _ values: [String]) {
    problems.append(Problem(kind, at: range, values))
  }

  private mutating func constraintName(
    _ arguments: inout AttributeArguments, value: ExpressionSyntax
  ) -> NamedArgument? {
    guard let entry = arguments.take("map") else { return nil }
    if isComposite {
      report(.defaultCompositeMap, arguments.range, [field.name])
      return nil
    }
    guard let name = arguments.string(entry, problems: &problems) else { return nil }
    if name.isEmpty {
      report(.defaultMapEmpty, arguments.range, [field.name])
      return nil
    }
    if value.functionName == "autoincrement",
      field.type.scalar == .int || field.type.scalar == .bigInt
    {
      report(.defaultAutoincrementNamed, arguments.range, [name])
    }
    return NamedArgument(value: name, range: arguments.argumentRange(entry))
  }

  // MARK: Functions

  private mutating func judgeFunction(
    _ function: String, call: ExpressionSyntax, type: ScalarType, at range: TextRange
  ) {
    if isComposite {
      switch function {
      case "autoincrement", "auto":
        return report(.defaultCompositeFunction, range, [function, field.name])
      case "dbgenerated": return report(.defaultCompositeDbgenerated, range, [field.name])
      case "nanoid": return wrongType(function, types: "", at: range)
      case "cuid", "uuid", "ulid", "now": break
      default:
        return report(.defaultCompositeUnknownFunction, call.range, [function, field.name])
      }
    }
    switch function {
    case "autoincrement":
      guard type == .int || type == .bigInt else {
        return wrongType(function, types: "`Int` and `BigInt`", at: range)
      }
      judgeNoArguments(call, function, at: range)
    case "ulid":
      guard type == .string else { return wrongType(function, types: "`String`", at: range) }
      judgeNoArguments(call, function, at: range)
    case "now":
      guard type == .dateTime else { return wrongType(function, types: "`DateTime`", at: range) }
      judgeNoArguments(call, function, at: range)
    case "auto":
      if !call.arguments.isEmpty { report(.defaultAutoTakesNoArguments, range, []) }
    case "uuid":
      guard type == .string else { return wrongType(function, types: "`String`", at: range) }
      judgeInteger(call, function, at: range) { $0 == 4 || $0 == 7 }
    case "cuid":
      guard type == .string else { return wrongType(function, types: "`String`", at: range) }
      judgeInteger(call, function, at: range) { $0 == 1 || $0 == 2 }
    case "nanoid":
      guard type == .string else { return wrongType(function, types: "`String`", at: range) }
      judgeInteger(call, function, at: range) { (2...255).contains($0) }
    default: break  // Phase 7 tells unknown functions, since `sequence` depends on the database.
    }
  }

  private mutating func wrongType(_ function: String, types: String, at range: TextRange) {
    report(.defaultFunctionWrongType, range, [function, field.typeName, types])
  }

  private mutating func judgeNoArguments(
    _ call: ExpressionSyntax, _ function: String, at range: TextRange
  ) {
    if !call.arguments.isEmpty { report(.defaultFunctionTakesNoArguments, range, [function]) }
  }

  /// At most one argument, a number that is `allowed`.
  private mutating func judgeInteger(
    _ call: ExpressionSyntax, _ function: String, at range: TextRange, allowed: (Int) -> Bool
  ) {
    let arguments = call.arguments
    if arguments.count > 1 { report(.defaultFunctionSingleArgument, range, [function]) }
    guard let first = arguments.first?.value else { return }
    guard first.kind == .number else {
      return report(.defaultFunctionSingleArgument, range, [function])
    }
    if let number = Int(first.text), allowed(number) { return }
    switch function {
    case "nanoid": report(.defaultNanoidLength, range, [first.text])
    case "cuid": report(.defaultUuidVersion, range, [function, first.text, "1 and 2"])
    default: report(.defaultUuidVersion, range, [function, first.text, "4 and 7"])
    }
  }

  private mutating func judgeDBGenerated(_ call: ExpressionSyntax, at range: TextRange) {
    let arguments = call.arguments
    if arguments.count > 1 {
      report(.defaultDbgeneratedArgument, range, [Problem.abbreviated(call.text)])
    }
    guard let first = arguments.first?.value else { return }
    guard let text = first.stringValue else {
      return report(.defaultDbgeneratedArgument, range, [Problem.abbreviated(first.text)])
    }
    if text.isEmpty { report(.defaultDbgeneratedEmpty, range, [field.name]) }
  }

  // MARK: Literals

  private mutating func judgeLiteral(
    _ value: ExpressionSyntax, type: ScalarType, at range: TextRange
  ) {
    if field.arity == .list {
      guard value.kind == .array else {
        return report(
          .defaultScalarOnList, range,
          [field.name, field.typeName, Problem.abbreviated(value.text)])
      }
      for element in value.elements where !judgeElement(element, type: type, at: range) { return }
      return
    }
    if value.kind == .array {
      return report(.defaultListOnScalar, range, [field.name, field.typeName])
    }
    _ = judgeElement(value, type: type, at: range)
  }

  /// Judges one value; returns whether it fits.
  private mutating func judgeElement(
    _ value: ExpressionSyntax, type: ScalarType, at range: TextRange
  ) -> Bool {
    let fits: Bool
    let expected: String
    switch type {
    case .string, .dateTime, .json, .bytes:
      (fits, expected) = (value.kind == .string, "a string")
    case .int, .bigInt, .float:
      (fits, expected) = (value.kind == .number, "a number")
    case .decimal:
      (fits, expected) = (value.kind == .number || value.kind == .string, "a number or a string")
    case .boolean:
      if let constant = value.constantValue, constant != "true", constant != "false" {
        report(.defaultBooleanLiteral, value.range, [constant])
        return false
      }
      (fits, expected) = (value.kind == .constant, "`true` or `false`")
    }
    if !fits {
      report(
        .defaultLiteralMismatch, range,
        [field.name, field.typeName, Problem.abbreviated(value.text), expected])
    }
    return fits
  }

  // MARK: Enums

  private mutating func judgeEnum(_ value: ExpressionSyntax, type: BlockID, at range: TextRange) {
    guard let declaration = context.declarations[type.index] else { return }
    let enumName = declaration.identifier.text
    func notConstant(_ value: ExpressionSyntax) -> [String] {
      [field.name, enumName, Problem.abbreviated(value.text)]
    }
    if field.arity == .list, value.kind != .array {
      return report(.defaultEnumNotConstant, range, notConstant(value))
    }
    for element in field.arity == .list ? value.elements : [value] {
      guard element.kind == .constant else {
        return report(.defaultEnumNotConstant, range, notConstant(element))
      }
      let name = element.syntax.block.name(element.range)
      if declaration.lookup[name] != nil { continue }
      let known = declaration.values.prefix(8).map { "`\($0.identifier.text)`" }
      problems.append(
        Problem(
          .defaultEnumUnknownValue, at: range,
          [
            element.text, enumName,
            known.joined(separator: ", ") + (declaration.values.count > 8 ? ", …" : ""),
          ], relatedBlock: type))
      return
    }
  }
}
