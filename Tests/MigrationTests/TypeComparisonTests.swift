import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import Migration

struct TypeComparisonTests {
  private func change(_ old: String, _ new: String) throws -> TypeChange? {
    let before = try structure("model T {\n  id Int @id\n  a \(old)\n}").tables[0].columns[1]
    let after = try structure("model T {\n  id Int @id\n  a \(new)\n}").tables[0].columns[1]
    return TypeComparison.change(from: before, to: after)
  }

  @Test(
    arguments: [
      ("String", "String", nil), ("Int", "BigInt", .safe), ("BigInt", "Int", .risky),
      ("String", "Int", .notCastable), ("Int", "String", .safe), ("Int[]", "Int", .notCastable),
      ("Int", "Int[]", .notCastable), ("Int[]", "String", .safe),
      ("String @db.VarChar(3)", "String @db.VarChar(4)", .safe),
      ("String @db.VarChar(4)", "String @db.VarChar(3)", .risky),
      ("DateTime", "DateTime @db.Timestamp", nil),
      ("DateTime", "DateTime @db.Timestamptz(3)", .safe),
      ("DateTime @db.Time(3)", "DateTime @db.Time(6)", .notCastable),
      ("Decimal", "Decimal @db.Decimal(10, 2)", .risky),
      ("Decimal @db.Decimal(10, 2)", "Decimal", .safe),
      ("Unsupported(\"a\")", "Unsupported(\"b\")", nil), ("Unsupported(\"a\")", "String", .risky),
      ("Boolean", "String @db.Char(4)", .risky), ("Json", "Json @db.Json", .safe),
      ("String @db.Bit(3)", "String @db.VarBit(2)", .notCastable),
      ("String @db.Citext", "Int", .risky),
    ] as [(String, String, TypeChange?)])
  func `a change of type is judged`(_ old: String, _ new: String, _ expected: TypeChange?) throws {
    #expect(try change(old, new) == expected)
  }
}
