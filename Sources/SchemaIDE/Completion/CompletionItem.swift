import SchemaParser

/// Something that can be written at the cursor.
public struct CompletionItem: Hashable, Sendable {
  /// What it is, for its symbol.
  public enum Kind: Hashable, Sendable {
    case keyword, snippet
    case model, view, compositeType, enumeration
    case field, enumValue
    case scalar, nativeType
    case attribute, argument, function, value
    case property, variable, text
  }

  /// What is shown.
  public var label: String
  /// What it is.
  public var kind: Kind
  /// What it writes in place of ``replaced``.
  public var text: CompletionText
  /// What it replaces, nil for ``CompletionList/replaced``: UTF-8 bytes from the start of the file, on
  /// the line of the cursor and around it. What is typed from its start on is compared with
  /// ``filterText``.
  public var replaced: TextRange?
  /// Shown less prominently directly behind the label, such as `(length)`.
  public var signature: String?
  /// Shown less prominently at the line's end: a type, a value, the name of a constraint.
  public var detail: String?
  /// What its documentation is about, nil when it has none.
  public var subject: CompletionSubject?
  /// What the typed text is compared with; nil for the label.
  public var filterText: String?
  /// Its group: smaller ones come first. Items of one group keep the order in which they were found.
  public var rank: Rank
  /// Whether it is the one that the user most likely wants.
  public var isPreselected = false
  /// What else changes when it is accepted. Only edits of the same file reach the client.
  public var additionalEdits: [TextEdit] = []
  /// Whether something elsewhere has to change before the schema is right with it: a relation needs
  /// a field on its other side, a second datasource must take the place of the first.
  public var needsMore = false

  /// How likely a group of items is.
  public enum Rank: Int, Comparable, Hashable, Sendable {
    case first, likely, usual, rare, last
    /// Right only in another place, where its edit puts it, and nothing that what is typed speaks for:
    /// left out where a character that was typed has asked.
    case elsewhere

    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  public init(
    _ label: String, _ kind: Kind, text: CompletionText? = nil, signature: String? = nil,
    detail: String? = nil, subject: CompletionSubject? = nil, rank: Rank = .usual
  ) {
    self.label = label
    self.kind = kind
    self.text = text ?? CompletionText(label)
    self.signature = signature
    self.detail = detail
    self.subject = subject
    self.rank = rank
  }
}

/// What the documentation of an item is about, as a key that a client can keep.
public enum CompletionSubject: Hashable, Sendable {
  /// The keyword of a declaration.
  case keyword(String)
  /// An attribute with its `@` or `@@`.
  case attribute(String)
  /// An argument of an attribute (with its `@` or `@@`).
  case argument(String, attribute: String)
  /// A function, of `@default` or other.
  case function(String)
  /// A built-in type.
  case scalar(String)
  /// A native type of the schema's database.
  case nativeType(String)
  /// A property of a `datasource` or `generator`.
  case property(String, block: String)
  /// A value of a property, or of an argument.
  case value(String, of: String)
  /// A preview feature.
  case previewFeature(String)
  /// A referential action.
  case referentialAction(String)
  /// A model, view, enum or composite type.
  case declaration(String)
  /// A field or value of a declaration.
  case member(String, of: String)
}

/// What can be written at a place.
public struct CompletionList: Hashable, Sendable {
  /// What every item replaces: UTF-8 bytes from the start of the file. On one line.
  public var replaced: TextRange
  /// The items, the likeliest first.
  public var items: [CompletionItem]
  /// Whether there are more, so that the client has to ask again when more is typed.
  public var isIncomplete: Bool
}
