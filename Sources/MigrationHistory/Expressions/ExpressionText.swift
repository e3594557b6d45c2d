/// The text of an expression as PostgreSQL prints it, with places for the names that can still change.
struct ExpressionText: Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    /// The name of a column, by its number.
    case column(Int)
    /// The name of a type that was made, with `[]` for an array.
    case type(ColumnType)
    /// The name of a sequence between single quotes.
    case sequence(Int)
  }

  private(set) var parts: [Part] = []

  init() {}
  init(_ text: String) { parts = [.text(text)] }
  init(_ part: Part) { parts = [part] }

  /// The numbers of the columns that it reads.
  var columns: Set<Int> {
    Set(parts.compactMap { part in if case .column(let number) = part { number } else { nil } })
  }

  /// The sequences that it takes numbers from.
  var sequences: [Int] {
    parts.compactMap { part in if case .sequence(let number) = part { number } else { nil } }
  }

  /// Whether it names a type that was made.
  func uses(type: Int) -> Bool {
    parts.contains { part in
      if case .type(let used) = part { used.base == .made(type) } else { false }
    }
  }

  static func + (left: ExpressionText, right: ExpressionText) -> ExpressionText {
    var result = left
    for part in right.parts { result.append(part) }
    return result
  }
  static func + (left: ExpressionText, right: String) -> ExpressionText {
    left + ExpressionText(right)
  }
  static func + (left: String, right: ExpressionText) -> ExpressionText {
    ExpressionText(left) + right
  }

  private mutating func append(_ part: Part) {
    if case .text(let more) = part, case .text(let text)? = parts.last {
      parts[parts.count - 1] = .text(text + more)
    } else {
      parts.append(part)
    }
  }

  /// The texts of `list` with `separator` between them.
  static func joined(_ list: [ExpressionText], separator: String) -> ExpressionText {
    var result = ExpressionText()
    for (index, text) in list.enumerated() {
      result = index == 0 ? text : result + separator + text
    }
    return result
  }

  /// With a constant between quotes in place of another.
  func replacingConstant(_ old: String, with new: String) -> ExpressionText {
    let (old, new) = (quotedLiteral(old), quotedLiteral(new))
    var result = ExpressionText()
    result.parts = parts.map { part in
      guard case .text(let text) = part, let place = text.firstRange(of: old) else { return part }
      return .text(String(text[..<place.lowerBound]) + new + text[place.upperBound...])
    }
    return result
  }

  /// The text with the names of now.
  ///
  /// - Parameter table: the table that its columns are of.
  func rendered(in catalogue: Catalogue, table: CatalogueTable?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .column(let number): quotedName(table?.column(number)?.name ?? "?")
      case .type(let type): catalogue.text(of: type)
      case .sequence(let number):
        "'\(catalogue.sequences[number].map { catalogue.shown($0.name) } ?? "?")'"
      }
    }.joined()
  }
}
