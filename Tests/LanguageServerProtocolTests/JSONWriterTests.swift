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

  @Test func `lists of numbers are written as they come`() {
    var numbers = JSONNumbers()
    #expect(numbers.isEmpty && written { numbers.write(to: &$0) } == "[]")
    numbers.append(0, 9, 10, 99, 100)
    numbers.append(.max, 1, 0, -1, 12_345)
    #expect(!numbers.isEmpty)
    let two = written {
      $0.openArray()
      numbers.write(to: &$0)
      JSONNumbers().write(to: &$0)
      $0.closeArray()
    }
    #expect(two == "[[0,9,10,99,100,\(Int.max),1,0,-1,12345],[]]")
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
