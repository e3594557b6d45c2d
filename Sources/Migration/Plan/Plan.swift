/// The steps of a migration in the order in which they are made.
package struct Plan: Sendable {
  /// The structure before.
  package let previous: SQLSchema
  /// The structure behind.
  package let next: SQLSchema
  /// The steps.
  package let steps: [Step]

  /// Finds the steps from one structure to another.
  package init(from previous: SQLSchema, to next: SQLSchema) {
    self.previous = previous
    self.next = next
    var diff = SchemaDiff(from: previous, to: next)
    steps = Ordering(previous: previous, next: next).ordered(diff.run())
  }
}
