import SchemaParser

extension SyntaxTree {
  /// The file in its canonical layout, UTF-8, with `\n` for line ends and exactly one at its end.
  ///
  /// Any text can be laid out: what the grammar does not allow stays as it is. Takes time
  /// proportional to the text and to what is written.
  package func formatted(_ options: FormatOptions = FormatOptions()) -> [UInt8] {
    var layout = Layout(options: options, capacity: count + count / 4)
    for block in blocks { layout.write(block) }
    return layout.finished()
  }
}
