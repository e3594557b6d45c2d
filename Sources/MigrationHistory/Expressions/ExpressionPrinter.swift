import Migration

/// Prints an expression of a script as PostgreSQL would print it back (`pg_get_expr`): constants with their
/// types, operators in parentheses, casts behind `::`.
///
/// It knows as much of types as this takes: those of columns, of constants, and of the functions that
/// defaults and conditions are made of. What it doesn't know at all has no text.
///
/// Source: PostgreSQL's `ruleutils.c` and `parse_expr.c`.
struct ExpressionPrinter {
  /// A text with its type, which is nil where it is not known.
  struct Typed {
    var text: ExpressionText
    var type: ColumnType?
    /// A text between quotes whose type is still open.
    var openLiteral: String?
    /// Whether it is a constant, which a cast needs no parentheses around only with a modifier.
    var isConstant = false

    init(_ text: ExpressionText, _ type: ColumnType?) {
      self.text = text
      self.type = type
    }

    init(openLiteral: String) {
      text = ExpressionText(quotedLiteral(openLiteral))
      self.openLiteral = openLiteral
      isConstant = true
    }
  }

  let catalogue: Catalogue
  /// The table whose columns can be named, nil for none.
  let table: CatalogueTable?

  /// How deep expressions are followed.
  private static let depthLimit = 200

  /// The text of an expression that is stored in a column of `target`, or of a condition.
  func text(of node: SyntaxNode, as target: ColumnType?) -> ExpressionText? {
    guard let typed = print(node, depth: 0) else { return nil }
    return target.map { assigned(typed, to: $0).text } ?? resolved(typed, as: nil).text
  }

  /// A value on its way into a column: only open constants get the column's type, all other casts are not
  /// shown.
  private func assigned(_ value: Typed, to target: ColumnType) -> Typed {
    guard value.openLiteral != nil else { return value }
    var target = target
    target.modifier = -1
    return resolved(value, as: target)
  }

  /// An open constant as one of `type`, by itself of `text`; everything else stays.
  func resolved(_ value: Typed, as type: ColumnType?) -> Typed {
    guard let literal = value.openLiteral else { return value }
    let type = type ?? .system("text")
    var plain = type
    plain.modifier = -1
    if !type.isArray, case .system(let name) = type.base {
      if name == "regclass", let sequence = sequence(literal) {
        return Typed(ExpressionText(.sequence(sequence)) + "::regclass", type)
      }
      if let bare = bareConstant(literal, name) { return bare }
    }
    let text = ConstantText.stored(literal, as: type)
    var result = Typed(quotedLiteral(text) + "::" + shown(plain), plain)
    result.isConstant = true
    return result
  }

  /// Constants that are printed without quotes.
  private func bareConstant(_ literal: String, _ type: String) -> Typed? {
    let word = literal.lowercased()
    switch type {
    case "bool":
      if ["t", "true", "y", "yes", "on", "1"].contains(word) { return constant("true", "bool") }
      if ["f", "false", "n", "no", "off", "0"].contains(word) { return constant("false", "bool") }
      return nil
    case "int4":
      return literal.utf8.allSatisfy { (0x30...0x39).contains($0) } && !literal.isEmpty
        ? constant(literal, "int4") : nil
    case "numeric":
      return literal.utf8.first.map { (0x30...0x39).contains($0) } == true && literal.contains(".")
        ? constant(literal, "numeric") : nil
    default: return nil
    }
  }

  private func sequence(_ literal: String) -> Int? {
    let parts = literal.split(separator: ".").map { part in
      part.hasPrefix("\"") ? String(part.dropFirst().dropLast()) : part.lowercased()
    }
    guard let name = parts.last else { return nil }
    let written = Catalogue.WrittenName(
      namespace: parts.count > 1 ? parts[parts.count - 2] : nil, name: name)
    if case .sequence(let number)? = catalogue.relation(written)?.relation { return number }
    return nil
  }

  func shown(_ type: ColumnType) -> ExpressionText {
    if case .made = type.base { return ExpressionText(.type(type)) }
    return ExpressionText(catalogue.text(of: type))
  }

