/// The steps of a migration in the order in which they are made.
package struct Plan: Sendable {
  /// The structure before, with the new names of what is renamed.
  package let previous: SQLSchema
  /// The structure behind.
  package let next: SQLSchema
  /// The steps.
  package let steps: [Step]

  /// The renames that were asked for, in their order.
  package let renames: [SQLRename]

  /// Finds the steps from one structure to another.
  ///
  /// - Parameter renames: what gets another name, instead of going while another comes.
  package init(from original: SQLSchema, to next: SQLSchema, renames: [SQLRename] = []) {
    let previous = original.renamed(renames)
    self.previous = previous
    self.next = next
    self.renames = renames
    var diff = SchemaDiff(from: previous, to: next)
    steps =
      renames.map { .rename($0) }
      + Ordering(previous: previous, next: next).ordered(diff.run())
  }

  /// The structure before, by its own names.
  var original: SQLSchema { previous.renamed(SQLRename.reversed(renames)) }
}
