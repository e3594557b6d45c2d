import FoundationEssentials
import Migration
import SchemaModel
import TestSupport
import Testing

@testable import Introspection

/// What holds for every schema whose database is pulled.
@Suite struct PropertyTests {
  /// A database that is pulled and compared with the schema that came about is the same: no step leads
  /// from one to the other. Pulling again changes nothing.
  @Test(.enabled(if: CorpusAvailability.isAvailable, Comment(rawValue: CorpusAvailability.reason)))
  func pulledSchemaDescribesTheDatabase() throws {
    var count = 0
    for file in CorpusAvailability.schemas(under: "real") {
      let text = String(decoding: CorpusAvailability.bytes(of: file), as: UTF8.self)
      let source = DatabaseSide.schema([("schema.prisma", text)], version: .six)
      guard source.configuration.connector == .postgresql, source.faultyDeclarations.isEmpty,
        source.sharedProblems.isEmpty, let database = DatabaseSide.database(source),
        let pulled = try? PulledSchema(of: database, keeping: source)
      else { continue }
      count += 1
      let files = pulled.files.map { ($0.path, String(decoding: $0.text, as: UTF8.self)) }
      let schema = DatabaseSide.schema(files, version: .six)
      let name = file.pathComponents.suffix(4).joined(separator: "/")
      #expect(schema.faultyDeclarations.isEmpty, "\(name) is faulty")
      let described = try #require(SQLSchema(schema, profile: .sevenTen))
      let steps = Plan(from: database, to: described).steps
      #expect(steps.isEmpty, "\(name) differs: \(steps.prefix(3))")
      let again = try PulledSchema(of: database, keeping: schema)
      #expect(again.files.map(\.text) == pulled.files.map(\.text), "\(name) is not stable")
    }
    #expect(count > 50)
  }

  @Test func takesTimeInProportion() {
    let factor = Growth.factor(of: 500) { count in
      var text = datasource
      for number in 0..<count {
        text += """
          model M\(number) {
            id  Int   @id
            ref Int
            to  M\(number / 2)? @relation("r\(number)", fields: [ref], references: [id])
            \((2 * number...2 * number + 1).filter { $0 < count }
              .map { "f\($0) M\($0)[] @relation(\"r\($0)\")" }.joined(separator: "\n"))
          }

          """
      }
      let schema = DatabaseSide.schema([("schema.prisma", text)])
      return (schema, DatabaseSide.database(schema))
    } _: { schema, database in
      if let database { _ = try? PulledSchema(of: database, keeping: schema) }
    }
    #expect(factor < 9)
  }
}
