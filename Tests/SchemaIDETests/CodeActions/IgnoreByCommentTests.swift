import Testing

struct IgnoreByCommentTests {
  @Test func `a hint is silenced by a comment in the line before it`() {
    checkFix(
      "Ignore `lint-ignored-field` here",
      in: """
        model User {
          id   Int    @id
        \tsize String @ig<|>nore
        }
        """,
      gives: """
        model User {
          id   Int    @id
        \t// prisma-lsp-ignore lint-ignored-field:\u{20}
        \tsize String @ignore
        }
        """, isPreferred: false)
  }

  @Test func `line ends are kept`() {
    checkFix(
      "Ignore `lint-ignored-field` here",
      in: "model User {\r\n  id Int @id\r\n  size String @ig<|>nore\r\n}\r\n",
      gives: "model User {\r\n  id Int @id\r\n  // prisma-lsp-ignore lint-ignored-field: \r\n"
        + "  size String @ignore\r\n}\r\n")
  }

  @Test func `an error can't be silenced`() {
    let titles = actionTitles(in: "model User {\n  id Int @id\n  i<|>d Int\n}\n")
    #expect(!titles.contains { $0.hasPrefix("Ignore") })
  }
}
