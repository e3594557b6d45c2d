/// What can be given in parentheses: one signature, as LSP's `SignatureHelp`.
public struct SignatureHelp: Sendable {
  /// The whole signature.
  public var label: String
  /// What it does, in Markdown.
  public var documentation: String
  /// What can be given.
  public var parameters: [Parameter]
  /// Which of them the place is about, nil for none.
  public var activeParameter: Int?
  /// Whether the client shows Markdown.
  public var isMarkdown: Bool

  /// Something that can be given.
  public struct Parameter: Sendable {
    /// How it stands in the signature.
    public var label: Label
    /// What it does, in Markdown.
    public var documentation: String

    public init(label: Label, documentation: String) {
      self.label = label
      self.documentation = documentation
    }
  }

  /// A part of the signature.
  public enum Label: Sendable {
    /// Its text, for clients that look it up.
    case text(String)
    /// Where it stands, in UTF-16 units whatever positions count.
    case range(Range<Int>)
  }

  public init(
    label: String, documentation: String, parameters: [Parameter], activeParameter: Int?,
    isMarkdown: Bool
  ) {
    self.label = label
    self.documentation = documentation
    self.parameters = parameters
    self.activeParameter = activeParameter
    self.isMarkdown = isMarkdown
  }
}

extension SignatureHelp: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    // Without an active parameter clients take the first, unless the number is one too large.
    let active = activeParameter ?? parameters.count
    writer.openObject()
    writer.name("signatures")
    writer.openArray()
    writer.openObject()
    writer.member("label", label)
    write(documentation: documentation, to: &writer)
    writer.name("parameters")
    writer.openArray()
    for parameter in parameters {
      writer.openObject()
      writer.name("label")
      switch parameter.label {
      case .text(let text): writer.value(text)
      case .range(let range): [range.lowerBound, range.upperBound].write(to: &writer)
      }
      write(documentation: parameter.documentation, to: &writer)
      writer.closeObject()
    }
    writer.closeArray()
    writer.member("activeParameter", active)
    writer.closeObject()
    writer.closeArray()
    writer.member("activeSignature", 0)
    writer.member("activeParameter", active)
    writer.closeObject()
  }

  private func write(documentation: String, to writer: inout JSONWriter) {
    writer.name("documentation")
    writer.openObject()
    writer.member("kind", isMarkdown ? "markdown" : "plaintext")
    writer.member("value", documentation)
    writer.closeObject()
  }
}
