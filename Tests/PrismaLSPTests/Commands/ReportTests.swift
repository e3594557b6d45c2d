import Diagnostics
import Foundation
import SchemaModel
import SchemaParser
import Testing

@testable import PrismaLSP

/// The parts that reports are made of.
@Suite struct ReportTests {
  @Test func countsLinesAndUnits() {
    let table = LineTable(Array("a\nbü𝄞c\r\nd\re".utf8))
    #expect(table.position(at: 0) == (0, 0))
    #expect(table.position(at: 1) == (0, 1))
    #expect(table.position(at: 2) == (1, 0))
    #expect(table.position(at: 5) == (1, 2))
    #expect(table.position(at: 9) == (1, 4))
    #expect(table.position(at: 12) == (2, 0))
    #expect(table.position(at: 14) == (3, 0))
    #expect(table.position(at: 999) == (3, 1))
    #expect(table.position(at: -1) == (0, 0))
    #expect(table.content(ofLine: 1) == 2..<10)
    #expect(table.content(ofLine: 99).isEmpty)
    #expect(LineTable([]).position(at: 3) == (0, 0))
  }

  @Test func excerptsHideSecrets() {
    let text = Array("  url = \"postgresql://u:hunter2@h/db\" x".utf8)
    let excerpt = Excerpt(text, line: 0..<text.count, mark: 2..<5)
    #expect(excerpt.text == "  url = \"postgresql://u:*******@h/db\" x")
    #expect(excerpt.indent == 2 && excerpt.markWidth == 3)
  }

  @Test func endlessPathsHaveNoAncestors() {
    let path = String(repeating: "/a", count: 100_000)
    #expect(FilePath.ancestors(of: path) == [path])
    #expect(FilePath.ancestors(of: "/a/b") == ["/a/b", "/a", "/"])
  }

