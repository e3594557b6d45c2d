extension NativeTypeWords {
  /// What is said about the native types of MongoDB.
  static let mongodb: [String: NativeTypeWords] = [
    "String": NativeTypeWords(sql: "string", summary: "Text."),
    "Double": NativeTypeWords(sql: "double", summary: "A floating-point number of 64 bits."),
    "BinData": NativeTypeWords(sql: "binData", summary: "Binary data."),
    "ObjectId": NativeTypeWords(
      sql: "objectId",
      summary: "An identifier of 12 bytes, as MongoDB makes it; `@default(auto())` fills it."),
    "Bool": NativeTypeWords(sql: "bool", summary: "True or false."),
    "Date": NativeTypeWords(sql: "date", summary: "Date and time to the millisecond."),
    "Int": NativeTypeWords(sql: "int", summary: "A whole number of 32 bits."),
    "Timestamp": NativeTypeWords(
      sql: "timestamp",
      summary: "A moment as MongoDB keeps it for itself; for times of your own take `Date`."),
    "Long": NativeTypeWords(sql: "long", summary: "A whole number of 64 bits."),
    "Json": NativeTypeWords(sql: "object", summary: "Any document or value."),
  ]
}
