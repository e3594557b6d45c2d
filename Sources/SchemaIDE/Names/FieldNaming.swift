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
      let name = field.name.utf8
      if name.dropFirst().contains(UInt8(ascii: "_")) {
        snake += 1
      } else if name.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
        name.first.map({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) == true
      {
        camel += 1
      }
    }
    isSnakeCase = snake > camel
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
