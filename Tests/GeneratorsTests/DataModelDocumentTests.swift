import Foundation
import Generators
import JSON
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@Suite struct DataModelDocumentTests {
  private func schema(_ text: String, _ version: PrismaVersion) -> Schema {
    var schema = Schema()
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: version.dialect)
    _ = schema.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: version)
    return schema
  }

  private func document(_ text: String, _ version: PrismaVersion = .seven) throws -> [String: Any] {
    var writer = JSONWriter()
    DataModelDocument(schema(text, version)).write(to: &writer)
    let value = try JSONSerialization.jsonObject(with: Data(writer.bytes))
    return try #require(value as? [String: Any])
  }

  /// A field of the first model.
  private func field(
    _ line: String, provider: String = "postgresql", _ version: PrismaVersion = .seven
  ) throws -> [String: Any] {
    let text = """
      datasource db {
        provider = "\(provider)"
      }
      model A {
        \(line)
        id Int @id
      }
      enum E {
        ONE
        TWO @map("2")
      }
      """
    let models = try document(text, version)["models"] as? [[String: Any]]
    return try #require((models?.first?["fields"] as? [[String: Any]])?.first)
  }

  @Test func `a schema has its document`() throws {
    let schema = try #require(PackageFiles.text("Tests/Fixtures/datamodel/shop.prisma"))
    let document = try document(schema)
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    let text = String(decoding: data, as: UTF8.self) + "\n"
    let path = "Tests/Fixtures/datamodel/shop.json"
    if PackageFiles.updatesSnapshots { try PackageFiles.write(text, to: path) }
    #expect(text == PackageFiles.text(path))
  }

  @Test func `versions have keys of their own`() throws {
    let line = #"a String? @default(uuid()) @map("b") @db.VarChar(9)"#
    let five = try field(line, .five)
    #expect(five["nativeType"] == nil)
    #expect(five["dbName"] as? String == "b")
    #expect((five["default"] as? [String: Any])?["name"] as? String == "uuid(4)")
    let six = try field(line, .six)
    #expect((six["nativeType"] as? [Any])?.first as? String == "VarChar")
    #expect((six["default"] as? [String: Any])?["args"] as? [Int] == [4])
    let nanoid = try field("a String @default(nanoid(7))", .five)["default"] as? [String: Any]
    #expect(nanoid?["name"] as? String == "nanoid(7)")
    #expect(nanoid?["args"] as? [Int] == [7])
    let model = "model A {\n  id Int @id\n}\n"
    let models = try [PrismaVersion.five, .six].map {
      try document(model, $0)["models"] as? [[String: Any]]
    }
    #expect(models.map { $0?.first?.keys.contains("schema") } == [false, true])
  }

  @Test(arguments: [
    ("a Int @default(0012)", "12"), ("a Int @default(-3)", "-3"), ("a Float @default(1)", "1"),
    ("a Decimal @default(1.50)", "1.5"), ("a BigInt @default(5)", "5"),
    ("a Boolean @default(true)", "1"), ("a E @default(TWO)", "TWO"),
    ("a Bytes @default(\"aGk=\")", "aGk="), ("a DateTime @default(now())", nil),
  ])
  func `defaults are told as JSON has them`(line: String, value: String?) throws {
    let field = try field(line)
    #expect(field["hasDefaultValue"] as? Bool == true)
    let told = try #require(field["default"])
    if let value { #expect("\(told)" == value) } else { #expect(told is [String: Any]) }
    #expect(
      (told is String)
        == (line.contains("BigInt") || line.contains("E @") || line.contains("Bytes")))
  }

  @Test func `composite types are told`() throws {
    let text = """
      datasource db {
        provider = "mongodb"
      }
      type Place {
        street String @default("x") @map("s")
        old    Int?   @ignore
      }
      model A {
        id    String  @id @default(auto()) @map("_id") @db.ObjectId
        place Place
        more  Place[]

        @@unique([place.street])
      }
      """
    let document = try document(text)
    let types = try #require(document["types"] as? [[String: Any]])
    #expect(types.map { $0["name"] as? String } == ["Place"])
    let field = try #require((types[0]["fields"] as? [[String: Any]])?.first)
    #expect(field["isUpdatedAt"] == nil)
    #expect(field["default"] as? String == "x")
    let models = try #require(document["models"] as? [[String: Any]])
    let kinds = (models[0]["fields"] as? [[String: Any]])?.map { $0["kind"] as? String }
    #expect(kinds == ["scalar", "object", "object"])
    #expect(models[0]["uniqueFields"] as? [[String]] == [["place.street"]])
  }

  @Test func `views come last, and offer reads from Prisma 6 on`() throws {
    let text = """
      generator g {
        provider        = "x"
        previewFeatures = ["views"]
      }
      view V {
        id Int @unique
      }
      model A {
        id   Int                  @id
        gone Unsupported("point")
      }
      model B {
        id Int @id
      }
      """
    func operations(_ version: PrismaVersion) throws -> [[String: String]] {
      var writer = JSONWriter()
      OperationNames(schema(text, version)).write(to: &writer)
      let value = try JSONSerialization.jsonObject(with: Data(writer.bytes))
      return try #require((value as? [String: Any])?["modelOperations"] as? [[String: String]])
    }
    let six = try operations(.six)
    #expect(six.map { $0["model"] } == ["A", "B", "V"])
    #expect(six.map { $0["createOne"] } == [nil, "createOneB", nil])
    #expect(six.map { $0["upsertOne"] } == [nil, "upsertOneB", nil])
    #expect(six.map { $0["deleteOne"] } == ["deleteOneA", "deleteOneB", nil])
    #expect(six.map { $0["findMany"] } == ["findManyA", "findManyB", "findManyV"])
    let five = try operations(.five)
    #expect(five.map { $0["deleteOne"] } == ["deleteOneA", "deleteOneB", "deleteOneV"])
  }

  /// The work for a document grows as the schema does.
  @Test func `a long schema is told in linear time`() {
    let inputs = { (count: Int) in schema(SampleSchemas.models(count), .seven) }
    let factor = Growth.factor(of: 2000, input: inputs) { schema in
      var writer = JSONWriter()
      DataModelDocument(schema).write(to: &writer)
      OperationNames(schema).write(to: &writer)
    }
    #expect(factor < 9)
  }
}
