import SchemaModel
import SchemaParser
import Testing

@testable import Diagnostics

/// Beside an early error, where the reference falls silent, the unaffected rest is still checked, and
/// no consequence of the error is told.
@Suite("Findings beside early errors")
struct GatedFindingTests {
  private static let datasource = """
    datasource db {
      provider = "postgresql"
      url      = env("DATABASE_URL")
    }

    """

  /// A mistake that hangs on nothing else: `Apart.other` has no opposite field.
  private static let mistake = """
    model Apart {
      id      Int   @id
      otherId Int
      other   Other @relation(fields: [otherId], references: [id])
    }

    model Other {
      id Int @id
    }

    """

  /// A mistake that only some databases know.
  private static let native = "model Native {\n  id Int @id @db.Nothing\n}\n\n"

  /// Two models with one relation in which nothing is wrong.
  private static let user = """
    model User {
      id    Int    @id
      name  String
      posts Post[]
    }

    """
  private static let post = """
    model Post {
      id     Int  @id
      userId Int
      user   User @relation(fields: [userId], references: [id])
    }

    """

  /// The rules of the errors found, sorted; of gated ones in parentheses.
  private func errors(_ text: String) -> [String] {
    var analyzer = SchemaAnalyzer()
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma6)
    analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: .six)
    return analyzer.diagnostics().flatMap(\.diagnostics).filter { $0.severity == .error }
      .map { $0.isGated ? "(\($0.id))" : $0.id }.sorted()
  }

  private static let told = "(relation-missing-opposite-field)"

  @Test("Without an early error nothing is gated")
  func plain() {
    let text = Self.datasource + Self.user + Self.post + Self.mistake
    #expect(errors(text) == ["relation-missing-opposite-field"])
  }

  @Test(
    "Lines of a datasource that settle nothing leave the rest sure",
    arguments: ["url \"x\"", "= 3", "???", "foo String!", "bar [String]", "/* open", "@@"])
  func datasourceLine(_ line: String) {
    let text = Self.datasource.replacing("  url", with: "  \(line)\n  url") + Self.mistake
    #expect(errors(text) == [Self.told, "syntax-invalid-config-line"])
  }

  @Test(
    "A broken setting of the datasource leaves nothing sure",
    arguments: ["relationMode \"prisma\"", "= \"prisma\"", "schemas [\"a\", \"b\"]", "= [\"a\"]"])
  func datasourceSetting(_ line: String) {
    let text = Self.datasource.replacing("  url", with: "  \(line)\n  url") + Self.native
    #expect(errors(text) == ["syntax-invalid-config-line"])
  }

  @Test("Relations are judged without a datasource as with one")
  func relationsWithoutDatasource() {
    let header = Self.datasource.replacing("datasource", with: "")
    #expect(errors(header + Self.mistake) == [Self.told, "syntax-unknown-block"])
    let asEnum = Self.datasource.replacing("datasource", with: "enum")
    #expect(!errors(asEnum + Self.native).contains("(native-type-unknown)"))
  }

  @Test("A datasource that can't be read leaves nothing sure")
  func noDatasource() {
    let header = Self.datasource.replacing("datasource", with: "datasorce") + Self.native
    #expect(Set(errors(header)) == ["syntax-invalid-toplevel-line"])
    let nameless = Self.datasource.replacing("datasource", with: "") + Self.native
    #expect(errors(nameless) == ["syntax-unknown-block"])
    let provider = Self.datasource.replacing("provider =", with: "provider") + Self.native
    #expect(errors(provider) == ["datasource-provider-missing", "syntax-invalid-config-line"])
    let brace = Self.datasource.replacing("  url", with: "}\nrelationMode = \"prisma\"\n  url")
    #expect(!errors(brace + Self.native).contains("(native-type-unknown)"))
  }

  @Test("A broken generator leaves only what rests on preview features open")
  func generator() {
    let view = "view V {\n  id Int @unique\n}\n\n"
    func text(_ line: String) -> String {
      Self.datasource + "generator g {\n  provider = \"x\"\n  \(line)\n}\n\n" + view + Self.mistake
    }
    let missing = "(views-preview-missing)"
    #expect(errors(text("= 3")) == [Self.told, missing, "syntax-invalid-config-line"].sorted())
    #expect(
      errors(text("previewFeatures [\"views\"]")) == [Self.told, "syntax-invalid-config-line"])
    #expect(errors(text("= [\"views\"]")) == [Self.told, "syntax-invalid-config-line"])
  }

  @Test("A missing brace swallows the next model, and nothing is said of the two")
  func missingBrace() {
    let open = Self.user.replacing("}\n", with: "")
    let found = errors(Self.datasource + open + Self.post + Self.mistake)
    #expect(found.filter { $0.hasPrefix("(") } == [Self.told])
    let last = errors(Self.datasource + Self.mistake + Self.post + open)
    #expect(last.filter { $0.hasPrefix("(") } == [Self.told])
  }

  @Test("A stray brace cuts a model short, and nothing is said of what it has lost")
  func strayBrace() {
    let cut = Self.user.replacing("  posts", with: "}\n  posts")
    let found = errors(Self.datasource + Self.post + cut + Self.mistake)
    #expect(found.filter { $0.hasPrefix("(") } == [Self.told])
  }

  @Test("A typo in a keyword takes a model away, and nothing is said of its relations")
  func keyword() {
    let found = errors(
      Self.datasource + Self.user + Self.post.replacing("model", with: "modle") + Self.mistake)
    #expect(Set(found) == [Self.told, "syntax-invalid-toplevel-line", "type-not-found"])
  }

  @Test("An unknown type may be the field that another model misses")
  func unknownType() {
    let typo = Self.user.replacing("Post[]", with: "Pst[]")
    #expect(
      errors(Self.datasource + typo + Self.post + Self.mistake) == [Self.told, "type-not-found"])
  }

  @Test("Two models of one name: nothing is said of their relations")
  func duplicate() {
    let found = errors(
      Self.datasource + Self.user + Self.post.replacing("Post", with: "User") + Self.mistake)
    #expect(found.filter { $0.hasPrefix("(") } == [Self.told])
    #expect(found.contains("duplicate-type-name"))
  }

  @Test(
    "A broken line hides a relation if it has a part of it",
    arguments: [
      ("posts Post[", false), ("posts []", false), ("posts", false), ("posts Post[]?", false),
      ("posts Post[] @relatoin(\"a\")", false), ("posts Pots[]", false), ("}", false),
      ("posts P(ost[]", false), ("posts Po@st[]", false), ("posts Po!st[]", false),
      ("posts Po st[]", false),
      ("posts P[ost[]", false), ("posts String[] @relation(\"a\")", false),
      ("foo String @", true), ("= 3", true), ("foo String!", true),
      ("other Other @relation(", true),
      ("@@index([name)", true), ("foo Int @default(now()", true), ("x Int @nothing", true),
    ])
  func relationLine(_ line: String, isSure: Bool) {
    // The line stands in place of the field that `Post.user` needs.
    let broken = Self.user.replacing("posts Post[]", with: line)
    let found = errors(Self.datasource + broken + Self.post)
    #expect(found.contains(Self.told) == isSure)
  }

  @Test("A key that is referred to may have gone by mistake")
  func key() {
    let lost = Self.user.replacing("  id    Int    @id\n", with: "")
    let found = errors(Self.datasource + lost + Self.post + Self.mistake)
    #expect(found == [Self.told, "relation-references-unknown"])
  }

  @Test("A line that has come to stand elsewhere is not missed where it was")
  func movedLine() {
    let back = "  posts Post[]\n"
    let user = Self.user.replacing(back, with: "")
    let mysql = Self.datasource + "enum E {\n  V\n\(back)}\n\n"
    #expect(
      errors(mysql + user + Self.post + Self.mistake) == [Self.told, "syntax-invalid-enum-line"])
    let key = "  id    Int    @id\n"
    let keyless = "model Keyless {\n  name String\n}\n\n"
    let stray = errors(Self.datasource + Self.mistake + keyless + key)
    #expect(stray == [Self.told, "syntax-invalid-toplevel-line"])
  }

  @Test("Of an ambiguous relation nothing more is told")
  func ambiguous() {
    let two = Self.post.replacing("userId Int", with: "userId Int\n  other User?")
    let found = errors(Self.datasource + Self.user + two + Self.mistake)
    #expect(found.filter { $0 != Self.told } == ["relation-ambiguous"])
  }

  @Test("A field that a broken line uses as a value may have been one")
  func valueOrRelation() {
    let text = Self.post.replacing("userId Int", with: "userId Other")
    let found = errors(Self.datasource + Self.user + text + Self.mistake)
    #expect(found == [Self.told, "relation-fields-not-scalar"])
  }

  @Test("What a broken enum or type gives a field is not told")
  func brokenType() {
    let mysql = Self.datasource.replacing("postgresql", with: "mysql")
    let text = "model A {\n  id Int @id\n  es E[]\n}\n\nenum E {\n  V\n  broken line !\n}\n\n"
    #expect(errors(mysql + text + Self.mistake) == [Self.told, "syntax-invalid-enum-line"])
  }
}
