import SchemaModel

extension Rule {
  /// An argument of an extension is given twice.
  ///
  /// An extension has one name, one schema and one version.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [citext(map: "a", map: "b")]
  ///                                  ~~~~~~~~ error[extension-argument-duplicate]: argument `map` of extension `citext` is already given
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["postgresqlExtensions"]
  /// }
  /// ```
  public static let extensionArgumentDuplicate = Rule(
    id: "extension-argument-duplicate", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of extension `\(problem[1])` is already given",
        help: "remove one of them")
    })
}
