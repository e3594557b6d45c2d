/// The names of the table that keeps an implicit many-to-many relation, and of its constraints.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations
public struct JoinTableNames {
  /// The name of the table.
  public let table: String

  /// - Parameter relation: its name, given or made of the names of both models.
  public init(relation: String) {
    var table = ""
    table.unicodeScalars.append(contentsOf: "_\(relation)".unicodeScalars.prefix(63))
    self.table = table
  }

  var primaryKey: String { cut(characters: 55) + "_AB_pkey" }
  var unique: String { cut(characters: 53) + "_AB_unique" }
  var index: String { cut(characters: 55) + "_B_index" }
  var foreignKeyA: String { cut(bytes: 56) + "_A_fkey" }
  var foreignKeyB: String { cut(bytes: 56) + "_B_fkey" }

  private func cut(characters count: Int) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: table.unicodeScalars.prefix(count))
    return result
  }

  /// At most so many bytes, without half a character.
  private func cut(bytes count: Int) -> String {
    var result = ""
    for scalar in table.unicodeScalars {
      if result.utf8.count + UTF8.width(scalar) > count { break }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
