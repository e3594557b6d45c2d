extension PullWarning {
  /// What is the matter, and what can be done: a sentence or two, of which a list of the items follows.
  public var message: String {
    switch kind {
    case .modelsWithoutColumns:
      "These tables have no columns, or none that you may read, so their models are commented out."
    case .modelsWithoutName:
      "The names of these tables and enums have no letter that a name of the schema can begin with, "
        + "so they are commented out. Give them a name, with the one in the database in `@@map`."
    case .modelsWithoutIdentifier:
      "Nothing tells the rows of these models apart, so the client leaves them out (`@@ignore`). Give "
        + "their tables a primary key, or a unique constraint over columns that are NOT NULL."
    case .viewsWithoutIdentifier:
      "Nothing tells the rows of these views apart, so the client leaves them out (`@@ignore`). Mark a "
        + "field that does with `@unique`."
    case .fieldsWithoutName:
      "The names of these columns have no letter that a name of the schema can begin with, so their "
        + "fields are commented out. Give them a name, with the one in the database in `@map`."
    case .enumValuesWithoutName:
      "These labels have no letter that a name of the schema can begin with, so their values are "
        + "commented out. Give them a name, with the one in the database in `@map`."
    case .unsupportedTypes:
      "The client can't read or write these fields: Prisma doesn't know their types."
    case .duplicateNames:
      "Several tables, views or enums would have got the same name, so that of their database schema "
        + "stands before it."
    case .invalidSchema:
      "Prisma doesn't take these as they are: change them by hand."
    case .partitionedTables:
      "These tables are split into partitions, which the schema can't say: migrations that create "
        + "them have to be completed by hand."
    case .inheritedTables:
      "Other tables inherit from these, which the schema can't say: migrations that create them have "
        + "to be completed by hand."
    case .nullOrders:
      "These indexes put NULL where PostgreSQL doesn't by itself, which the schema can't say: "
        + "migrations that create them have to be completed by hand."
    case .rowSecurity:
      "These tables have row-level security, which the schema can't say: migrations that create them "
        + "have to be completed by hand."
    case .checkConstraints:
      "The schema can't say these check constraints: migrations that create their tables have to be "
        + "completed by hand."
    case .generatedColumns:
      "The database works out these fields by itself, which the schema can't say: it refuses what the "
        + "client writes to them, and migrations that create them have to be completed by hand."
    case .exclusionConstraints:
      "The schema can't say these exclusion constraints: migrations that create their tables have to "
        + "be completed by hand."
    case .deferrableConstraints:
      "These constraints can be deferred, which the schema can't say: migrations that create them have "
        + "to be completed by hand."
    case .expressionIndexes:
      "These indexes are over expressions, which the schema can't say, so they are left out: "
        + "migrations that create their tables have to be completed by hand."
    case .partialIndexes:
      "These indexes hold a part of the rows, which the schema can say from Prisma 7.4 on, so they are "
        + "left out: migrations that create their tables have to be completed by hand."
    case .databaseComments:
      "These have comments in the database, which the schema can't say: migrations that create them "
        + "have to be completed by hand."
    case .keptModelNames: "The names of these models are those of your schema (`@@map`)."
    case .keptViewNames: "The names of these views are those of your schema (`@@map`)."
    case .keptEnumNames: "The names of these enums are those of your schema (`@@map`)."
    case .keptFieldNames: "The names of these fields are those of your schema (`@map`)."
    case .keptValueNames: "The names of these enum values are those of your schema (`@map`)."
    case .keptKeyNames: "The names of the ids of these models are those of your schema."
    case .keptRelations:
      "No foreign key tells of these relations, so they are those of your schema."
    case .droppedComments:
      "Comments with two slashes, or between `/*` and `*/`, are not kept: only those with three "
        + "slashes (`///`), which document what follows, are."
    }
  }
}

extension PullWarning.Kind {
  /// What was taken over from the schema at hand, in the plural; nil for what is a warning indeed.
  public var keptThings: String? {
    switch self {
    case .keptModelNames: "names of models"
    case .keptViewNames: "names of views"
    case .keptEnumNames: "names of enums"
    case .keptFieldNames: "names of fields"
    case .keptValueNames: "names of enum values"
    case .keptKeyNames: "names of ids"
    case .keptRelations: "relations without a foreign key"
    default: nil
    }
  }
}

extension PullWarning.Item {
  /// How it is told in a list.
  public var text: String {
    let place = member.map { "\(name).\($0)" } ?? name
    return detail.map { "\(place) (\($0))" } ?? place
  }
}
