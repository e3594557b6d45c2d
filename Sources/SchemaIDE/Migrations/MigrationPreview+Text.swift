import Migration

extension MigrationPreview {
  /// The preview as a script with comments: where it starts, what stands in its way, and the SQL as it
  /// will be in the migration. Ends with a line feed.
  ///
  /// - Parameters:
  ///   - schema: how the user knows the schema: its path.
  ///   - shown: the statements to show, all or those of one model.
  ///   - model: the model whose statements they are, nil for all.
  public func text(schema: String, _ shown: [Statement], of model: String? = nil) -> String {
    var lines = [
      "-- The next migration, as a preview. Nothing has been changed.",
      "-- from  \(oneLine(baseline.description))",
      "-- to    \(oneLine(schema))\(model.map { ", model `\($0)` alone" } ?? "")",
    ]
    for note in baseline.notes { lines.append("-- note  \(oneLine(note))") }
    guard !shown.isEmpty else {
      lines += ["", "-- Nothing to do: the two are alike."]
      return lines.joined(separator: "\n") + "\n"
    }
    if let summary = Self.summary(of: shown) { lines.append("-- \(summary)") }
    var lastStep: Int?
    for entry in shown {
      let statement = entry.statement
      lines.append("")
      if statement.step != lastStep { lines.append("-- \(statement.kind)") }
      lastStep = statement.step
      if let effect = statement.effect.description { lines.append("-- \(effect)") }
      func add(_ facts: [HazardFact]) {
        for fact in facts { lines.append("--   \(oneLine(fact.text))") }
      }
      let others = entry.otherFacts.filter { !$0.isAbsence }
      add(others.filter { !$0.provesFailure })
      for hazard in statement.hazards {
        lines.append("-- \(hazard.code.rawValue): \(oneLine(hazard.message))")
        add(entry.facts(on: hazard))
      }
      for fact in others where fact.provesFailure {
        let code = fact.code.map { $0.rawValue + ": " } ?? ""
        lines.append("-- \(code)\(oneLine(fact.text))")
      }
      lines.append(statement.sql + ";")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text that stays in its comment whatever names it holds.
  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension StatementEffect {
  /// What others notice of it, nil when nothing.
  public var description: String? {
    var parts: [String] = []
    if let lock, !lockedTables.isEmpty {
      let tables = lockedTables.map { "`\($0)`" }.joined(separator: ", ")
      parts.append("locks \(tables): \(lock.rawValue)")
    }
    if rewrites { parts.append("writes it anew") } else if scans { parts.append("reads all of it") }
    if !isTransactional { parts.append("not in a transaction") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
