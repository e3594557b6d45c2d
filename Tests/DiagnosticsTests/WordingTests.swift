import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The cases in which a rule says more than its example shows.
@Suite struct WordingTests {
  /// What is said of a schema, with notes and helps; lint rules aside.
  private func messages(of text: String, version: PrismaVersion = .seven) -> [Message] {
    var analyzer = SchemaAnalyzer()
    let tree = SyntaxTree.parsed(
      Array(text.utf8), dialect: version == .seven ? .prisma7 : .prisma6)
    analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: version)
    return analyzer.diagnostics().flatMap(\.diagnostics).filter { !$0.rule.isLint }
      .map(\.message)
  }

  @Test func tellsOfABlockWithoutItsEnd() {
    check(
      """
      model User {
      ~~~~~~~~~~~~ error[syntax-invalid-toplevel-line]: `model User {` opens no block
        id Int @id
        ~~~~~~~~~~ error[syntax-invalid-toplevel-line]: `id Int @id` begins no block and is no comment
      """)
  }

  @Test func tellsOfABlockThatSwallowsTheNext() {
    check(
      """
      enum Role {
        USER

      enum Color {
      ~~~~~~~~~~~~ error[syntax-invalid-enum-line]: `enum Color {` stands inside of another block
        RED
      }
      """)
  }

  @Test func tellsOfABlockOnOneLine() {
    check(
      """
      enum Role { ADMIN, USER }
      ~~~~~~~~~~~~~~~~~~~~~~~~~ error[syntax-invalid-toplevel-line]: enum `Role` stands on one line
      """)
    let swallowing = "enum Role { ADMIN }\nenum Color {\n  RED\n}\n"
    let messages = self.messages(of: swallowing)
    #expect(
      messages.contains {
        $0.note == "enum `Role` has its `}` on its first line, where it closes nothing"
          && $0.help == "write each value of `Role` on a line of its own, and `}` on the last"
      }, "\(messages)")
  }

  @Test func tellsThatAConditionIsNewer() {
    let text = "model A {\n  id Int @id\n  t Boolean\n\n  @@unique([id], where: { t: true })\n}\n"
    let messages = self.messages(of: text, version: .six)
    #expect(messages.map(\.text) == ["`@@unique` takes no argument `where`"])
    #expect(messages.first?.note == "partial indexes are new in Prisma 7.4")
    #expect(
      self.messages(of: text, version: .seven).map(\.text)
        == ["`where` needs the preview feature `partialIndexes`"])
    let broken = text.replacing("{ t: true }", with: "{ t: }")
    #expect(self.messages(of: broken, version: .six).first?.note?.contains("7.4") != true)
  }

  @Test func tellsOfAStrayBrace() {
    check(
      """
      enum Role {
        USER
      }
      }
      ~ error[syntax-invalid-toplevel-line]: `}` closes no block
      """)
  }

  @Test func tellsOfAMissingName() {
    check(
      """
      model {
      ~~~~~~~ error[syntax-unknown-block]: block `model` has no name
        id Int @id
      }
      """)
  }

  @Test func tellsOfAnEmptyRelationMode() {
    check(
      """
      datasource db {
      ~~~~~~~~~~~~~~~ error[datasource-relation-mode-invalid]: `relationMode` can't be empty
        provider     = "mysql"
        relationMode = ""
      }
      """)
  }

  @Test func tellsOfTheCommaInEnv() {
    check(
      """
      generator client {
        provider = "prisma-client"
        output   = env("OUTPUT",)
                   ~~~~~~~~~~~~~~ error[env-argument-count]: the argument of `env()` is followed by a comma
      }
      """)
  }

  @Test func listsSeveralFields() {
    check(
      """
      model User {
        id Int @id

        @@index([a, b, c])
        ~~~~~~~~~~~~~~~~~~ error[index-unknown-field]: `User` has no fields `a`, `b` and `c`
      }
      """)
  }

  @Test func namesKindsWithTheirArticle() {
    check(
      """
      enum Int {
           ~~~ error[reserved-scalar-type-name]: an enum can't be named `Int`
        ONE
      }
      """)
  }

  @Test func tellsOfANativeTypeWithoutAName() {
    check(
      """
      datasource db {
        provider = "postgresql"
      }

      model User {
        id   Int    @id
        name String @db.
                    ~~~~ error[native-type-unknown]: the native type has no name
      }
      """)
  }

  @Test func shortensLongLines() {
    check(
      """
      enum Role {
        A
        \(String(repeating: "x ", count: 100))
        \(String(repeating: "~", count: 200)) error[syntax-invalid-enum-line]: `\(String(repeating: "x ", count: 30))…` is not an enum value
      }
      """)
  }

  @Test(arguments: [
    (
      Problem.Kind.defaultFunctionWrongType, ["now", "Int", "`DateTime`"], "it goes with `DateTime`"
    ),
    (.defaultFunctionWrongType, ["cuid", "Int", "Int, BigInt"], "it goes with `Int` and `BigInt`"),
    (.argumentUnknown, ["where", "@@index", ""], "partial indexes are new in Prisma 7.4"),
  ]) func notesWhy(kind: Problem.Kind, values: [String], note: String) {
    guard case .problem(let words) = RuleCatalog.rule(for: kind).check else {
      Issue.record("no rule for a problem")
      return
    }
    #expect(words(Problem(kind, at: TextRange(0, 0), values)).note == note)
  }

  @Test func remindsOfTheParenthesesOfAFunction() {
    #expect(
      help(.defaultLiteralMismatch, ["createdAt", "DateTime", "now", "a string"])
        == "write `now()` to call the function")
    #expect(
      help(.defaultLiteralMismatch, ["createdAt", "DateTime", "today", "a string"])
        == "write a string")
  }

  @Test func guessesTheBuiltInType() {
    #expect(help(.typeNotFound, ["Strng", "name"]) == "write `String`, or declare `Strng`")
    #expect(help(.typeNotFound, ["Text", "name"])?.hasPrefix("declare `Text`") == true)
  }

  /// What to do about a problem with these values.
  private func help(_ kind: Problem.Kind, _ values: [String]) -> String? {
    guard case .problem(let message) = RuleCatalog.rule(for: kind).check else { return nil }
    return message(Problem(kind, at: TextRange(0, 0), values)).help
  }
}
