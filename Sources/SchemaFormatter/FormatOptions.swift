/// What can be chosen about the canonical layout.
///
/// The defaults are those of `prisma format`.
public struct FormatOptions: Hashable, Sendable {
  /// How attributes are ordered.
  public enum AttributeOrder: Sendable {
    /// As Prisma does it: attributes are sorted by name, and block attributes move to the end of
    /// their block.
    case prisma
    /// Attributes stay where they are.
    case keep
  }

  /// What becomes of lines that the grammar does not allow.
  public enum BrokenParts: Sendable {
    /// As Prisma does it: they lose their indentation or get that of a member, and what stands around them
    /// is laid out. A block that lacks its `}` loses all of its layout.
    case prisma
    /// Outside of blocks they stay as they are. So does a block with a line that closes not as many brackets
    /// as it opens: the header of the next block, or a part of a list over several lines.
    case keep
  }

  /// The number of spaces by which members are indented, at least 0.
  public var indentWidth: Int
  /// Whether members are indented by one tab instead.
  public var usesTabs: Bool
  /// How attributes are ordered.
  public var attributeOrder: AttributeOrder
  /// What becomes of lines that the grammar does not allow.
  public var brokenParts: BrokenParts

  public init(
    indentWidth: Int = 2, usesTabs: Bool = false, attributeOrder: AttributeOrder = .prisma,
    brokenParts: BrokenParts = .prisma
  ) {
    self.indentWidth = indentWidth
    self.usesTabs = usesTabs
    self.attributeOrder = attributeOrder
    self.brokenParts = brokenParts
  }

  /// What stands before each member. Foreign widths are clamped: no editor shows more than this.
  public var indentation: [UInt8] {
    usesTabs
      ? [UInt8(ascii: "\t")]
      : [UInt8](repeating: UInt8(ascii: " "), count: max(0, min(indentWidth, 64)))
  }
}
