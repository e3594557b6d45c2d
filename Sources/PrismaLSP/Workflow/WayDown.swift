import Migration
import MigrationHistory
import Postgres

/// What undoes the last migrations of a database.
///
/// A `down.sql` that someone has written beside a `migration.sql` counts. Where there is none, the way back
/// is worked out from what the scripts of the folder leave: it is the difference between the structures
/// behind and before the migration. Whether that is all is looked at twice: statements are refused whose
/// effect no structure shows, and the way back is replayed in memory, to see whether it leads back.
struct WayDown {
  /// What undoes one migration, or several in a row.
  struct Step {
    /// The names of the migrations, the latest first.
    let migrations: [String]
    /// The file that it is written in by hand, for people; nil where it was worked out.
    let file: String?
    /// The statements, nil where it is written by hand.
    let back: WayBack?
    /// What is run: without transactions of its own, and with no semicolon at its end.
    let sql: String
    /// What it changes, nil where that isn't known.
    let plan: Plan?
    /// What has to be known about it.
    var notes: [String] = []
    /// Why it is not known what it leads to, nil where it is.
    var doubt: String?
    /// How what it leads to differs from what was before, nil where nothing does as far as is known.
    var difference: String?

    /// All that is told of it.
    var remarks: [String] { notes + [doubt, difference].compactMap(\.self) }

    /// What someone has written loses without that the plan tells it.
    var writtenLosses: [String] {
      guard let file else { return [] }
      let known = plan?.dataLoss.map(\.1) ?? []
      return PossibleLoss.all(in: Array(sql.utf8)).filter { possible in
        !known.contains { $0 == possible.loss }
      }.map { "`\(file)` \($0.deed) (line \($0.line))" }
    }

    /// What is run, with what each statement loses.
    var text: String { back?.text ?? "-- \(file ?? "")\n\(sql)\n" }
  }

  /// In the order in which they are run.
  let steps: [Step]
  /// What the database has besides, or lacks, when it is compared with what its migrations lead to; nil
  /// where nothing differs, or where that can't be said for sure and all is written by hand.
  let drift: DifferenceSummary?
  /// What was not understood of the migrations that stay, and so may be the reason of the drift.
  let doubts: [ReplayFinding]

  /// The names of the migrations, the latest first.
  var migrations: [String] { steps.flatMap(\.migrations) }

  /// The file beside `migration.sql` that undoes it.
  static let scriptName = "down.sql"

  /// Works out what undoes migrations.
  ///
  /// - Parameters:
  ///   - undone: their scripts, in the order of the folder; they are the last that the database has.
  ///   - kept: the scripts of those that it has before them.
  ///   - live: the structure of the database now.
  init(
    undoing undone: [MigrationScript], after kept: [MigrationScript], of project: WorkflowProject,
    _ live: SQLSchema
  ) throws(WorkflowEnd) {
    var groups: [Group] = []
    for script in undone {
      let written = try Group.down(of: script, project)
      if written == nil, let last = groups.indices.last, groups[last].written == nil {
        groups[last].scripts.append(script)
      } else {
        groups.append(Group(scripts: [script], written: written))
      }
    }
    let isWritten = groups.allSatisfy { $0.written != nil }
    var states: [Replay] = []
    var doubt: String?
    do throws(ReplayError) {
      var replay = Replay(defaultNamespace: project.url.schema)
      if let first = project.settings.config?.initialScript { try replay.apply(first) }
      try replay.apply(kept)
      states.append(replay)
      for group in groups {
        try replay.apply(group.scripts)
        states.append(replay)
      }
    } catch {
      // What someone has written needs no structures.
      guard isWritten else { throw .failure(error.message, code: error.code, help: Self.byHand) }
      states = []
      doubt = "what it leads to is not known: \(error.message)"
    }
    var steps: [Step] = []
    for (index, group) in groups.enumerated().reversed() {
      if states.isEmpty {
        steps.append(group.step(doubt: doubt))
      } else {
        steps.append(
          try group.step(from: states[index + 1], to: states[index], of: project, live))
      }
    }
    self.steps = steps
    doubts = states.first?.findings ?? []
    guard let last = states.last else {
      drift = nil
      return
    }
    let plan = Plan(
      from: project.structure(of: last, beside: live), to: live, external: project.external)
    // Where not all is understood, a difference may be one of understanding.
    let isSure = !isWritten || last.findings.isEmpty
    drift = plan.steps.isEmpty || !isSure ? nil : DifferenceSummary(plan)
  }

  fileprivate static let byHand =
    "write what undoes it into `\(scriptName)` beside its `\(MigrationsDirectory.scriptName)`"
}

/// Migrations that are undone together.
private struct Group {
  /// In the order of the folder, at least one.
  var scripts: [MigrationScript]
  /// What someone has written.
  let written: (path: String, text: String)?

