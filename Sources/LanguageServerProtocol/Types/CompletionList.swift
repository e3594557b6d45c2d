/// What can be written at a position, the likeliest first.
public struct CompletionList: Hashable, Sendable {
  /// What an item replaces.
  public enum EditRange: Hashable, Sendable {
    /// This stretch.
    case replace(PositionRange)
    /// As the user likes it: only what stands before the cursor, or the whole word.
    case insertOrReplace(insert: PositionRange, replace: PositionRange)
  }

  /// Whether the client has to ask again when more is typed.
  public var isIncomplete: Bool
  /// What each of the items replaces.
  public var editRange: EditRange
  /// Whether the client takes ``editRange`` once for all items.
  public var sharesEditRange: Bool
  /// The items.
  public var items: [CompletionItem]

  public init(
    isIncomplete: Bool, editRange: EditRange, sharesEditRange: Bool, items: [CompletionItem]
  ) {
    self.isIncomplete = isIncomplete
    self.editRange = editRange
    self.sharesEditRange = sharesEditRange
    self.items = items
  }
}

extension CompletionList: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("isIncomplete", isIncomplete)
    if sharesEditRange {
      writer.name("itemDefaults")
      writer.openObject()
      writer.name("editRange")
      switch editRange {
      case .replace(let range): range.write(to: &writer)
      case .insertOrReplace:
        writer.openObject()
        editRange.writeMembers(to: &writer)
        writer.closeObject()
      }
      writer.closeObject()
    }
    writer.name("items")
    writer.openArray()
    for item in items { item.write(to: &writer, replacing: sharesEditRange ? nil : editRange) }
    writer.closeArray()
    writer.closeObject()
  }
}

extension CompletionList.EditRange {
  /// Writes the members of a `TextEdit` or `InsertReplaceEdit`, without its text.
  func writeMembers(to writer: inout JSONWriter) {
    switch self {
    case .replace(let range): writer.member("range", range)
    case .insertOrReplace(let insert, let replace):
      writer.member("insert", insert)
      writer.member("replace", replace)
    }
  }
}
