import Diagnostics
import LanguageServerProtocol
import Postgres
import SchemaFormatter
import SchemaIDE
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
  /// `codeLens.enable`
  var showsCodeLenses = true
  /// `inlayHints`: which are shown, nil for none.
  var inlayHints: SchemaIDE.InlayHint.Options? = SchemaIDE.InlayHint.Options()

  /// `migrations.path`, nil for what the project says.
  var migrationsPath: String?
  /// `database.url`, nil for what the project says. It holds a password.
  var databaseURL: String?
  /// `database.facts`
  var facts = FactsMode.off
  /// `database.timeoutSeconds`, from 1 to 600.
  var databaseTimeout: Duration = .seconds(5)

  /// The names that the section `prisma-lsp` can hold at its top.
  static let names: Set<String> = [
    "prismaVersion", "schemaPath", "diagnostics", "format", "codeLens", "inlayHints", "migrations",
    "database",
  ]

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
    if let path = own?["migrations"]?["path"]?.string, !path.isEmpty { migrationsPath = path }
    let database = own?["database"]
    if let url = database?["url"]?.string, !url.isEmpty { databaseURL = url }
    facts = FactsMode(rawValue: database?["facts"]?.string ?? "") ?? .off
    if let seconds = database?["timeoutSeconds"]?.integer {
      databaseTimeout = .seconds(min(max(seconds, 1), 600))
    }
    showsCodeLenses = own?["codeLens"]?["enable"]?.bool ?? true
    let hints = own?["inlayHints"]
    if hints?["enable"]?.bool == false {
      inlayHints = nil
    } else {
      var options = SchemaIDE.InlayHint.Options()
      options.referentialActions =
        hints?["referentialActions"]?.bool ?? options.referentialActions
      options.constraintNames = hints?["constraintNames"]?.bool ?? options.constraintNames
      options.oppositeFields = hints?["oppositeFields"]?.bool ?? options.oppositeFields
      inlayHints = options
    }
  }
}
