import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Moves a declaration to a new file beside the one that it is in, where the schema has several files or
  /// the project names its folder.
  static let moveToFile = Refactoring("Move to a file", kind: .move) { context in
    let files = context.analysis.files
    guard context.isOnHeader, context.isSound,
      files.count > 1 || context.project.namesFolder,
      let id = context.cursor.declaration, context.schema.declaration(id) != nil,
      // A file of its own it has already, when nothing else is there.
      files[context.cursor.file].tree.blocks.count(where: { $0.declaration != nil }) > 1
    else { return [] }
    let name = context.schema.declarationName(id)
    let path = context.analysis.path(ofNewFile: name, besideFile: context.cursor.file)
    if files.contains(where: { $0.path == path }) { return [] }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return [
      context.action("Move `\(name)` to \(file)", kind: .move, createsFiles: true) { edit in
        let editor = context.editor
        var text = editor.block.text(editor.declarationLines)
        if !text.hasSuffix("\n") && !text.hasSuffix("\r") { text += editor.lines.lineEnd }
        edit.newFiles.append(SchemaEdit.NewFile(path: path, text: text))
        context.analysis.removeDeclaration(id, in: &edit)
      }
    ]
  }
}

extension Analysis {
  /// The path of a new file for a declaration, called as the other files are: `UserRole.prisma`,
  /// `userRole.prisma`, `user-role.prisma`, or else `user_role.prisma`.
  fileprivate func path(ofNewFile name: String, besideFile file: Int) -> String {
    let snake = NameStyle.snake.styled(name)
    let stems = files.compactMap { file in
      file.path.split(separator: "/").last?.split(separator: ".").first
    }
    let isPascal = stems.contains { $0.first?.isUppercase == true }
    let stem =
      if isPascal {
        NameStyle.pascal.styled(name)
      } else if stems.contains(where: { $0.contains("-") }) {
        String(snake.map { $0 == "_" ? "-" : $0 })
      } else if stems.contains(where: { $0.contains(where: \.isUppercase) }) {
        NameStyle.camel.styled(name)
      } else {
        snake
      }
    let folder = files[file].path.lastIndex(of: "/").map { files[file].path[...$0] } ?? ""
    return folder + stem + ".prisma"
  }
}
