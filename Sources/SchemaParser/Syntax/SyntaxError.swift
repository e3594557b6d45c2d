/// Something in the text that the grammar does not allow, or no longer allows.
///
/// The tree tells what and where; the words are those of the diagnostics.
public struct SyntaxError: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A line outside of any block that begins no declaration.
    case invalidTopLevelLine
    /// A block with an unknown keyword.
    case unknownBlock
    /// `type X = T`
    case typeAlias
    /// A line that can't be read in a model, view or composite type.
    case invalidMemberLine
    /// A line that can't be read in an enum.
    case invalidEnumLine
    /// A line that can't be read in a datasource or generator.
    case invalidConfigLine
    /// A field without a type.
    case missingType
    /// `name: Type`
    case legacyColon
    /// `T!`
    case legacyRequiredType
    /// `[T]`
    case legacyListType
    /// `T[]?`
    case optionalListType
    /// `\c` with a `c` that means nothing.
    case unknownEscape
    /// `\u` without four hexadecimal digits, or half of a surrogate pair.
    case invalidUnicodeEscape
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: UTF-8 bytes from the start of the block.
  public let range: TextRange
}
