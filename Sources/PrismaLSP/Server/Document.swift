import LanguageServerProtocol
import SchemaParser

/// The name under which a file or document is looked up: the absolute path, or the URI in canonical
/// form for what is no file.
typealias FileID = String

extension DocumentURI {
  /// The name of the file.
  var fileID: FileID { path.map(FilePath.normalized) ?? canonical }
}

/// A document that is open in the client.
struct Document: Sendable {
  /// Its address, as the client spells it.
  let uri: DocumentURI
  /// The version of the text.
  var version: Int
  /// The text.
  private(set) var tree: SyntaxTree
  /// What the text says about where it belongs.
  private(set) var facts: SchemaFacts

  /// Whether it is a file, or will be one when it is saved.
  var isFile: Bool { uri.path != nil }

  init(_ item: TextDocumentItem, facts: SchemaFacts, tree: SyntaxTree) {
    uri = item.uri
    version = item.version
    self.tree = tree
    self.facts = facts
  }

  /// Makes changes one after the other. Returns whether the document may now belong to another schema.
  mutating func apply(
    _ changes: [TextDocumentContentChangeEvent], conversions: Conversions
  ) -> Bool {
    let old = facts
    for change in changes {
      let edit =
        change.range.map {
          SchemaParser.TextEdit(
            range: conversions.range(of: $0, in: tree), replacement: Array(change.text.utf8))
        } ?? wholeEdit(to: Array(change.text.utf8))
      let before = tree.blocks
      let made = tree.apply(edit)
      if made.added.contains(0) || made.removed.contains(0)
        || before[made.removed].contains(where: SchemaFacts.concerns)
        || tree.blocks[made.added].contains(where: SchemaFacts.concerns)
      {
        facts = SchemaFacts(of: tree)
      }
    }
    return facts != old
  }

  /// Parses the text again if it was read in another dialect.
  mutating func setDialect(_ dialect: Dialect) {
    if tree.dialect != dialect { tree = SyntaxTree.parsed(tree.bytes, dialect: dialect) }
  }

  /// The edit that replaces the text, without what stays the same at its ends.
  private func wholeEdit(to text: [UInt8]) -> SchemaParser.TextEdit {
    let old = tree.bytes
    let shorter = min(old.count, text.count)
    var prefix = 0
    while prefix < shorter, old[prefix] == text[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == text[text.count - 1 - suffix] {
      suffix += 1
    }
    return SchemaParser.TextEdit(
      range: TextRange(prefix, old.count - suffix),
      replacement: Array(text[prefix..<(text.count - suffix)]))
  }
}
