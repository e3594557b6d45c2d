import Diagnostics
import LanguageServerProtocol
import SchemaFormatter
import SchemaModel

/// The settings of a folder. What is missing or makes no sense is as if it were not set.
struct Settings: Hashable, Sendable {
  /// `prismaVersion`, nil for `auto`.
  var version: PrismaVersion?
  /// `schemaPath`, nil to look for the schema.
  var schemaPath: String?
  /// `diagnostics.enable`
  var showsDiagnostics = true
  /// `diagnostics.rules`: the severity of each rule that has another than its own; nil for `off`.
  var severities: [String: Severity?] = [:]
  /// `format.insertMissingRelations`
  var insertsMissingRelations = true
  /// `format.attributeOrder`
  var attributeOrder = FormatOptions.AttributeOrder.prisma

  init() {}

  /// Reads the section `prisma-lsp`, and `prisma` of the official server.
  init(_ own: JSONValue?, official: JSONValue?) {
    let version = own?["prismaVersion"]
    self.version = PrismaVersion(
      rawValue: version?.string ?? version?.integer.map { String($0) } ?? "")
    if let path = own?["schemaPath"]?.string ?? official?["schemaPath"]?.string, !path.isEmpty {
      schemaPath = path
    }
    showsDiagnostics =
      (own?["diagnostics"]?["enable"]?.bool ?? true)
      && (official?["enableDiagnostics"]?.bool ?? true)
    for (rule, value) in own?["diagnostics"]?["rules"]?.object ?? [:] {
      if value.string == "off" {
        severities[rule] = .some(nil)
      } else if let severity = value.string.flatMap(Severity.init(rawValue:)) {
        severities[rule] = severity
      }
    }
    insertsMissingRelations = own?["format"]?["insertMissingRelations"]?.bool ?? true
    if own?["format"]?["attributeOrder"]?.string == "keep" { attributeOrder = .keep }
  }
}
