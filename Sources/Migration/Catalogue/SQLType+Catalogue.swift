extension SQLType {
  /// A type as PostgreSQL's catalogue has it, for columns of a database and of replayed migrations.
  ///
  /// - Parameters:
  ///   - name: `pg_type.typname`; of an array that of its elements.
  ///   - modifier: `pg_attribute.atttypmod`, -1 without one.
  ///   - isArray: whether the column holds an array of the type.
  ///   - text: as `format_type` prints the type, without the brackets of an array. Only asked for where
  ///     the schema language doesn't know the type.
  ///
  /// Times that are declared without a precision have that of PostgreSQL, 6; but in arrays none, as the
  /// reference gives them.
  public init(
    catalogueName name: String, modifier: Int, isArray: Bool, text: @autoclosure () -> String
  ) {
    guard let native = Self.nativeNames[name] else {
      self = .unsupported(isArray ? "_\(name)" : text())
      return
    }
    var arguments: [Int] = []
    switch name {
    case "varchar", "bpchar":
      if modifier >= 4 { arguments = [modifier - 4] }
    case "bit", "varbit":
      if modifier >= 0 { arguments = [modifier] }
    case "timestamp", "timestamptz", "time", "timetz":
      if modifier >= 0 { arguments = [modifier] } else if !isArray { arguments = [6] }
    case "numeric":
      if modifier >= 4 {
        let packed = modifier - 4
        // The scale has eleven bits, the highest of which is its sign.
        arguments = [packed >> 16 & 0xFFFF, (packed & 0x7FF ^ 0x400) - 0x400]
      }
    default: break
    }
    self = .native(SQLNativeType(name: native, arguments: arguments.map { String($0) }))
  }

  /// The names in the schema language of the types that it knows.
  private static let nativeNames = [
    "int2": "SmallInt", "int4": "Integer", "int8": "BigInt", "oid": "Oid", "float4": "Real",
    "float8": "DoublePrecision", "numeric": "Decimal", "money": "Money", "bool": "Boolean",
    "text": "Text", "citext": "Citext", "varchar": "VarChar", "bpchar": "Char", "date": "Date",
    "timestamp": "Timestamp", "timestamptz": "Timestamptz", "time": "Time", "timetz": "Timetz",
    "bytea": "ByteA", "json": "Json", "jsonb": "JsonB", "uuid": "Uuid", "xml": "Xml", "bit": "Bit",
    "varbit": "VarBit", "inet": "Inet",
  ]
}
