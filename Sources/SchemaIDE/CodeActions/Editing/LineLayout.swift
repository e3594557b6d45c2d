import SchemaModel
import SchemaParser

/// The lines of a block: where they begin, how they are indented, and how they end.
public struct LineLayout: Sendable {
  private let block: SyntaxBlock

  public init(_ block: SyntaxBlock) { self.block = block }

  /// Where the line of `offset` begins.
  public func start(of offset: Int) -> Int {
    let line = number(of: offset)
    return line > 0 ? Int(block.lineStarts[line - 1]) : 0
  }

  /// Where the line of `offset` ends, before its line end.
  public func end(of offset: Int) -> Int {
    let line = number(of: offset)
    var end = line < block.lineStarts.count ? Int(block.lineStarts[line]) : block.bytes.count
    let start = start(of: offset)
    while end > start, block.bytes[end - 1] == 0x0A || block.bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Where the line behind that of `offset` begins; the end of the block when there is none.
  public func next(of offset: Int) -> Int {
    let line = number(of: offset)
    return line < block.lineStarts.count ? Int(block.lineStarts[line]) : block.bytes.count
  }

  /// The blanks at the start of the line of `offset`.
  public func indent(of offset: Int) -> TextRange {
    let start = start(of: offset)
    var end = start
    while end < block.bytes.count, block.bytes[end] == 0x20 || block.bytes[end] == 0x09 { end += 1 }
    return TextRange(start, end)
  }

  /// How the lines of the block end.
  public var lineEnd: String {
    guard let first = block.lineStarts.first.map(Int.init), first > 0 else { return "\n" }
    if block.bytes[first - 1] == 0x0D { return "\r" }
    return first > 1 && block.bytes[first - 2] == 0x0D ? "\r\n" : "\n"
  }

  /// The number of line ends before `offset`.
  public func number(of offset: Int) -> Int { block.line(of: offset) }
}
