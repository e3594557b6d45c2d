import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct SymbolSearchTests {
  private static let schema = """
    model User {
      id       Int    @id
      userRole Role
      password String
    }
    model UserRole {
      id   Int @id
      user Int
    }
    enum Role {
      ADMIN
      USER
    }
    datasource db {
      provider = "sqlite"
    }
    """

  private func found(_ query: String, in texts: [String] = [schema], limit: Int = 99) -> [String] {
    let analysis = Analysis.of(texts)
    let search = SymbolSearch(query)
    let matches = analysis.files.enumerated().flatMap { file, state in
      analysis.symbols(
        matching: search, limit: limit, inFile: file, state.tree.blocks.indices)
    }
    return matches.sorted { $0.score > $1.score }.prefix(limit).map { match in
      let block = analysis.files[match.file].tree.blocks[match.block]
      let container = match.containerRange.map { block.text($0) + "." } ?? ""
      return container + block.text(match.nameRange)
    }
  }

  @Test func `whole names come before beginnings, and these before the rest`() {
    #expect(found("user") == ["User", "UserRole.user", "Role.USER", "UserRole", "User.userRole"])
    #expect(
      found("role") == ["Role", "UserRole", "User.userRole"])
  }

  @Test func `letters need not stand together`() {
    #expect(found("ur") == ["UserRole", "User.userRole", "User", "UserRole.user", "Role.USER"])
    #expect(found("pwd") == ["User.password"])
    #expect(found("PASS") == ["User.password"])
    #expect(found("xyz") == [])
  }

  @Test func `a dot separates a declaration from its members`() {
    #expect(found("us.id") == ["User.id", "UserRole.id"])
    #expect(found("role.") == ["UserRole.id", "UserRole.user", "Role.ADMIN", "Role.USER"])
    #expect(found("db.provider") == [])
  }

  @Test func `nothing typed finds the declarations`() {
    #expect(found("") == ["User", "UserRole", "Role", "db"])
    #expect(found("", limit: 2) == ["User", "UserRole"])
  }

  @Test func `the best are kept of many`() {
    let models = (0..<50).map { "model Xa\($0)b {\n  id Int\n}\n" }.joined()
    let text = models + "model ab {\n  id Int\n}\n"
    #expect(found("ab", in: [text], limit: 3) == ["ab", "Xa0b", "Xa1b"])
  }

  @Test func `all files are searched, also broken ones`() {
    #expect(
      found("b", in: ["model A {\n  b Int\n  c }\n}\n", "model B {\n  x !\n}\n"]) == ["B", "A.b"])
    #expect(found("grö", in: ["model Größe {\n  id Int\n}\n"]) == ["Größe"])
  }
}
