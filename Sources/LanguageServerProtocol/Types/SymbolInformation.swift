/// Something with a name, by its place.
package struct SymbolInformation: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// What it is.
  package var kind: SymbolKind
  /// Whether it shall no longer be used.
  package var isDeprecated: Bool
  /// The name of what it belongs to.
  package var containerName: String?
  /// Where it is.
  package var location: Location

  package init(
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
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("name", name)
    writer.member("kind", kind.rawValue)
    if isDeprecated { writer.member("tags", [1]) }
    writer.member(ifPresent: "containerName", containerName)
    writer.member("location", location)
    writer.closeObject()
  }
}