  private func constant(_ text: String, _ type: String) -> Typed {
    var result = Typed(ExpressionText(text), .system(type))
    result.isConstant = true
    return result
  }

  // MARK: Nodes

  private func print(_ node: SyntaxNode, depth: Int) -> Typed? {
    guard depth < Self.depthLimit, let content = node.content else { return nil }
    func inner(_ name: StaticString) -> Typed? {
      content[name].flatMap { print($0, depth: depth + 1) }
    }
    func all(_ name: StaticString) -> [Typed]? {
      let nodes = content.list(name)
      let printed = nodes.compactMap { print($0, depth: depth + 1) }
      return printed.count == nodes.count ? printed : nil
    }
    switch node.kind {
    case "A_Const": return constant(content)
    case "TypeCast": return cast(content, depth)
    case "ColumnRef": return column(content)
    case "SQLValueFunction": return valueFunction(content)
    case "FuncCall": return all("args").flatMap { call(content, $0) }
    case "A_ArrayExpr": return all("elements").map { array($0, of: nil) }
    case "A_Expr": return operation(content, depth)
    case "BoolExpr":
      guard let parts = all("args")?.map({ resolved($0, as: .system("bool")) }) else { return nil }
      let texts = parts.map(\.text)
      let text: ExpressionText
      switch content.text("boolop") {
      case "NOT_EXPR": text = "(NOT " + ExpressionText.joined(texts, separator: "") + ")"
      case "OR_EXPR": text = "(" + ExpressionText.joined(texts, separator: " OR ") + ")"
      default: text = "(" + ExpressionText.joined(texts, separator: " AND ") + ")"
      }
      return Typed(text, .system("bool"))
    case "NullTest":
      guard let value = inner("arg") else { return nil }
      let ending = content.text("nulltesttype") == "IS_NOT_NULL" ? " IS NOT NULL)" : " IS NULL)"
      return Typed("(" + resolved(value, as: nil).text + ending, .system("bool"))
    case "BooleanTest":
      guard let value = inner("arg") else { return nil }
      let test = (content.text("booltesttype") ?? "IS_TRUE").split(separator: "_")
        .joined(separator: " ")
      return Typed("(" + resolved(value, as: .system("bool")).text + " \(test))", .system("bool"))
    case "CoalesceExpr":
      guard let values = all("args") else { return nil }
      let common = values.lazy.compactMap(\.type).first
      let texts = values.map { resolved($0, as: common).text }
      return Typed("COALESCE(" + ExpressionText.joined(texts, separator: ", ") + ")", common)
    case "CaseExpr": return choice(content, depth)
    case "CollateClause":
      guard let value = inner("arg"), let name = content.names("collname").last else { return nil }
      return Typed(
        "(" + resolved(value, as: nil).text + " COLLATE \(quotedName(name)))", value.type)
    default: return nil
    }
  }

  private func constant(_ node: SyntaxNode) -> Typed? {
    if node.flag("isnull") {
      var result = Typed(openLiteral: "")
      result.text = ExpressionText("NULL")
      result.openLiteral = nil
      return result
    }
    if let string = node["sval"] { return Typed(openLiteral: string.text("sval") ?? "") }
    if let number = node.integer {
      let digits = String(number)
      return constant(digits.hasPrefix("-") ? "'\(digits)'::integer" : digits, "int4")
    }
    if let number = node["fval"] {
      let digits = number.text("fval") ?? "0"
      if Int(digits) != nil { return constant("'\(digits)'::bigint", "int8") }
      let isBare = !digits.hasPrefix("-") && digits.contains { ".eE".contains($0) }
      return constant(isBare ? digits : "'\(digits)'::numeric", "numeric")
    }
    if let value = node["boolval"] {
      return constant(value.flag("boolval") ? "true" : "false", "bool")
    }
    if let bits = node["bsval"] {
      return constant("'\((bits.text("bsval") ?? "b").dropFirst())'::\"bit\"", "bit")
    }
    return nil
  }

