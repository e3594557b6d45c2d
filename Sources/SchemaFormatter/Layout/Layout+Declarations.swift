import SchemaParser

/// A line, or several, of a body that stays where it is; by the index of its node.
enum Member {
  /// A field, value or property: a row of the table.
  case row(Int)
  /// A comment on its own line or lines.
  case comment(Int)
  /// A line that could not be read.
  case line(Int)
  /// A block attribute, where attributes keep their place.
  case blockAttribute(Int)
  /// A blank line between two others: a table ends, and another one begins.
  case blank
}

/// A block attribute which moves to the end of its block.
struct BlockAttribute {
  /// The index of its node.
  let index: Int
  /// The index of the first comment directly above it, or of its own node. The nodes between the
  /// two are the comments that move along.
  let first: Int
  /// Where it is sorted, see ``AttributeRank``.
  let rank: Int
}

extension Layout {
  /// Writes a declaration with its braces, without the line end behind.
  mutating func writeDeclaration(at index: Int, of source: Source) {
    let node = source.nodes[index]
    append(keyword(of: node.kind))
    output.append(UInt8(ascii: " "))
    var first = index + 1
    if first < node.next, source.nodes[first].kind == .name {
      let name = source.nodes[first]
      append(source, from: name.start, to: name.end)
      first = name.next
    }
    append(" {")
    collectMembers(from: first, to: node.next, of: source)
    writeMembers(of: source)
    writeBlockAttributes(of: source)
    append("\n}")
  }

  private func keyword(of kind: SyntaxKind) -> StaticString {
    switch kind {
    case .view: "view"
    case .compositeType: "type"
    case .enumeration: "enum"
    case .datasource: "datasource"
    case .generator: "generator"
    default: "model"
    }
  }

  /// Sorts the nodes of a body, up to the index `end`, into `members` and `blockAttributes`.
  ///
  /// A blank line counts only between two members that stay: one before a block attribute which
  /// moves away, with or without comments, moves nothing apart.
  private mutating func collectMembers(from first: Int, to end: Int, of source: Source) {
    members.removeAll(keepingCapacity: true)
    blockAttributes.removeAll(keepingCapacity: true)
    var index = first
    var textEnd = index < end ? source.nodes[index].start : 0
    var comments = 0  // the members at the end that are comments without a blank line behind
    while index < end {
      let node = source.nodes[index]
      if source.lineEnds(from: textEnd, to: node.start) > 1 {
        if !members.isEmpty { members.append(.blank) }
        comments = 0
      }
      textEnd = node.end
      switch node.kind {
      case .comment, .docComment, .blockComment:
        members.append(.comment(index))
        comments += 1
      case .blockAttribute where attributeOrder == .prisma:
        var first = index
        if comments > 0, case .comment(let above) = members[members.count - comments] {
          first = above
          members.removeLast(comments)
        }
        if case .blank? = members.last { members.removeLast() }
        let rank = AttributeRank.of(attributeAt: index, in: source)
        blockAttributes.append(BlockAttribute(index: index, first: first, rank: rank))
        comments = 0
      default:
        members.append(member(node.kind, at: index))
        textEnd = source.withoutLineEnd(node)
        comments = 0
      }
      index = node.next
    }
  }

  private func member(_ kind: SyntaxKind, at index: Int) -> Member {
    switch kind {
    case .invalidMember: .line(index)
    case .blockAttribute: .blockAttribute(index)
    default: .row(index)
    }
  }

  /// Writes the members that stay: tables, with a blank line between two of them.
  private mutating func writeMembers(of source: Source) {
    var start = 0
    while start < members.count {
      var columns = Columns()
      var end = start
      while end < members.count {
        if case .blank = members[end] { break }
        if case .row(let index) = members[end] { columns.take(rowAt: index, of: source) }
        end += 1
      }
      columns.limit(rows: end - start)
      for at in start..<end { write(members[at], columns: columns, of: source) }
      if end < members.count { output.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
  }

  private mutating func write(_ member: Member, columns: Columns, of source: Source) {
    switch member {
    case .row(let index):
      startLine()
      writeRow(at: index, columns: columns, of: source)
    case .comment(let index):
      writeComment(source.nodes[index], indented: true, of: source)
    case .line(let index):
      // Only the line feed is dropped here: like Prisma, a carriage return is kept.
      let node = source.nodes[index]
      var end = node.end
      if end > node.start, source.bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
      startLine()
      append(source, from: node.start, to: end)
    case .blockAttribute(let index):
      startLine()
      writeBlockAttribute(at: index, of: source)
    case .blank:
      break
    }
  }

  /// Writes the block attributes that have moved to the end, below a blank line.
  private mutating func writeBlockAttributes(of source: Source) {
    guard !blockAttributes.isEmpty else { return }
    output.append(UInt8(ascii: "\n"))
    var ranks = AttributeRank.Ordering()
    for attribute in blockAttributes { ranks.insert(attribute.rank) }
    while let rank = ranks.next() {
      for attribute in blockAttributes where rank == nil || attribute.rank == rank {
        var above = attribute.first
        while above < attribute.index {
          let comment = source.nodes[above]
          writeComment(comment, indented: true, of: source)
          above = comment.next
        }
        startLine()
        writeBlockAttribute(at: attribute.index, of: source)
      }
    }
  }

  private mutating func writeBlockAttribute(at index: Int, of source: Source) {
    let node = source.nodes[index]
    var end = node.start
    var child = index + 1
    while child < node.next {
      let part = source.nodes[child]
      if part.kind.isComment {
        writeExpression(from: node.start, to: end, of: source)
        writeTrailingComment(part, of: source)
        return
      }
      end = part.end
      child = part.next
    }
    writeExpression(from: node.start, to: end, of: source)
  }

  /// Writes a comment at the end of a line.
  mutating func writeTrailingComment(_ node: SyntaxNode, of source: Source) {
    output.append(UInt8(ascii: " "))
    append(source, from: node.start, to: node.end)
  }
}
