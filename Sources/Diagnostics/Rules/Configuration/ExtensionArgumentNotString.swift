import SchemaModel

extension Rule {
  /// An argument of an extension is no string.
  ///
  /// Names, schemas and versions stand in double quotes.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [citext(version: 1.6)]
  ///                        ~~~~~~~~~~~~ error[extension-argument-not-string]: argument `version` of extension `citext` must be a string
  ///                                 ~~~ error[value-type-mismatch]: expected a string, but `1.6` is a number
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["postgresqlExtensions"]
  /// }
  /// ```
  public static let extensionArgumentNotString = Rule(
    id: "extension-argument-not-string", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of extension `\(problem[1])` must be a string",
        help: "put the value in double quotes")
    })
}