  private func cast(_ node: SyntaxNode, _ depth: Int) -> Typed? {
    guard let argument = node["arg"], let name = node["typeName"],
      let type = try? catalogue.type(name)
    else { return nil }
    if argument.kind == "A_ArrayExpr", type.isArray {
      let nodes = argument.content?.list("elements") ?? []
      let values = nodes.compactMap { print($0, depth: depth + 1) }
      return values.count == nodes.count ? array(values, of: type) : nil
    }
    return print(argument, depth: depth + 1).map { cast($0, to: type) }
  }

  /// A cast that is written out.
  func cast(_ value: Typed, to type: ColumnType) -> Typed {
    if value.openLiteral != nil {
      var result = resolved(value, as: type)
      if type.modifier >= 0 {
        // A length is a second cast, whose text takes the place of the first one's.
        let literal = ConstantText.stored(value.openLiteral ?? "", as: type)
        result = Typed(quotedLiteral(literal) + "::" + shown(type), type)
      }
      result.isConstant = true
      return result
    }
    if value.text.parts == [.text("NULL")] {
      return Typed("NULL::" + shown(type), type)
    }
    if let old = value.type, old.isSameBut(modifier: type) {
      if type.modifier < 0 || type.modifier == old.modifier { return value }
      // A constant of the same type needs no parentheses, since only its length is looked at.
      if value.isConstant { return Typed(value.text + "::" + shown(type), type) }
    }
    return Typed("(" + value.text + ")::" + shown(type), type)
  }

  /// - Parameter type: what the array is cast to, nil without a cast.
  private func array(_ values: [Typed], of type: ColumnType?) -> Typed {
    let element = type?.element ?? values.lazy.compactMap(\.type).first ?? .system("text")
    let list = ColumnType(element.base, modifier: element.modifier, isArray: true)
    if values.isEmpty { return Typed("ARRAY[]::" + shown(list), list) }
    let texts = values.map { value in
      (type == nil ? resolved(value, as: element) : cast(value, to: element)).text
    }
    return Typed("ARRAY[" + ExpressionText.joined(texts, separator: ", ") + "]", list)
  }

  private func column(_ node: SyntaxNode) -> Typed? {
    let fields = node.names("fields")
    guard let name = fields.last, let table, let place = table.place(of: name) else { return nil }
    let column = table.columns[place]
    return Typed(ExpressionText(.column(column.number)), column.type)
  }

  private func valueFunction(_ node: SyntaxNode) -> Typed? {
    guard let function = node.text("op")?.dropFirst("SVFOP_".count) else { return nil }
    let name = function.hasSuffix("_N") ? function.dropLast(2) : function
    let precision = function.hasSuffix("_N") ? "(\(node.number("typmod")))" : ""
    let type: String =
      switch name {
      case "CURRENT_TIMESTAMP": "timestamptz"
      case "LOCALTIMESTAMP": "timestamp"
      case "CURRENT_DATE": "date"
      case "CURRENT_TIME": "timetz"
      case "LOCALTIME": "time"
      default: "name"
      }
    return Typed(ExpressionText(name + precision), .system(type))
  }

  private func choice(_ node: SyntaxNode, _ depth: Int) -> Typed? {
    var text = ExpressionText("CASE")
    if let subject = node["arg"] {
      guard let subject = print(subject, depth: depth + 1) else { return nil }
      text = text + " " + subject.text
    }
    var common: ColumnType?
    var branches: [(condition: ExpressionText?, value: Typed)] = []
    for branch in node.list("args") {
      guard let when = branch["CaseWhen"], let condition = when["expr"],
        let result = when["result"],
        let condition = print(condition, depth: depth + 1),
        let value = print(result, depth: depth + 1)
      else { return nil }
      branches.append((resolved(condition, as: nil).text, value))
      common = common ?? value.type
    }
    if let last = node["defresult"] {
      guard let value = print(last, depth: depth + 1) else { return nil }
      branches.append((nil, value))
      common = common ?? value.type
    }
    for branch in branches {
      text = text + (branch.condition.map { " WHEN " + $0 + " THEN " } ?? ExpressionText(" ELSE "))
      text = text + resolved(branch.value, as: common).text
    }
    return Typed(text + " END", common)
  }

  // MARK: Calls

