/// The few slots that have something in common, ascending: what a ``SlotSet`` would have a thousand words for.
struct SlotList: Sendable {
  private var slots: [Int32] = []

  /// The number of slots.
  var count: Int { slots.count }
  /// Whether there are none.
  var isEmpty: Bool { slots.isEmpty }

  /// Adds a slot, unless it is in the list.
  mutating func insert(_ slot: Int32) {
    // While a schema is loaded, slots come in order.
    if let last = slots.last, last >= slot {
      let place = place(of: slot)
      if slots[place] != slot { slots.insert(slot, at: place) }
    } else {
      slots.append(slot)
    }
  }

  /// Takes a slot out, if it is in the list.
  mutating func remove(_ slot: Int32) {
    let place = place(of: slot)
    if place < slots.count, slots[place] == slot { slots.remove(at: place) }
  }

  /// The index of the first slot that is not before `slot`.
  private func place(of slot: Int32) -> Int {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if slots[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SlotList: Sequence {
  func makeIterator() -> IndexingIterator<[Int32]> { slots.makeIterator() }
}
