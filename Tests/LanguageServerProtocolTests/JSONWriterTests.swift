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
  func `lists of numbers are written as they come`(count: Int) {
    let numbers = (0..<count).map { UInt32($0 * $0) } + [UInt32.max]
    var all = JSONNumbers()
    #expect(all.isEmpty && written { all.write(to: &$0) } == "[]")
    all.append(numbers)
    all.append([])
    all.append([7, 0])
    #expect(!all.isEmpty)
    let two = written {
      $0.openArray()
      all.write(to: &$0)
      JSONNumbers().write(to: &$0)
      $0.closeArray()
    }
    let expected = (numbers + [7, 0]).map { String($0) }.joined(separator: ",")
    #expect(two == "[[\(expected)],[]]")
  }

  @Test(arguments: ["", "a", "a\"b\\\n\r\t\u{1}\u{1F}ü😀", String(repeating: "\u{1}", count: 500)])
  func `texts are escaped alike wherever they stand`(text: String) throws {
    var copy = text
    let ofBytes = copy.withUTF8 { bytes in written { $0.value(utf8: bytes) } }
    #expect(ofBytes == written { $0.value(text) })
    #expect(try JSONDecoder().decode(String.self, from: Data(ofBytes.utf8)) == text)
  }

  @Test func `what is not UTF-8 is replaced`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    #expect(
      bytes.withUnsafeBufferPointer { bytes in written { $0.value(utf8: bytes) } }
        == "\"a\u{FFFD}\u{FFFD}b\"")
  }
}
