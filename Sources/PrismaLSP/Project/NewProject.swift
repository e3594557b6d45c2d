import SchemaModel
import SchemaParser

/// The files that a project begins with, as the version of Prisma expects them.
struct NewProject {
  /// A file to be written.
  struct File: Hashable {
    /// Its path in the project.
    let name: String
    let text: String
    /// Whether one that is there already will do.
    var isOptional = false
  }

  let version: PrismaVersion
  let connector: Connector
  /// The database, nil for a placeholder.
  let url: String?
  /// The provider of the generator, nil for the usual one.
  let generator: String?
  /// Where the generator writes to, nil for the usual place.
  let output: String?
  let previewFeatures: [String]
  /// Whether there is a model to begin with.
  let hasModel: Bool

  /// The variable that holds the URL.
  static let variable = "DATABASE_URL"

  /// What must not be there.
  var namesThatMustBeFree: [String] {
    ["prisma", "schema.prisma"] + (configName.map { [$0] } ?? [])
  }

  /// The files but for `.env`, the schema last.
  var files: [File] {
    var files = [File(name: ".gitignore", text: ignored, isOptional: true)]
    if let configName { files.append(File(name: configName, text: configuration)) }
    return files + [File(name: "prisma/schema.prisma", text: schema)]
  }

  /// What `.env` gets.
  var environment: String {
    """
    # \(environmentNote)
    # Keep it out of version control: it holds a password.

    \(Self.variable)=\(Self.quoted(url ?? placeholder))

    """
  }

  private var environmentNote: String {
    switch version {
    case .five:
      "Prisma reads this file, and `env(\"\(Self.variable)\")` in the schema stands for the value."
    case .six, .seven: "`import \"dotenv/config\"` in `\(configName ?? "")` reads this file."
    }
  }

  private var configName: String? {
    switch version {
    case .five: nil
    case .six: "prisma.config.ts"
    case .seven: "prisma7.config.ts"
    }
  }

  // MARK: Schema

  private var provider: String {
    generator ?? (version == .five ? "prisma-client-js" : "prisma-client")
  }

  /// Where the generator writes to; nil where that is not said.
  private var outputPath: String? {
    output ?? (version != .five && generator == nil ? "../generated/prisma" : nil)
  }

  private var schema: String {
    var lines = [
      "// The data model of this project: https://www.prisma.io/docs/orm/prisma-schema", "",
      "generator client {", "  provider = \(Self.literal(provider))",
    ]
    if let outputPath { lines.append("  output   = \(Self.literal(outputPath))") }
    if !previewFeatures.isEmpty {
      let list = previewFeatures.map(Self.literal).joined(separator: ", ")
      lines[3] = "  provider        = \(Self.literal(provider))"
      if let outputPath { lines[4] = "  output          = \(Self.literal(outputPath))" }
      lines.append("  previewFeatures = [\(list)]")
    }
    lines += ["}", "", "datasource db {", "  provider = \(Self.literal(connector.displayName))"]
    if version != .seven { lines.append("  url      = env(\"\(Self.variable)\")") }
    lines.append("}")
    if hasModel {
      let id =
        connector == .mongodb
        ? "  id    String  @id @default(auto()) @map(\"_id\") @db.ObjectId"
        : connector == .cockroachdb
          ? "  id    BigInt  @id @default(autoincrement())"
          : "  id    Int     @id @default(autoincrement())"
      lines += ["", "model User {", id, "  email String  @unique", "  name  String?", "}"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Configuration

  private var configuration: String {
    let isSix = version == .six
    var lines = [
      "// Where Prisma finds what belongs to this project. The first line reads `.env`.",
      "import \"dotenv/config\";",
      "import { defineConfig\(isSix ? ", env" : "") } from \"prisma/config\";", "",
      "export default defineConfig({", "  schema: \"prisma/schema.prisma\",", "  migrations: {",
      "    path: \"prisma/migrations\",", "  },",
    ]
    if isSix { lines.append("  engine: \"classic\",") }
    let value = isSix ? "env(\"\(Self.variable)\")" : "process.env[\"\(Self.variable)\"]"
    lines += ["  datasource: {", "    url: \(value),", "  },", "});"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What git leaves alone.
  private var ignored: String {
    var lines = ["node_modules", "# It holds the password of the database", ".env"]
    if outputPath == "../generated/prisma" { lines += ["", "/generated/prisma"] }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: URLs

  /// The provider that URLs of this protocol are for, nil when there is none.
  static func connector(ofURL url: String) -> Connector? {
    let protocols: [(String, Connector)] = [
      ("postgresql://", .postgresql), ("postgres://", .postgresql), ("mysql://", .mysql),
      ("file:", .sqlite), ("sqlserver://", .sqlserver), ("mongodb://", .mongodb),
      ("mongodb+srv://", .mongodb),
    ]
    return protocols.first { url.hasPrefix($0.0) }?.1
  }

  /// A URL that shows what goes where.
  private var placeholder: String {
    switch connector {
    case .postgresql, .none: "postgresql://johndoe:randompassword@localhost:5432/mydb?schema=public"
    case .cockroachdb: "postgresql://johndoe:randompassword@localhost:26257/mydb?schema=public"
    case .mysql: "mysql://johndoe:randompassword@localhost:3306/mydb"
    case .sqlite: "file:./dev.db"
    case .sqlserver:
      "sqlserver://localhost:1433;database=mydb;user=SA;password=randompassword;encrypt=true"
    case .mongodb: "mongodb+srv://johndoe:randompassword@cluster0.example.net/mydb"
    }
  }

  private static func literal(_ text: String) -> String {
    "\"\(StringLiteral.escaped(text))\""
  }

  /// A text as a value in a `.env` file, where `$` between double quotes begins a variable.
  private static func quoted(_ text: String) -> String {
    text.contains("\"") || text.contains("$") ? "'\(text)'" : "\"\(text)\""
  }
}
