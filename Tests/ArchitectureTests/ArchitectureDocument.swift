import TestSupport
import Testing

/// `docs/architecture.md`, as far as it can be compared with the sources.
struct ArchitectureDocument {
  /// A row of the table of layers.
  struct Layer: Sendable, CustomTestStringConvertible {
    /// The target, which is the folder under `Sources/`.
    let name: String
    /// The targets that it may use.
    let uses: Set<String>
    /// The modules of the system that it may import.
    let systemModules: Set<String>

    var testDescription: String { name }
  }

  /// The layers, in the order of their rows.
  static let layers = rows(behind: "## Layers").compactMap { cells -> Layer? in
    guard cells.count >= 3, let name = words(in: cells[0]).first else { return nil }
    return Layer(
      name: name, uses: Set(words(in: cells[1])), systemModules: Set(words(in: cells[2])))
  }

  /// The tests that are said to hold the invariants.
  static let tests = rows(behind: "## Invariants").flatMap { words(in: $0.last ?? "") }

  /// The cells of each row of the first table behind a heading, without its two heads.
  private static func rows(behind heading: String) -> [[String]] {
    let lines = (PackageFiles.text("docs/architecture.md") ?? "").split(separator: "\n")
    let section = lines.drop { $0 != heading }
    let table = section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.dropFirst(2).map { $0.split(separator: "|").map(String.init) }
  }

  /// What stands in backticks.
  private static func words(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
