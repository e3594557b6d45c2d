import SchemaModel

/// The arguments that ids and indexes share.
enum IndexParameters {
  static func fields(_ text: String) -> ReferenceParameter {
    ReferenceParameter("fields", .indexFields, isUnnamed: true, isOptional: false, text)
  }

  static func map(
    _ what: String, suffix: String, availability: Availability = .everywhere
  ) -> ReferenceParameter {
    ReferenceParameter(
      "map", .databaseName, availability: availability,
      "The name of the \(what) in the database. Without it the name is made of the table, the columns "
        + "and `\(suffix)`, cut to what the database allows.")
  }

  static let clientName = ReferenceParameter(
    "name", .clientName,
    "The name under which the client offers the fields together, for instance in `findUnique`. Without "
      + "it their names are joined by `_`.")

  static func clustered(default value: Bool) -> ReferenceParameter {
    ReferenceParameter(
      "clustered", .boolean, availability: .on(\.supportsClustering),
      "Whether the rows of the table are stored in this order; only one key or index of a table can "
        + "be clustered. Default: `\(value)`.")
  }

  static func length(availability: Availability) -> ReferenceParameter {
    ReferenceParameter(
      "length", .integer(1...Int(UInt16.max)), availability: availability,
      "How many characters (of `Bytes`: bytes) from the start of the value go into the index. MySQL "
        + "needs it for text and blob columns, whose values have no upper limit.")
  }

  static func sort(availability: Availability) -> ReferenceParameter {
    ReferenceParameter(
      "sort", .sortOrder, availability: availability,
      "In which order the values are stored: `Asc` (the default) or `Desc`.")
  }

  static let operatorClass = ReferenceParameter(
    "ops", .operatorClass, availability: .on { $0 == .postgresql },
    "The operator class, which decides which operators the index can serve: one that goes with the "
      + "`type` of the index and the type of the field, or `raw(\"…\")` for any other.")

  static let method = ReferenceParameter(
    "type", .indexMethod, availability: .on { $0.supports(.gin) },
    "How the index is built: `BTree` (the default), or with PostgreSQL `Hash`, `Gist`, `Gin`, `SpGist` "
      + "or `Brin`, with CockroachDB `Gin`.")

  static let condition = ReferenceParameter(
    "where", .condition,
    availability: .on(
      versions: [.seven], previewFeature: "partialIndexes", \.supportsPartialIndexes),
    "Only rows that fulfil the condition go into the index: SQL as `raw(\"…\")`, or fields with the "
      + "values that they must have, as `{ active: true, deletedAt: null }` or "
      + "`{ deletedAt: { not: null } }`. Since Prisma 7.4.")
}

extension LanguageReference {
  /// The arguments that one entry of a list of index fields takes, as in `title(sort: Desc)`.
  ///
  /// - Parameter attribute: the attribute that the list belongs to, with its `@@`.
  public static func indexFieldParameters(
    of attribute: String, in configuration: Configuration
  ) -> [ReferenceParameter] {
    allIndexFieldParameters(of: attribute).filter { $0.availability.holds(in: configuration) }
  }

  /// The same, whatever the database.
  static func allIndexFieldParameters(of attribute: String) -> [ReferenceParameter] {
    let sort: Availability
    switch attribute {
    case "@@id": sort = .on(\.supportsSortInIds)
    case "@@fulltext": sort = .on(\.supportsSortInFulltext)
    case "@@index", "@@unique": sort = .everywhere
    default: return []
    }
    var parameters = [IndexParameters.sort(availability: sort)]
    if attribute != "@@fulltext" {
      parameters.append(IndexParameters.length(availability: .on(\.supportsIndexLength)))
    }
    if attribute == "@@index" { parameters.append(IndexParameters.operatorClass) }
    return parameters
  }
}
