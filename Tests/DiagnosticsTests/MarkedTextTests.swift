import SchemaParser
import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test func cutsOutMarksAndCursor() {
    let marked = MarkedText(
      """
      model Ü {
        na<|>me
        ~~ error[a]: b
          ~~ c
      }
      """)
    #expect(marked.text == "model Ü {\n  name\n}")
    #expect(marked.cursor == 15)
    #expect(
      marked.marks == [
        MarkedText.Mark(range: TextRange(13, 15), label: "error[a]: b"),
        MarkedText.Mark(range: TextRange(15, 17), label: "c"),
      ])
  }

  @Test func drawsWhatItReads() {
    let text = """
      enum Ü { é
      ~~~~
           ~~~~~ x
        A
      }
      """
    let marked = MarkedText(text)
    #expect(MarkedText.drawing(marked.marks, under: marked.text) == text)
  }

  @Test func drawsTheFirstLineOfLongMarks() {
    let drawn = MarkedText.drawing(
      [MarkedText.Mark(range: TextRange(2, 6), label: "x")], under: "abcd\nef")
    #expect(drawn == "abcd\n  ~~ x\nef")
  }
}
