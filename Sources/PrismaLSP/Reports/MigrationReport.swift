import JSON
import Migration
import MigrationHistory
import Postgres

/// The output `json` of `migrate diff`.
enum MigrationReport {
  /// What a database says of a plan that starts from it.
  struct Live: Sendable {
    /// What is lost or can't be done, as far as rows are concerned.
    var losses: [CountedLoss]
    var facts = PlanFacts()
    /// The version of PostgreSQL that the SQL is for, such as 15; nil for any from 12 to 18.
    var version: Int?

    /// What is known without a database.
    init(withoutDatabase plan: Plan) {
      losses = plan.dataLoss.map { CountedLoss(step: $0, loss: $1) }
    }
  }

  /// One document with a line feed.
  static func json(_ plan: Plan, _ script: SQLScript, _ live: Live) -> [UInt8] {
    var writer = JSONWriter()
    let statements = plan.statements(script, version: live.version, printed: plan.printed)
    var codes: [Int: Set<Hazard.Code>] = [:]
    for statement in statements {
      codes[statement.step, default: []].formUnion(statement.hazards.map(\.code))
    }
    writer.object { writer in
      writer.key("statements")
      writer.array(statements) { writer, statement in
        let facts = live.facts.steps[statement.step]
        // What no hazard tells of is one, and stands with the first statement of its step.
        let known = codes.updateValue(Set(Hazard.Code.allCases), forKey: statement.step) ?? []
        let others = facts?.findings.filter { !known.contains($0.code) } ?? []
        write(statement, facts, others, to: &writer)
      }
      writeConsequences(of: plan, live.losses, to: &writer)
      if !live.facts.gaps.isEmpty {
        writer.key("gaps")
        writer.array(live.facts.gaps) { $0.string($1) }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// The document of a way back: its statements tell what they lose.
  static func json(_ back: WayBack) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writeStatements(of: back, to: &writer)
      writeConsequences(of: back.plan, Live(withoutDatabase: back.plan).losses, to: &writer)
    }
    return writer.bytes + [0x0A]
  }

  /// Writes the member `statements` of a way back.
  static func writeStatements(of back: WayBack, to writer: inout JSONWriter) {
    writer.key("statements")
    writer.array(back.statements) { writer, entry in
      write(entry.statement, nil, [], losses: entry.losses, to: &writer)
    }
  }

  /// Writes the members `warnings`, `unexecutable` and `summary`.
  static func writeConsequences(
    of plan: Plan, _ losses: [CountedLoss], to writer: inout JSONWriter
  ) {
    writer.key("warnings")
    writer.array(losses.filter { !$0.loss.isUnexecutable }) { write($1, to: &$0) }
    writer.key("unexecutable")
    writer.array(losses.filter { $0.loss.isUnexecutable }) { write($1, to: &$0) }
    writer.key("summary")
    writer.array(DifferenceSummary(plan).sections) { write($1, to: &$0) }
  }

  /// - Parameter losses: what a statement of a way back loses, nil for other statements.
  private static func write(
    _ statement: MigrationStatement, _ facts: StepFacts?, _ others: [DataFinding],
    losses: [String]? = nil, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("step", statement.step)
      writer.member("sql", statement.sql)
      writer.member("kind", statement.kind)
      writer.member("object", statement.object)
      write(statement.effect, to: &writer)
      let hazards = statement.hazards + others.map { Hazard(code: $0.code, message: $0.text) }
      write(hazards, facts, to: &writer)
      if let losses {
        writer.member("lossless", losses.isEmpty)
        writer.key("losses")
        writer.array(losses) { $0.string($1) }
      }
    }
  }

