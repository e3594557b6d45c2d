import Testing

/// The type of a field that has none, by what else is known of it.
struct AddTypeTests {
  private static func schema(_ line: String) -> String {
    """
    datasource db {
      provider = "postgresql"
    }

    enum Kind {
      NUMERIC
      TEXT
    }

    model User {
      id    String @id @db.Uuid
      posts Post[]
    }

    model Post {
      id     Int   @id
    \(line)
    }

    """
  }

  @Test(arguments: [
    ("active<|>", "Boolean", " @default(false)"), ("kind<|>", "Kind", " @default(NUMERIC)"),
    ("other<|>", "Kind", " @default(TEXT)"), ("kind<|>", "Kind", ""),
    ("changed<|>", "DateTime", " @default(now()) @updatedAt"), ("at<|>", "DateTime", ""),
    ("payload<|>", "Json", " @db.JsonB"), ("settings<|>", "Json", " @default(\"{}\")"),
    ("size<|>", "Float", " @default(1.5)"), ("size<|>", "Int", " @default(15)"),
    ("number<|>", "Int", " @default(autoincrement()) @unique"),
    ("key<|>", "String", " @default(uuid())"), ("tags<|>", "String[]", " @default([\"a\"])"),
    ("has_it<|>", "Boolean", ""), ("title<|>", "String", " @map(\"t\")"),
  ])
  func `the type goes with the attributes and the name`(
    name: String, type: String, attributes: String
  ) {
    let line =
      "  user User? @relation(fields: [userId], references: [id])\n  userId String? @db.Uuid\n"
    let plain = name.replacing("<|>", with: "")
    checkFix(
      "Add type `\(type)`", in: Self.schema("\(line)  \(name)\(attributes)"),
      gives: Self.schema("\(line)  \(plain) \(type)\(attributes)"))
  }

  @Test func `a foreign key has the type of what it refers to`() {
    let relation = "  user User? @relation(fields: [userId], references: [id])\n"
    #expect(actionTitles(in: Self.schema(relation + "  user<|>Id")).first == "Add type `String?`")
  }

  @Test func `a field with a key is of the model that it refers to`() {
    let key = "@relation(fields: [userId], references: [id])\n  userId String @db.Uuid"
    checkFix(
      "Add type `User`", in: Self.schema("  us<|>er \(key)"),
      gives: Self.schema("  user User \(key)"))
    checkFix(
      "Change the type to `User`", in: Self.schema("  user String @re<|>\(key.dropFirst(3))"),
      gives: Self.schema("  user User \(key)"), isPreferred: true)
  }
}
