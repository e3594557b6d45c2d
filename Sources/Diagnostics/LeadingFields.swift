import SchemaModel

/// The id, uniques and indexes of a model by the field that each begins with.
///
/// Plain arrays, since this is made of every model: the keys that begin with one field are a chain.
struct LeadingFields {
  /// One of them: the id, or the place of another in ``Model/indexes``.
  struct Key: Equatable {
    fileprivate let place: Int

    /// The id.
    static let id = Key(place: -1)

    fileprivate init(place: Int) { self.place = place }

    /// The unique or index.
    init(_ index: Index) { place = index.ordinal }

    /// Nil for the id.
    func index(of model: Model) -> Index? {
      model.indexes.indices.contains(place) ? model.indexes[place] : nil
    }

    /// Its entries.
    func fields(of model: Model) -> [IndexField] {
      place < 0 ? model.primaryKey?.fields ?? [] : model.indexes[place].fields
    }
  }

  private let model: Model
  /// By field, the first key that begins with it, counted from 0 for the id; -1 for none.
  private var first: [Int32]
  /// By key, the next one that begins with the same field.
  private var next: [Int32]

  init(_ model: Model) {
    self.model = model
    first = Array(repeating: -1, count: model.fields.count)
    next = Array(repeating: -1, count: model.indexes.count + 1)
    for place in model.indexes.indices.reversed() where model.indexes[place].kind != .fulltext {
      add(model.indexes[place].fields, at: place + 1)
    }
    if let id = model.primaryKey { add(id.fields, at: 0) }
  }

  private mutating func add(_ entries: [IndexField], at key: Int) {
    guard let field = entries.first?.field, first.indices.contains(field) else { return }
    next[key] = first[field]
    first[field] = Int32(clamping: key)
  }

  /// Whether there are two keys that begin with the same field.
  var hasAlike: Bool { next.contains { $0 >= 0 } }

  /// The first key that begins with `field` and satisfies a condition; of very many only the first are
  /// looked at.
  func key(beginningWith field: Int, where condition: (Key) -> Bool) -> Key? {
    guard first.indices.contains(field) else { return nil }
    var at = Int(first[field])
    var steps = 0
    while at >= 0, steps < 64 {
      let key = Key(place: at - 1)
      if condition(key) { return key }
      at = Int(next[at])
      steps += 1
    }
    return nil
  }

  /// Whether a key begins with these fields, in any order.
  func cover(_ fields: [Int]) -> Bool {
    // Nobody refers to so many.
    if fields.count > 32 { return true }
    return fields.contains { first in
      key(beginningWith: first) { key in
        let entries = key.fields(of: model)
        return entries.count >= fields.count
          && entries.prefix(fields.count).allSatisfy {
            $0.compositePath.isEmpty && fields.contains($0.field)
          }
      } != nil
    }
  }
}

extension [IndexField] {
  /// Whether these entries are the first ones of `other`.
  func isBeginning(of other: [IndexField]) -> Bool {
    count <= other.count
      && zip(self, other).allSatisfy {
        $0.field == $1.field && $0.length == $1.length
          && $0.sort ?? .ascending == $1.sort ?? .ascending
          && $0.compositePath == $1.compositePath && $0.operatorClass == $1.operatorClass
      }
  }
}
