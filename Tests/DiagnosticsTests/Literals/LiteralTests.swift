import Testing

@testable import Diagnostics

@Suite struct LiteralTests {
  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-0", "-1.5e+10", "1E5", "\"\"", " \t\n[ ] ",
    "[1, [2, {}], {\"a\": [3]}]", "{\"a\": {\"b\": null}, \"a\": 1}",
    "\"\\u00e9 \\ud83d\\ude00 \\n \\/\"", "\"é\"", "1e999",
  ])
  func takesJSON(text: String) { #expect(JSONText.problem(in: text) == nil) }

  @Test(arguments: [
    "", " ", "not json", "{", "[", "[1,]", "[,1]", "{\"a\"}", "{\"a\": }", "{\"a\": 1,}", "{a: 1}",
    "[1 2]", "01", "1.", ".5", "+1", "-", "1e", "tru", "nulll", "\"", "\"\\x\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\n\"", "{}{}", "]", "}", "[}", "{]",
    "'a'", "\u{FEFF}1", "{\"a\" 1}", "\"\\",
  ])
  func refusesWhatIsNoJSON(text: String) { #expect(JSONText.problem(in: text) != nil) }

  @Test func limitsTheDepthOfJSON() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(JSONText.problem(in: nested(127)) == nil)
    #expect(JSONText.problem(in: nested(128)) != nil)
    #expect(JSONText.problem(in: String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test func tellsWhereJSONEnds() {
    #expect(JSONText.problem(in: "{é: 1}") == "`é` is not expected at character 2")
    #expect(JSONText.problem(in: "[1") == "it ends inside an array")
  }

  @Test(arguments: ["", "aGVsbG8=", "aGVsbG8h", "AA==", "AAA=", "+/+/"])
  func takesBase64(text: String) { #expect(Base64Text.problem(in: text) == nil) }

  @Test(arguments: [
    "a", "ab", "abc", "abcde", "aGVsbG8", "AB==", "AAB=", "A===", "====", "a-b_", "aGVs bG8=",
    "AA=A", "é===", "aGVsbG8=\n",
  ])
  func refusesWhatIsNoBase64(text: String) { #expect(Base64Text.problem(in: text) != nil) }

  @Test(arguments: [
    "2024-05-17T12:30:00Z", "2024-02-29t23:59:60z", "2024-05-17 12:30:00+02:00",
    "0000-01-01T00:00:00.1-23:59", "2024-05-17T12:30:00.123456789123Z",
  ])
  func takesTimestamps(text: String) { #expect(TimestampText.problem(in: text) == nil) }

  @Test(arguments: [
    "", "Hugo", "2024-05-17", "2024-05-17T12:30Z", "2024-05-17T12:30:00", "2023-02-29T00:00:00Z",
    "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-04-31T00:00:00Z", "2024-04-00T00:00:00Z",
    "2024-05-17T24:00:00Z", "2024-05-17T12:60:00Z", "2024-05-17T12:30:61Z",
    "2024-05-17T12:30:00.Z", "2024-05-17T12:30:00+0200", "2024-05-17T12:30:00+24:00",
    "2024-05-17T12:30:00Z ", "24-05-17T12:30:00Z", "2024-05-17T12:30:00é",
  ])
  func refusesWhatIsNoTimestamp(text: String) { #expect(TimestampText.problem(in: text) != nil) }

  @Test(arguments: ["0", "-1.50", "+5", ".5", "5.", "1e10", "1E-10", "00012"])
  func takesDecimals(text: String) { #expect(DecimalText.isValid(text)) }

  @Test(arguments: ["", "-", ".", "1,5", "1.2.3", "e5", "1e", "1e+", "0x10", "1 ", "NaN", "{}"])
  func refusesWhatIsNoDecimal(text: String) { #expect(!DecimalText.isValid(text)) }
}
