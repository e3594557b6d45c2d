import Migration
import SchemaModel
import Testing

@testable import Introspection

/// What the schema can't say: it is told, and noted above models that are new.
@Suite struct DetailsTests {
  private func database() throws -> SQLSchema {
    let source = DatabaseSide.schema([
      (
        "s",
        datasource + "model A {\n  id Int @id\n  b  Int\n}\nenum E {\n  x\n}"
      )
    ])
    return try #require(DatabaseSide.database(source))
  }

  private let name = QualifiedName(namespace: "public", name: "A")

  @Test func notesAndWarnings() throws {
    var database = try database()
    var details = SQLTableDetails()
    details.comment = "all"
    details.columnComments = ["b": "some"]
    details.isPartitioned = true
    details.hasInheritingTables = true
    details.hasRowSecurity = true
    details.checks = [SQLDefinition(name: "A_b_check", text: "CHECK ((b > 0))")]
    details.exclusions = [SQLDefinition(name: "A_excl", text: "EXCLUDE USING gist (b WITH =)")]
    details.expressionIndexes = [SQLDefinition(name: "A_lower", text: "CREATE INDEX …")]
    details.deferrableConstraints = ["A_pkey"]
    details.generatedColumns = ["b": "(id * 2)"]
    details.nullOrders = [SQLNullOrder(index: "A_b_idx", column: "b")]
    database.details.tables[name] = details
    database.details.enumComments[QualifiedName(namespace: "public", name: "E")] = "colours"
    try checkPull(
      database,
      expected: """
        /// The table is split into partitions: complete migrations that create it by hand.
        /// The table has check constraints: complete migrations that create it by hand.
        /// The table has exclusion constraints: complete migrations that create it by hand.
        /// The table has row-level security: complete migrations that create it by hand.
        /// Constraints of the table can be deferred: complete migrations that create it by hand.
        /// Indexes of the table have an order of NULL of their own: complete migrations that create it by hand.
        /// It has comments in the database: complete migrations that create it by hand.
        /// Indexes of the table are over expressions: complete migrations that create it by hand.
        model A {
          id Int @id
          b  Int
        }

        /// It has comments in the database: complete migrations that create it by hand.
        enum E {
          x
        }
        """)
    let pulled = try pull(database)
    #expect(pulled.items(.partitionedTables) == ["A"])
    #expect(pulled.items(.inheritedTables) == [])
    #expect(pulled.items(.rowSecurity) == ["A"])
    #expect(pulled.items(.checkConstraints) == ["A.A_b_check"])
    #expect(pulled.items(.exclusionConstraints) == ["A.A_excl"])
    #expect(pulled.items(.generatedColumns) == ["A.b"])
    #expect(pulled.items(.expressionIndexes) == ["A.A_lower"])
    #expect(pulled.items(.deferrableConstraints) == ["A.A_pkey"])
    #expect(pulled.items(.nullOrders) == ["A.A_b_idx (b)"])
    #expect(pulled.items(.databaseComments) == ["A", "A.b", "E"])
    // What somebody took away from a model that is there already stays away.
    let known = try pull(database, into: datasource + "model A {\n  id Int @id\n  b  Int\n}")
    #expect(
      known.text.contains(
        "}\n\n/// Indexes of the table are over expressions: complete migrations that create it by "
          + "hand.\nmodel A {"))
  }

  private func view() -> SQLView {
    var view = SQLView(
      name: QualifiedName(namespace: "public", name: "V"), definition: " SELECT id FROM \"A\";")
    let integer = SQLType.native(SQLNativeType(name: "Integer"))
    view.columns = [
      SQLColumn(name: "id", type: integer, arity: .nullable),
      SQLColumn(name: "all", type: integer, arity: .list),
      SQLColumn(name: "b", type: .unsupported("tsvector"), arity: .nullable),
    ]
    return view
  }

  private let features = """
    generator js {
      provider        = "prisma-client-js"
      previewFeatures = ["views"]
    }


    """

  @Test func viewsNeedThePreviewFeature() throws {
    var database = try database()
    database.details.views = [view()]
    #expect(!(try pull(database).text.contains("view V")))
    let pulled = try pull(database, into: features + datasource)
    #expect(
      pulled.text.contains(
        """
        view V {
          id  Int?
          all Int[]
          b   Unsupported("tsvector")?
        }
        """))
    #expect(pulled.items(.unsupportedTypes) == ["V.b (tsvector)"])
    #expect(pulled.viewDefinitions.map(\.name) == ["V"])
    #expect(pulled.viewDefinitions.map(\.sql) == [" SELECT id FROM \"A\";"])
    let old = try pull(
      database, into: features + datasource, version: .six,
      options: PullOptions(profile: .sixNineteen))
    #expect(old.text.contains("b   Unsupported(\"tsvector\")?\n\n  @@ignore\n}"))
    #expect(old.items(.viewsWithoutIdentifier) == ["V"])
  }

  @Test func viewsKeepWhatTheDatabaseDoesNotKnow() throws {
    var database = try database()
    database.details.views = [view()]
    let atHand =
      features + datasource + """
        model A {
          id Int @id
          b  Int
          v  W[]
        }

        /// Looks.
        view W {
          id  Int  @unique
          all Int?
          a   A?   @relation(fields: [id], references: [id])

          @@map("V")
        }
        """
    let pulled = try pull(database, into: atHand)
    #expect(
      pulled.text == features + datasource + """
        model A {
          id Int @id
          b  Int
          v  W[]
        }

        /// Looks.
        view W {
          id  Int                      @unique
          all Int[]
          b   Unsupported("tsvector")?
          a   A?                       @relation(fields: [id], references: [id])

          @@map("V")
        }

        enum E {
          x
        }

        """)
    #expect(pulled.items(.keptViewNames) == ["W"])
    #expect(pulled.items(.keptRelations) == ["W (A)"])
  }

  @Test func everyWarningHasItsWords() {
    for kind in PullWarning.Kind.allCases {
      let warning = PullWarning(
        kind: kind, items: [PullWarning.Item(name: "A", member: "b", detail: "c")])
      #expect(warning.message.hasSuffix("."))
      #expect(warning.items.first?.text == "A.b (c)")
    }
  }
}
