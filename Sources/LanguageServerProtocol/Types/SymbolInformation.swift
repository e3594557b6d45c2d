/// Something with a name, by its place.
public struct SymbolInformation: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What it is.
  public var kind: SymbolKind
  /// Whether it shall no longer be used.
  public var isDeprecated: Bool
  /// The name of what it belongs to.
  public var containerName: String?
  /// Where it is.
  public var location: Location

  public init(
    name: String, kind: SymbolKind, isDeprecated: Bool = false, containerName: String?,
    location: Location
  ) {
    self.name = name
    self.kind = kind
    self.isDeprecated = isDeprecated
    self.containerName = containerName
    self.location = location
  }
}

extension SymbolInformation: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("name", name)
    writer.member("kind", kind.rawValue)
    if isDeprecated { writer.member("tags", [1]) }
    writer.member(ifPresent: "containerName", containerName)
    writer.member("location", location)
    writer.closeObject()
  }
}
