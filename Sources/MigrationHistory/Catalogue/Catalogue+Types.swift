import Migration

extension Catalogue {
  /// The type that a `TypeName` node means. Serial types are the integers behind them.
  func type(_ node: SyntaxNode) throws(ReplayProblem) -> ColumnType {
    let names = node.names("names")
    guard var name = names.last else { throw .unknown(.type, "") }
    var namespace = names.count > 1 ? names[names.count - 2] : nil
    var isArray = !node.list("arrayBounds").isEmpty
    let modifiers = node.list("typmods").compactMap(\.integerConstant)
    if namespace != "pg_catalog" {
      if let made = madeType(WrittenName(namespace: namespace, name: name)) {
        return ColumnType(.made(made), modifier: modifiers.first ?? -1, isArray: isArray)
      }
      // The name of an array type is that of its elements with `_` before it.
      if name.hasPrefix("_"),
        let made = madeType(WrittenName(namespace: namespace, name: String(name.dropFirst())))
      {
        return ColumnType(.made(made), isArray: true)
      }
      guard namespace == nil else { throw .unknown(.type, names.joined(separator: ".")) }
      namespace = "pg_catalog"
    }
    if let integer = SystemTypes.serials[name] { return .system(integer) }
    if name.hasPrefix("_"), SystemTypes.names.contains(String(name.dropFirst())) {
      name.removeFirst()
      isArray = true
    }
    guard SystemTypes.names.contains(name) else { throw .unknown(.type, name) }
    return ColumnType(
      .system(name), modifier: SystemTypes.modifier(of: name, modifiers), isArray: isArray)
  }

  /// A type as `format_type` prints it.
  func text(of type: ColumnType) -> String {
    let text: String
    switch type.base {
    case .system(let name): text = SystemTypes.text(of: name, modifier: type.modifier)
    case .made(let number):
      let name = types[number].map { shown($0.name) } ?? "?"
      text = type.modifier >= 0 ? "\(name)(\(type.modifier))" : name
    }
    return type.isArray ? text + "[]" : text
  }

  /// The type for comparing schemas.
  func sqlType(_ type: ColumnType) -> SQLType {
    let text = text(of: type.element)
    switch type.base {
    case .system(let name):
      return SQLType(
        catalogueName: name, modifier: type.modifier, isArray: type.isArray, text: text)
    case .made(let number):
      guard let made = types[number] else { return .unsupported(text) }
      if case .enumeration = made.kind { return .enumeration(made.name) }
      if case .installed = made.kind {
        return SQLType(
          catalogueName: made.name.name, modifier: type.modifier, isArray: type.isArray, text: text)
      }
      return .unsupported(type.isArray ? "_\(made.name.name)" : text)
    }
  }

  /// The labels of an enum, nil for any other type.
  func labels(of type: Int) -> [String]? {
    if case .enumeration(let labels)? = types[type]?.kind { labels } else { nil }
  }
}

extension SyntaxNode {
  /// The number that an `A_Const` node holds, nil for anything else.
  var integerConstant: Int? { self["A_Const"]?.integer }
}

/// The types of PostgreSQL itself.
enum SystemTypes {
  /// The names in `pg_type` of those that columns can have.
  static let names = Set(
    """
    bool bytea char name int8 int2 int2vector int4 regproc text oid tid xid cid oidvector json xml \
    point lseg path box polygon line float4 float8 circle money macaddr inet cidr macaddr8 aclitem \
    bpchar varchar date time timestamp timestamptz interval timetz bit varbit numeric refcursor \
    regprocedure regoper regoperator regclass regcollation regtype regrole regnamespace uuid pg_lsn \
    tsvector gtsvector tsquery regconfig regdictionary jsonb jsonpath txid_snapshot pg_snapshot xid8 \
    int4range numrange tsrange tstzrange daterange int8range int4multirange nummultirange \
    tsmultirange tstzmultirange datemultirange int8multirange record void trigger
    """.split(separator: " ").map(String.init))

  /// The integers behind the types that take their values from a sequence.
  static let serials = [
    "serial": "int4", "serial4": "int4", "bigserial": "int8", "serial8": "int8",
    "smallserial": "int2", "serial2": "int2",
  ]

  /// Lengths and precisions in one number, as `pg_attribute.atttypmod` has them; -1 without any.
  static func modifier(of name: String, _ numbers: [Int]) -> Int {
    switch name {
    case "varchar": numbers.first.map { clamped($0) + 4 } ?? -1
    case "bpchar": numbers.first.map { clamped($0) + 4 } ?? -1
    case "bit", "varbit": numbers.first.map(clamped) ?? -1
    case "numeric":
      numbers.first.map { precision in
        let scale = numbers.count > 1 ? numbers[1] : 0
        return (clamped(precision) << 16 | scale & 0x7FF) + 4
      } ?? -1
    case "time", "timetz", "timestamp", "timestamptz":
      numbers.first.map { min(max(0, $0), 6) } ?? -1
    default: -1
    }
  }

  private static func clamped(_ number: Int) -> Int { min(max(0, number), 10_485_760) }

  /// A type as `format_type` prints it, for a modifier that is given: -1 for none.
  ///
  /// Source: PostgreSQL's `format_type.c`.
  static func text(of name: String, modifier: Int) -> String {
    let precision = modifier >= 0 ? "(\(modifier))" : ""
    switch name {
    case "varchar":
      return modifier >= 4 ? "character varying(\(modifier - 4))" : "character varying"
    case "bpchar": return modifier >= 4 ? "character(\(modifier - 4))" : "bpchar"
    case "bit": return modifier >= 0 ? "bit\(precision)" : "\"bit\""
    case "varbit": return "bit varying\(precision)"
    case "numeric":
      guard modifier >= 4 else { return "numeric" }
      let packed = modifier - 4
      return "numeric(\(packed >> 16 & 0xFFFF),\((packed & 0x7FF ^ 0x400) - 0x400))"
    case "time": return "time\(precision) without time zone"
    case "timetz": return "time\(precision) with time zone"
    case "timestamp": return "timestamp\(precision) without time zone"
    case "timestamptz": return "timestamp\(precision) with time zone"
    case "int2": return "smallint"
    case "int4": return "integer"
    case "int8": return "bigint"
    case "float4": return "real"
    case "float8": return "double precision"
    case "bool": return "boolean"
    case "char": return "\"char\""
    default: return name
    }
  }
}
