/// Finds steps whose way back loses something that the way there does not tell of already.
struct Reversibility {
  let plan: Plan

  /// What to say about a step.
  func hazards(of step: Step) -> [Hazard] {
    switch step {
    case .alterEnum(let index, _, let change) where change.removed.isEmpty:
      [.enumValueAdded(to: plan.previous.enums[index].name.name)]
    case .dropExtension(let index):
      [.extensionDropped(plan.previous.extensions?[index].name ?? "")]
    default: messages(step).map { Hazard(code: .notReversible, message: $0) }
    }
  }

  private func messages(_ step: Step) -> [String] {
    switch step {
    case .alterTable(let table, let other, let changes):
      let before = plan.previous.tables[table]
      let after = plan.next.tables[other]
      return changes.compactMap { change in
        guard case .alterColumn(let old, let new, let change) = change, change.type != nil,
          let back = TypeComparison.change(from: after.columns[new], to: before.columns[old]),
          back != .safe
        else { return nil }
        let column = after.columns[new]
        return "`\(column.name)` of `\(before.name.name)` can't go back from "
          + "`\(column.type.description)` to `\(before.columns[old].type.description)` "
          + (back == .notCastable
            ? "without a `USING` clause" : "once it holds values that do not fit")
      }
    default: return []
    }
  }
}

extension Hazard {
  /// An enum gets a value.
  public static func enumValueAdded(to type: String) -> Hazard {
    Hazard(
      code: .notReversible,
      message:
        "a value can't be taken out of `\(type)` again but by swapping the whole type, which fails where "
        + "rows hold it")
  }

  /// An extension goes.
  public static func extensionDropped(_ name: String) -> Hazard {
    Hazard(
      code: .notReversible, message: "what was made with the extension `\(name)` goes with it")
  }
}
