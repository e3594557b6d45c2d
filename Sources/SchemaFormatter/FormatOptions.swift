/// What can be chosen about the canonical layout.
///
/// The defaults are those of `prisma format`.
package struct FormatOptions: Hashable, Sendable {
  /// How attributes are ordered.
  package enum AttributeOrder: Sendable {
    /// As Prisma does it: attributes are sorted by name, and block attributes move to the end of
    /// their block.
    case prisma
    /// Attributes stay where they are.
    case keep
  }

  /// The number of spaces by which members are indented, at least 0.
  package var indentWidth: Int
  /// Whether members are indented by one tab instead.
  package var usesTabs: Bool
  /// How attributes are ordered.
  package var attributeOrder: AttributeOrder

  package init(
    indentWidth: Int = 2, usesTabs: Bool = false, attributeOrder: AttributeOrder = .prisma
  ) {
    self.indentWidth = indentWidth
    self.usesTabs = usesTabs
    self.attributeOrder = attributeOrder
  }

  /// What stands before each member. Foreign widths are clamped: no editor shows more than this.
  package var indentation: [UInt8] {
    usesTabs
      ? [UInt8(ascii: "\t")]
      : [UInt8](repeating: UInt8(ascii: " "), count: max(0, min(indentWidth, 64)))
  }
}
