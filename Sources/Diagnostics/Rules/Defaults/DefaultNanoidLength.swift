import SchemaModel

extension Rule {
  /// `nanoid` is given a length that it does not offer.
  ///
  /// The length is a whole number from 2 to 255. Without one it is 21.
  ///
  /// ```prisma
  /// model User {
  ///   id String @id @default(nanoid(1))
  ///                 ~~~~~~~~~~~~~~~~~~~ error[default-nanoid-length]: `nanoid()` can't make ids of length 1
  /// }
  /// ```
  public static let defaultNanoidLength = Rule(
    id: "default-nanoid-length", severity: .error,
    check: .problem { problem in
      Message(
        "`nanoid()` can't make ids of length \(problem[0])",
        help: "write a whole number from 2 to 255, or nothing for a length of 21")
    })
}
