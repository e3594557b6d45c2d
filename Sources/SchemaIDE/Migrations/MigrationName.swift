import Migration

extension MigrationPreview {
  /// A name for the migration, by what it does: `add_surname_to_user`. Lower case words with `_` between.
  public var suggestedName: String {
    let subjects = plan.subjects
    var created: [String] = []
    var dropped: [String] = []
    var changed: [String] = []
    var seen: Set<String> = []
    for (step, subject) in zip(plan.steps, subjects) {
      switch step {
      case .createTable: created.append(subject.object.name)
      case .dropTable: dropped.append(subject.object.name)
      default:
        if subject.kind != .other, seen.insert(subject.object.name).inserted {
          changed.append(subject.object.name)
        }
      }
    }
    if let name = Self.renameName(plan) { return name }
    let others = Set(created).union(dropped)
    changed.removeAll { others.contains($0) }
    if !created.isEmpty, dropped.isEmpty, changed.isEmpty { return Self.name("add", created) }
    if !dropped.isEmpty, created.isEmpty, changed.isEmpty { return Self.name("remove", dropped) }
    if created.isEmpty, changed.count == 1, let table = changed.first {
      if let name = Self.columnName(plan.steps, subjects, table) { return name }
      return Self.name("change", [table])
    }
    let all = created + dropped + changed
    return all.count <= 2 && !all.isEmpty ? Self.name("change", all) : "change_schema"
  }

  /// The name of a migration that gives a column or table another name, and nothing else but to what is
  /// named after it.
  private static func renameName(_ plan: Plan) -> String? {
    guard plan.renames.count == 1, let rename = plan.renames.first else { return nil }
    let isAllThereIs = plan.steps.allSatisfy { step in
      switch step {
      case .rename, .renameIndex, .renameForeignKey: true
      case .alterTable(_, _, let changes): changes == [.renamePrimaryKey]
      default: false
      }
    }
    guard isAllThereIs else { return nil }
    let column = rename.column.map { words($0) + "_of_" } ?? ""
    return "rename_\(column)\(words(rename.table.name))_to_\(words(rename.newName))"
  }

  /// The name of a migration that only adds or only drops a column or two.
  private static func columnName(
    _ steps: [Step], _ subjects: [StepSubject], _ table: String
  ) -> String? {
    var added: [String] = []
    var gone: [String] = []
    for (step, subject) in zip(steps, subjects) {
      guard case .alterTable(_, _, let changes) = step else { continue }
      gone += subject.droppedColumns
      for change in changes {
        switch change {
        case .addColumn, .dropColumn: break
        default: return nil
        }
      }
      added += subject.columns
    }
    if (1...2).contains(added.count), gone.isEmpty {
      return name("add", added) + "_to_" + words(table)
    }
    if (1...2).contains(gone.count), added.isEmpty {
      return name("remove", gone) + "_from_" + words(table)
    }
    return nil
  }

  private static func name(_ verb: String, _ names: [String]) -> String {
    names.count > 2
      ? "\(verb)_\(words(names[0]))_and_more"
      : "\(verb)_" + names.map(words).joined(separator: "_and_")
  }

  /// `UserProfile` as `user_profile`.
  private static func words(_ name: String) -> String {
    var result = ""
    var wasLower = false
    for character in name {
      if character.isUppercase, wasLower { result.append("_") }
      wasLower = character.isLowercase || character.isNumber
      result.append(character.isLetter || character.isNumber ? character.lowercased() : "_")
    }
    return result
  }
}
