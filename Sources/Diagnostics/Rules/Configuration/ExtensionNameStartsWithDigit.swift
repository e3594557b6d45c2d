import SchemaModel

extension Rule {
  /// The name of a PostgreSQL extension starts with a digit.
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
  ///   extensions = [3d(version: "1.0")]
  ///                 ~~~~~~~~~~~~~~~~~~ error[extension-name-starts-with-digit]: the name of extension `3d` starts with a digit
  /// }
  /// ```
  public static let extensionNameStartsWithDigit = Rule(
    id: "extension-name-starts-with-digit", severity: .error, dependsOnPreviewFeatures: true,
    check: .schema { context, findings in
      guard context.connector == .postgresql, let datasource = context.configuration.datasource,
        let extensions = datasource.extensions
      else { return }
      for entry in extensions.entries {
        guard entry.value.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
          context.configuration.hasPreviewFeature("postgresqlExtensions")
        else { continue }
        findings.report(
          Message(
            "the name of extension `\(entry.value)` starts with a digit",
            help: "choose another name, and give the real one as `name(map: \"\(entry.value)\")`"),
          at: .range(datasource.id, entry.range))
      }
    })
}
