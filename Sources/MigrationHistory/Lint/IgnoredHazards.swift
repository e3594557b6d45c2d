import Migration

/// The comments `-- prisma-lsp-ignore M004: reason` of a script: each silences hazards of a statement that
/// begins or ends on its line, or begins on the line behind it.
public struct IgnoredHazards: Sendable {
  /// The codes that they name, by line, counted from 0.
  private var codes: [Int: Set<String>] = [:]
  /// Where lines begin, ascending.
  private var lines: [Int] = [0]

  public init(in script: [UInt8]) {
    let marker = Array("prisma-lsp-ignore".utf8)
    var start = 0
    for (index, byte) in script.enumerated() where byte == 0x0A {
      take(script[start..<index], marker)
      start = index + 1
      lines.append(start)
    }
    take(script[start...], marker)
  }

  /// Takes the codes of the last line.
  private mutating func take(_ line: ArraySlice<UInt8>, _ marker: [UInt8]) {
    guard let dashes = line.firstRange(of: Array("--".utf8)) else { return }
    let comment = line[dashes.upperBound...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2D }
    guard comment.starts(with: marker) else { return }
    let text = String(decoding: comment.dropFirst(marker.count), as: UTF8.self)
    let names = text.prefix { $0 != ":" }.split { $0 == "," || $0 == " " || $0 == "\t" }
    codes[lines.count - 1] = Set(names.map(String.init))
  }

  /// Whether one of them silences a hazard of a statement with these bytes.
  public func silence(_ code: String, of statement: Range<Int>) -> Bool {
    if codes.isEmpty { return false }
    let first = line(at: statement.lowerBound)
    return [first - 1, first, line(at: statement.upperBound)].contains {
      codes[$0]?.contains(code) == true
    }
  }

  private func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
