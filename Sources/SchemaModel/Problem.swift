import SchemaParser

/// Something that is wrong with the meaning of a schema, found while it is resolved: in its names,
/// types, attributes and configuration. The words are those of the diagnostics.
public struct Problem: Sendable, Hashable {
  /// What is wrong.
  public let kind: Kind
  /// Where: UTF-8 bytes from the start of the block.
  public let range: TextRange
  /// The names and texts in question; ``Kind`` says which. Lists of names are joined by `, `.
  public let values: [String]
  /// Another place in the same block that has to do with it, from the start of the block.
  public let related: TextRange?
  /// Another declaration that has to do with it, by the index of its block in the schema.
  public let relatedBlock: BlockID?

  public init(
    _ kind: Kind, at range: TextRange, _ values: [String] = [], related: TextRange? = nil,
    relatedBlock: BlockID? = nil
  ) {
    self.kind = kind
    self.range = range
    self.values = values
    self.related = related
    self.relatedBlock = relatedBlock
  }

  /// The value at `index`, empty when there is none.
  public subscript(index: Int) -> String { values.indices.contains(index) ? values[index] : "" }
}
