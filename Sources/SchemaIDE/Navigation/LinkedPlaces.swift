import SchemaModel
import SchemaParser

extension Analysis {
  /// The places that change together with the relation's name at `offset`: both sides, if they stand in
  /// one file and are written alike. Nil at anything else, since other names are better renamed.
  public func linkedPlaces(at offset: Int, inFile file: Int) -> [TextRange]? {
    guard let (symbol, _) = symbol(at: offset, inFile: file), case .relation = symbol else {
      return nil
    }
    let places = occurrences(of: symbol).map(\.place)
    let texts = Set(places.map { text(of: $0) })
    guard places.count > 1, texts.count == 1, places.allSatisfy({ $0.file == file }) else {
      return nil
    }
    return places.map(\.range)
  }

  /// What stands at a place.
  func text(of place: FileRange) -> String {
    guard let cursor = cursor(at: place.range.start, inFile: place.file) else { return "" }
    return cursor.block.text(
      TextRange(
        place.range.start - cursor.blockStart, place.range.end - cursor.blockStart))
  }
}
