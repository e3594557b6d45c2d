import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces the unknown keyword of a block by the one that was probably meant.
  static let changeKeywordSpelling = QuickFix(
    "Correct the keyword of a block",
    rules: ["syntax-invalid-toplevel-line"]
  ) { context in
    guard let keyword = context.keyword else { return [] }
    let word = context.block.text(keyword)
    let meant =
      Suggestion.nearest(to: word, among: BlockKeywords.all)
      ?? BlockKeywords.synonyms[word.lowercased()]
    guard let meant, meant != word else { return [] }
    return [
      context.fix("Change spelling to '\(meant)'", isPreferred: true) { edit in
        context.editor.replace(keyword, with: meant, in: &edit)
      }
    ]
  }
}

extension QuickFixContext {
  /// The word before the name of a block that can't be read.
  fileprivate var keyword: TextRange? {
    // The first of the words of a line that ends with an opening brace.
    let line = block.text(range)
    let words = (line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line[...]).split {
      $0 == " " || $0 == "\t" || $0.isNewline
    }
    guard let first = words.first, words.last?.last == "{",
      words.count == 3 || words.count == 2 && words.last != "{"
    else { return nil }
    let blanks = line.utf8.distance(from: line.startIndex, to: first.startIndex)
    let start = range.start + blanks
    return TextRange(start, start + first.utf8.count)
  }
}

/// The words that begin a block.
enum BlockKeywords {
  static let all = ["model", "enum", "datasource", "generator", "view", "type"]

  /// What other languages call them.
  static let synonyms = [
    "table": "model", "class": "model", "entity": "model", "collection": "model",
    "record": "model", "struct": "type", "interface": "type", "embedded": "type",
    "database": "datasource", "db": "datasource", "source": "datasource", "client": "generator",
    "enumeration": "enum",
  ]
}
