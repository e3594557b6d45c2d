import Testing
import TestSupport

@testable import SchemaModel

struct SlotSetTests {
  /// The set holds what a plain set would, in order.
  @Test(arguments: 0..<50)
  func `slots are kept`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var slots = SlotSet()
    var list = SlotList()
    var plain: Set<Int32> = []
    for _ in 0..<200 {
      let slot = Int32.random(in: -2...300, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0:
        slots.remove(slot)
        list.remove(slot)
        plain.remove(slot)
      case 1:
        var other = SlotSet()
        for _ in 0..<3 { other.insert(Int32.random(in: 0...500, using: &random)) }
        slots.formUnion(other)
        for slot in other { list.insert(slot) }
        plain.formUnion(other)
      default:
        #expect(slots.insert(slot) == (slot >= 0 && !plain.contains(slot)))
        if slot >= 0 {
          list.insert(slot)
          plain.insert(slot)
        }
      }
      #expect(slots.contains(slot) == plain.contains(slot))
    }
    #expect(Array(slots) == plain.sorted() && Array(list) == plain.sorted())
    #expect(slots.count == plain.count && list.count == plain.count)
    var rest = slots
    rest.subtract(SlotSet(plain.filter { $0 < 100 }))
    #expect(Array(rest) == plain.filter { $0 >= 100 }.sorted())
  }

  @Test func `an empty set holds nothing`() {
    let none: SlotSet = []
    #expect(none.isEmpty && !none.contains(0) && !none.contains(.max) && !none.contains(-1))
    #expect(Array(none.union([3, 70])) == [3, 70])
  }
}
