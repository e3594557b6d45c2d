/// Something shown in the text that does not stand there.
public struct InlayHint: Hashable, Sendable {
  /// A piece of what is shown.
  public struct LabelPart: Hashable, Sendable {
    /// The text.
    public var value: String
    /// What it stands for.
    public var location: Location?

    public init(value: String, location: Location? = nil) {
      self.value = value
      self.location = location
    }
  }

  /// Where it is shown.
  public var position: Position
  /// What is shown.
  public var label: [LabelPart]
  /// What makes it part of the text, nil when it can't be.
  public var textEdits: [TextEdit]?
  /// More on it, in Markdown.
  public var tooltip: String?
  /// Whether a blank is shown before it.
  public var paddingLeft: Bool

  public init(
    position: Position, label: [LabelPart], textEdits: [TextEdit]?, tooltip: String?,
    paddingLeft: Bool
  ) {
    self.position = position
    self.label = label
    self.textEdits = textEdits
    self.tooltip = tooltip
    self.paddingLeft = paddingLeft
  }
}

extension InlayHint: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("position", position)
    if label.count == 1, let only = label.first, only.location == nil {
      writer.member("label", only.value)
    } else {
      writer.member("label", label)
    }
    writer.member(ifPresent: "textEdits", textEdits)
    if let tooltip {
      writer.name("tooltip")
      writer.openObject()
      writer.member("kind", "markdown")
      writer.member("value", tooltip)
      writer.closeObject()
    }
    if paddingLeft { writer.member("paddingLeft", true) }
    writer.closeObject()
  }
}

extension InlayHint.LabelPart: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("value", value)
    writer.member(ifPresent: "location", location)
    writer.closeObject()
  }
}
