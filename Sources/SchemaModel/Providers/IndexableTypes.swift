extension Connector {
  /// Why fields of a native type can't be in a key or index as they are.
  public enum IndexObstacle: Sendable {
    /// MySQL indexes only the beginning of long values, and wants to know how much.
    case needsLength
    /// SQL Server keeps the values apart from their row.
    case isHeap
    /// PostgreSQL has no order of XML.
    case isUnordered
  }

  /// Whether something keeps fields of this native type from being in a unique or id; nil for nothing.
  ///
  /// - Parameter arguments: those of the native type, as they are written.
  public func indexObstacle(nativeType name: String, arguments: [String]) -> IndexObstacle? {
    switch self {
    case .mysql where Self.longTypesOfMySQL.contains(name): .needsLength
    case .sqlserver where Self.isHeapOfSQLServer(name, arguments): .isHeap
    case .postgresql where name == "Xml": .isUnordered
    default: nil
    }
  }

  private static let longTypesOfMySQL: Set<String> = [
    "TinyText", "Text", "MediumText", "LongText", "TinyBlob", "Blob", "MediumBlob", "LongBlob",
  ]

  private static func isHeapOfSQLServer(_ name: String, _ arguments: [String]) -> Bool {
    switch name {
    case "Text", "NText", "Image", "Xml": true
    case "VarBinary", "VarChar", "NVarChar":
      arguments.count == 1 && arguments[0].lowercased() == "max"
    default: false
    }
  }
}
