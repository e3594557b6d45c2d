import SchemaModel
import SchemaParser

/// Values that hardly depend on the schema: truth values, orders, numbers.
extension ArgumentCompletion {
  /// `true` and `false` for `clustered`, as far as only one key or index is clustered in the end.
  func booleanItems(_ parameter: ReferenceParameter) -> [CompletionItem] {
    if isInQuotes { return [] }
    let isID = attribute == "@id" || attribute == "@@id"
    let canBeTrue =
      isID
      ? model?.indexes.allSatisfy { $0.isClustered != true } ?? true
      : isFreeForClusteredIndex
    return ["true", "false"].filter { $0 == "false" || canBeTrue }.map {
      item($0, .value, rank: .usual)
    }
  }

  private var isFreeForClusteredIndex: Bool {
    guard let model else { return true }
    let other = model.indexes.contains { index in
      index.isClustered == true
        && !(index.range.shifted(by: blockStart).start <= request.context.offset
          && request.context.offset <= index.range.shifted(by: blockStart).end)
    }
    return !other && model.primaryKey.map { $0.isClustered == false } ?? true
  }

  /// Where the block around the cursor begins in the file.
  var blockStart: Int { request.context.block?.blockStart ?? 0 }

  /// `Asc` and `Desc`.
  func sortOrderItems() -> [CompletionItem] {
    if isInQuotes { return [] }
    return [IndexField.Sort.ascending, .descending].map { order in
      item(
        order.rawValue, .value, detail: order == .ascending ? "default" : nil,
        subject: .value(order.rawValue, of: "sort"))
    }
  }

  /// Numbers that are often taken.
  func integerItems(
    _ parameter: ReferenceParameter, _ range: ClosedRange<Int>
  ) -> [CompletionItem] {
    if isInQuotes { return [] }
    if parameter.name == "precision", parameters.count == 2,
      levels.first?.bracket.entries.count == 1
    {
      // Precision and scale are given together.
      return ["10, 2", "18, 4", "38, 10"].map { item($0, .value) }
    }
    return Self.commonNumbers(for: parameter.name, range).filter(range.contains).map {
      item(String($0), .value)
    }
  }

  private static func commonNumbers(for name: String, _ range: ClosedRange<Int>) -> [Int] {
    switch name {
    case "precision" where range.upperBound <= 6: [3, 6, 0]
    case "precision" where range.upperBound == 53: [24, 53]
    case "precision": [10, 18, 38]
    case "scale": [2, 4, 8]
    default: range.upperBound <= 64 ? [1, 8, 64] : [255, 191, 100, 50, 36]
    }
  }
}
