import Migration
import SchemaModel
import SchemaParser

/// Writes enums.
struct EnumWriter {
  let pull: Pull

  /// An enum with what stands above it.
  func text(of type: PulledEnum, _ warnings: inout PullWarnings) -> String {
    guard let name = type.name else {
      warnings.add(.modelsWithoutName, type.type.name.name)
      let lines = ["enum \(type.type.name.name) {"] + values(of: type, "", &warnings) + ["}"]
      return ([Notes.noModelName] + lines.map { "// " + $0 }).joined(separator: "\n")
    }
    let comment = pull.database.details.enumComments[type.type.name]
    var lines = type.existing.map { Documentation.lines(above: $0.block) } ?? []
    if type.existing == nil {
      if type.renaming == .reserved {
        lines.append(Notes.reserved(String(name.dropFirst("Renamed".count))))
      }
      if comment != nil { lines.append(Notes.comments) }
    }
    lines.append("enum \(name) {")
    lines += values(of: type, name, &warnings)
    lines.append("")
    if type.existing?.map != nil || name != type.type.name.name {
      lines.append("@@map(\"\(StringLiteral.escaped(type.type.name.name))\")")
      if type.existing?.map != nil { warnings.add(.keptEnumNames, name) }
    }
    if pull.writesNamespaces {
      lines.append("@@schema(\"\(StringLiteral.escaped(type.type.name.namespace))\")")
    }
    lines.append("}")
    if type.renaming == .duplicate { warnings.add(.duplicateNames, name) }
    if comment != nil { warnings.add(.databaseComments, name) }
    return lines.joined(separator: "\n")
  }

  private func values(
    of type: PulledEnum, _ enumeration: String, _ warnings: inout PullWarnings
  ) -> [String] {
    let members = type.existing.map { Documentation.ofMembers(in: $0.block) } ?? [:]
    var existing: [String: EnumValue] = [:]
    for value in type.existing?.values ?? [] {
      existing[value.map?.value ?? value.identifier.text] = value
    }
    var lines: [String] = []
    for label in type.type.values {
      if let value = existing[label] {
        lines += members[value.range.start] ?? []
        if value.map != nil {
          warnings.add(.keptValueNames, enumeration, value.identifier.text)
        }
      }
      let map = "@map(\"\(StringLiteral.escaped(label))\")"
      if let name = type.valueNames[label] {
        let isPlain = name == label && existing[label]?.map == nil
        lines.append(isPlain ? name : "\(name) \(map)")
      } else {
        lines.append("// \(label.split(whereSeparator: \.isNewline).joined(separator: " ")) \(map)")
        warnings.add(.enumValuesWithoutName, enumeration, label)
      }
    }
    return lines
  }
}
