import SchemaModel
import SchemaParser

/// Where the cursor stands, as far as completion and signature help ask: found once, from the tree,
/// and within a line from its tokens, since a line that is being typed can rarely be parsed.
///
/// All offsets are UTF-8 bytes from the start of the file.
public struct CompletionContext: Sendable {
  /// The index of the file in ``Analysis/files``.
  public let file: Int
  /// The place of the cursor.
  public let offset: Int
  /// The block around the cursor, nil at the top level and in headers.
  public let block: EnclosingBlock?
  /// What is being typed.
  public let word: CompletionWord
  /// What the cursor is in.
  public let position: Position
  /// The member of the block that is being typed.
  public let statement: StatementScan

  /// What can stand at the cursor.
  public enum Position: Sendable {
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
public struct EnclosingBlock: Sendable {
  /// `model`, `view`, `compositeType`, `enumeration`, `datasource` or `generator`.
  public let kind: SyntaxKind
  /// Its name.
  public let name: String
  /// The declaration in the schema, nil when it could not be resolved.
  public let declaration: BlockID?
  /// Its node.
  public let syntax: Syntax
  /// The lines between the braces.
  public let body: TextRange
  /// Where its block begins, for turning ranges of ``syntax`` into those of the file.
  public let blockStart: Int
}

/// What is being typed: a word, a string or nothing.
public struct CompletionWord: Sendable {
  /// How a text stands in quotes.
  public enum Quotes: Hashable, Sendable {
    /// It doesn't.
    case none
    /// The cursor is between quotes, the second of which may be missing.
    case inside(isClosed: Bool)
  }

  /// The whole word around the cursor, or the inside of a string: what an item replaces.
  public var range: TextRange
  /// The part of ``range`` up to the cursor.
  public var prefix: String
  /// The names before it, joined to it by dots.
  public var path: [String] = []
  /// Whether it is a string.
  public var quotes = Quotes.none
}

/// A field as far as it is typed.
public struct FieldLine: Sendable {
  /// Its name.
  public var name: String
  /// Where its line begins.
  public var start: Int
  /// Its type as written, without marks; for `Unsupported("x")` only `Unsupported`; nil when it is
  /// missing.
  public var typeName: String?
  /// The type with its marks.
  public var typeRange: TextRange?
  /// How often the value occurs.
  public var arity = FieldArity.required
  /// Its attributes, without the one that is being typed.
  public var attributes: [StatementScan.Attribute] = []

  /// Whether it has the attribute `name` (without `@`).
  public func has(_ name: String) -> Bool {
    attributes.contains { !$0.isBlock && $0.name == name }
  }
}

/// A place in parentheses, or in the lists and calls in them.
public struct CallPlace: Sendable {
  /// The brackets around the cursor, the outermost first, as indexes into ``StatementScan/brackets``.
  public var brackets: [Int]
  /// For each of them the index of the entry that the cursor is in.
  public var entries: [Int]
  /// Whether the cursor is where the innermost entry's name may stand; else it is in a value.
  public var isName: Bool
}

/// A place in the arguments of an attribute.
public struct ArgumentPlace: Sendable {
  /// The attribute.
  public var attribute: StatementScan.Attribute
  /// The field that it belongs to, nil for an attribute of a block or enum value.
  public var field: FieldLine?
  /// The place in its parentheses; the outermost bracket is that of the attribute.
  public var call: CallPlace
}

/// A place in the value of a property.
public struct PropertyPlace: Sendable {
  /// The property's name.
  public var key: String
  /// The place in brackets; without any when the cursor is in the value itself.
  public var call: CallPlace
}

extension Analysis {
  /// What the cursor at `offset` (UTF-8 bytes from the start of the file, clamped) is in; nil when
  /// there is no such file.
  ///
  /// Blocks that lack their closing brace end where they are. Who wants them closed asks
  /// ``closingBlocks(at:inFile:)`` first.
  public func completionContext(at offset: Int, inFile file: Int) -> CompletionContext? {
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
