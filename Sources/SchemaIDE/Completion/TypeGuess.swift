import SchemaModel
import SchemaParser

/// The type that a field probably has, going by its name.
struct TypeGuess: Hashable {
  let name: String
  let mark: CompletionRequest.TypeMark

  /// The likeliest types, the best first; few, and all of them can be used.
  static func types(forFieldNamed field: String, in request: CompletionRequest) -> [TypeGuess] {
    if let key = foreignKey(field, request) { return [key] }
    var guesses: [TypeGuess] = []
    if let declared = declared(field, request) { guesses.append(declared) }
    if let scalar = scalar(field), request.connector.supports(scalar) {
      guesses.append(TypeGuess(name: scalar.name, mark: .none))
    }
    return guesses
  }

  /// The type of what a relation of the model refers to by this field.
  private static func foreignKey(_ field: String, _ request: CompletionRequest) -> TypeGuess? {
    request.referencedKey(of: field).map { key in
      TypeGuess(
        name: key.target.typeName, mark: key.relation.arity == .optional ? .optional : .none)
    }
  }

  /// `author` is an `Author`, `posts` are `Post[]`, `userRole` is a `UserRole`.
  private static func declared(_ field: String, _ request: CompletionRequest) -> TypeGuess? {
    func known(_ name: some StringProtocol) -> String? {
      let name = name.prefix(1).uppercased() + name.dropFirst()
      guard let id = request.schema.dataType(named: Name(name)) else { return nil }
      let kind = request.schema.kind(of: id)
      let isModel = kind == .model || kind == .view
      return isModel && request.context.block?.kind == .compositeType ? nil : name
    }
    if let name = known(field) { return TypeGuess(name: name, mark: .none) }
    var singulars: [Substring] = []
    if field.hasSuffix("s") { singulars.append(field.dropLast()) }
    if field.hasSuffix("es") { singulars.append(field.dropLast(2)) }
    for singular in singulars {
      if let name = known(singular) { return TypeGuess(name: name, mark: .list) }
    }
    if field.hasSuffix("ies"), let name = known(field.dropLast(3) + "y") {
      return TypeGuess(name: name, mark: .list)
    }
    return nil
  }

  private static func scalar(_ field: String) -> ScalarType? {
    let lower = field.lowercased()
    func ends(_ words: String...) -> Bool { words.contains { lower.hasSuffix($0) } }
    func begins(_ words: String...) -> Bool {
      words.contains { word in
        guard lower.hasPrefix(word), field.utf8.count > word.utf8.count else { return false }
        let next = field.unicodeScalars.dropFirst(word.utf8.count).first
        return next.map { $0 == "_" || $0.properties.isUppercase } ?? false
      }
    }
    if field.hasSuffix("At") || ends("_at", "date", "birthday", "timestamp") { return .dateTime }
    if begins("is", "has", "can", "allow", "should") || ends("enabled", "active", "verified") {
      return .boolean
    }
    if ends("count", "age", "quantity", "position", "order", "number", "year", "index", "views") {
      return .int
    }
    if ends("price", "amount", "balance", "total", "cost") { return .decimal }
    if ends("metadata", "json", "settings", "payload", "data") { return .json }
    if ends(
      "name", "title", "email", "slug", "url", "description", "content", "text", "phone", "token",
      "password", "hash", "code", "status", "body", "label", "key", "address", "city", "country")
    {
      return .string
    }
    if ends("latitude", "longitude", "score", "rating", "ratio") { return .float }
    return nil
  }
}
