import Testing

@Suite struct SwiftSourceTests {
  @Test(arguments: [
    ("let a = b // c!", "let a = b "),
    ("a /* b /* c */ d */ e", "a  e"),
    ("f(\"b! // c\") // d", "f(\"\") "),
    ("\"x \\(a! + f(b)) y\" + c", "(a! + f(b))\"\" + c"),
    (##"#"\(a) "b" \#(c)"# + d"##, "(c)\"\" + d"),
    ("\"\"\"\n  \"a!\"\n  \\(b)\n  \"\"\" + c", "\n\n(b)\n\"\" + c"),
    ("\"\\\"\" + a", "\"\" + a"),
    ("\"\\(f(\"(\"))\" + a", "(f(\"\"))\"\" + a"),
  ])
  func keepsOnlyCode(text: String, code: String) {
    #expect(SwiftSource(text).code == code)
  }

  @Test func findsImports() {
    let source = SwiftSource(
      """
      import Testing  // import A
      @testable import SchemaParser
      package import Diagnostics
      #if canImport(Glibc)
        import Glibc
      #endif
      let importance = "import B"
      """)
    #expect(source.imports == ["Testing", "SchemaParser", "Diagnostics", "Glibc"])
  }

  @Test func numbersLines() {
    let source = SwiftSource("a\n/*\n*/ b!\n\"\"\"\n  c!\n  \"\"\"\nd!.e != f")
    #expect(source.lines(matching: /\w!(?!=)/) == [3, 7])
  }
}
