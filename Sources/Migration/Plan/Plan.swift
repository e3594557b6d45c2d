/// The steps of a migration in the order in which they are made.
public struct Plan: Sendable {
  /// The structure before, with the new names of what is renamed.
  public let previous: SQLSchema
  /// The structure behind.
  public let next: SQLSchema
  /// The steps.
  public let steps: [Step]

  /// The renames that were asked for, in their order.
  public let renames: [SQLRename]

  /// Finds the steps from one structure to another.
  ///
  /// - Parameters:
  ///   - renames: what gets another name, instead of going while another comes.
  ///   - external: what stays as it is on either side.
  public init(
    from original: SQLSchema, to wanted: SQLSchema, renames: [SQLRename] = [],
    external: ExternalNames = ExternalNames()
  ) {
    var previous = original.renamed(renames)
    var next = wanted
    external.settle(&previous, &next)
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
