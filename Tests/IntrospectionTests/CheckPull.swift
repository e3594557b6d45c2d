import Migration
import SchemaModel
import SchemaParser
import Testing

@testable import Introspection

/// The datasource that a checked schema gets when it has none.
let datasource = """
  datasource db {
    provider = "postgresql"
  }


  """

/// Pulls a database into a schema.
func pull(
  _ database: SQLSchema, into atHand: String = datasource, version: PrismaVersion = .seven,
  options: PullOptions = PullOptions()
) throws -> PulledSchema {
  try PulledSchema(
    of: database, keeping: DatabaseSide.schema([("schema.prisma", atHand)], version: version),
    options: options)
}

/// Checks what becomes of a database that was made from `created`, without the datasource.
func checkPull(
  created: String, atHand: String = "", expected: String, isStable: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
  let database = try #require(DatabaseSide.database(source), sourceLocation: sourceLocation)
  try checkPull(
    database, atHand: atHand, expected: expected, isStable: isStable,
    sourceLocation: sourceLocation)
}

/// Checks what becomes of a database, without the datasource, and that pulling once more changes nothing
/// where that is to be so.
func checkPull(
  _ database: SQLSchema, atHand: String = "", expected: String, isStable: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let pulled = try pull(database, into: datasource + atHand)
  let text = String(decoding: try #require(pulled.files.first).text, as: UTF8.self)
  #expect(
    text == datasource + expected.trimmedLineEnds + "\n", sourceLocation: sourceLocation)
  guard isStable else { return }
  let again = try pull(database, into: text)
  #expect(
    String(decoding: try #require(again.files.first).text, as: UTF8.self) == text,
    "pulling once more changes something", sourceLocation: sourceLocation)
}

extension String {
  fileprivate var trimmedLineEnds: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}

extension PulledSchema {
  /// The items of a kind of warning, as they are told.
  func items(_ kind: PullWarning.Kind) -> [String] {
    warnings.first { $0.kind == kind }?.items.map(\.text) ?? []
  }

  /// The text of its only file.
  var text: String { String(decoding: files.first?.text ?? [], as: UTF8.self) }
}