  private func call(_ node: SyntaxNode, _ arguments: [Typed]) -> Typed? {
    let names = node.names("funcname")
    guard let name = names.last else { return nil }
    let signature = FunctionSignature.of(name)
    var values: [Typed] = []
    for (index, argument) in arguments.enumerated() {
      let expected = signature?.argument(index)
      values.append(resolved(argument, as: expected.map { .system($0) }))
    }
    let result = signature.flatMap { $0.result }.map { ColumnType.system($0) }
    if node.text("funcformat") == "COERCE_SQL_SYNTAX", name == "timezone", values.count == 2 {
      let type: ColumnType? =
        switch values[1].type {
        case .system("timestamptz")?: .system("timestamp")
        case .system("timestamp")?: .system("timestamptz")
        default: nil
        }
      return Typed("(" + values[1].text + " AT TIME ZONE " + values[0].text + ")", type)
    }
    let schema = names.count > 1 ? names[names.count - 2] : nil
    let isVisible =
      schema == nil || schema == "pg_catalog" || schema == catalogue.defaultNamespace
    let shownName = quotedName(name)
    let function = isVisible ? shownName : "\(quotedName(schema ?? "")).\(shownName)"
    let text = ExpressionText.joined(values.map(\.text), separator: ", ")
    return Typed("\(function)(" + text + ")", result)
  }

  // MARK: Operators

