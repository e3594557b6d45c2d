/// The operator classes of PostgreSQL that `ops` can name, and the fields they index.
///
/// Source: https://www.postgresql.org/docs/current/indexes-opclass.html and the pages on GiST, GIN,
/// SP-GiST and BRIN.
public enum OperatorClasses {
  /// Why a field does not go into an index.
  public enum Problem: Hashable, Sendable {
    /// The class belongs to other index types.
    case wrongIndexType
    /// The class is for fields of another type.
    case wrongScalar(expected: ScalarType)
    /// The class is for lists.
    case arrayExpected
    /// The class is for other native types.
    case wrongNativeType
    /// The native type has no class that is taken by default.
    case noDefaultClass
    /// The class is for fields of a native type.
    case nativeTypeNeeded
    /// The index type can't hold the field's type.
    case unsupportedField
  }

  /// The classes with the fields that one group of them indexes.
  fileprivate struct Group: Sendable {
    let method: Index.Method
    /// The native types of the fields.
    let nativeTypes: [String]
    /// The type of the fields without a native type, nil when they must have one.
    let scalar: ScalarType?
    /// Whether a field needs no class.
    var hasDefault = true
    let classes: [String]
  }

  /// The names of all classes, in the order in which they are offered.
  public static let all: [String] = {
    var seen: Set<String> = []
    return (groups.flatMap(\.classes) + [arrayOps]).filter { seen.insert($0).inserted }
  }()

  /// The index types that a class belongs to; empty for an unknown class.
  public static func methods(of name: String) -> [Index.Method] {
    if name == arrayOps { return [.gin] }
    var methods: [Index.Method] = []
    for group in groups where group.classes.contains(name) && !methods.contains(group.method) {
      methods.append(group.method)
    }
    return methods
  }

  /// The native types that a class of `method` indexes.
  public static func nativeTypes(of name: String, method: Index.Method) -> [String] {
    groups.filter { $0.method == method && $0.classes.contains(name) }.flatMap(\.nativeTypes)
  }

  /// The classes that an index of type `method` takes for `field`.
  public static func classes(for field: Field, method: Index.Method) -> [String] {
    let own = groups.filter { $0.method == method && $0.takes(field) }.flatMap(\.classes)
    return method == .gin && field.arity == .list ? own + [arrayOps] : own
  }

  /// Why `field` does not go into an index of type `method` with this class; nil when it does.
  ///
  /// `isCompositePath` tells that the field lies in a composite type.
  public static func problem(
    of field: Field, isCompositePath: Bool, operatorClass: IndexField.OperatorClass?,
    method: Index.Method
  ) -> Problem? {
    var name: String?
    switch operatorClass {
    case .raw: return nil
    case .named(let text):
      name = text
      if !methods(of: text).contains(method) { return .wrongIndexType }
    case nil: break
    }
    if method == .bTree || method == .hash { return nil }
    if method == .gin {
      if name == nil, field.arity == .list { return nil }
      if name == arrayOps {
        return field.arity == .list || isCompositePath ? nil : .arrayExpected
      }
    }
    var expected: ScalarType?
    for group in groups where group.method == method {
      let fits = name.map { group.classes.contains($0) } ?? group.hasDefault
      guard fits else { continue }
      if group.takes(field) { return nil }
      if let scalar = group.scalar { expected = scalar }
    }
    switch (name, field.nativeType) {
    case (_?, nil): return expected.map { .wrongScalar(expected: $0) } ?? .nativeTypeNeeded
    case (_?, _?): return .wrongNativeType
    case (nil, _?): return .noDefaultClass
    case (nil, nil): return method.canHold(field) ? nil : .unsupportedField
    }
  }

  private static let arrayOps = "ArrayOps"

  private static let groups: [Group] = [
    Group(
      method: .gist, nativeTypes: ["Inet"], scalar: nil, hasDefault: false, classes: ["InetOps"]),
    Group(
      method: .gin, nativeTypes: ["JsonB"], scalar: .json, classes: ["JsonbOps", "JsonbPathOps"]),
    Group(method: .spGist, nativeTypes: ["Inet"], scalar: nil, classes: ["InetOps"]),
    Group(
      method: .spGist, nativeTypes: ["Text", "VarChar", "Char"], scalar: .string,
      classes: ["TextOps"]),
    brin(["Bit"], "Bit", minMax),
    brin(["VarBit"], "VarBit", minMax),
    brin(["Char"], "Bpchar", [bloom, "MinMaxOps"]),
    brin(["ByteA"], "Bytea", scalar: .bytes, [bloom, "MinMaxOps"]),
    brin(["Date"], "Date", three),
    brin(["Real"], "Float4", three),
    brin(["DoublePrecision"], "Float8", scalar: .float, three),
    brin(["Inet"], "Inet", ["InclusionOps"] + three),
    brin(["SmallInt"], "Int2", three),
    brin(["Integer"], "Int4", scalar: .int, three),
    brin(["BigInt"], "Int8", scalar: .bigInt, three),
    brin(["Decimal"], "Numeric", scalar: .decimal, three),
    brin(["Oid"], "Oid", three),
    brin(["Text", "VarChar"], "Text", scalar: .string, [bloom, "MinMaxOps"]),
    brin(["Timestamp"], "Timestamp", scalar: .dateTime, three),
    brin(["Timestamptz"], "TimestampTz", three),
    brin(["Time"], "Time", three),
    brin(["Timetz"], "TimeTz", three),
    brin(["Uuid"], "Uuid", three),
  ]

  private static let bloom = "BloomOps"
  private static let minMax = ["MinMaxOps"]
  private static let three = [bloom, "MinMaxOps", "MinMaxMultiOps"]

  private static func brin(
    _ nativeTypes: [String], _ prefix: String, scalar: ScalarType? = nil, _ suffixes: [String]
  ) -> Group {
    Group(
      method: .brin, nativeTypes: nativeTypes, scalar: scalar,
      classes: suffixes.map { prefix + $0 })
  }
}

extension OperatorClasses.Group {
  /// Whether the group is for fields like this one.
  fileprivate func takes(_ field: Field) -> Bool {
    if let native = field.nativeType { return nativeTypes.contains(native.name) }
    return scalar != nil && field.type.scalar == scalar
  }
}

extension Index.Method {
  /// Whether the index type can hold a field, judged by its type alone.
  public func canHold(_ field: Field) -> Bool {
    if field.type.isUnsupported { return true }
    switch self {
    case .bTree, .hash: return true
    case .gist, .spGist: return field.type.scalar == .string
    case .gin: return field.arity == .list || field.type.scalar == .json
    case .brin:
      switch field.type.scalar {
      case .string, .bytes, .dateTime, .float, .int, .bigInt, .decimal: return true
      case .json, .boolean, nil: return false
      }
    }
  }
}
