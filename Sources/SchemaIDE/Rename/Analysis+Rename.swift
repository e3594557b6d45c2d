import SchemaModel
import SchemaParser

extension Analysis {
  /// What can be renamed at `offset` (UTF-8 bytes from the start of the file): its place there, and its
  /// name. Nil when nothing is named there.
  public func renameTarget(
    at offset: Int, inFile file: Int
  ) throws(RenameRefusal) -> (place: FileRange, name: String)? {
    guard let (symbol, place) = symbol(at: offset, inFile: file) else { return nil }
    try NewName.checkRenameable(symbol)
    return (place, name(of: symbol))
  }

  /// The edit that renames what stands at `offset` in all files, and lets the database keep its names;
  /// nil when nothing is named there.
  ///
  /// - Parameter asks: whether the user sees the edit's annotations, and is asked about those that need
  ///   it. Otherwise what would change the database is refused.
  public func rename(
    at offset: Int, inFile file: Int, to newName: String, asks: Bool
  ) throws(RenameRefusal) -> SchemaEdit? {
    guard let (symbol, place) = symbol(at: offset, inFile: file) else { return nil }
    try NewName.checkRenameable(symbol)
    if newName == name(of: symbol) { return SchemaEdit() }
    try NewName.check(newName, for: symbol, in: schema)
    var rename = Rename(self, symbol, at: place, to: newName, asks: asks)
    try rename.checkConflicts()
    try rename.run()
    return rename.edit
  }
}

/// The making of one renaming.
///
/// Of several declarations with one name, which is a mistake, only one is renamed: that at the cursor,
/// or from a use the last, which uses mean. Uses go with the last.
struct Rename {
  let analysis: Analysis
  let symbol: Symbol
  let oldName: String
  let newName: String
  /// Whether the user can be asked.
  let asks: Bool
  /// What is renamed, and where.
  let occurrences: [Occurrence]
  /// What is changed, filled by ``run()``.
  private(set) var edit = SchemaEdit()
  /// The annotation of the renaming itself, nil when nobody has to be asked.
  private var question: Int?

  var schema: Schema { analysis.schema }

  init(
    _ analysis: Analysis, _ symbol: Symbol, at place: FileRange, to newName: String, asks: Bool
  ) {
    self.analysis = analysis
    self.symbol = symbol
    self.newName = newName
    self.asks = asks
    oldName = analysis.name(of: symbol)
    occurrences = Rename.meant(analysis.occurrences(of: symbol), of: symbol, at: place)
  }

  /// Those of the places that name a symbol which stand for the same as `place`.
  private static func meant(
    _ all: [Occurrence], of symbol: Symbol, at place: FileRange
  ) -> [Occurrence] {
    switch symbol {
    case .type, .field, .enumValue, .datasource, .generator: break
    case .builtInType, .relation, .constraint, .clientName, .databaseSchema: return all
    }
    let declarations = all.filter(\.isDeclaration)
    guard declarations.count > 1, let last = declarations.last else { return all }
    let chosen = declarations.first { $0.place == place } ?? last
    return all.filter { $0.isDeclaration ? $0 == chosen : chosen == last }
  }

  /// The declaration that is renamed, nil for what is declared in several places or none.
  var declaration: Occurrence? { occurrences.first(where: \.isDeclaration) }

  /// Fills ``edit``.
  mutating func run() throws(RenameRefusal) {
    try askAboutDatabase()
    let text = symbol.isWrittenAsString ? StringLiteral.escaped(newName) : newName
    for occurrence in occurrences {
      edit.replace(occurrence.place, with: text, annotation: question)
    }
    keepDatabaseNames()
  }

  // MARK: The database

