import Introspection
import Migration
import Postgres
import SchemaModel

/// `db pull`: brings the schema up to what the database is. The database is only read.
enum DbPullCommand {
  static let onlyPrint = TypedOption.flag("--print", "Print the schema, and write nothing")
  static let force = SharedOptions.force.explained(
    "Keep the datasource and the generators, and write all else anew")
  /// Names of database schemas, nil for those that the datasource lists; never empty.
  static let schemas = TypedOption<[String]?>(
    OptionForm(
      "--schemas", "A,B", .anything,
      "The database schemas to read; the datasource lists them from then on"),
    key: OptionKey("--schemas", absent: nil)
  ) { given, value throws(UsageError) in
    let names = given.value.text.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
    guard !names.isEmpty else {
      throw UsageError(
        "`--schemas` names no database schema", help: "write `--schemas public,auth`")
    }
    value = names
  }

  static let definition = CommandDefinition(
    "db pull", "Describe a database in the schema",
    title: "Describe a PostgreSQL database in the schema; the database is only read",
    usage: "[PATH] [OPTIONS]",
    // More than one are refused with better words.
    operands: CommandDefinition.Operands(.paths(atMost: .max), "[PATH]"),
    options: [
      SharedOptions.schema.explained(
        """
        The schema that is written: a file, or a folder whose .prisma files are one
        schema. Without one it is looked for as Prisma does
        """, label: "PATH, --schema PATH"),
      SharedOptions.url.explained(
        """
        The database, in place of the one that the project is configured for. Where
        there is no schema yet, prisma/schema.prisma is made
        """), schemas, onlyPrint, force, SharedOptions.config,
    ],
    notes: """
      Names, order, documentation, @updatedAt, @ignore and defaults of the client are kept. What the
      schema can't say of the database is told on standard error.
      """,
    work: .database(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) async -> CommandResult {
    do throws(CommandFailure) {
      let target = try DbPullTarget(arguments, in: environment)
      if let refusal = target.refusal(arguments, environment) { return refusal }
      let (url, namespaces) = try target.source(arguments, in: environment)
      let structure = try await read(url, namespaces)
      let pulled = try pull(structure, into: target, arguments)
      let report = PullReport(pulled, target, database: url.target)
      if !arguments[onlyPrint] { try target.write(pulled) }
      return report.result(arguments, environment)
    } catch {
      return Commands.result(
        of: error, asJSON: arguments.output == .json, arguments.color, environment)
    }
  }

  private static func read(
    _ url: ConnectionURL, _ namespaces: [String]
  ) async throws(CommandFailure) -> SQLSchema {
    do throws(PostgresError) {
      let connection = try await Connection.open(url)
      let structure = try await connection.catalogue(of: namespaces).schema
      await connection.close()
      return structure
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func pull(
    _ structure: SQLSchema, into target: DbPullTarget, _ arguments: CommandLineArguments
  ) throws(CommandFailure) -> PulledSchema {
    guard structure.dialect == .postgresql else {
      throw CommandFailure(
        "the server is CockroachDB, and the schema is for postgresql",
        help: "schemas can be pulled from PostgreSQL only")
    }
    do throws(PullError) {
      return try PulledSchema(
        of: structure, keeping: target.schema,
        options: PullOptions(
          keepsModels: !arguments[force], namespaces: arguments[schemas],
          profile: SQLProfile(target.check.version)))
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: PullError) -> CommandFailure {
    switch error {
    case .emptyDatabase:
      return CommandFailure(
        "the database is empty: there are neither tables nor enums in the schemas that were read",
        code: "P4001",
        help:
          "name the database schemas that have some with `--schemas`, or begin with the schema and "
          + "create the tables by `prisma-lsp db push`")
    case .referenceOutside(let constraint, let table, let referenced):
      return CommandFailure(
        "the foreign key `\(constraint)` of `\(table.namespace).\(table.name)` leads to "
          + "`\(referenced.namespace).\(referenced.name)`, which is not read",
        code: "P4002",
        help: "name all database schemas that belong together with `--schemas`")
    }
  }
}
