import SchemaModel
import SchemaParser

@testable import SchemaIDE

extension Analysis {
  /// The analysis of a schema with these files, named `0.prisma`, `1.prisma` ….
  static func of(_ texts: [String], version: PrismaVersion = .seven) -> Analysis {
    var workspace = Workspace()
    let files = texts.enumerated().map { index, text in
      SourceFile(
        path: "\(index).prisma",
        tree: SyntaxTree.parsed(Array(text.utf8), dialect: version.dialect))
    }
    workspace.update(files: files, version: version)
    return workspace.analysis
  }

  /// The texts of the files after an edit, those that it creates behind the others.
  func texts(after edit: SchemaEdit) -> [String] {
    files.indices.map { file in
      var bytes = files[file].tree.bytes
      for edit in edit.edits(ofFile: file).reversed() {
        bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
      }
      return String(decoding: bytes, as: UTF8.self)
    } + edit.newFiles.map(\.text)
  }
}
