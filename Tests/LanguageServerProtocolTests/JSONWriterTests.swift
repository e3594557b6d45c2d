import Foundation
import LanguageServerProtocol
import Testing

struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [0, 7, 10, 99, 12_345, Int(UInt32.max), Int(UInt32.max) + 1, -1, .min, .max])
  func `whole numbers are written in decimal`(number: Int) {
    #expect(written { $0.value(number) } == String(number))
  }

  @Test(arguments: [0, 1, 2, 1023, 1024, 1025, 5000])
  func `long lists of numbers are written as others`(count: Int) {
    let numbers = (0..<count).map { UInt32($0 * $0) } + [UInt32.max]
    #expect(
      written { $0.numbers(numbers) }
        == "[" + numbers.map { String($0) }.joined(separator: ",") + "]")
    #expect(written { $0.numbers([]) } == "[]")
    let two = written {
      $0.openArray()
      $0.numbers([1])
      $0.numbers([2, 3])
      $0.closeArray()
    }
    #expect(two == "[[1],[2,3]]")
  }
}