  /// What someone has written to undo a migration, nil where nobody has.
  static func down(
    of script: MigrationScript, _ project: WorkflowProject
  ) throws(WorkflowEnd) -> (path: String, text: String)? {
    let path = "\(script.migration)/\(WayDown.scriptName)"
    let shown = "\(project.shownMigrationsPath)/\(path)"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(SystemPath(project.migrationsPath).appending(path))
    } catch {
      if case .notFound = error { return nil }
      throw WorkflowEnd(error)
    }
    guard let text = ScriptText.text(bytes) else { throw ScriptText.unreadable(shown) }
    if let effect = SideEffect.all(in: bytes).first(where: { $0.kind == .transaction }) {
      throw .failure(
        "`\(shown)` has `\(effect.text)` in line \(effect.line)",
        help: "take it out: all is run in one transaction, with the account of the migrations")
    }
    return (shown, text)
  }

  /// The names of the migrations, the latest first.
  private var names: [String] { scripts.map(\.migration).reversed() }
  private var name: String { names.last ?? "" }

  /// What is written by hand, of which no structures are known.
  func step(doubt: String?) -> WayDown.Step {
    WayDown.Step(
      migrations: names, file: written?.path, back: nil, sql: written?.text ?? "", plan: nil,
      doubt: doubt)
  }

  /// The step from the state behind the migrations to the one before them.
  func step(
    from behind: Replay, to before: Replay, of project: WorkflowProject, _ live: SQLSchema
  ) throws(WorkflowEnd) -> WayDown.Step {
    func structure(_ replay: Replay) -> SQLSchema { project.structure(of: replay, beside: live) }
    guard let written else {
      let back = try wayBack(from: behind, to: before, project, structure)
      return WayDown.Step(
        migrations: names, file: nil, back: back, sql: back.sql, plan: back.plan, notes: rowNotes)
    }
    var plan: Plan?
    var doubt: String?
    var difference: String?
    do throws(ReplayError) {
      let script = MigrationScript(
        migration: name, path: written.path, bytes: Array(written.text.utf8))
      let result = try ReplayedWayBack(of: script, on: behind, before, structure)
      plan = Plan(from: structure(behind), to: result.structure)
      if let finding = result.finding {
        doubt =
          "what `\(written.path)` leads to is not known for sure: \(finding.message) "
          + "(line \(finding.line))"
      } else if let other = result.difference {
        difference = "`\(written.path)` does not lead back to what was before: \(other)"
      }
    } catch {
      doubt = "what `\(written.path)` leads to is not known: \(error.problem.message)"
    }
    return WayDown.Step(
      migrations: names, file: written.path, back: nil, sql: written.text, plan: plan,
      doubt: doubt, difference: difference)
  }

  /// The way back that follows from the structures.
  private func wayBack(
    from behind: Replay, to before: Replay, _ project: WorkflowProject,
    _ structure: (Replay) -> SQLSchema
  ) throws(WorkflowEnd) -> WayBack {
    // Where the reason lies in one migration, the help names that one.
    func refusal(_ reason: String, in culprit: String? = nil) -> WorkflowEnd {
      let known = culprit ?? (names.count == 1 ? name : nil)
      let shown = known.map { [$0] } ?? names
      let help =
        known.map {
          "write what undoes it into `\(project.shownMigrationsPath)/\($0)/\(WayDown.scriptName)`"
        } ?? "write what undoes each into `\(WayDown.scriptName)` in its folder"
      return .failure(
        "what undoes \(shown.map { "`\($0)`" }.joined(separator: ", ")) can't be worked out: "
          + reason, help: help)
    }
    for script in scripts {
      for effect in SideEffect.all(in: script.bytes) where effect.kind == .unknown {
        throw refusal(
          "no structure tells what `\(effect.text)` does (`\(script.path)`, line \(effect.line))",
          in: script.migration)
      }
    }
    let known = Set(before.findings)
    if let finding = behind.findings.first(where: { !known.contains($0) }) {
      throw refusal(
        "\(finding.message) (`\(finding.path)`, line \(finding.line))", in: finding.migration)
    }
    guard let renames = behind.renames(since: before) else {
      throw refusal(
        "names were exchanged, a type was renamed, or a table has moved to another schema")
    }
    let forth = Plan(from: structure(before), to: structure(behind), renames: renames)
    let back = WayBack(of: forth, profile: project.profile).inOneTransaction
    let script = MigrationScript(
      migration: name, path: "the way back", bytes: Array(back.sql.utf8))
    let result: ReplayedWayBack
    do throws(ReplayError) {
      result = try ReplayedWayBack(of: script, on: behind, before, structure)
    } catch {
      throw refusal("it would not run: \(error.problem.message)")
    }
    if let finding = result.finding { throw refusal(finding.message) }
    if let difference = result.difference {
      throw refusal("it would not lead back to what was before: \(difference)")
    }
    return back
  }

  /// What becomes of rows that the migrations wrote, and of what else stays.
  private var rowNotes: [String] {
    scripts.flatMap { script in
      SideEffect.all(in: script.bytes).compactMap { effect in
        switch effect.kind {
        case .rows, .harmless:
          "what `\(effect.text)` did stays (`\(script.path)`, line \(effect.line))"
        case .unknown, .transaction: nil
        }
      }
    }
  }
}

/// What a way back leads to in memory.
private struct ReplayedWayBack {
  let structure: SQLSchema
  /// What was not understood of it.
  let finding: ReplayFinding?
  /// How that differs from what was before, in a line; nil when it is the same.
  let difference: String?

  /// Runs the script of a way back on the state `behind`.
  init(
    of script: MigrationScript, on behind: Replay, _ before: Replay,
    _ structure: (Replay) -> SQLSchema
  ) throws(ReplayError) {
    var replay = behind
    try replay.apply(script)
    self.structure = structure(replay)
    finding = replay.findings.dropFirst(behind.findings.count).first
    let plan = Plan(from: structure(before), to: self.structure)
    if plan.steps.isEmpty {
      let others = replay.differences(from: before)
      difference = others.isEmpty ? nil : others.joined(separator: ", ")
    } else {
      difference = DifferenceSummary(plan).text.split(separator: "\n")
        .map { String($0.drop { $0 == " " }) }.joined(separator: ", ")
    }
  }
}

extension WayBack {
  /// The statements as one script, with no semicolon at its end.
  fileprivate var sql: String { statements.map(\.statement.sql).joined(separator: ";\n") }
}
