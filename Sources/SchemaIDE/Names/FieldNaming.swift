import SchemaFormatter
import SchemaModel

/// How the names of fields are written, going by those that are there.
struct FieldNaming {
  /// Whether words are joined as in `author_id` rather than as in `authorId`.
  let isSnakeCase: Bool

  /// The style of most names of two and more words; `authorId` where there are none.
  init(fieldsOf models: Model...) {
    var snake = 0
    var camel = 0
    for field in models.lazy.flatMap(\.fields) {
      switch Self.isSnakeCase(field.name) {
      case true?: snake += 1
      case false?: camel += 1
      case nil: break
      }
    }
    isSnakeCase = snake > camel
  }

  /// How the words of a name are joined, nil for a name that does not tell.
  static func isSnakeCase(_ name: String) -> Bool? {
    let name = name.utf8
    if name.dropFirst().contains(UInt8(ascii: "_")) { return true }
    let isCamel =
      name.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && name.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
    return isCamel ? false : nil
  }

  /// A field for something called `name`, such as a model.
  func field(for name: String) -> String {
    isSnakeCase ? DatabaseNaming.Style.snake.styled(name) : name.camelCased
  }

  /// Two names as one: `author` and `id` are `authorId` or `author_id`.
  func joined(_ first: String, _ second: String) -> String {
    first + (isSnakeCase ? "_" + second : second.withUppercaseInitial)
  }
}