  /// What was found that belongs to a hazard.
  private static func write(
    _ facts: StepFacts, of code: Hazard.Code, to writer: inout JSONWriter
  ) {
    let findings = facts.findings.filter { $0.code == code }
    if facts.size == nil && findings.isEmpty { return }
    writer.key("facts")
    writer.object { writer in
      if let size = facts.size {
        if let rows = size.rows { writer.member("rows", rows) }
        writer.member("exact", size.isExact)
        if let bytes = size.bytes { writer.member("bytes", bytes) }
      }
      writer.key("findings")
      writer.array(findings) { writer, finding in
        writer.object { writer in
          writer.member("text", finding.text)
          writer.member("fails", finding.provesFailure)
          writer.member("query", finding.query)
        }
      }
    }
  }

  /// Writes the members that tell what a statement does to tables.
  static func write(_ effect: StatementEffect, to writer: inout JSONWriter) {
    writer.member("lock", effect.lock?.rawValue)
    writer.key("lockedTables")
    writer.array(effect.lockedTables) { $0.string($1) }
    writer.member("scans", effect.scans)
    writer.member("rewrites", effect.rewrites)
    writer.member("transactional", effect.isTransactional)
  }

  /// Writes the member `hazards`.
  ///
  /// - Parameter facts: what the database says of their step, nil without one.
  static func write(
    _ hazards: [Hazard], _ facts: StepFacts? = nil, to writer: inout JSONWriter
  ) {
    writer.key("hazards")
    writer.array(hazards) { writer, hazard in
      writer.object { writer in
        writer.member("code", hazard.code.rawValue)
        writer.member("message", hazard.message)
        if let facts { write(facts, of: hazard.code, to: &writer) }
      }
    }
  }

  private static func write(_ counted: CountedLoss, to writer: inout JSONWriter) {
    func list(_ values: [String]) -> String { "[\(values.joined(separator: ","))]" }
    writer.object { writer in
      writer.member("step", counted.step)
      let kind: String
      var table: String?
      var column: String?
      switch counted.loss {
      case .dropTable(let name): (kind, table) = ("dropTable", name)
      case .dropColumn(let name, let part): (kind, table, column) = ("dropColumn", name, part)
      case .riskyCast(let name, let part, let from, let to):
        (kind, table, column) = ("riskyCast", name, part)
        writer.member("from", from)
        writer.member("to", to)
      case .primaryKeyChanged(let name): (kind, table) = ("primaryKeyChanged", name)
      case .columnRecreated(let name, let part):
        (kind, table, column) = ("columnRecreated", name, part)
      case .uniqueAdded(let name, let columns):
        (kind, table) = ("uniqueAdded", name)
        writer.member("columns", list(columns))
      case .enumValuesRemoved(let type, let values):
        kind = "enumValuesRemoved"
        writer.member("enum", type)
        writer.member("values", values.joined(separator: ","))
      case .addedRequired(let name, let part): (kind, table, column) = ("addedRequired", name, part)
      case .addedRequiredClientDefault(let name, let part):
        (kind, table, column) = ("addedRequiredClientDefault", name, part)
      case .madeRequired(let name, let part): (kind, table, column) = ("madeRequired", name, part)
      case .madeList(let name, let part): (kind, table, column) = ("madeList", name, part)
      case .recreatedRequired(let name, let part):
        (kind, table, column) = ("recreatedRequired", name, part)
      }
      writer.member("kind", kind)
      if let table { writer.member("table", table) }
      if let column { writer.member("column", column) }
      if let count = counted.count { writer.member(counted.loss.countName, count) }
    }
  }

  // MARK: Summary

