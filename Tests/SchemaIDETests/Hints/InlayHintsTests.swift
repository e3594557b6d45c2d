import Diagnostics
import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct InlayHintsTests {
  private static let postgres = "datasource db {\n  provider = \"postgresql\"\n}\n"
  private static let blog =
    postgres + """
      model User {
        id    Int    @id
        email String @unique
        posts Post[]
        tags  Tag[]
      }
      model Post {
        id       Int   @id // the key
        author   User  @relation(fields: [authorId], references: [id]) // who
        authorId Int
        tag      Tag?  @relation(fields: [tagId], references: [id], onDelete: Cascade, )
        tagId    Int?

        @@index([authorId, tagId])
      }
      model Tag {
        id    Int    @id
        posts Post[]
        users User[]
        @@map("tags")
      }

      """

  /// The lines of a text with the hints in them between `⟨` and `⟩`; lines without are left out.
  private func lines(
    _ text: String, version: PrismaVersion = .seven, _ options: InlayHint.Options
  ) -> [String] {
    let analysis = Analysis.of([text], version: version)
    let hints = analysis.inlayHints(ofFile: 0, in: TextRange(0, .max), options)
    #expect(hints.map(\.offset) == hints.map(\.offset).sorted())
    var bytes = Array(text.utf8)
    for hint in hints.reversed() {
      bytes.insert(
        contentsOf: Array("⟨\(hint.text)\(hint.name ?? "")⟩".utf8), at: hint.offset)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.contains("⟨") }.map { $0.drop { $0 == " " } }.map(String.init)
  }

  private func only(
    _ kind: WritableKeyPath<InlayHint.Options, Bool>
  ) -> InlayHint.Options {
    var options = InlayHint.Options()
    options.referentialActions = false
    options.oppositeFields = false
    options[keyPath: kind] = true
    return options
  }

  @Test func `what happens on delete is told where it is not stated`() {
    #expect(
      lines(Self.blog, only(\.referentialActions)) == [
        "author   User  @relation(fields: [authorId], references: [id]⟨, onDelete: Restrict⟩) // who"
      ])
    let optional = Self.blog.replacing("User  @", with: "User? @").replacing(
      "authorId Int\n", with: "authorId Int?\n")
    #expect(
      lines(optional, only(\.referentialActions)).first?.contains("⟨, onDelete: SetNull⟩") == true)
    let server = Self.blog.replacing("postgresql", with: "sqlserver")
    #expect(
      lines(server, only(\.referentialActions)).first?.contains("⟨, onDelete: NoAction⟩") == true)
  }

  @Test func `the other side of a relation is told at the end of the line`() {
    #expect(
      lines(Self.blog, only(\.oppositeFields)) == [
        "posts Post[]⟨↔ Post.author⟩", "tags  Tag[]⟨↔ Tag.users⟩",
        "author   User  @relation(fields: [authorId], references: [id]) // who⟨↔ User.posts⟩",
        "tag      Tag?  @relation(fields: [tagId], references: [id], onDelete: Cascade, )"
          + "⟨↔ Tag.posts⟩",
        "posts Post[]⟨↔ Post.tag⟩", "users User[]⟨↔ User.tags⟩",
      ])
  }

  @Test func `the other side leads to its declaration, also in another file`() throws {
    let files = [
      "model A {\n  id Int @id\n  b B[]\n}\n",
      "model B {\n  id Int @id\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n}\n",
    ]
    let analysis = Analysis.of(files)
    let hints = analysis.inlayHints(
      ofFile: 0, in: TextRange(0, 99), only(\.oppositeFields))
    let target = try #require(hints.first?.target)
    #expect(target.file == 1)
    #expect(target.range == TextRange(25, 26))
  }

  @Test func `names of constraints are told, and can be inserted`() {
    #expect(
      lines(Self.blog, only(\.constraintNames)) == [
        "id    Int    @id⟨(map: \"User_pkey\")⟩", "email String @unique⟨(map: \"User_email_key\")⟩",
        "id       Int   @id⟨(map: \"Post_pkey\")⟩ // the key",
        "author   User  @relation(fields: [authorId], references: [id]"
          + "⟨, map: \"Post_authorId_fkey\"⟩) // who",
        "@@index([authorId, tagId]⟨, map: \"Post_authorId_tagId_idx\"⟩)",
        "id    Int    @id⟨(map: \"tags_pkey\")⟩",
      ])
    #expect(
      lines(
        Self.postgres.replacing("postgresql", with: "sqlserver")
          + "model A {\n  id Int @id(map: \"x\") @default(1)\n}\n", only(\.constraintNames))
        == ["id Int @id(map: \"x\") @default(1⟨, map: \"A_id_df\"⟩)"])
    #expect(lines("model A {\n  id Int @id\n}\n", only(\.constraintNames)) == [])
  }

  @Test func `what is inserted brings no error and says what was implied`() {
    var options = InlayHint.Options()
    options.constraintNames = true
    let analysis = Analysis.of([Self.blog.replacing(", )", with: ")")])
    var edit = SchemaEdit()
    for hint in analysis.inlayHints(ofFile: 0, in: TextRange(0, .max), options)
    where hint.canBeInserted {
      edit.insert(hint.text, at: hint.offset, inFile: 0)
    }
    let explicit = Analysis.of(analysis.texts(after: edit))
    #expect(analysis.diagnostics()[0].diagnostics.allSatisfy { $0.severity != .error })
    #expect(explicit.diagnostics()[0].diagnostics.allSatisfy { $0.severity != .error })
    #expect(
      explicit.inlayHints(ofFile: 0, in: TextRange(0, .max), options)
        .allSatisfy { !$0.canBeInserted })
  }

  @Test func `only the part that is seen is looked at`() {
    let analysis = Analysis.of([Self.blog])
    let start = Self.blog.utf8.count - 60
    let hints = analysis.inlayHints(
      ofFile: 0, in: TextRange(start, .max), InlayHint.Options())
    #expect(hints.count == 2)
    #expect(hints.allSatisfy { $0.offset >= start })
    #expect(analysis.inlayHints(ofFile: 7, in: TextRange(0, 9), InlayHint.Options()).isEmpty)
    #expect(
      Analysis.of([""]).inlayHints(ofFile: 0, in: TextRange(0, 9), InlayHint.Options()).isEmpty)
  }
}
