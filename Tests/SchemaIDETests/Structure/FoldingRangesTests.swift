import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct FoldingRangesTests {
  /// The ranges in a text as `kind first-last`, with the text that is folded behind.
  private func folds(_ text: String, limit: Int = .max) -> [String] {
    let bytes = Array(text.utf8)
    return Analysis.of([text]).foldingRanges(ofFile: 0, limit: limit).map {
      #expect($0.endLine > $0.startLine)
      let folded = String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
      return "\($0.kind) \($0.startLine)-\($0.endLine) \(folded.debugDescription)"
    }
  }

  @Test func `declarations fold between their braces`() {
    #expect(
      folds("model A {\n  id Int @id\n}\n\nenum E{ // x\n  X\n  }\n") == [
        #"code 0-2 "\n  id Int @id\n""#, #"code 4-6 " // x\n  X\n  ""#,
      ])
  }

  @Test func `comments fold when they stand one under the other`() {
    #expect(
      folds(
        "// a\n// b\n\n// c\n/// d\n/// e\nmodel A {\n  // f\n  // g\n  x Int // h\n  // i\n}\n")
        == [
          #"comment 0-1 "\n// b""#, #"comment 4-5 "\n/// e""#,
          #"code 6-11 "\n  // f\n  // g\n  x Int // h\n  // i\n""#, #"comment 7-8 "\n  // g""#,
        ])
  }

  @Test func `comments over several lines fold`() {
    #expect(folds("/* a\n b */\n/* c */\n") == [#"comment 0-1 "\n b */""#])
  }

  @Test func `regions fold and can hold each other`() {
    let text = """
      //#region Users
      // #region inner
      model A {
        // #region in
        id Int
        //#endregion
      }
      // #endregion
      // #endregion
      //#endregion stray
      //#region open
      """
    let found = folds(text)
    #expect(
      found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "region 0-8", "region 1-7", "code 2-6", "region 3-5",
      ])
  }

  @Test func `lists over several lines fold although they are not allowed`() {
    #expect(
      folds("model A {\n  id Int\n  @@index([\n    id,\n    name\n  ])\n}\n").last
        == #"code 2-5 "\n    id,\n    name\n  ""#)
    #expect(folds("model A {\n  ])\n  @@index([\n}\n").count == 1)
  }

  @Test func `when few are wanted comments are left out first`() {
    let text = "// a\n// b\nmodel A {\n}\nmodel B {\n}\n"
    #expect(folds(text).count == 3)
    #expect(folds(text, limit: 2).allSatisfy { $0.hasPrefix("code") })
    #expect(folds(text, limit: 1).count == 1)
    #expect(folds(text, limit: -1).isEmpty)
  }

  @Test func `what is on one line does not fold`() {
    #expect(folds("model A {}\n").isEmpty)
    #expect(folds("").isEmpty)
    #expect(Analysis.of(["x"]).foldingRanges(ofFile: 3).isEmpty)
  }
}
