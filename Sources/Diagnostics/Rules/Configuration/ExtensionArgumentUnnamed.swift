import SchemaModel

extension Rule {
  /// An argument of an extension has no name.
  ///
  /// An extension takes several arguments, all of them strings, so each needs its name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [citext("1.6")]
  ///                        ~~~~~ error[extension-argument-unnamed]: argument `"1.6"` of extension `citext` has no name
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["postgresqlExtensions"]
  /// }
  /// ```
  public static let extensionArgumentUnnamed = Rule(
    id: "extension-argument-unnamed", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of extension `\(problem[1])` has no name",
        help: "write `map: \(problem[0])`, `schema: \(problem[0])` or `version: \(problem[0])`")
    })
}
