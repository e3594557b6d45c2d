extension NativeTypeWords {
  /// What is said about the native types of CockroachDB.
  static let cockroachdb: [String: NativeTypeWords] = [
    "Bit": NativeTypeWords(sql: "bit", summary: "Exactly so many bits, as a text of `0` and `1`."),
    "Bool": NativeTypeWords(sql: "bool", summary: "True or false."),
    "Bytes": NativeTypeWords(sql: "bytes", summary: "Binary data."),
    "Char": NativeTypeWords(sql: "char", summary: "Text of exactly one length."),
    "Date": NativeTypeWords(sql: "date", summary: "A date without time."),
    "Decimal": NativeTypeWords(sql: "decimal", summary: "A decimal number that is not rounded."),
    "Float4": NativeTypeWords(
      sql: "float4", summary: "A floating-point number of 32 bits: about 6 digits."),
    "Float8": NativeTypeWords(
      sql: "float8", summary: "A floating-point number of 64 bits: about 15 digits."),
    "Inet": NativeTypeWords(sql: "inet", summary: "An address or network of IPv4 or IPv6."),
    "Int2": NativeTypeWords(sql: "int2", summary: "A whole number of 16 bits: -32768 to 32767."),
    "Int4": NativeTypeWords(sql: "int4", summary: "A whole number of 32 bits."),
    "Int8": NativeTypeWords(sql: "int8", summary: "A whole number of 64 bits."),
    "JsonB": NativeTypeWords(
      sql: "jsonb",
      summary: "JSON taken apart: quick to ask, and fit for `Gin` indexes."),
    "Oid": NativeTypeWords(sql: "oid", summary: "The number of an object of the database."),
    "CatalogSingleChar": NativeTypeWords(
      sql: "\"char\"", summary: "One byte, as the catalogs of the database have it."),
    "String": NativeTypeWords(sql: "string", summary: "Text, up to a length if one is given."),
    "Time": NativeTypeWords(sql: "time", summary: "A time of day without time zone."),
    "Timestamp": NativeTypeWords(sql: "timestamp", summary: "Date and time without time zone."),
    "Timestamptz": NativeTypeWords(
      sql: "timestamptz",
      summary: "A moment, given and shown in the time zone of the session."),
    "Timetz": NativeTypeWords(sql: "timetz", summary: "A time of day with time zone."),
    "Uuid": NativeTypeWords(sql: "uuid", summary: "A UUID, in 16 bytes."),
    "VarBit": NativeTypeWords(
      sql: "varbit", summary: "Up to so many bits, as a text of `0` and `1`."),
  ]
}
