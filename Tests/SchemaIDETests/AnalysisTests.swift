import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct AnalysisTests {
  private static let schema = """
    model User {
      id Int @id
    }

    model Post {
      id   Int  @id
      user User
    }

    """

  private static func files(_ texts: [String]) -> [SourceFile] {
    texts.enumerated().map { index, text in
      SourceFile(
        path: "\(index).prisma", tree: SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7))
    }
  }

  /// The text of a file after the edits.
  private static func text(_ file: Schema.FileState, after edits: [TextEdit]) -> String {
    var bytes = file.tree.bytes
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `an analysis stays as it is while the workspace goes on`() {
    var workspace = Workspace()
    workspace.update(files: Self.files([Self.schema]), version: .seven)
    let before = workspace.analysis
    let found = before.diagnostics().map { $0.diagnostics.map(\.id) }
    workspace.update(files: Self.files(["model Other {\n  id Int @id\n}\n"]), version: .seven)
    #expect(before.schema.models.map(\.name) == ["User", "Post"])
    #expect(before.diagnostics().map { $0.diagnostics.map(\.id) } == found)
    #expect(workspace.analysis.schema.models.map(\.name) == ["Other"])
  }

  @Test func `formatting adds the missing parts of relations when it is asked to`() {
    var workspace = Workspace()
    workspace.update(files: Self.files([Self.schema]), version: .seven)
    let analysis = workspace.analysis
    let options = FormatOptions()
    let blocks = analysis.files[0].tree.blocks.indices
    #expect(analysis.layoutChanges(ofFile: 0, blocks, options).edits == [])
    let edits = analysis.insertingEdits(of: 0, options)
    let formatted = Self.text(analysis.files[0], after: edits ?? [])
    #expect(formatted == String(decoding: analysis.formatted(options)[0], as: UTF8.self))
    #expect(formatted.contains("@relation(fields: [userId], references: [id])"))
    #expect(formatted.contains("posts Post[]"))
  }

  @Test func `formatting reaches a model in another file`() {
    let parts = Self.schema.split(separator: "\n\n").map { String($0) + "\n" }
    var workspace = Workspace()
    workspace.update(files: Self.files(parts), version: .seven)
    let formatted = workspace.analysis.formatted().map { String(decoding: $0, as: UTF8.self) }
    #expect(formatted[0].contains("posts Post[]"))
    #expect(formatted[1].contains("userId"))
  }

  @Test func `a part of a file is laid out alone`() {
    let text = "model A {\n   id Int @id\n}\n\n\nmodel B {\n   id Int @id\n}\n\n"
    var workspace = Workspace()
    workspace.update(files: Self.files([text]), version: .seven)
    let blocks = workspace.analysis.files[0].tree.blocks
    let parts = blocks.indices.map {
      workspace.analysis.layoutChanges(ofFile: 0, $0..<($0 + 1), FormatOptions())
    }
    #expect(parts.map { $0.isSettled.count } == blocks.map { _ in 1 })
    #expect(parts.first?.edits.allSatisfy { $0.range.end < 24 } == true)
    let all = workspace.analysis.layoutChanges(ofFile: 0, blocks.indices, FormatOptions())
    #expect(all.edits == parts.flatMap(\.edits))
    let formatted = Self.text(workspace.analysis.files[0], after: all.edits)
    #expect(formatted == String(decoding: workspace.analysis.formatted()[0], as: UTF8.self))
  }

  @Test func `a file that is not there has no edits`() {
    var workspace = Workspace()
    workspace.update(files: [], version: .seven)
    let changes = workspace.analysis.layoutChanges(ofFile: 3, 0..<2, FormatOptions())
    #expect(changes.edits == [])
    #expect(workspace.analysis.insertingEdits(of: 3, FormatOptions()) == nil)
  }
}
