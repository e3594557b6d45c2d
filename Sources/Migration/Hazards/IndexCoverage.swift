/// What the indexes of a table begin with, so that for each column list one look tells which of them serves
/// as well.
///
/// The B-trees without a condition are kept in a tree of their columns. Its nodes are numbers; each knows
/// the first index that goes on behind it. So building it takes time in proportion to the columns of all
/// indexes, and a question in proportion to its own columns, however many indexes begin alike.
struct IndexCoverage {
  /// An index or key that begins with the columns that were asked for.
  enum Cover {
    case primaryKey(String)
    case index(String)
  }

  /// The way from one node of the tree to the next.
  private struct Branch: Hashable {
    let node: Int
    let column: String
    let isDescending: Bool
    let operatorClass: String?

    init(node: Int, _ column: SQLIndexColumn) {
      self.node = node
      self.column = column.name
      isDescending = column.sort == .descending
      operatorClass = column.isDefaultOperatorClass ? nil : column.operatorClass
    }
  }

  private var branches: [Branch: Int] = [:]
  /// The first index that is longer than the way to a node; the primary key goes before all others.
  private var longer: [Int: Cover] = [:]
  /// The columns that keys and indexes begin with, by how many of them.
  private var beginnings: [Int: Set<Set<String>>] = [:]

  init(_ table: SQLTable) {
    if let key = table.primaryKey { add(key.columns, .primaryKey(key.name)) }
    for index in table.indexes where index.method == .bTree && index.predicate == nil {
      add(index.columns, .index(index.name))
    }
    for count in Set(table.foreignKeys.map(\.columns.count)) {
      let lists = table.indexes.map(\.columns) + [table.primaryKey?.columns ?? []]
      beginnings[count] = Set(lists.map { Set($0.prefix(count).map(\.name)) })
    }
  }

  private mutating func add(_ columns: [SQLIndexColumn], _ cover: Cover) {
    var node = 0
    for column in columns {
      if longer[node] == nil { longer[node] = cover }
      let branch = Branch(node: node, column)
      let next = branches[branch] ?? branches.count + 1
      branches[branch] = next
      node = next
    }
  }

  /// The first index with more columns that begins with these, nil without one.
  func cover(of columns: [SQLIndexColumn]) -> Cover? {
    var node = 0
    for column in columns {
      guard let next = branches[Branch(node: node, column)] else { return nil }
      node = next
    }
    return longer[node]
  }

  /// Whether an index or key begins with the columns of a foreign key of the table, in any order.
  func isIndexed(_ columns: [String]) -> Bool {
    beginnings[columns.count]?.contains(Set(columns)) ?? false
  }
}
