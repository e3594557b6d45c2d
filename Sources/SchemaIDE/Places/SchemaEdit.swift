import SchemaParser

/// A change of the files of a schema, as an answer to a request: nothing is changed by it.
public struct SchemaEdit: Hashable, Sendable {
  /// A replacement, perhaps with what the user may say about it beforehand.
  public struct Replacement: Hashable, Sendable {
    /// The replacement, in UTF-8 bytes from the start of the file.
    public var edit: TextEdit
    /// The index in ``SchemaEdit/annotations`` of what it belongs to, nil when it needs no word.
    public var annotation: Int?
  }

  /// What a group of edits does, told to the user by clients that can, and which of them may be left
  /// out.
  public struct Annotation: Hashable, Sendable {
    /// What is done, in a few words.
    public var label: String
    /// Why, or what happens without it.
    public var description: String?
    /// Whether the user is asked about these edits.
    public var needsConfirmation: Bool

    public init(label: String, description: String? = nil, needsConfirmation: Bool = false) {
      self.label = label
      self.description = description
      self.needsConfirmation = needsConfirmation
    }
  }

  /// A file that does not exist yet.
  public struct NewFile: Hashable, Sendable {
    /// Its path, in the same form as those of the schema's files.
    public var path: String
    /// Its text.
    public var text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// By index in ``Analysis/files``: the replacements, not overlapping, in any order; those at one
  /// place in the order in which their texts shall stand.
  public private(set) var replacements: [Int: [Replacement]] = [:]
  /// The files to create.
  public var newFiles: [NewFile] = []
  /// The groups of edits that the user may want to look at.
  public var annotations: [Annotation] = []

  public init() {}

  /// Whether it changes nothing.
  public var isEmpty: Bool { replacements.isEmpty && newFiles.isEmpty }

  /// Adds a replacement of a stretch of a file.
  public mutating func replace(
    _ place: FileRange, with text: String, annotation: Int? = nil
  ) {
    replacements[place.file, default: []].append(
      Replacement(
        edit: TextEdit(range: place.range, replacement: text), annotation: annotation))
  }

  /// Adds an insertion at a place of a file (UTF-8 bytes from its start).
  public mutating func insert(
    _ text: String, at offset: Int, inFile file: Int, annotation: Int? = nil
  ) {
    replace(
      FileRange(file: file, range: TextRange(offset, offset)), with: text, annotation: annotation)
  }

  /// Adds all that another one changes. The two must not overlap.
  public mutating func merge(_ other: SchemaEdit) {
    let count = annotations.count
    for (file, added) in other.replacements {
      replacements[file, default: []] += added.map {
        Replacement(edit: $0.edit, annotation: $0.annotation.map { $0 + count })
      }
    }
    newFiles += other.newFiles
    annotations += other.annotations
  }

  /// The edits of a file, sorted by start, those at one place in their order.
  public func edits(ofFile file: Int) -> [TextEdit] {
    sorted(file).map(\.edit)
  }

  /// The replacements in a file, sorted by start, those at one place in their order.
  public func sorted(_ file: Int) -> [Replacement] {
    (replacements[file] ?? []).enumerated().sorted { left, right in
      (left.element.edit.range.start, left.element.edit.range.end, left.offset)
        < (right.element.edit.range.start, right.element.edit.range.end, right.offset)
    }.map(\.element)
  }

  /// The files that are changed, ascending.
  public var changedFiles: [Int] { replacements.keys.sorted() }
}
