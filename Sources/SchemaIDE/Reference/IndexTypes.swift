import SchemaModel

extension LanguageReference {
  /// The page about a way to build an index.
  public static func indexMethod(_ method: Index.Method) -> ReferenceEntry {
    let words: (summary: String, details: String, line: String)
    switch method {
    case .bTree:
      words = (
        "A sorted tree, the default: for `=`, `<`, `>`, ranges and sorting.", "",
        "@@index([name])"
      )
    case .hash:
      words = (
        "A hash table: for `=` only.",
        "Small where values are long. It holds one field, and has no `sort`.",
        "@@index([name], type: Hash)"
      )
    case .gist:
      words = (
        "A balanced tree for overlapping values: networks, ranges, shapes.",
        "A field needs an operator class here: `InetOps` on `@db.Inet`, or one given by `raw(\"…\")`.",
        "@@index([address(ops: InetOps)], type: Gist)"
      )
    case .gin:
      words = (
        "An inverted index: finds rows by what their values contain.",
        "For lists and `Json` fields, and with `raw(\"gin_trgm_ops\")` for parts of texts.",
        "@@index([data], type: Gin)"
      )
    case .spGist:
      words = (
        "A tree that splits the space of values: networks, and texts by their beginning.", "",
        "@@index([name], type: SpGist)"
      )
    case .brin:
      words = (
        "The range of values of each stretch of the table: tiny.",
        "For large tables whose rows are stored nearly in the order of the field, such as times of creation.",
        "@@index([createdAt], type: Brin)"
      )
    }
    return ReferenceEntry(
      method.rawValue, words.summary, details: words.details,
      example: ReferenceExample(
        """
        model Visit {
          id        Int      @id
          name      String
          address   String   @db.Inet
          data      Json
          createdAt DateTime

          \(words.line)
        }
        """),
      since: method == .bTree ? nil : "4.0.0", availability: .on { $0.supports(method) },
      link: DocumentationPage.indexes)
  }

  /// The page about an order.
  public static func sortOrder(_ order: IndexField.Sort) -> ReferenceEntry {
    ReferenceEntry(
      order.rawValue,
      order == .ascending
        ? "From the smallest value to the largest, the default."
        : "From the largest value to the smallest.",
      details: order == .ascending
        ? ""
        : "Helps where one field sorts upwards and another one downwards: an index can be read from both ends.",
      example: ReferenceExample(
        """
        model Post {
          id        Int      @id
          authorId  Int
          createdAt DateTime

          @@index([authorId, createdAt(sort: \(order.rawValue))])
        }
        """),
      since: "4.0.0", link: DocumentationPage.indexes)
  }

  /// The pages about the operator classes of PostgreSQL.
  static let operatorClasses: [String: ReferenceEntry] = Dictionary(
    OperatorClasses.all.map { ($0, makeOperatorClass($0)) }, uniquingKeysWith: { first, _ in first }
  )

  /// The page about an operator class, nil for an unknown one.
  public static func operatorClass(_ name: String) -> ReferenceEntry? { operatorClasses[name] }

  private static func makeOperatorClass(_ name: String) -> ReferenceEntry {
    let methods = OperatorClasses.methods(of: name)
    let uses = methods.map { method in
      let types = OperatorClasses.nativeTypes(of: name, method: method)
      let fields =
        types.isEmpty ? "lists" : types.map { "`@db.\($0)`" }.joined(separator: ", ")
      return "`\(method.rawValue)` on \(fields)"
    }
    return ReferenceEntry(
      name, summary(ofOperatorClass: name),
      details: "For indexes of type \(uses.joined(separator: ", ")).",
      since: "4.0.0", availability: .on { $0 == .postgresql }, link: DocumentationPage.indexes)
  }

  private static func summary(ofOperatorClass name: String) -> String {
    switch name {
    case "InetOps": "Networks and hosts: which contains which, which overlap."
    case "TextOps": "Texts by their beginning."
    case "JsonbOps": "JSON by its keys and values, the default: `@>`, `?`, `?|`, `?&`, `@?`, `@@`."
    case "JsonbPathOps": "JSON by whole paths: `@>`, `@?` and `@@` only, smaller and faster."
    case "ArrayOps": "Lists by their elements: `&&`, `@>`, `<@`, `=`."
    case _ where name.hasSuffix("BloomOps"):
      "A Bloom filter for each stretch of the table: for `=` on values in no order."
    case _ where name.hasSuffix("MinMaxMultiOps"):
      "Several ranges of values for each stretch of the table: outliers do no harm."
    case _ where name.hasSuffix("InclusionOps"):
      "For each stretch of the table a value that contains all of its values."
    default: "The smallest and the largest value of each stretch of the table."
    }
  }
}
