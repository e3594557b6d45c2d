extension DifferenceSummary {
  /// The summary as text: sections with a blank line before each.
  public var text: String {
    if sections.isEmpty { return "No difference detected.\n" }
    return sections.map { "\n" + $0.lines.joined(separator: "\n") + "\n" }.joined()
  }
}

extension DifferenceSummary.Section {
  fileprivate var lines: [String] {
    switch kind {
    case .changedExtension(let name): return ["[*] Changed the `\(name)` extension"]
    case .removedExtensions: return ["[-] Removed extensions"]
    case .addedExtensions(let names): return list("[+] Added extensions", names)
    case .addedSchemas(let names): return list("[+] Added Schemas", names)
    case .addedEnums(let names): return list("[+] Added enums", names)
    case .addedTables(let names): return list("[+] Added tables", names)
    case .removedEnums(let names): return list("[-] Removed enums", names)
    case .removedTables(let names): return list("[-] Removed tables", names)
    case .renamedTable(let old, let new): return ["[*] Renamed the `\(old)` table to `\(new)`"]
    case .redefinedTable(let name): return ["[*] Redefined table `\(name)`"]
    case .changedEnum(let name, let change):
      return ["[*] Changed the `\(name)` enum"] + change.added.map { "  [+] Added variant `\($0)`" }
        + change.removed.map { "  [-] Removed variant `\($0)`" }
    case .changedTable(let name, let items):
      return ["[*] Changed the `\(name)` table"] + items.map { "  " + $0.line }
    }
  }

  private func list(_ header: String, _ names: [String]) -> [String] {
    [header] + names.map { "  - \($0)" }
  }
}

extension DifferenceSummary.Item {
  fileprivate var line: String {
    func columns(_ names: [String]) -> String { "(\(names.joined(separator: ", ")))" }
    switch self {
    case .renamedColumn(let old, let new): return "[*] Renamed column `\(old)` to `\(new)`"
    case .addedColumn(let name): return "[+] Added column `\(name)`"
    case .removedColumn(let name): return "[-] Removed column `\(name)`"
    case .alteredColumn(let name, let details):
      return "[*] Altered column `\(name)` \(Self.text(details))"
    case .recreatedColumn(let name, let details):
      return "[*] Column `\(name)` would be dropped and recreated \(Self.text(details))"
    case .droppedPrimaryKey(let names):
      return "[-] Dropped the primary key on columns \(columns(names))"
    case .renamedPrimaryKey(let names):
      return "[*] Renamed the primary key on columns \(columns(names))"
    case .addedPrimaryKey(let names): return "[+] Added primary key on columns \(columns(names))"
    case .addedIndex(let names, let isUnique):
      return "[+] Added \(isUnique ? "unique " : "")index on columns \(columns(names))"
    case .removedIndex(let names, let isUnique):
      return "[-] Removed \(isUnique ? "unique " : "")index on columns \(columns(names))"
    case .renamedIndex(let old, let new): return "[*] Renamed index `\(old)` to `\(new)`"
    case .redefinedIndex(let name): return "[*] Redefined index `\(name)`"
    case .addedForeignKey(let names): return "[+] Added foreign key on columns \(columns(names))"
    case .removedForeignKey(let names):
      return "[-] Removed foreign key on columns \(columns(names))"
    case .renamedForeignKey(let old, let new):
      return "[*] Renamed the foreign key \"\(old)\" to \"\(new)\""
    }
  }

  private static func text(_ details: [DifferenceSummary.ColumnDetail]) -> String {
    let parts = details.map { detail in
      switch detail {
      case .arity(let old, let new): "changed from \(old.word) to \(new.word)"
      case .defaultValue(let old, let new): "default changed from `\(old)` to `\(new)`"
      case .type: "type changed"
      case .autoincrement(true): "column became autoincrementing"
      case .autoincrement(false): "column is no longer autoincrementing"
      }
    }
    return "(\(parts.joined(separator: ", ")))"
  }
}

extension SQLColumn.Arity {
  /// The word of summaries: `Required`.
  public var word: String {
    switch self {
    case .required: "Required"
    case .nullable: "Nullable"
    case .list: "List"
    }
  }
}
