import SchemaModel
import SchemaParser
import Testing

@Suite struct ConstraintNamesTests {
  private func schema(_ text: String) -> Schema {
    var schema = Schema()
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7)
    _ = schema.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: .seven)
    return schema
  }

  /// All names of the first model of a schema, in order: id, indexes, foreign keys, defaults.
  private func names(_ text: String, _ connector: Connector) throws -> [String] {
    let schema = schema(text)
    let model = try #require(schema.models.first)
    var names = ConstraintNames(connector: connector)
    var all: [String] = []
    func add(_ name: Name) {
      #expect(name == Name(names.text))
      all.append(names.text)
    }
    if model.primaryKey != nil { add(names.primaryKey(of: model)) }
    for index in model.indexes {
      add(names.index(index, of: model) { schema.compositeType($0) })
    }
    for field in model.fields {
      if let relation = field.relation {
        add(names.foreignKey(of: model, fields: relation.fields?.fields ?? []))
      }
      if field.defaultValue != nil { add(names.defaultValue(of: field, in: model)) }
    }
    return all
  }

  @Test func joinsTableAndColumns() throws {
    let text = """
      model User {
        id     Int    @id @default(1)
        email  String @unique @map("e_mail")
        name   String
        postId Int
        post   Post   @relation(fields: [postId], references: [id])
        other  Post   @relation("other")

        @@index([name, email])
        @@map("users")
      }
      model Post {
        id Int @id
      }
      """
    #expect(
      try names(text, .postgresql) == [
        "users_pkey", "users_e_mail_key", "users_name_e_mail_idx", "users_id_df",
        "users_postId_fkey", "users__fkey",
      ])
  }

  @Test func walksIntoCompositeTypes() throws {
    let text = """
      model User {
        id      String  @id @map("_id")
        address Address @map("addr")

        @@unique([address.street])
      }
      type Address {
        street String @map("s")
      }
      """
    #expect(try names(text, .mongodb) == ["User_pkey", "User_addr_s_key"])
  }

  @Test func cutsAtCharacterBoundaries() throws {
    // 63 bytes less `_pkey` leave 58: 29 letters of two bytes each, 28 behind the `x`.
    let letters = String(repeating: "é", count: 40)
    let even = try names("model \(letters) {\n  id Int @id\n}\n", .postgresql)
    #expect(even == [String(repeating: "é", count: 29) + "_pkey"])
    let odd = try names("model x\(letters) {\n  id Int @id\n}\n", .postgresql)
    #expect(odd == ["x" + String(repeating: "é", count: 28) + "_pkey"])
  }

  @Test func cutsNothingWithoutALimit() throws {
    let letters = String(repeating: "a", count: 300)
    #expect(try names("model \(letters) {\n  id Int @id\n}\n", .none) == [letters + "_pkey"])
  }

  @Test(arguments: Connector.allCases) func fitsTheLimit(connector: Connector) throws {
    let letters = String(repeating: "ab", count: 80)
    let all = try names(
      "model \(letters) {\n  id Int @id @default(1)\n  \(letters) Int @unique\n}\n", connector)
    for name in all where connector.maximumIdentifierLength != nil {
      #expect(name.utf8.count <= connector.maximumIdentifierLength ?? 0)
    }
  }
}
