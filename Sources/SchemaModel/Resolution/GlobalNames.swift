/// Counts names that must be unique in the whole database, and knows which are not.
///
/// Most names occur once; only for the others the owners are kept in a list.
struct GlobalNames: Sendable {
  /// The owner of each name that occurs once, and the first owner of those that occur more often.
  private var first: [Name: Int32] = [:]
  /// All owners of the names that occur more than once.
  private(set) var repeated: [Name: Owners] = [:]

  /// Those who have one name.
  struct Owners: Sendable {
    /// How often each of them has it.
    private(set) var counts: [Int32: Int]
    /// How often it occurs.
    private(set) var total = 1

    fileprivate init(_ owner: Int32) { counts = [owner: 1] }

    fileprivate mutating func insert(_ owner: Int32) {
      counts[owner, default: 0] += 1
      total += 1
    }

    fileprivate mutating func remove(_ owner: Int32) {
      guard let count = counts[owner] else { return }
      counts[owner] = count > 1 ? count - 1 : nil
      total -= 1
    }
  }

  /// Whether anybody has the name.
  func contains(_ key: Name) -> Bool { first[key] != nil }

  mutating func insert(_ key: Name, owner: Int32) {
    guard let earlier = first.updateValue(owner, forKey: key) else { return }
    repeated[key, default: Owners(earlier)].insert(owner)
  }

  mutating func remove(_ key: Name, owner: Int32) {
    guard repeated[key] != nil else {
      first[key] = nil
      return
    }
    repeated[key]?.remove(owner)
    guard let owners = repeated[key] else { return }
    if let other = owners.counts.keys.first { first[key] = other }
    if owners.total < 2 { repeated[key] = nil }
  }

  mutating func reserveCapacity(_ count: Int) { first.reserveCapacity(count) }

  mutating func removeAll() { self = GlobalNames() }
}
