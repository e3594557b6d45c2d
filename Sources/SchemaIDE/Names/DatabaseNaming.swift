import SchemaFormatter
import SchemaModel
import SchemaParser

/// How the names of the database are made from those of the schema, as far as `@map` and `@@map` tell.
struct DatabaseNaming {
  /// How the words of a name are joined.
  enum Style: CaseIterable {
    /// `like_this`
    case snake
    /// `like_this`, with the last word in the plural
    case pluralSnake
    /// `likeThis`
    case camel
    /// `LIKE_THIS`
    case constant
    /// `LikeThis`
    case pascal
    /// `like-this`
    case kebab

    /// A name in this style.
    func styled(_ name: String) -> String { joined(DatabaseNaming.words(of: name)) }

    /// Words in small letters as a name in this style.
    fileprivate func joined(_ words: [String]) -> String {
      switch self {
      case .snake: return words.joined(separator: "_")
      case .pluralSnake:
        guard let last = words.last else { return "" }
        return (words.dropLast() + [last.pluralized]).joined(separator: "_")
      case .constant: return words.joined(separator: "_").uppercased()
      case .kebab: return words.joined(separator: "-")
      case .pascal: return words.map(\.withUppercaseInitial).joined()
      case .camel:
        return (words.first ?? "") + words.dropFirst().map(\.withUppercaseInitial).joined()
      }
    }
  }

  /// What stands before each name, such as `tbl_`.
  private let prefix: String
  /// The styles, that of most names first.
  private let styles: [Style]

  /// Names of enum values.
  static let values = DatabaseNaming(prefix: "", styles: [.snake, .kebab, .constant, .camel])

  private init(prefix: String, styles: [Style]) {
    self.prefix = prefix
    self.styles = styles
  }

  /// The style of the pairs of a name and its mapped name, and `fallback` behind it.
  init(_ pairs: [(name: String, mapped: String)], fallback: [Style]) {
    var counts: [Style: Int] = [:]
    var prefixes: [String: Int] = [:]
    // A few tell as much as all; MongoDB's own name for its id tells nothing.
    for (name, mapped) in pairs.prefix(40) where mapped != "_id" {
      let words = Self.words(of: name)
      for style in Style.allCases {
        let styled = style.joined(words)
        guard !styled.isEmpty, mapped.hasSuffix(styled) else { continue }
        counts[style, default: 0] += 1
        prefixes[String(mapped.dropLast(styled.count)), default: 0] += 1
      }
    }
    let found = Style.allCases.filter { counts[$0, default: 0] > 0 }
      .sorted { counts[$0, default: 0] > counts[$1, default: 0] }
    let common = prefixes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    prefix = common.isEmpty || common.hasSuffix("_") ? common : ""
    styles = found.prefix(1) + fallback.filter { !found.prefix(1).contains($0) }
  }

  /// The names of columns: those of the model, or else of a few others.
  init(columnsOf model: Model?, in schema: Schema) {
    var pairs = model.map(Self.pairs) ?? []
    if pairs.isEmpty {
      for model in schema.sampleOfModels where pairs.count < 20 { pairs += Self.pairs(of: model) }
    }
    self.init(pairs, fallback: [.snake])
  }

  /// The names of tables and enums.
  init(tablesOf schema: Schema, besides id: BlockID?) {
    let pairs = schema.sampleOfModels.filter { $0.id != id }.compactMap { model in
      model.map.map { (model.name, $0.value) }
    }
    self.init(pairs, fallback: [.snake, .pluralSnake])
  }

  /// Proposals for a name, the likeliest first; not the name itself.
  func names(for name: String) -> [String] {
    var seen: Set<String> = [name, ""]
    return styles.map { prefix + $0.styled(name) }.filter { seen.insert($0).inserted }
  }

  /// The name of the column of a new field, where most names of several words are given another; nil where
  /// the field's own name does.
  static func column(of field: String, in model: Model, _ schema: Schema) -> String? {
    func telling(_ model: Model) -> [Field] {
      model.fields.filter { $0.isScalar && FieldNaming.isSnakeCase($0.name) != nil }
    }
    var fields = telling(model)
    // Asked for each of several proposals, so a few have to do.
    if fields.isEmpty { fields = schema.models(among: 10).flatMap(telling) }
    guard 2 * fields.count(where: { $0.map != nil }) > fields.count else { return nil }
    let naming = DatabaseNaming(columnsOf: model, in: schema)
    guard let style = naming.styles.first else { return nil }
    let name = naming.prefix + style.styled(field)
    let isFree =
      name != field && !name.isEmpty && model.fields.allSatisfy { $0.databaseName != name }
    return isFree ? name : nil
  }

  private static func pairs(of model: Model) -> [(name: String, mapped: String)] {
    model.fields.compactMap { field in field.map.map { (field.name, $0.value) } }
  }

  /// The words of a name in small letters: those of `userHTTPPort` are `user`, `http` and `port`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(name)
    for (index, character) in characters.enumerated() {
      if character == "_" || character == "-" {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if let last = word.last, character.isUppercase {
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        if !last.isUppercase || next?.isLowercase == true {
          words.append(word)
          word = ""
        }
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words.map { $0.lowercased() }
  }
}

extension Schema {
  /// Some models and views: looking at all of a large schema takes long, and tells no more.
  var sampleOfModels: [Model] { models(among: 200) }

  /// The models and views among the first so many declarations.
  fileprivate func models(among count: Int) -> [Model] {
    (0..<min(slotCount, count)).compactMap { model(BlockID($0)) }
  }
}
