import SchemaModel

extension Rule {
  /// The name of a PostgreSQL extension contains a dash.
  ///
  /// Such a name goes into the argument `map`.
  ///
  /// ```prisma
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["postgresqlExtensions"]
  /// }
  ///
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [uuid-ossp]
  ///                 ~~~~~~~~~ error[extension-name-contains-dash]: the name of extension `uuid-ossp` contains a dash
  /// }
  /// ```
  public static let extensionNameContainsDash = Rule(
    id: "extension-name-contains-dash", severity: .error, dependsOnPreviewFeatures: true,
    check: .schema { context, findings in
      guard context.connector == .postgresql, let datasource = context.configuration.datasource,
        let extensions = datasource.extensions
      else { return }
      for entry in extensions.entries {
        guard entry.value.utf8.contains(UInt8(ascii: "-")),
          context.configuration.hasPreviewFeature("postgresqlExtensions")
        else { continue }
        let name = String(entry.value.map { $0 == "-" ? "_" : $0 })
        findings.report(
          Message(
            "the name of extension `\(entry.value)` contains a dash",
            help: "write `\(name)(map: \"\(entry.value)\")`"),
          at: .range(datasource.id, entry.range))
      }
    })
}
