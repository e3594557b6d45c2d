import SchemaModel

extension LanguageReference {
  /// The pages about the built-in types, in the order of ``ScalarType``.
  static let scalarTypes: [ReferenceEntry] = ScalarType.allCases.map(makeScalarType)

  /// The page about a built-in type.
  public static func scalarType(_ type: ScalarType) -> ReferenceEntry {
    let index = Int(type.rawValue)
    return scalarTypes.indices.contains(index) ? scalarTypes[index] : makeScalarType(type)
  }

  /// The page about `Unsupported("…")`.
  public static let unsupportedType = ReferenceEntry(
    "Unsupported", "A column type that Prisma has no word for, named in the database's own SQL.",
    details: """
      The column is kept in the schema and in migrations, and left out of the client. A required field of \
      this kind without a default takes away `create`.
      """,
    example: ReferenceExample(
      """
      model Place {
        id     Int                     @id
        circle Unsupported("circle")?
      }
      """),
    since: "2.17.0", availability: .on { $0 != .mongodb },
    link: DocumentationPage.reference("unsupported"))

  private static func makeScalarType(_ type: ScalarType) -> ReferenceEntry {
    let words = words(for: type)
    return ReferenceEntry(
      type.name, words.summary,
      details: "\(words.details)\n\n\(columns(of: type))",
      example: ReferenceExample(
        """
        model Example {
          id    Int @id
          value \(type.name)\(words.attribute)
        }
        """),
      since: words.since, availability: .on { $0.supports(type) },
      link: DocumentationPage.reference(type.name.lowercased()))
  }

  /// What columns get without a native type attribute, one database after the other.
  private static func columns(of type: ScalarType) -> String {
    let columns = Connector.allCases.compactMap { connector -> String? in
      guard connector.supports(type), let native = connector.defaultNativeType(of: type) else {
        return nil
      }
      return "\(connector.productName) `\(native)`"
    }
    return "Column without a native type: \(columns.joined(separator: ", "))."
  }

  private struct Words {
    let summary: String
    let details: String
    /// What the example has behind the type.
    var attribute = ""
    var since: String?
  }

  private static func words(for type: ScalarType) -> Words {
    switch type {
    case .int:
      Words(
        summary: "A whole number of 32 bits.",
        details: "From -2147483648 to 2147483647; for larger numbers take `BigInt`.",
        attribute: " @default(0)")
    case .bigInt:
      Words(
        summary: "A whole number of 64 bits.",
        details: "In JavaScript a `bigint`, which `JSON.stringify` refuses.",
        attribute: " @default(0)", since: "2.17.0")
    case .float:
      Words(
        summary: "A floating-point number.",
        details: "Rounded to what its bits can hold; for money take `Decimal`.",
        attribute: " @default(0.5)")
    case .decimal:
      Words(
        summary: "A decimal number that is not rounded.",
        details: "In JavaScript a `Decimal` of decimal.js. A native type sets its digits.",
        attribute: " @default(9.99)", since: "2.17.0")
    case .boolean:
      Words(
        summary: "True or false.", details: "In a schema `true` and `false`, without quotes.",
        attribute: " @default(false)")
    case .string:
      Words(
        summary: "Text of any length.",
        details:
          "A native type limits its length, or says what it holds: `@db.VarChar(100)`, `@db.Uuid`.",
        attribute: " @default(\"draft\")")
    case .dateTime:
      Words(
        summary: "A moment: a date with a time.",
        details: """
          In JavaScript a `Date`. A default is written as RFC 3339, such as `"2026-01-31T12:00:00Z"`. With \
          PostgreSQL a column without native type has no time zone; `@db.Timestamptz` has one.
          """,
        attribute: " @default(now())")
    case .json:
      Words(
        summary: "Any JSON value.",
        details: "A default is JSON in a string, such as `\"{}\"`.",
        attribute: " @default(\"{}\")")
    case .bytes:
      Words(
        summary: "Binary data.",
        details: "In JavaScript a `Uint8Array`. A default is written in Base64.", since: "2.17.0")
    }
  }
}
