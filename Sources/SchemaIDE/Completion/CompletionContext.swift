import SchemaModel
import SchemaParser

/// Where the cursor stands, as far as completion and signature help ask: found once, from the tree,
/// and within a line from its tokens, since a line that is being typed can rarely be parsed.
///
/// All offsets are UTF-8 bytes from the start of the file.
package struct CompletionContext: Sendable {
  /// The index of the file in ``Analysis/files``.
  package let file: Int
  /// The place of the cursor.
  package let offset: Int
  /// The block around the cursor, nil at the top level and in headers.
  package let block: EnclosingBlock?
  /// What is being typed.
  package let word: CompletionWord
  /// What the cursor is in.
  package let position: Position
  /// The member of the block that is being typed.
  package let statement: StatementScan

  /// What can stand at the cursor.
  package enum Position: Sendable {
    /// Nothing: what a comment says, a name of one's own choice, the rest of a closing line.
    case nothing
    /// The beginning of a line comment: the word is its slashes, or what is typed behind them.
    case comment
    /// A keyword that begins a declaration.
    case topLevel
    /// The name of a new declaration, behind its keyword.
    case declarationName(keyword: String)
    /// The start of a line in a model, view or composite type: a field's name, or `@@`.
    case fieldName
    /// The start of a line in an enum: a value, or `@@`.
    case enumValueName
    /// Behind `@` or `@@` at the start of a line. The word's range holds the signs.
    case blockAttribute
    /// A field's type.
    case fieldType(FieldLine)
    /// An attribute of a field. The word's range holds the `@`, if it is there.
    case fieldAttribute(FieldLine)
    /// Behind the dot of `@db.`; `prefix` is what stands before it.
    case nativeType(FieldLine, prefix: String)
    /// An attribute of an enum value. The word's range holds the `@`, if it is there.
    case enumValueAttribute
    /// Something in the parentheses of an attribute.
    case argument(ArgumentPlace)
    /// The text in `Unsupported("…")`.
    case unsupportedType
    /// The key of a property in a datasource or generator.
    case propertyKey
    /// The value of a property, or a part of it.
    case propertyValue(PropertyPlace)
  }
}

/// The declaration around the cursor.
package struct EnclosingBlock: Sendable {
  /// `model`, `view`, `compositeType`, `enumeration`, `datasource` or `generator`.
  package let kind: SyntaxKind
  /// Its name.
  package let name: String
  /// The declaration in the schema, nil when it could not be resolved.
  package let declaration: BlockID?
  /// Its node.
  package let syntax: Syntax
  /// The lines between the braces.
  package let body: TextRange
  /// Where its block begins, for turning ranges of ``syntax`` into those of the file.
  package let blockStart: Int
}

/// What is being typed: a word, a string or nothing.
package struct CompletionWord: Sendable {
  /// How a text stands in quotes.
  package enum Quotes: Hashable, Sendable {
    /// It doesn't.
    case none
    /// The cursor is between quotes, the second of which may be missing.
    case inside(isClosed: Bool)
  }

  /// The whole word around the cursor, or the inside of a string: what an item replaces.
  package var range: TextRange
  /// The part of ``range`` up to the cursor.
  package var prefix: String
  /// The names before it, joined to it by dots.
  package var path: [String] = []
  /// Whether it is a string.
  package var quotes = Quotes.none
}

/// A field as far as it is typed.
package struct FieldLine: Sendable {
  /// Its name.
  package var name: String
  /// Where its line begins.
  package var start: Int
  /// Its type as written, without marks; for `Unsupported("x")` only `Unsupported`; nil when it is
  /// missing.
  package var typeName: String?
  /// The type with its marks.
  package var typeRange: TextRange?
  /// How often the value occurs.
  package var arity = FieldArity.required
  /// Its attributes, without the one that is being typed.
  package var attributes: [StatementScan.Attribute] = []

  /// Whether it has the attribute `name` (without `@`).
  package func has(_ name: String) -> Bool {
    attributes.contains { !$0.isBlock && $0.name == name }
  }
}

/// A place in parentheses, or in the lists and calls in them.
package struct CallPlace: Sendable {
  /// The brackets around the cursor, the outermost first, as indexes into ``StatementScan/brackets``.
  package var brackets: [Int]
  /// For each of them the index of the entry that the cursor is in.
  package var entries: [Int]
  /// Whether the cursor is where the innermost entry's name may stand; else it is in a value.
  package var isName: Bool
}

/// A place in the arguments of an attribute.
package struct ArgumentPlace: Sendable {
  /// The attribute.
  package var attribute: StatementScan.Attribute
  /// The field that it belongs to, nil for an attribute of a block or enum value.
  package var field: FieldLine?
  /// The place in its parentheses; the outermost bracket is that of the attribute.
  package var call: CallPlace
}

/// A place in the value of a property.
package struct PropertyPlace: Sendable {
  /// The property's name.
  package var key: String
  /// The place in brackets; without any when the cursor is in the value itself.
  package var call: CallPlace
}

extension Analysis {
  /// What the cursor at `offset` (UTF-8 bytes from the start of the file, clamped) is in; nil when
  /// there is no such file.
  ///
  /// Blocks that lack their closing brace end where they are. Who wants them closed asks
  /// ``closingBlocks(at:inFile:)`` first.
  package func completionContext(at offset: Int, inFile file: Int) -> CompletionContext? {
    guard files.indices.contains(file) else { return nil }
    guard let cursor = cursor(at: offset, inFile: file) else {
      // An empty file.
      return CompletionContext.topLevelOfEmptyFile(file)
    }
    return ContextFinder(cursor, files[file].tree).context()
  }
}

extension CompletionContext {
  fileprivate static func topLevelOfEmptyFile(_ file: Int) -> CompletionContext {
    let nowhere = TextRange(0, 0)
    return CompletionContext(
      file: file, offset: 0, block: nil, word: CompletionWord(range: nowhere, prefix: ""),
      position: .topLevel, statement: StatementScan(SourceText(bytes: []), nowhere))
  }
}