  /// Asks about what can't be kept in the database, or refuses it when nobody can be asked.
  private mutating func askAboutDatabase() throws(RenameRefusal) {
    var question: (label: String, description: String)?
    switch symbol {
    case .type(let id):
      let tables = schema.joinTables(of: id).filter { $0.swaps(id, calledNow: newName) }
      if !tables.isEmpty { question = Rename.swapping(tables) }
    case .field(let id, _):
      if let swap = schema.joinTable(ofSelfRelation: oldName, in: id),
        swap.swaps(field: oldName, calledNow: newName)
      {
        question = Rename.swapping([swap])
      }
    case .relation(_, let one, _):
      let table = schema.joinTables(of: one).first { $0.relationName == oldName }
      if table != nil {
        question = (
          "Rename the join table `_\(oldName)` to `_\(newName)`",
          "The relation's name is that of its table. A migration drops the one and creates the other, "
            + "without the rows"
        )
      }
    case .databaseSchema:
      question = (
        "Move what is in schema `\(oldName)` to `\(newName)`",
        "A migration creates all of it anew, without the rows"
      )
    case .builtInType, .enumValue, .constraint, .clientName, .datasource, .generator: break
    }
    guard let question else { return }
    guard asks else {
      throw RenameRefusal(
        "\(question.label)? \(question.description). Change it by hand if you mean it")
    }
    self.question = annotate(
      question.label, description: question.description, needsConfirmation: true)
  }

  private static func swapping(_ tables: [JoinTable]) -> (label: String, description: String) {
    let names = tables.map { "`\($0.name)`" }.joined(separator: ", ")
    return (
      "Swap the columns `A` and `B` of the join table\(tables.count == 1 ? "" : "s") \(names)",
      "They follow the order of the names on both sides, which changes. Rows that are there would "
        + "connect the wrong things: turn the relation into a model of its own first"
    )
  }

  private mutating func keepDatabaseNames() {
    switch symbol {
    case .type(let id):
      guard let place = declaration?.place else { return }
      keepTypeName(at: place)
      // Uses, and so the relations, belong to the last of several declarations.
      if analysis.cursor(at: place.range.start, inFile: place.file)?.declaration == id {
        for table in schema.joinTables(of: id) where !table.isNamed { keepName(of: table) }
      }
    case .field(let id, let name): keepColumn(name, in: id)
    case .enumValue: keepValue()
    default: break
    }
  }

  /// Gives a model, view or enum an `@@map`, unless it has one.
  private mutating func keepTypeName(at place: FileRange) {
    guard var editor = analysis.editor(at: place), let declaration = editor.declaration,
      declaration.kind != .compositeType, !declaration.hasAttribute("map")
    else { return }
    editor.annotation = keepingDatabaseName
    editor.addBlockAttribute("@@map(\(StringLiteral.quoted(oldName)))", in: &edit)
  }

  /// Gives a field that has a column an `@map`, unless it has one.
  private mutating func keepColumn(_ name: String, in id: BlockID) {
    switch schema.fieldType(Name(name), in: id) {
    case .scalar, .enumeration, .composite, .unsupported: break
    case .model, .unresolved, nil: return
    }
    keepMember()
  }

  private mutating func keepValue() { keepMember() }

  /// Gives the field or value that is renamed an `@map`, unless it has one.
  private mutating func keepMember() {
    guard let place = declaration?.place, var editor = analysis.editor(at: place),
      let member = editor.member(at: place.range.start - editor.start), !member.hasAttribute("map")
    else { return }
    editor.annotation = keepingDatabaseName
    editor.addMap(oldName, to: member, in: &edit)
  }

  /// Gives both sides of a relation the name that it had without one.
  private mutating func keepName(of table: JoinTable) {
    let annotation = keeping(
      "Keep the join table `\(table.name)`", else: "the table's name follows those of the models")
    for side in [table.sideA, table.sideB] {
      guard let place = analysis.fileRange(of: side.field.identifier.range, in: side.model.id),
        var editor = analysis.editor(at: place),
        let member = editor.member(at: place.range.start - editor.start)
      else { continue }
      editor.annotation = annotation
      editor.addRelationName(table.relationName, to: member, in: &edit)
    }
  }

  private var keepingDatabaseName: Int {
    mutating get {
      keeping("Keep the database name `\(oldName)`", else: "the name changes in the database too")
    }
  }

  private mutating func keeping(_ label: String, else consequence: String) -> Int {
    annotate(label, description: "Without this, \(consequence)", needsConfirmation: false)
  }

  private mutating func annotate(
    _ label: String, description: String, needsConfirmation: Bool
  ) -> Int {
    edit.annotations.append(
      SchemaEdit.Annotation(
        label: label, description: description, needsConfirmation: needsConfirmation))
    return edit.annotations.count - 1
  }
}

extension Symbol {
  /// Whether its name stands between quotes.
  var isWrittenAsString: Bool {
    switch self {
    case .relation, .constraint, .clientName, .databaseSchema: true
    case .type, .builtInType, .field, .enumValue, .datasource, .generator: false
    }
  }
}
