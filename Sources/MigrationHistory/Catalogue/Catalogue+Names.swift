import Migration

extension Catalogue {
  /// A name as scripts write it: with its schema or without.
  struct WrittenName: Hashable, Sendable {
    var namespace: String?
    var name: String

    /// As people read it.
    var text: String { namespace.map { "\($0).\(name)" } ?? name }
  }

  /// The schemas in which a name is looked for, in order.
  private func places(of name: WrittenName) -> [String] {
    if let namespace = name.namespace { return [namespace] }
    return [temporaryNamespace] + searchPath
  }

  /// What a name of a table, view, index or sequence stands for, nil for nothing.
  func relation(_ name: WrittenName) -> (name: QualifiedName, relation: Relation)? {
    for namespace in places(of: name) {
      let name = QualifiedName(namespace: namespace, name: name.name)
      if let relation = relations[name] { return (name, relation) }
    }
    return nil
  }

  /// The number of a type that was made, nil when there is none of that name.
  func madeType(_ name: WrittenName) -> Int? {
    for namespace in places(of: name) {
      if let type = typeNames[QualifiedName(namespace: namespace, name: name.name)] { return type }
    }
    return nil
  }

  /// The schema in which something new gets its place.
  func creationNamespace(_ namespace: String?) throws(ReplayProblem) -> String {
    if let namespace {
      guard namespaces.contains(namespace) || namespace == temporaryNamespace else {
        throw .unknown(.schema, namespace)
      }
      return namespace
    }
    guard let first = searchPath.first(where: { namespaces.contains($0) }) else {
      throw .noNamespace
    }
    return first
  }

  /// The tables in the order of their numbers, so that what is found first is always the same.
  var tableNumbers: [Int] { tables.keys.sorted() }

  // MARK: Printing

  /// A name as PostgreSQL prints it: with its schema only when it would not be found without.
  func shown(_ name: QualifiedName) -> String {
    let isVisible = name.namespace == defaultNamespace
    return isVisible
      ? quotedName(name.name) : "\(quotedName(name.namespace)).\(quotedName(name.name))"
  }

  // MARK: Choosing names

  /// A name for a new index or sequence that nobody named: of the table, its columns and an ending, cut
  /// to the limit, with a number where it is taken.
  ///
  /// Source: PostgreSQL's `ChooseRelationName` and `makeObjectName`.
  func freeRelationName(_ first: String, _ second: String?, _ label: String, in namespace: String)
    -> String
  {
    freeName(first, second, label) { name in
      relations[QualifiedName(namespace: namespace, name: name)] != nil
    }
  }

  /// The same for a constraint without an index, which no other of the schema may share.
  func freeConstraintName(_ first: String, _ second: String?, _ label: String, in namespace: String)
    -> String
  {
    var taken: Set<String> = []
    for table in tables.values where table.name.namespace == namespace {
      taken.formUnion(table.foreignKeys.map(\.name))
      taken.formUnion(table.checks.map(\.name))
      taken.formUnion(table.indexes.filter { $0.constraint != .none }.map(\.name))
    }
    return freeName(first, second, label) { taken.contains($0) }
  }

  private func freeName(
    _ first: String, _ second: String?, _ label: String, isTaken: (String) -> Bool
  ) -> String {
    var number = 0
    while true {
      let name = Self.cutName(first, second, number == 0 ? label : "\(label)\(number)")
      if !isTaken(name) { return name }
      number += 1
    }
  }

  /// `first_second_label` in at most 63 bytes: the longer of the two parts is cut first.
  static func cutName(_ first: String, _ second: String?, _ label: String) -> String {
    var available = 63 - label.utf8.count - 1
    if second != nil { available -= 1 }
    var counts = (first.utf8.count, second?.utf8.count ?? 0)
    while counts.0 + counts.1 > available, counts.0 + counts.1 > 0 {
      if counts.0 > counts.1 { counts.0 -= 1 } else { counts.1 -= 1 }
    }
    let parts = [cut(first, counts.0), second.map { cut($0, counts.1) }, label]
    return parts.compactMap { $0 }.joined(separator: "_")
  }

  /// The first bytes of a text, without the half of a character at their end.
  private static func cut(_ text: String, _ count: Int) -> String {
    var count = count
    let bytes = Array(text.utf8)
    while count > 0, count < bytes.count, bytes[count] & 0xC0 == 0x80 { count -= 1 }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}

/// A name as PostgreSQL prints it: between quotes unless it is a plain word in small letters.
func quotedName(_ name: String) -> String {
  let isPlain =
    !name.isEmpty
    && name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    } && !(name.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false)
  if isPlain, !reservedWords.contains(name) { return name }
  return
    "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
}

/// The keywords that PostgreSQL 15 puts between quotes where they are names: all but the unreserved ones.
///
/// Source: https://www.postgresql.org/docs/15/sql-keywords-appendix.html
private let reservedWords = Set(
  """
  all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean \
  both case cast char character check coalesce collate collation column concurrently constraint create \
  cross current_catalog current_date current_role current_schema current_time current_timestamp \
  current_user dec decimal default deferrable desc distinct do else end except exists extract false \
  fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner \
  inout int integer intersect interval into is isnull join lateral leading least left like limit \
  localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric offset \
  on only or order out outer overlaps overlay placing position precision primary real references \
  returning right row select session_user setof similar smallint some substring symmetric table \
  tablesample then time timestamp to trailing treat trim true union unique user using values varchar \
  variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest \
  xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
  """.split(separator: " ").map(String.init))
