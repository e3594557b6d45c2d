/// What can be given in parentheses: one signature, as LSP's `SignatureHelp`.
package struct SignatureHelp: Sendable {
  /// The whole signature.
  package var label: String
  /// What it does, in Markdown.
  package var documentation: String
  /// What can be given.
  package var parameters: [Parameter]
  /// Which of them the place is about, nil for none.
  package var activeParameter: Int?
  /// Whether the client shows Markdown.
  package var isMarkdown: Bool

  /// Something that can be given.
  package struct Parameter: Sendable {
    /// How it stands in the signature.
    package var label: Label
    /// What it does, in Markdown.
    package var documentation: String

    package init(label: Label, documentation: String) {
      self.label = label
      self.documentation = documentation
    }
  }

  /// A part of the signature.
  package enum Label: Sendable {
    /// Its text, for clients that look it up.
    case text(String)
    /// Where it stands, in UTF-16 units whatever positions count.
    case range(Range<Int>)
  }

  package init(
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
  package func write(to writer: inout JSONWriter) {
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
