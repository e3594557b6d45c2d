extension NativeTypeWords {
  /// What is said about the native types of SQL Server.
  static let sqlserver: [String: NativeTypeWords] = [
    "TinyInt": NativeTypeWords(sql: "tinyint", summary: "A whole number from 0 to 255."),
    "SmallInt": NativeTypeWords(
      sql: "smallint", summary: "A whole number of 16 bits: -32768 to 32767."),
    "Int": NativeTypeWords(sql: "int", summary: "A whole number of 32 bits."),
    "BigInt": NativeTypeWords(sql: "bigint", summary: "A whole number of 64 bits."),
    "Decimal": NativeTypeWords(sql: "decimal", summary: "A decimal number that is not rounded."),
    "Money": NativeTypeWords(
      sql: "money", summary: "An amount of money with four digits behind the point."),
    "SmallMoney": NativeTypeWords(
      sql: "smallmoney", summary: "An amount of money up to 214748.3647."),
    "Bit": NativeTypeWords(sql: "bit", summary: "0 or 1."),
    "Float": NativeTypeWords(sql: "float", summary: "A floating-point number of 32 or 64 bits."),
    "Real": NativeTypeWords(
      sql: "real", summary: "A floating-point number of 32 bits: about 6 digits."),
    "Date": NativeTypeWords(sql: "date", summary: "A date without time."),
    "Time": NativeTypeWords(sql: "time", summary: "A time of day."),
    "DateTime": NativeTypeWords(
      sql: "datetime",
      summary: "Date and time to the three-hundredth of a second, from 1753 on."),
    "DateTime2": NativeTypeWords(sql: "datetime2", summary: "Date and time to 100 nanoseconds."),
    "DateTimeOffset": NativeTypeWords(
      sql: "datetimeoffset", summary: "Date and time with the distance from UTC."),
    "SmallDateTime": NativeTypeWords(sql: "smalldatetime", summary: "Date and time to the minute."),
    "Char": NativeTypeWords(
      sql: "char",
      summary: "Text of exactly one length, in the code page of the database."),
    "NChar": NativeTypeWords(sql: "nchar", summary: "Unicode text of exactly one length."),
    "VarChar": NativeTypeWords(
      sql: "varchar", summary: "Text up to a length, in the code page of the database."),
    "Text": NativeTypeWords(
      sql: "text",
      summary: "Long text, in the code page of the database; replaced by `VarChar(Max)`."),
    "NVarChar": NativeTypeWords(sql: "nvarchar", summary: "Unicode text up to a length."),
    "NText": NativeTypeWords(
      sql: "ntext", summary: "Long Unicode text; replaced by `NVarChar(Max)`."),
    "Binary": NativeTypeWords(sql: "binary", summary: "Binary data of exactly one length."),
    "VarBinary": NativeTypeWords(sql: "varbinary", summary: "Binary data up to a length."),
    "Image": NativeTypeWords(
      sql: "image", summary: "Long binary data; replaced by `VarBinary(Max)`."),
    "Xml": NativeTypeWords(sql: "xml", summary: "An XML document."),
    "UniqueIdentifier": NativeTypeWords(sql: "uniqueidentifier", summary: "A UUID, in 16 bytes."),
  ]
}