  @Test func foldersThatAreLinkedManyWaysAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "s/a.prisma")
    for index in 0..<12 { try folder.write("", to: "s/\(index)/x.txt") }
    for index in 0..<144 {
      try folder.link("s/\(index / 12)/l\(index % 12)", to: "../\(index % 12)")
    }
    let result = folder.run("validate", "s")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("its schema has too many folders"))
  }

  @Test func valuesThatDoubleStayShort() {
    let lines = "A=0123456789\n" + String(repeating: "A=$A$A\n", count: 60)
    let variables = DotEnvironment.parse(Array(lines.utf8)) { _ in nil }
    #expect((variables["A"]?.utf8.count ?? 0) == 1 << 20)
  }

  @Test func countsUnitsFarIntoALine() {
    let text = String(repeating: "ü𝄞", count: 1000)
    let table = LineTable(Array(text.utf8))
    for index in [0, 1, 169, 170, 171, 512, 999] {
      #expect(table.position(at: index * 6) == (0, index * 3))
      #expect(table.position(at: index * 6 + 2) == (0, index * 3 + 1))
    }
    #expect(table.position(at: 6000) == (0, 3000))
  }

  @Test func survivesWhatIsNotUTF8() {
    let bytes: [UInt8] = [0x80, 0xFF, 0xC3, 0x0A, 0xF0, 0x9D]
    let table = LineTable(bytes)
    for offset in 0...bytes.count { _ = table.position(at: offset) }
    for low in 0...2 {
      for high in low...2 { _ = Excerpt(bytes, line: 0..<3, mark: low..<high) }
    }
    #expect(table.position(at: 4).line == 1)
  }

  /// The line of an excerpt with its mark drawn under it.
  private func excerpt(_ line: String, _ mark: Range<Int>) -> String {
    let bytes = Array(line.utf8)
    let excerpt = Excerpt(bytes, line: 0..<bytes.count, mark: mark)
    let indent = String(repeating: " ", count: excerpt.indent)
    return excerpt.text + "\n" + indent + String(repeating: "^", count: excerpt.markWidth)
  }

  @Test func marksAPartOfALine() {
    #expect(excerpt("  name String", 2..<6) == "  name String\n  ^^^^")
    #expect(excerpt("abc", 3..<3) == "abc\n   ^")
    #expect(excerpt("", 0..<0) == "\n^")
  }

  @Test func showsTabsAsSpaces() {
    #expect(excerpt("\tab\tc", 1..<3) == "    ab  c\n    ^^")
    #expect(excerpt("\tab\tc", 4..<5) == "    ab  c\n        ^")
    #expect(excerpt("\tx", 0..<1) == "    x\n^^^^")
  }

  @Test func countsWideAndCombiningCharacters() {
    #expect(excerpt("日本 x", 7..<8) == "日本 x\n     ^")
    #expect(excerpt("日本 x", 0..<6) == "日本 x\n^^^^")
    #expect(excerpt("e\u{301} x", 4..<5) == "e\u{301} x\n  ^")
  }

  @Test func cutsLongLines() {
    let long = String(repeating: "a", count: 500)
    let start = excerpt(long, 0..<3)
    #expect(start == String(repeating: "a", count: 120) + "…\n^^^")
    let bytes = Array((long + "XYZ" + long).utf8)
    let middle = Excerpt(bytes, line: 0..<bytes.count, mark: 500..<503)
    #expect(middle.text.hasPrefix("…a"))
    #expect(middle.text.hasSuffix("a…"))
    #expect(
      Array(middle.text)[middle.indent..<(middle.indent + middle.markWidth)] == ["X", "Y", "Z"])
    let wide = Excerpt(bytes, line: 0..<bytes.count, mark: 0..<bytes.count)
    #expect(wide.markWidth == 120)
    let end = Excerpt(bytes, line: 0..<bytes.count, mark: (bytes.count - 2)..<bytes.count)
    #expect(end.text.count <= 124)
    #expect(end.indent + end.markWidth == end.text.count)
  }

  @Test func oneHintStandsForMany() throws {
    let folder = try TemporaryFolder()
    let fields = ["a", "b", "c", "d"]
    func model(_ name: String, _ count: Int) -> String {
      "model \(name) {\n  id Int @id\n"
        + fields.prefix(count).map { "  \($0) Int? @ignore\n" }.joined() + "}\n"
    }
    try folder.write(model("A", 3), to: "few.prisma")
    try folder.write(model("A", 4), to: "many.prisma")
    let few = folder.run("validate", "few.prisma").output
    #expect(few.ranges(of: "hint[lint-ignored-field]").count == 3)
    #expect(!few.contains("more like it"))
    let many = folder.run("validate", "many.prisma").output
    #expect(many.ranges(of: "hint[lint-ignored-field]").count == 1)
    #expect(many.contains(" --> many.prisma:3:3\n  = note: 3 more like it\n"))
    #expect(many.contains("4 hints"))
  }

  @Test func showsNothingThatATerminalObeys() {
    #expect(excerpt("a\u{1B}[31mb", 0..<1) == "a\u{FFFD}[31mb\n^")
    #expect(excerpt("a\u{202E}b", 4..<5) == "a\u{FFFD}b\n  ^")
    #expect(Style.shown("x\u{7}y\nz") == "x\u{FFFD}y\u{FFFD}z")
    #expect(Style.shown("plain ü") == "plain ü")
  }

  @Test func makesURIs() {
    #expect(SARIFReport.uri("prisma/schema.prisma") == "prisma/schema.prisma")
    #expect(SARIFReport.uri("a b/ü:.prisma") == "a%20b/%C3%BC%3A.prisma")
    #expect(SARIFReport.uri("/tmp/x.prisma") == "file:///tmp/x.prisma")
  }

  @Test func escapesGitHubCommands() {
    let file = SchemaSources.File(
      path: SystemPath("a,b:c.prisma"), relativePath: "a,b:c.prisma", displayPath: "a,b:c.prisma",
      bytes: Array("x\ny\n".utf8))
    let finding = SchemaReport.Finding(
      severity: .hint, code: "lint-x", message: Message("100%\r\n::error::", note: "n", help: "h"),
      place: SchemaReport.Place(file: 0, range: TextRange(0, 4)), isGated: false, related: [])
    let report = SchemaReport(path: "p", version: .six, files: [file], findings: [finding])
    let text = String(decoding: GitHubReport.text([.report(report)]), as: UTF8.self)
    #expect(
      text
        == "::notice file=a%2Cb%3Ac.prisma,line=1,endLine=2,title=lint-x"
        + "::100%25%0D%0A::error::%0Anote: n%0Ahelp: h\n")
  }

  @Test func choosesColoursAsAsked() {
    func isColoured(
      _ color: CommandLineArguments.Color, _ variables: [String: String], isTerminal: Bool
    ) -> Bool {
      CommandEnvironment(
        workingDirectory: SystemPath("/"), variable: { variables[$0] }, standardInput: { [] },
        isOutputTerminal: isTerminal, isErrorTerminal: isTerminal
      ).style(color, isTerminal: isTerminal).isColoured
    }
    #expect(isColoured(.auto, [:], isTerminal: true))
    #expect(!isColoured(.auto, [:], isTerminal: false))
    #expect(!isColoured(.auto, ["NO_COLOR": "1"], isTerminal: true))
    #expect(isColoured(.auto, ["NO_COLOR": ""], isTerminal: true))
    #expect(isColoured(.auto, ["FORCE_COLOR": "1", "NO_COLOR": "1"], isTerminal: false))
    #expect(!isColoured(.auto, ["FORCE_COLOR": "0"], isTerminal: true))
    #expect(!isColoured(.auto, ["TERM": "dumb"], isTerminal: true))
    #expect(isColoured(.always, ["NO_COLOR": "1"], isTerminal: false))
    #expect(!isColoured(.never, ["FORCE_COLOR": "1"], isTerminal: true))
  }
}
