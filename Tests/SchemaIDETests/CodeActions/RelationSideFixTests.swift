import Testing

@testable import SchemaIDE

/// Relations of which one side says something else than the other: the key tells what is meant.
struct RelationSideFixTests {
  private static func schema(_ bs: String, _ a: String, key: String = "Int") -> String {
    """
    model A {
      id Int @id
      \(bs)
    }

    model B {
      id  Int @id
      \(a)
      aId \(key)
    }

    """
  }

  private static let keyed = "@relation(fields: [aId], references: [id], onDelete: Cascade)"

  @Test(arguments: [
    // Prisma complains about the actions, the required side or the side of the key.
    ("a A \(keyed)", "Int"), ("a A @relation(fields: [aId], references: [id])", "Int"),
    ("a A? \(keyed)", "Int?"),
  ])
  func `the side without the key becomes a list`(field: String, key: String) {
    checkFix(
      "Make `A.bs` a list",
      in: Self.schema("bs B", field.replacing("a A", with: "a<|> A"), key: key),
      gives: Self.schema("bs B[]", field, key: key), isPreferred: true)
  }

  @Test func `the side without a unique key becomes optional`() {
    checkFix(
      "Make `A.bs` optional", in: Self.schema("bs B", "a<|> A \(Self.keyed)", key: "Int @unique"),
      gives: Self.schema("bs B?", "a A \(Self.keyed)", key: "Int @unique"), isPreferred: true)
  }

  @Test func `the actions beside the key are left there`() {
    let titles = actionTitles(in: Self.schema("bs B", "a<|> A \(Self.keyed)"))
    #expect(titles == ["Make `A.bs` a list"])
  }

  @Test func `a required side shows that a list was meant`() {
    let text = Self.schema("bs B", "a A @relation(fields: [aId], references: [id])")
      .replacing("model A", with: "model C").replacing("a A", with: "a<|> C")
    checkFix(
      "Make `C.bs` a list", in: text,
      gives: text.replacing("<|>", with: "").replacing("bs B", with: "bs B[]"), isPreferred: true)
  }

  @Test func `the side with the key becomes a single value`() {
    let text = "datasource db {\n  provider = \"postgresql\"\n}\n\n"
    checkFix(
      "Make `B.a` a single value", in: text + Self.schema("bs B[]", "a<|> A[] \(Self.keyed)"),
      gives: text + Self.schema("bs B[]", "a A \(Self.keyed)"), isPreferred: true)
    checkFix(
      "Make `B.a` a single value",
      in: text + Self.schema("bs<|> B?", "a A[] \(Self.keyed)", key: "Int? @unique"),
      gives: text + Self.schema("bs B?", "a A? \(Self.keyed)", key: "Int? @unique"),
      isPreferred: true)
  }

  @Test func `references are those that go with the fields`() {
    func schema(_ relation: String) -> String {
      """
      model User {
        email  String @unique
        number Int    @unique
        posts  Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(\(relation))
        authorId Int
      }

      """
    }
    checkFix(
      "Add relation attribute for relation field", in: schema("fields: [author<|>Id]"),
      gives: schema("fields: [authorId], references: [number]"), isPreferred: true)
  }
}
