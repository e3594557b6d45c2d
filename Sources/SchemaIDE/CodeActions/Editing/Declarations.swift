import Diagnostics
import SchemaModel
import SchemaParser

extension BlockEditor {
  /// The declaration with the comments right above it, from the start of a line to the start of the line
  /// behind it.
  var declarationLines: TextRange {
    guard let declaration else { return TextRange(0, 0) }
    var start = lines.start(of: declaration.range.start)
    // Comments stand before the declaration in the arena; an empty line parts those that don't belong.
    for comment in block.roots.filter({ $0.kind.isComment && $0.range.end <= start }).reversed() {
      let isNext = lines.number(of: comment.range.end) + 1 == lines.number(of: start)
      let isFirst = lines.indent(of: comment.range.start).end == comment.range.start
      guard isNext, isFirst else { break }
      start = lines.start(of: comment.range.start)
    }
    return TextRange(start, lines.next(of: max(declaration.range.start, declaration.range.end - 1)))
  }

  /// Adds a declaration behind this one.
  func addDeclaration(_ text: [String], in edit: inout SchemaEdit) {
    guard let declaration else { return }
    let lineEnd = lines.lineEnd
    insert(
      lineEnd + lineEnd + text.joined(separator: lineEnd), at: declaration.range.end, in: &edit)
  }

  /// Adds fields behind the last one, before the block attributes.
  func addFields(_ texts: [String], in edit: inout SchemaEdit) {
    var last: Syntax?
    for child in declaration?.children ?? block.roots where child.kind == .field { last = child }
    guard let last else {
      for text in texts { addMember(text, in: &edit) }
      return
    }
    let next = lines.next(of: max(last.range.start, endOfContent(of: last) - 1))
    let text = texts.map { indent + $0 + lines.lineEnd }.joined()
    insert(text, at: next, in: &edit)
  }
}

extension RefactoringContext {
  /// Changes the block of the cursor.
  var editor: BlockEditor {
    BlockEditor(file: cursor.file, block: cursor.block, start: cursor.blockStart)
  }

  /// Whether the cursor is in the line that opens the declaration: there one expects what concerns the
  /// whole of it.
  var isOnHeader: Bool {
    guard let declaration = editor.declaration else { return false }
    return editor.lines.number(of: cursor.blockOffset)
      == editor.lines.number(of: declaration.range.start)
  }

  /// The model or view of the cursor.
  var model: Model? { cursor.declaration.flatMap { schema.model($0) } }

  /// The line of the field that the cursor is in.
  var fieldSyntax: FieldSyntax? { cursor.innermost(.field).flatMap { FieldSyntax($0) } }

  /// The fields of the model, view or composite type of the cursor.
  var fields: [Field] { cursor.declaration.map { schema.fields(of: $0) } ?? [] }

  /// The field that the cursor is in, resolved.
  var field: Field? {
    guard let start = fieldSyntax?.name?.range.start else { return nil }
    return fields.first { $0.identifier.range.start == start }
  }

  /// The declaration of the cursor, in a file without syntax errors there.
  var isSound: Bool { cursor.block.errors.isEmpty }

  /// A refactoring of this kind.
  func action(
    _ title: String, kind: CodeAction.Kind, createsFiles: Bool = false,
    edit: @escaping @Sendable (inout SchemaEdit) -> Void
  ) -> CodeAction {
    CodeAction(title, kind: kind, createsFiles: createsFiles) {
      var result = SchemaEdit()
      edit(&result)
      return result
    }
  }
}

extension Analysis {
  /// Removes a declaration with the comments right above it, and an empty line beside it.
  func removeDeclaration(_ id: BlockID, in edit: inout SchemaEdit) {
    guard let editor = editor(of: id), files.indices.contains(editor.file) else { return }
    let lines = editor.lines
    var range = editor.declarationLines
    if range.start > 0 {
      let before = lines.start(of: range.start - 1)
      if lines.indent(of: before).end == lines.end(of: before) {
        range = TextRange(before, range.end)
      }
    }
    // The line end behind a declaration belongs to the next block, as the one before does to this.
    if range.start > 0, lines.next(of: range.end) == range.end {
      range = TextRange(lines.end(of: range.start - 1), range.end)
    } else if editor.start + range.start == 0 {
      let tree = files[editor.file].tree
      let next = tree.blockIndex(at: range.end).map { tree.blocks[$0].bytes }
      let blanks = next?.prefix { $0 == 0x0A || $0 == 0x0D }.count ?? 0
      range = TextRange(range.start, range.end + blanks)
    }
    editor.replace(range, with: "", in: &edit)
  }

  /// What most of the schema does.
  var conventions: Conventions { analyzer.conventions }

  /// A name for a new model or type: `name`, or the first of `name2`, `name3` … that is free.
  func freeTypeName(_ name: String) -> String {
    var free = name
    var number = 2
    while schema.dataType(named: Name(free)) != nil
      || ScalarType.allCases.contains(where: { $0.name == free })
    {
      free = "\(name)\(number)"
      number += 1
    }
    return free
  }

  /// The database's prefix of native types: the name of the datasource.
  var nativePrefix: String { schema.configuration.datasource?.identifier.text ?? "db" }
}
