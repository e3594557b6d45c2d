import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct CodeLensesTests {
  private static let files = [
    """
    model User {
      id    Int    @id
      posts Post[]
      boss  User?  @relation("boss", fields: [bossId], references: [id])
      bossId Int?
      staff User[] @relation("boss")
      role  Role
    }
    enum Role {
      ADMIN
    }
    """,
    """
    model Post {
      id   Int  @id
      user User @relation(fields: [userId], references: [id])
      userId Int
    }
    enum Unused {
      X
    }
    generator g {
      provider = "x"
    }
    """,
  ]

  private let analysis = Analysis.of(files)

  private func text(_ place: FileRange) -> String {
    let bytes = analysis.files[place.file].tree.bytes
    return String(decoding: bytes[place.range.start..<place.range.end], as: UTF8.self)
  }

  /// Each lens with the number it shows.
  private func titles(_ file: Int) -> [String] {
    analysis.codeLenses(ofFile: file).map { lens, place in
      #expect(text(place) == lens.name)
      return "\(lens.name): " + lens.title(count: analysis.places(of: lens)?.count ?? -1)
    }
  }

  @Test func `types tell where they are used, and models their relations`() {
    #expect(
      titles(0) == ["User: 3 references", "User: 2 relations", "Role: 1 reference"])
    #expect(titles(1) == ["Post: 1 reference", "Post: 1 relation", "Unused: 0 references"])
    #expect(titles(2) == [])
  }

  @Test func `relations lead to their other sides`() throws {
    let places = try #require(
      analysis.places(of: CodeLens(kind: .relations, name: "User")))
    #expect(places.map(text) == ["staff", "user"])
    let references = try #require(
      analysis.places(of: CodeLens(kind: .references, name: "User")))
    #expect(references.map(\.file) == [0, 0, 1])
  }

  @Test func `what is gone has no places`() {
    #expect(analysis.places(of: CodeLens(kind: .relations, name: "Gone")) == nil)
    #expect(analysis.places(of: CodeLens(kind: .relations, name: "Role")) == [])
  }
}
