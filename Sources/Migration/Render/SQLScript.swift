/// Writes a plan as SQL.
public struct SQLScript: Sendable {
  /// The statements of one step, without semicolons.
  public struct Section: Sendable {
    /// The step's place in the plan.
    public let step: Int
    /// The step's kind as scripts name it: `AlterTable`.
    public let kind: String
    /// The statements, at least one.
    public let statements: [String]
  }

  /// The steps that need a statement, in order.
  public let sections: [Section]

  public init(_ plan: Plan, profile: SQLProfile) {
    let renderer: any SQLRenderer =
      switch plan.next.dialect {
      case .postgresql, .cockroachdb: PostgreSQLRenderer(plan: plan, profile: profile)
      case .sqlite: SQLiteRenderer(plan: plan)
      }
    sections = plan.steps.enumerated().compactMap { index, step in
      let statements = renderer.statements(of: step)
      return statements.isEmpty
        ? nil : Section(step: index, kind: step.name, statements: statements)
    }
  }

  /// The script: ends with a line feed.
  public var text: String {
    if sections.isEmpty { return "-- This is an empty migration.\n" }
    var writer = SQLWriter(capacity: 192 * sections.count)
    for section in sections {
      if !writer.isEmpty { writer.write("\n") }
      writer.write("-- ")
      writer.append(section.kind)
      writer.write("\n")
      for statement in section.statements {
        writer.append(statement)
        writer.write(";\n")
      }
    }
    return writer.text
  }
}

/// Writes the steps of a plan in the SQL of one database.
protocol SQLRenderer {
  /// The statements of a step, without semicolons; none when there is nothing to do.
  func statements(of step: Step) -> [String]
}

extension Step {
  /// The kind as scripts name it.
  public var name: String {
    switch self {
    case .rename(let rename): rename.column == nil ? "RenameTable" : "RenameColumn"
    case .createSchema: "CreateSchema"
    case .dropExtension: "DropExtension"
    case .createExtension: "CreateExtension"
    case .alterExtension: "AlterExtension"
    case .createEnum: "CreateEnum"
    case .alterEnum: "AlterEnum"
    case .alterSequence: "AlterSequence"
    case .dropForeignKey: "DropForeignKey"
    case .dropIndex: "DropIndex"
    case .alterTable: "AlterTable"
    case .alterPrimaryKey: "AlterPrimaryKey"
    case .dropTable: "DropTable"
    case .dropEnum: "DropEnum"
    case .createTable: "CreateTable"
    case .redefineTables: "RedefineTables"
    case .createIndex: "CreateIndex"
    case .renameForeignKey: "RenameForeignKey"
    case .addForeignKey: "AddForeignKey"
    case .renameIndex: "RenameIndex"
    case .redefineIndex: "RedefineIndex"
    }
  }
}
