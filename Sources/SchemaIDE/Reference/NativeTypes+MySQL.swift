extension NativeTypeWords {
  /// What is said about the native types of MySQL.
  static let mysql: [String: NativeTypeWords] = [
    "Int": NativeTypeWords(sql: "int", summary: "A whole number of 32 bits."),
    "UnsignedInt": NativeTypeWords(
      sql: "int unsigned",
      summary: "A whole number from 0 to 4294967295; the client takes only those that fit an `Int`."
    ),
    "SmallInt": NativeTypeWords(
      sql: "smallint", summary: "A whole number of 16 bits: -32768 to 32767."),
    "UnsignedSmallInt": NativeTypeWords(
      sql: "smallint unsigned", summary: "A whole number from 0 to 65535."),
    "TinyInt": NativeTypeWords(
      sql: "tinyint",
      summary: "A whole number of 8 bits: -128 to 127; `Boolean` fields are kept as 0 and 1."),
    "UnsignedTinyInt": NativeTypeWords(
      sql: "tinyint unsigned", summary: "A whole number from 0 to 255."),
    "MediumInt": NativeTypeWords(
      sql: "mediumint", summary: "A whole number of 24 bits: -8388608 to 8388607."),
    "UnsignedMediumInt": NativeTypeWords(
      sql: "mediumint unsigned", summary: "A whole number from 0 to 16777215."),
    "BigInt": NativeTypeWords(sql: "bigint", summary: "A whole number of 64 bits."),
    "UnsignedBigInt": NativeTypeWords(
      sql: "bigint unsigned", summary: "A whole number from 0 to 18446744073709551615."),
    "Decimal": NativeTypeWords(sql: "decimal", summary: "A decimal number that is not rounded."),
    "Float": NativeTypeWords(
      sql: "float", summary: "A floating-point number of 32 bits: about 6 digits."),
    "Double": NativeTypeWords(
      sql: "double", summary: "A floating-point number of 64 bits: about 15 digits."),
    "Bit": NativeTypeWords(sql: "bit", summary: "Exactly so many bits."),
    "Char": NativeTypeWords(
      sql: "char", summary: "Text of exactly one length, filled up with blanks."),
    "VarChar": NativeTypeWords(sql: "varchar", summary: "Text up to a length."),
    "Binary": NativeTypeWords(sql: "binary", summary: "Binary data of exactly one length."),
    "VarBinary": NativeTypeWords(sql: "varbinary", summary: "Binary data up to a length."),
    "TinyBlob": NativeTypeWords(sql: "tinyblob", summary: "Binary data up to 255 bytes."),
    "Blob": NativeTypeWords(sql: "blob", summary: "Binary data up to 64 KiB."),
    "MediumBlob": NativeTypeWords(sql: "mediumblob", summary: "Binary data up to 16 MiB."),
    "LongBlob": NativeTypeWords(sql: "longblob", summary: "Binary data up to 4 GiB."),
    "TinyText": NativeTypeWords(sql: "tinytext", summary: "Text up to 255 bytes."),
    "Text": NativeTypeWords(sql: "text", summary: "Text up to 64 KiB."),
    "MediumText": NativeTypeWords(sql: "mediumtext", summary: "Text up to 16 MiB."),
    "LongText": NativeTypeWords(sql: "longtext", summary: "Text up to 4 GiB."),
    "Date": NativeTypeWords(sql: "date", summary: "A date without time."),
    "Time": NativeTypeWords(sql: "time", summary: "A time of day, or a stretch of time."),
    "DateTime": NativeTypeWords(
      sql: "datetime", summary: "Date and time, from the year 1000 to 9999."),
    "Timestamp": NativeTypeWords(
      sql: "timestamp",
      summary: "A moment, shown in the time zone of the session, from 1970 to 2038."),
    "Year": NativeTypeWords(sql: "year", summary: "A year from 1901 to 2155."),
    "Json": NativeTypeWords(sql: "json", summary: "JSON, checked and taken apart."),
  ]
}
