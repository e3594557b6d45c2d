import Testing

@testable import SchemaIDE

struct MarkdownTextTests {
  @Test func `sections have an empty line between them`() {
    var text = MarkdownText()
    #expect(text.isEmpty)
    text.add("a")
    text.add("")
    text.addCode("model A {\n}")
    text.addList(["x", "y"])
    text.addTable(["A", "B"], [["1|2", "3"]])
    #expect(
      text.markdown == """
        a

        ```prisma
        model A {
        }
        ```

        - x
        - y

        | A | B |
        |---|---|
        | 1\\|2 | 3 |
        """)
  }

  @Test func `backticks in a text can't end it`() {
    #expect(MarkdownText.code("a") == "`a`")
    #expect(MarkdownText.code("a`b") == "``a`b``")
    #expect(MarkdownText.code("`") == "`` ` ``")
    #expect(MarkdownText.code("a\nb") == "`a b`")
    var text = MarkdownText()
    text.addCode("/// ```")
    #expect(text.markdown == "````prisma\n/// ```\n````")
  }

  @Test func `plain text is what people read`() {
    let markdown = """
      ```prisma
      id Int @id // `x` **y**
      ```

      Use `@@id([…])` **here**, see [the page](https://x.y/z).

      | Column | Type |
      |---|---|
      | `a` | `b\\|c` |

      - ``d`e`` and ` alone, [not a link]
      """
    #expect(
      MarkdownText.plainText(of: markdown) == """
        id Int @id // `x` **y**

        Use @@id([…]) here, see the page: https://x.y/z.

        Column  Type
        a  b|c

        - d`e and ` alone, [not a link]
        """)
  }
}
