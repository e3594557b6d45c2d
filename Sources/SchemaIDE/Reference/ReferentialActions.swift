import SchemaModel

extension LanguageReference {
  /// The page about a referential action.
  ///
  /// - Parameter isUpdate: whether it is for `onUpdate` or for `onDelete`, nil for either.
  public static func referentialAction(
    _ action: ReferentialAction, isUpdate: Bool? = nil
  ) -> ReferenceEntry {
    switch action {
    case .cascade: isUpdate.map { $0 ? cascadeOnUpdate : cascadeOnDelete } ?? cascade
    case .restrict: restrict
    case .noAction: noAction
    case .setNull: setNull
    case .setDefault: setDefault
    }
  }

  /// The databases that have an action, in either relation mode.
  private static func availability(_ action: ReferentialAction) -> Availability {
    .on {
      $0.referentialActions(in: .foreignKeys).offers(action)
        || $0.referentialActions(in: .prisma).offers(action)
    }
  }

  private static func entry(
    _ action: ReferentialAction, _ summary: String, details: String, field: String,
    connector: Connector = .postgresql
  ) -> ReferenceEntry {
    ReferenceEntry(
      action.rawValue, summary, details: details,
      example: ReferenceExample(
        """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int   @id
          author   \(field == "Int?" ? "User?" : "User") \
        @relation(fields: [authorId], references: [id], onDelete: \(action.rawValue))
          authorId \(field)
        }
        """, connector),
      since: "3.0.1", availability: availability(action),
      link: DocumentationPage.referentialActions)
  }

  private static let cascade = cascade(
    "The referencing row goes along: deleted with the other, or given its new key.")
  private static let cascadeOnDelete = cascade("The referencing row is deleted with the other.")
  private static let cascadeOnUpdate = cascade("The referencing row is given the new key.")

  private static func cascade(_ summary: String) -> ReferenceEntry {
    entry(
      .cascade, summary,
      details: """
        `onDelete: Cascade` deletes the rows that refer to a deleted row, and those that refer to them, as \
        far as the relations go. `onUpdate: Cascade`, the default, gives them the changed key.
        """, field: "Int")
  }

  private static let restrict = entry(
    .restrict, "Refused while a row refers to it.",
    details: """
      The row that is referred to can be neither deleted nor given another key. The default of `onDelete` \
      for required relations. SQL Server does not have it: there `NoAction` does the same.
      """, field: "Int")

  private static let noAction = entry(
    .noAction, "Left to the database, which refuses it as a rule.",
    details: """
      Like `Restrict`; PostgreSQL looks only at the end of the statement, or of the transaction when the \
      constraint is deferred. With `relationMode = "prisma"` nothing is checked, and the referencing rows \
      may be left pointing nowhere.
      """, field: "Int")

  private static let setNull = entry(
    .setNull, "The referencing fields are emptied.",
    details: """
      They must be optional. The default of `onDelete` for optional relations.
      """, field: "Int?")

  private static let setDefault = entry(
    .setDefault, "The referencing fields get their default.",
    details: """
      They need a `@default` that names an existing row; without one the change is refused. MySQL knows the \
      word and does not do it.
      """, field: "Int @default(1)")
}
