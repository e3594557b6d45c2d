import SchemaParser

extension Rule {
  /// A type alias, which Prisma does not have.
  ///
  /// Early versions let a name stand for a type with attributes. Write the type and its attributes
  /// on each field. On MongoDB a `type Name { … }` block declares a composite type.
  ///
  /// ```prisma
  /// type Key = Int @id
  /// ~~~~~~~~~~~~~~~~~~ error[syntax-type-alias]: `type Key = Int @id` is a type alias, which Prisma does not have
  ///
  /// model User {
  ///   id Int @id
  /// }
  /// ```
  public static let syntaxTypeAlias = Rule(
    id: "syntax-type-alias", severity: .error,
    check: .syntax(.typeAlias) { error, block in
      Message(
        "`\(block.excerpt(error.range))` is a type alias, which Prisma does not have",
        help: """
          write the type and its attributes on each field; `type Name { … }` declares a \
          composite type
          """)
    })
}
