import SchemaParser

/// The widths of a table's columns, in UTF-8 bytes.
///
/// The last column of a table is never padded, so only those before it count: name and type of
/// fields, the name of values and properties.
struct Columns {
  private(set) var name = 0
  private(set) var type = 0

  /// Widens the columns for the row at `index`.
  mutating func take(rowAt index: Int, of source: Source) {
    let row = source.nodes[index]
    var child = index + 1
    guard child < row.next else { return }
    let name = source.nodes[child]
    self.name = max(self.name, name.end - name.start)
    guard row.kind == .field else { return }
    child = name.next
    if child < row.next, source.nodes[child].kind == .legacyColon { child += 1 }
    guard child < row.next, source.nodes[child].kind == .type else { return }
    type = max(type, TypeCell(at: child, of: source).width)
  }

  /// Gives up the alignment of a table that would be out of proportion, such as one long name
  /// above a million short ones.
  mutating func limit(rows: Int) {
    let budget = 1 << 26
    if name > 256, name > budget / max(rows, 1) { name = 0 }
    if type > 256, type > budget / max(rows, 1) { type = 0 }
  }
}

/// A field's type as it is written: the base and what marks its arity.
private struct TypeCell {
  let start: Int
  let end: Int
  let mark: StaticString

  /// Reads the `type` node at `index`.
  init(at index: Int, of source: Source) {
    let type = source.nodes[index]
    let base = index + 1 < type.next ? source.nodes[index + 1] : type
    start = base.start
    end = base.end
    switch FieldArity(rawValue: type.flags) {
    case .optional: mark = "?"
    case .list, .legacyList: mark = "[]"
    case .optionalList: mark = "[]?"
    case .required, .legacyRequired, nil: mark = ""
    }
  }

  var width: Int { end - start + mark.utf8CodeUnitCount }
}

extension Layout {
  /// Writes a field, value or property with its comment, without the line end.
  mutating func writeRow(at index: Int, columns: Columns, of source: Source) {
    let row = source.nodes[index]
    var child = index + 1
    guard child < row.next else { return }
    let name = source.nodes[child]
    append(source, from: name.start, to: name.end)
    child = name.next
    // The blanks that are due before the next cell, if one comes.
    var gap = max(columns.name - (name.end - name.start), 0) + 1
    if row.kind == .field {
      if child < row.next, source.nodes[child].kind == .legacyColon { child += 1 }
      if child < row.next, source.nodes[child].kind == .type {
        let cell = TypeCell(at: child, of: source)
        appendSpaces(gap)
        append(source, from: cell.start, to: cell.end)
        append(cell.mark)
        gap = max(columns.type - cell.width, 0) + 1
        child = source.nodes[child].next
      } else {
        gap += columns.type + 1
      }
    }
    child = writeLastCell(from: child, gap: gap, row: row, of: source)
    if child < row.next, source.nodes[child].kind.isComment {
      writeTrailingComment(source.nodes[child], of: source)
    }
  }

  /// Writes the attributes of a field or value, or the value of a property, whose first node is at
  /// `first`, behind `gap` blanks. Returns the index of the node behind them.
  private mutating func writeLastCell(
    from first: Int, gap: Int, row: SyntaxNode, of source: Source
  ) -> Int {
    guard first < row.next else { return first }
    let node = source.nodes[first]
    if node.kind == .attribute {
      appendSpaces(gap)
      return writeAttributes(from: first, row: row, of: source)
    }
    guard node.kind.isExpression else { return first }
    appendSpaces(gap)
    append("= ")
    writeExpression(from: node.start, to: node.end, of: source)
    return node.next
  }

  /// Writes the attributes from the node at `first` on; returns the index behind them.
  ///
  /// Like Prisma, those of an enum value are neither sorted nor set apart.
  private mutating func writeAttributes(
    from first: Int, row: SyntaxNode, of source: Source
  ) -> Int {
    let sorts = row.kind == .field && attributeOrder == .prisma
    let end = endOfAttributes(from: first, row: row, of: source)
    if !sorts || source.nodes[first].next == end {
      var index = first
      while index < end {
        if index > first, row.kind == .field { output.append(UInt8(ascii: " ")) }
        writeAttribute(at: index, of: source)
        index = source.nodes[index].next
      }
      return end
    }
    var ranks = AttributeRank.Ordering()
    var index = first
    while index < end {
      ranks.insert(AttributeRank.of(attributeAt: index, in: source))
      index = source.nodes[index].next
    }
    var isFirst = true
    while let rank = ranks.next() {
      index = first
      while index < end {
        if rank == nil || AttributeRank.of(attributeAt: index, in: source) == rank {
          if !isFirst { output.append(UInt8(ascii: " ")) }
          isFirst = false
          writeAttribute(at: index, of: source)
        }
        index = source.nodes[index].next
      }
    }
    return end
  }

  private func endOfAttributes(from first: Int, row: SyntaxNode, of source: Source) -> Int {
    var index = first
    while index < row.next {
      let node = source.nodes[index]
      guard node.kind == .attribute else { break }
      index = node.next
    }
    return index
  }

  private mutating func writeAttribute(at index: Int, of source: Source) {
    let node = source.nodes[index]
    writeExpression(from: node.start, to: node.end, of: source)
  }
}
