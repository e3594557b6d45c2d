/// What can be written at a position, the likeliest first.
public struct CompletionList: Hashable, Sendable {
  /// Whether the client has to ask again when more is typed.
  public var isIncomplete: Bool
  /// What each of the items replaces: the whole word around the cursor. A range for insertion beside it
  /// would leave the rest of the word behind what is written, since editors insert unless told otherwise.
  public var editRange: PositionRange
  /// Whether the client takes ``editRange`` once for all items.
  public var sharesEditRange: Bool
  /// The items.
  public var items: [CompletionItem]

  public init(
    isIncomplete: Bool, editRange: PositionRange, sharesEditRange: Bool, items: [CompletionItem]
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
      writer.member("editRange", editRange)
      writer.closeObject()
    }
    writer.name("items")
    writer.openArray()
    for item in items { item.write(to: &writer, replacing: sharesEditRange ? nil : editRange) }
    writer.closeArray()
    writer.closeObject()
  }
}
