/// Counts names that must be unique in the whole database, and knows which are not.
///
/// Most names occur once; only for the others the owners are kept in a list.
struct GlobalNames: Sendable {
  /// The owner of each name that occurs once, and the first owner of those that occur more often.
  private var first: [UInt64: Int32] = [:]
  /// All owners of the names that occur more than once, with repetition.
  private(set) var repeated: [UInt64: [Int32]] = [:]

  mutating func insert(_ key: UInt64, owner: Int32) {
    guard let earlier = first.updateValue(owner, forKey: key) else { return }
    repeated[key, default: [earlier]].append(owner)
  }

  mutating func remove(_ key: UInt64, owner: Int32) {
    guard var owners = repeated[key] else {
      first[key] = nil
      return
    }
    if let place = owners.firstIndex(of: owner) { owners.remove(at: place) }
    if let last = owners.last { first[key] = last }
    repeated[key] = owners.count > 1 ? owners : nil
  }

  mutating func reserveCapacity(_ count: Int) { first.reserveCapacity(count) }

  mutating func removeAll() { self = GlobalNames() }
}