  private func operation(_ node: SyntaxNode, _ depth: Int) -> Typed? {
    let name = node.names("name").last ?? "="
    let kind = node.text("kind") ?? "AEXPR_OP"
    func side(_ name: StaticString) -> Typed? {
      node[name].flatMap { print($0, depth: depth + 1) }
    }
    if kind == "AEXPR_IN" || kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN" {
      let items = node["rexpr"]?["List"]?.list("items") ?? []
      let values = items.compactMap { print($0, depth: depth + 1) }
      guard let left = side("lexpr"), values.count == items.count, !values.isEmpty else {
        return nil
      }
      return kind == "AEXPR_IN" ? membership(left, name, values) : range(left, kind, values)
    }
    guard let right = side("rexpr") else { return nil }
    guard let left = side("lexpr") else {
      return node["lexpr"] == nil ? Typed("(\(name) " + right.text + ")", right.type) : nil
    }
    switch kind {
    case "AEXPR_OP", "AEXPR_LIKE", "AEXPR_ILIKE": return binary(left, name, right)
    case "AEXPR_OP_ANY", "AEXPR_OP_ALL":
      let word = kind == "AEXPR_OP_ANY" ? "ANY" : "ALL"
      let value = comparable(left)
      let list = resolved(right, as: value.type.map { ColumnType($0.base, isArray: true) })
      return Typed(value.text + " \(name) \(word) (" + list.text + ")", .system("bool")).enclosed
    case "AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT":
      let (first, second) = together(left, right)
      let word = kind == "AEXPR_DISTINCT" ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM"
      return Typed(first.text + " \(word) " + second.text, .system("bool")).enclosed
    case "AEXPR_NULLIF":
      let (first, second) = together(left, right)
      return Typed("NULLIF(" + first.text + ", " + second.text + ")", first.type)
    default: return nil
    }
  }

  private func binary(_ left: Typed, _ name: String, _ right: Typed) -> Typed {
    var (first, second) = together(left, right)
    if name == "&" || name == "|" || name == "#" { (first, second) = Self.ofOneSize(first, second) }
    let isComparison = [
      "=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "~*", "!~",
    ]
    .contains(name)
    let type: ColumnType? =
      isComparison
      ? .system("bool")
      : Self.isTime(second.type) && !Self.isTime(first.type) ? second.type : first.type
    return Typed(first.text + " \(name) " + second.text, type).enclosed
  }

  private static func isTime(_ type: ColumnType?) -> Bool {
    type == .system("timestamptz") || type == .system("timestamp") || type == .system("date")
  }

  private func membership(_ left: Typed, _ name: String, _ values: [Typed]) -> Typed {
    let value = comparable(left)
    // The list is one of the written type, and only then cast to the one that is compared.
    if let type = left.type, type.base == .system("varchar"), values.count > 1 {
      let texts = values.map { resolved($0, as: Self.withoutModifier(type)).text }
      let list = "(ARRAY[" + ExpressionText.joined(texts, separator: ", ") + "])::text[]"
      let word = name == "=" ? "ANY" : "ALL"
      return Typed(value.text + " \(name) \(word) (" + list + ")", .system("bool")).enclosed
    }
    let texts = values.map { resolved($0, as: value.type.map { ColumnType($0.base) }).text }
    if texts.count == 1, let only = texts.first {
      return Typed(value.text + " \(name) " + only, .system("bool")).enclosed
    }
    let list = ExpressionText.joined(texts, separator: ", ")
    let word = name == "=" ? "ANY" : "ALL"
    return Typed(value.text + " \(name) \(word) (ARRAY[" + list + "])", .system("bool")).enclosed
  }

  private func range(_ left: Typed, _ kind: String, _ bounds: [Typed]) -> Typed? {
    guard bounds.count == 2 else { return nil }
    let isInside = kind == "AEXPR_BETWEEN"
    let low = binary(left, isInside ? ">=" : "<", bounds[0])
    let high = binary(left, isInside ? "<=" : ">", bounds[1])
    let word = isInside ? " AND " : " OR "
    return Typed(low.text + word + high.text, .system("bool")).enclosed
  }

  /// Both sides of an operator: an open constant takes the type of the other side.
  private func together(_ left: Typed, _ right: Typed) -> (Typed, Typed) {
    let first = left.openLiteral == nil ? comparable(left) : left
    let second = right.openLiteral == nil ? comparable(right) : right
    if first.openLiteral != nil, second.openLiteral == nil {
      return (resolved(first, as: second.type.map(Self.withoutModifier)), second)
    }
    return alike(first, resolved(second, as: first.type.map(Self.withoutModifier)))
  }

  /// Numbers of different kinds are compared as those of the wider one; the cast of an operand is shown.
  private func alike(_ left: Typed, _ right: Typed) -> (Typed, Typed) {
    guard let old = Self.width(left.type), let new = Self.width(right.type), old != new else {
      return (left, right)
    }
    let wider: ColumnType = .system(max(old, new) == 2 ? "float8" : "numeric")
    return (
      old < new ? cast(left, to: wider) : left, new < old ? cast(right, to: wider) : right
    )
  }

  /// 0 for whole numbers, 1 for exact fractions, 2 for floating-point numbers; nil for all others.
  private static func width(_ type: ColumnType?) -> Int? {
    guard let type, !type.isArray, case .system(let name) = type.base else { return nil }
    return ["int2": 0, "int4": 0, "int8": 0, "numeric": 1, "float4": 2, "float8": 2][name]
  }

  /// Bits are combined only of whole numbers of one size.
  private static func ofOneSize(_ left: Typed, _ right: Typed) -> (Typed, Typed) {
    let sizes = ["int2": 0, "int4": 1, "int8": 2]
    guard case .system(let first)? = left.type?.base, let old = sizes[first],
      case .system(let second)? = right.type?.base, let new = sizes[second], old != new
    else { return (left, right) }
    func cast(_ value: Typed, _ name: String) -> Typed {
      let type = ColumnType.system(name)
      return Typed("(" + value.text + ")::" + SystemTypes.text(of: name, modifier: -1), type)
    }
    return (old < new ? cast(left, second) : left, new < old ? cast(right, first) : right)
  }

  private static func withoutModifier(_ type: ColumnType) -> ColumnType {
    ColumnType(type.base, isArray: type.isArray)
  }

  /// `varchar` has no operators of its own and is compared as `text`.
  private func comparable(_ value: Typed) -> Typed {
    guard let type = value.type, case .system("varchar") = type.base, !type.isArray else {
      return value
    }
    return Typed("(" + value.text + ")::text", .system("text"))
  }
}

extension ExpressionPrinter.Typed {
  /// With parentheses around it.
  fileprivate var enclosed: ExpressionPrinter.Typed {
    ExpressionPrinter.Typed("(" + text + ")", type)
  }
}

/// A text between single quotes, those in it doubled.
func quotedLiteral(_ text: String) -> String {
  "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
}