  private static func write(_ section: DifferenceSummary.Section, to writer: inout JSONWriter) {
    writer.object { writer in
      func head(_ operation: String, _ of: String, _ name: String? = nil) {
        writer.member("op", operation)
        writer.member("of", of)
        if let name { writer.member("name", name) }
        writer.key("items")
      }
      func names(_ operation: String, _ of: String, _ names: [String]) {
        head(operation, of)
        writer.array(names) { $0.string($1) }
      }
      switch section.kind {
      case .changedExtension(let name):
        head("*", "extension", name)
        writer.array { _ in }
      case .removedExtensions: names("-", "extensions", [])
      case .addedExtensions(let list): names("+", "extensions", list)
      case .addedSchemas(let list): names("+", "Schemas", list)
      case .addedEnums(let list): names("+", "enums", list)
      case .addedTables(let list): names("+", "tables", list)
      case .removedEnums(let list): names("-", "enums", list)
      case .removedTables(let list): names("-", "tables", list)
      case .renamedTable(let old, let new):
        head("*", "table", old)
        writer.array { write("rename", "table", old, new, to: &$0) }
      case .redefinedTable(let name):
        head("redefine", "table", name)
        writer.array { _ in }
      case .changedEnum(let name, let change):
        head("*", "enum", name)
        writer.array { writer in
          for value in change.added { write("+", "variant", value, to: &writer) }
          for value in change.removed { write("-", "variant", value, to: &writer) }
        }
      case .changedTable(let name, let items):
        head("*", "table", name)
        writer.array(items) { write($1, to: &$0) }
      }
    }
  }

  private static func write(
    _ operation: String, _ object: String, _ names: String..., to writer: inout JSONWriter
  ) {
    writer.array { writer in
      writer.string(operation)
      writer.string(object)
      for name in names { writer.string(name) }
    }
  }

  private static func write(
    _ operation: String, _ object: String, columns: [String], to writer: inout JSONWriter
  ) {
    writer.array { writer in
      writer.string(operation)
      writer.string(object)
      writer.array(columns) { $0.string($1) }
    }
  }

  private static func write(
    _ operation: String, column: String, _ details: [DifferenceSummary.ColumnDetail],
    to writer: inout JSONWriter
  ) {
    writer.array { writer in
      writer.string(operation)
      writer.string("column")
      writer.string(column)
      for detail in details {
        writer.array { writer in
          switch detail {
          case .arity(let old, let new):
            for text in ["arity", old.word, new.word] { writer.string(text) }
          case .defaultValue(let old, let new):
            for text in ["default", old, new] { writer.string(text) }
          case .type: writer.string("type")
          case .autoincrement(let isGained):
            writer.string("autoincrement")
            writer.boolean(isGained)
          }
        }
      }
    }
  }

  private static func write(_ item: DifferenceSummary.Item, to writer: inout JSONWriter) {
    switch item {
    case .renamedColumn(let old, let new): write("rename", "column", old, new, to: &writer)
    case .addedColumn(let name): write("+", "column", name, to: &writer)
    case .removedColumn(let name): write("-", "column", name, to: &writer)
    case .alteredColumn(let name, let details): write("*", column: name, details, to: &writer)
    case .recreatedColumn(let name, let details):
      write("recreate", column: name, details, to: &writer)
    case .droppedPrimaryKey(let names): write("-", "primaryKey", columns: names, to: &writer)
    case .renamedPrimaryKey(let names): write("rename", "primaryKey", columns: names, to: &writer)
    case .addedPrimaryKey(let names): write("+", "primaryKey", columns: names, to: &writer)
    case .addedIndex(let names, let isUnique):
      write("+", isUnique ? "unique" : "index", columns: names, to: &writer)
    case .removedIndex(let names, let isUnique):
      write("-", isUnique ? "unique" : "index", columns: names, to: &writer)
    case .renamedIndex(let old, let new): write("rename", "index", old, new, to: &writer)
    case .redefinedIndex(let name): write("redefine", "index", name, to: &writer)
    case .addedForeignKey(let names): write("+", "foreignKey", columns: names, to: &writer)
    case .removedForeignKey(let names): write("-", "foreignKey", columns: names, to: &writer)
    case .renamedForeignKey(let old, let new): write("rename", "foreignKey", old, new, to: &writer)
    }
  }
}

extension DataLoss {
  /// What is counted.
  fileprivate var countName: StaticString {
    switch self {
    case .dropColumn, .riskyCast: "nonNull"
    case .madeRequired: "nulls"
    default: "rows"
    }
  }
}
