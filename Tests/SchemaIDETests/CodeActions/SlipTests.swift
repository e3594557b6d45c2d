import Diagnostics
import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

/// "Fix all" after a slip: whatever it makes of the schema, nothing that somebody wrote is gone.
struct SlipTests {
  private static let schema = """
    datasource db {
      provider = "postgresql"
    }

    enum Role {
      USER
      ADMIN
    }

    model User {
      id        Int       @id @default(autoincrement())
      email     String    @unique @map("e_mail") @db.VarChar(200)
      role      Role      @default(USER)
      tags      String[]
      profile   Profile?
      written   Post[]    @relation("writer")
      reviewed  Post[]    @relation("reviewer")
      managerId Int?
      manager   User?     @relation("manager", fields: [managerId], references: [id], onDelete: SetNull)
      reports   User[]    @relation("manager")
    }

    model Profile {
      id     Int    @id
      bio    String @default("none")
      user   User   @relation(fields: [userId], references: [id], onDelete: Cascade, map: "of_user")
      userId Int    @unique
    }

    model Post {
      id         Int      @id
      title      String
      created    DateTime @default(now()) @map("created_at")
      writer     User     @relation("writer", fields: [writerId], references: [id], onDelete: Cascade)
      writerId   Int
      reviewer   User?    @relation("reviewer", fields: [reviewerId], references: [id])
      reviewerId Int?
      labels     Label[]

      @@unique([writerId, title], map: "title_of_writer")
      @@index([reviewerId(sort: Desc)])
      @@map("posts")
    }

    model Label {
      id    Int    @id
      posts Post[]
    }

    """

  /// A slip, and what may be taken out again: the mark or line that is too much.
  struct Slip: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var removable: [String] = []

    var testDescription: String { name }
  }

  static let slips: [Slip] = {
    var slips: [Slip] = []
    let lines = schema.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      func add(_ name: String, _ changed: String, _ removable: [String] = []) {
        var copy = lines
        copy[number] = changed[...]
        slips.append(
          Slip(
            name: "\(name) \(line)", text: copy.joined(separator: "\n"), removable: removable))
      }
      for mark in ["[]", "?", " @unique", " @id"] where line.contains(mark) {
        add("without \(mark)", String(line.replacing(mark, with: "", maxReplacements: 1)))
      }
      for argument in ["fields: ", "references: "] where line.contains(argument) {
        let rest = line.split(separator: argument, maxSplits: 1)
        let tail = rest.last?.drop { $0 != "]" }.dropFirst() ?? ""
        add("without \(argument)", "\(rest[0])\(tail.hasPrefix(",") ? tail.dropFirst(2) : tail)")
      }
      let words = line.split(separator: " ")
      if words.count > 1, let type = words.dropFirst().first, type.first?.isUppercase == true,
        type.last?.isLetter == true
      {
        add("with []", String(line.replacing(type, with: type + "[]", maxReplacements: 1)))
        add("with ?", String(line.replacing(type, with: type + "?", maxReplacements: 1)))
        add("mistyped", String(line.replacing(type, with: "Whatever", maxReplacements: 1)))
        if line.contains("@relation") {
          add(
            "scalar", String(line.replacing(type, with: "String", maxReplacements: 1)), ["String"])
        }
      }
      if !words.isEmpty {
        add("doubled", "\(line)\n\(line)", SlipTests.words(of: String(line)))
        add("missing", "")
      }
    }
    return slips
  }()

  /// Names, numbers, strings and attributes.
  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "_@.\"".contains($0)) }.map(String.init)
  }

  @Test func `there are slips`() {
    #expect(Self.slips.count > 100)
    let found = Analysis.of([Self.schema]).diagnostics().flatMap(\.diagnostics)
    #expect(!found.contains { $0.severity != .hint })
  }

  @Test(arguments: slips) func `nothing that was written is lost`(slip: Slip) {
    let analysis = Analysis.of([slip.text])
    let action = analysis.codeActions(in: TextRange(0, 0), inFile: 0, only: ["source.fixAll"]).first
    guard let action else { return }
    let fixed = analysis.texts(after: action.edit()).joined()
    var left = Self.words(of: fixed).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for word in slip.removable { left[word, default: 0] += 1 }
    for word in Self.words(of: slip.text) {
      left[word, default: 0] -= 1
      #expect(left[word, default: 0] >= 0, "\(word) is gone:\n\(fixed)")
    }
  }

  /// The marks that are most easily forgotten, on both sides of a relation.
  @Test(arguments: slips.filter { $0.name.hasPrefix("without []") && !$0.name.contains("tags") })
  func `a forgotten list is one again`(slip: Slip) {
    let analysis = Analysis.of([slip.text])
    let action = analysis.codeActions(in: TextRange(0, 0), inFile: 0, only: ["source.fixAll"]).first
    let fixed = action.map { analysis.texts(after: $0.edit()) } ?? []
    // Of a relation without any key nobody knows.
    if slip.name.contains("Label[]") || slip.name.contains("labels")
      || slip.name.hasSuffix("Post[]")
    {
      return
    }
    #expect(fixed == [Self.schema])
  }
}
