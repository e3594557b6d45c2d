import SchemaModel

extension Rule {
  /// An extension is given an argument that does not exist.
  ///
  /// The arguments are `map`, the name in the database, `schema` and `version`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider   = "postgresql"
  ///   extensions = [citext(name: "citext")]
  ///                        ~~~~~~~~~~~~~~ error[extension-argument-unknown]: extension `citext` takes no argument `name`
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["postgresqlExtensions"]
  /// }
  /// ```
  public static let extensionArgumentUnknown = Rule(
    id: "extension-argument-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "extension `\(problem[1])` takes no argument `\(problem[0])`",
        help: "the arguments are `map`, the name in the database, `schema` and `version`")
    })
}
