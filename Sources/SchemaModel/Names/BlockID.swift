/// A declaration of a schema, by its slot.
///
/// An id stays the same while its declaration is edited, and is used again after the declaration
/// has gone. It says nothing about order: that is ``Schema/position(of:)``.
package struct BlockID: Hashable, Sendable {
  /// The index of the slot.
  package let index: Int

  package init(_ index: Int) { self.index = index }
}
