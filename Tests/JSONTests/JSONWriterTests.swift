import Foundation
import JSON
import Testing

@Suite struct JSONWriterTests {
  @Test func `what is written can be read`() throws {
    let text = "quote \" backslash \\ line \n null \0 delete \u{7F} 日本 \u{2028}"
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("text", text)
      writer.member("nothing", nil)
      writer.member("number", -12)
      writer.member("flag", true)
      writer.key("list")
      writer.array([1, 2, 3]) { $0.number($1) }
      writer.key("empty")
      writer.array { _ in }
      writer.key("inner")
      writer.object { $0.member("a", 1) }
    }
    let value = try JSONSerialization.jsonObject(with: Data(writer.bytes))
    let object = try #require(value as? [String: Any])
    #expect(object["text"] as? String == text)
    #expect(object["nothing"] is NSNull)
    #expect(object["number"] as? Int == -12)
    #expect(object["flag"] as? Bool == true)
    #expect(object["list"] as? [Int] == [1, 2, 3])
    #expect((object["empty"] as? [Any])?.isEmpty == true)
    #expect((object["inner"] as? [String: Int]) == ["a": 1])
  }

  @Test func `every character comes back`() throws {
    let text = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
    var writer = JSONWriter()
    writer.array([text, "", "\"\"", text + text]) { $0.string($1) }
    let value = try JSONSerialization.jsonObject(with: Data(writer.bytes))
    #expect(value as? [String] == [text, "", "\"\"", text + text])
  }

  @Test func `parts that were made before fit in`() {
    var inner = JSONWriter()
    inner.object { $0.member("a", 1) }
    var writer = JSONWriter()
    writer.array { writer in
      writer.raw(inner.bytes)
      writer.number(text: "-1.50")
      writer.raw(inner.bytes)
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[{"a":1},-1.50,{"a":1}]"#)
  }
}
