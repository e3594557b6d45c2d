import Migration

/// Replays a list of scripts and remembers it: asked again for the same scripts it has the answer, and for a
/// list that begins with them it applies only the rest.
public struct ReplayMemory: Sendable {
  private var scripts: [MigrationScript] = []
  private var replay: Replay
  private var schemas: [[String]: SQLSchema] = [:]
  private let defaultNamespace: String

  /// - Parameter defaultNamespace: the schema that names without one belong to.
  public init(defaultNamespace: String = "public") {
    self.defaultNamespace = defaultNamespace
    replay = Replay(defaultNamespace: defaultNamespace)
  }

  /// What the scripts leave in an empty database.
  ///
  /// - Parameter namespaces: the schemas that are looked at; empty for the default one.
  /// - Throws: as ``Replay/apply(_:)-([MigrationScript])`` does. What could be applied before is kept.
  public mutating func schema(after list: [MigrationScript], namespaces: [String] = [])
    throws(ReplayError) -> (schema: SQLSchema, findings: [ReplayFinding])
  {
    try update(to: list)
    let schema = schemas[namespaces] ?? replay.schema(namespaces: namespaces)
    schemas[namespaces] = schema
    return (schema, replay.findings)
  }

  /// How many of the scripts asked for last were applied for it, and not remembered.
  private(set) var appliedCount = 0

  private mutating func update(to list: [MigrationScript]) throws(ReplayError) {
    let isContinued =
      list.count >= scripts.count && zip(scripts, list).allSatisfy { $0.isSame(as: $1) }
    if !isContinued {
      replay = Replay(defaultNamespace: defaultNamespace)
      scripts = []
    }
    let rest = list[scripts.count...]
    appliedCount = rest.count
    if rest.isEmpty, isContinued { return }
    schemas = [:]
    // A script that fails may have done half of its work, so the state before all of them is kept.
    var next = replay
    try next.apply(Array(rest))
    replay = next
    scripts = list
  }
}

extension MigrationScript {
  /// Whether it has the same name, place and text.
  fileprivate func isSame(as other: MigrationScript) -> Bool {
    bytes == other.bytes && migration == other.migration && path == other.path
  }
}
