extension NativeTypeWords {
  /// What is said about the native types of PostgreSQL.
  static let postgresql: [String: NativeTypeWords] = [
    "SmallInt": NativeTypeWords(
      sql: "smallint", summary: "A whole number of 16 bits: -32768 to 32767."),
    "Integer": NativeTypeWords(sql: "integer", summary: "A whole number of 32 bits."),
    "BigInt": NativeTypeWords(sql: "bigint", summary: "A whole number of 64 bits."),
    "Decimal": NativeTypeWords(sql: "decimal", summary: "A decimal number that is not rounded."),
    "Money": NativeTypeWords(
      sql: "money",
      summary: "An amount of money, whose digits depend on a setting of the database."),
    "Inet": NativeTypeWords(sql: "inet", summary: "An address or network of IPv4 or IPv6."),
    "Oid": NativeTypeWords(sql: "oid", summary: "The number of an object of the database."),
    "Citext": NativeTypeWords(
      sql: "citext",
      summary: "Text that is compared without regard to case; needs the extension `citext`."),
    "Real": NativeTypeWords(
      sql: "real", summary: "A floating-point number of 32 bits: about 6 digits."),
    "DoublePrecision": NativeTypeWords(
      sql: "double precision",
      summary: "A floating-point number of 64 bits: about 15 digits."),
    "VarChar": NativeTypeWords(sql: "varchar", summary: "Text up to a length."),
    "Char": NativeTypeWords(
      sql: "char", summary: "Text of exactly one length, filled up with blanks."),
    "Text": NativeTypeWords(sql: "text", summary: "Text of any length."),
    "ByteA": NativeTypeWords(sql: "bytea", summary: "Binary data."),
    "Timestamp": NativeTypeWords(sql: "timestamp", summary: "Date and time without time zone."),
    "Timestamptz": NativeTypeWords(
      sql: "timestamptz",
      summary: "A moment, given and shown in the time zone of the session."),
    "Date": NativeTypeWords(sql: "date", summary: "A date without time."),
    "Time": NativeTypeWords(sql: "time", summary: "A time of day without time zone."),
    "Timetz": NativeTypeWords(sql: "timetz", summary: "A time of day with time zone."),
    "Boolean": NativeTypeWords(sql: "boolean", summary: "True or false."),
    "Bit": NativeTypeWords(sql: "bit", summary: "Exactly so many bits, as a text of `0` and `1`."),
    "VarBit": NativeTypeWords(
      sql: "varbit", summary: "Up to so many bits, as a text of `0` and `1`."),
    "Uuid": NativeTypeWords(sql: "uuid", summary: "A UUID, in 16 bytes."),
    "Xml": NativeTypeWords(sql: "xml", summary: "An XML document, checked for its form."),
    "Json": NativeTypeWords(
      sql: "json", summary: "JSON as the text that was given, blanks and order kept."),
    "JsonB": NativeTypeWords(
      sql: "jsonb",
      summary: "JSON taken apart: quick to ask, and fit for `Gin` indexes."),
  ]
}
