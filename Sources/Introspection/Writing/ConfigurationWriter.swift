import Migration
import SchemaModel
import SchemaParser

/// Writes generators and datasources: the properties in a fixed order, without the comments between them.
struct ConfigurationWriter {
  let pull: Pull

  /// A generator with what stands above it. Properties without a place of their own follow by name, and
  /// are texts, since that is what generators receive.
  func generator(_ block: SyntaxBlock) -> String {
    let known = ["provider", "output", "previewFeatures", "binaryTargets", "engineType"]
    var lines: [String] = []
    let properties = properties(of: block)
    for key in known {
      guard let value = properties.first(where: { $0.key == key })?.value else { continue }
      lines.append("\(key) = \(key == "previewFeatures" ? features(value) : text(of: value))")
    }
    let others = properties.filter { !known.contains($0.key) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (key, value) in others { lines.append("\(key) = \(asStrings(value))") }
    return declaration("generator", block, lines)
  }

  /// A datasource with what stands above it.
  func datasource(_ block: SyntaxBlock) -> String {
    var lines: [String] = []
    let properties = properties(of: block)
    func value(_ key: String) -> ExpressionSyntax? {
      properties.first { $0.key == key }?.value
    }
    for key in ["provider", "url", "directUrl", "shadowDatabaseUrl"] {
      if let value = value(key) { lines.append("\(key) = \(text(of: value))") }
    }
    if let mode = value("relationMode") ?? value("referentialIntegrity") {
      lines.append("relationMode = \(text(of: mode))")
    }
    let namespaces =
      pull.options.namespaces ?? value("schemas")?.elements.compactMap(\.stringValue) ?? []
    if !namespaces.isEmpty {
      let names = Set(namespaces).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { "\"\(StringLiteral.escaped($0))\"" }
      lines.append("schemas = [\(names.joined(separator: ", "))]")
    }
    let extensions = ExtensionList(pull, written: value("extensions"))
    if !extensions.entries.isEmpty {
      lines.append("extensions = [\(extensions.entries.joined(separator: ", "))]")
    }
    let known: Set<String> = [
      "provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "referentialIntegrity",
      "schemas", "extensions",
    ]
    for (key, value) in properties where !known.contains(key) {
      lines.append("\(key) = \(text(of: value))")
    }
    return declaration("datasource", block, lines)
  }

  private func declaration(_ keyword: String, _ block: SyntaxBlock, _ lines: [String]) -> String {
    let name =
      block.declaration.flatMap { Syntax(block: block, index: $0).first(.name)?.text } ?? "db"
    let all = Documentation.lines(above: block) + ["\(keyword) \(name) {"] + lines + ["}"]
    return all.joined(separator: "\n")
  }

  private func properties(of block: SyntaxBlock) -> [(key: String, value: ExpressionSyntax)] {
    guard let declaration = block.declaration else { return [] }
    return Syntax(block: block, index: declaration).children.compactMap { node in
      guard let property = PropertySyntax(node), let key = property.name?.text,
        let value = property.value
      else { return nil }
      return (key, value)
    }
  }

  private func text(of value: ExpressionSyntax) -> String {
    guard value.kind == .array else { return value.text }
    return "[\(value.elements.map(\.text).joined(separator: ", "))]"
  }

  private func asStrings(_ value: ExpressionSyntax) -> String {
    switch value.kind {
    case .array: "[\(value.elements.map(asString).joined(separator: ", "))]"
    default: asString(value)
    }
  }

  private func asString(_ value: ExpressionSyntax) -> String {
    switch value.kind {
    case .number, .constant: "\"\(StringLiteral.escaped(value.text))\""
    default: value.text
    }
  }

  /// The preview features in order, by the names that they have today.
  private func features(_ value: ExpressionSyntax) -> String {
    let names = value.elements.compactMap(\.stringValue).map { name in
      if case .renamed(let new) = PreviewFeatures.state(
        of: name, connector: pull.connector, version: pull.version)
      {
        return new
      }
      return name
    }
    let sorted = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return "[\(sorted.map { "\"\(StringLiteral.escaped($0))\"" }.joined(separator: ", "))]"
  }
}

/// The entries of `extensions`: what is written and installed, and a few that schemas are known to need.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/postgresql-extensions
struct ExtensionList {
  /// In byte order of their names.
  let entries: [String]

  /// Those that are added without being asked for.
  private static let proposed: Set<String> = ["citext", "postgis", "pgcrypto", "uuid-ossp"]

  init(_ pull: Pull, written: ExpressionSyntax?) {
    guard pull.schema.configuration.hasPreviewFeature("postgresqlExtensions") else {
      entries = []
      return
    }
    var arguments: [String: [ArgumentSyntax]] = [:]
    for entry in written?.elements ?? [] {
      guard let identifier = entry.functionName ?? entry.constantValue else { continue }
      let name =
        entry.arguments.first { $0.name?.text == "map" }?.value?.stringValue ?? identifier
      arguments[name] = entry.arguments
    }
    let installed = (pull.database.extensions ?? [])
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    entries = installed.compactMap { installed in
      let written = arguments[installed.name]
      guard written != nil || Self.proposed.contains(installed.name),
        let name = IdentifierName.sanitized(installed.name)
      else { return nil }
      let given = Set((written ?? []).compactMap { $0.name?.text })
      var parts: [String] = []
      if name != installed.name {
        parts.append("map: \"\(StringLiteral.escaped(installed.name))\"")
      }
      let tellsSchema = written == nil ? installed.schema != "public" : given.contains("schema")
      if tellsSchema, let schema = installed.schema, !schema.isEmpty {
        parts.append("schema: \"\(StringLiteral.escaped(schema))\"")
      }
      if given.contains("version"), let version = installed.version {
        parts.append("version: \"\(StringLiteral.escaped(version))\"")
      }
      return parts.isEmpty ? name : "\(name)(\(parts.joined(separator: ", ")))"
    }
  }
}
