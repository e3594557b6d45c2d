import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// After an edit only what can have changed is checked again.
@Suite("Affected by an edit")
struct AffectedTests {
  /// A model to which 300 others are related, and two that stand apart.
  private static let text =
    "datasource db {\n  provider = \"postgresql\"\n}\n\n"
    + "model Hub {\n  id Int @id\n  title String\n  kind Kind @default(A)\n"
    + (0..<300).map { "  s\($0) Spoke\($0)[]\n" }.joined() + "}\n\n"
    + (0..<300).map {
      """
      model Spoke\($0) {
        id Int @id
        hubId Int
        hub Hub @relation(fields: [hubId], references: [id])
      }


      """
    }.joined()
    + "model Left {\n  id Int @id\n  plain Int\n}\n\nmodel Right {\n  id Int @id\n}\n\n"
    + "enum Kind {\n  A\n  B\n}\n\nenum Lone {\n  A\n}\n"

  private var schema = Schema()
  private var tree = SyntaxTree.parsed(Array(Self.text.utf8), dialect: .prisma7)

  init() { _ = schema.update(files: [SourceFile(path: "a", tree: tree)], version: .seven) }

  /// The names of the declarations to check again after `new` has replaced the first `old`.
  private mutating func affected(by old: String, _ new: String) -> Set<String> {
    let text = String(decoding: tree.bytes, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return ["`\(old)` is not there"] }
    let start = text[..<range.lowerBound].utf8.count
    _ = tree.apply(
      TextEdit(range: TextRange(start, start + old.utf8.count), replacement: new))
    let update = schema.update(files: [SourceFile(path: "a", tree: tree)], version: .seven)
    #expect(!update.isConfigurationChanged)
    return Set(update.affected.map { schema.declarationName(BlockID(Int($0))) })
  }

  @Test("Typing in a scalar field of a hub concerns the hub alone")
  mutating func scalarField() {
    #expect(affected(by: "title", "titlex") == ["Hub"])
    #expect(affected(by: "titlex String", "titlex String @db.Tex") == ["Hub"])
    #expect(affected(by: "model Hub {\n", "model Hub {\n  // comment\n") == ["Hub"])
  }

  @Test("A new relation field concerns its model, and from the second side both")
  mutating func relationField() {
    #expect(affected(by: "plain Int\n", "plain Int\n  right Right?\n") == ["Left"])
    #expect(
      affected(by: "model Right {\n", "model Right {\n  left Left[]\n") == ["Left", "Right"])
    #expect(affected(by: "  left Left[]\n", "") == ["Left", "Right"])
  }

  @Test("Typing in a model related to a hub leaves the other related ones alone")
  mutating func spoke() {
    #expect(
      affected(by: "model Spoke7 {\n", "model Spoke7 {\n  n Int\n").isSubset(of: ["Spoke7", "Hub"]))
    #expect(affected(by: "  n Int\n", "  n Int?\n") == ["Spoke7"])
  }

  @Test("What a hub is identified by concerns all that refer to it")
  mutating func key() {
    #expect(affected(by: "id Int @id\n  title", "id String @id\n  title").count == 301)
    #expect(affected(by: "model Hub", "model Hubs").count == 301)
    #expect(affected(by: "model Hubs", "model Hub").count == 301)
  }

  @Test("An enum concerns the models that have fields of it")
  mutating func enumeration() {
    #expect(affected(by: "  B\n", "  B\n  C\n") == ["Kind", "Hub"])
    #expect(affected(by: "enum Lone {\n  A\n", "enum Lone {\n  A\n  Z\n") == ["Lone"])
  }

  @Test("The first and the last mention of an enum concern it")
  mutating func mention() {
    let user = "  plain Int\n  kind Lone?\n"
    #expect(affected(by: "  plain Int\n", user) == ["Left", "Lone"])
    #expect(affected(by: user, user + "  other Lone?\n") == ["Left"])
    #expect(affected(by: "  kind Lone?\n", "") == ["Left"])
    #expect(affected(by: "  other Lone?\n", "") == ["Left", "Lone"])
  }

  @Test("A declaration that is deleted concerns what mentions it")
  mutating func deletion() {
    #expect(affected(by: "enum Lone {\n  A\n}\n", "") == [])
    // The empty line before an enum is a part of its block.
    let found = affected(by: "model Right {\n  id Int @id\n}\n", "")
    #expect(found.isSubset(of: ["Kind", "Hub"]))
    #expect(affected(by: "enum Kind {\n  A\n  B\n}\n", "") == ["Hub"])
  }
}
