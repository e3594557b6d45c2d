/// A declaration of a schema, by its slot.
///
/// An id stays the same while its declaration is edited, and is used again after the declaration
/// has gone. It says nothing about order: that is ``Schema/position(of:)``.
public struct BlockID: Hashable, Sendable {
  /// The index of the slot.
  public let index: Int

  public init(_ index: Int) { self.index = index }
}
