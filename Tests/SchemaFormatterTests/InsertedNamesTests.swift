import Foundation
import Testing

@testable import SchemaFormatter

@Suite("Names of inserted fields")
struct InsertedNamesTests {
  @Test(
    "Camel case",
    arguments: [
      ("User", "user"), ("BlogPost", "blogPost"), ("user_profile", "userProfile"),
      ("HTTPServer", "httpserver"), ("HTTPServerURL", "httpserverURL"), ("UserID", "userID"),
      ("OhWhatAUser", "ohWhatAUser"), ("user2role", "user2Role"), ("A1b", "a1B"),
      ("Über", "Über"), ("ABÜ", "abÜ"), ("Жук_Дом", "ЖукДом"), ("user--", "user"), ("", ""),
      ("a-b_-c", "aBC"),
    ])
  func camelCase(name: String, expected: String) {
    #expect(name.camelCased == expected)
  }

  @Test(
    "Plural",
    arguments: [
      ("category", "categories"), ("key", "keys"), ("bus", "buses"), ("status", "statuses"),
      ("box", "boxes"), ("address", "addresses"), ("person", "people"), ("mouse", "mice"),
      ("blouse", "blice"), ("superman", "supermans"), ("index", "indices"),
      ("analysis", "analyses"), ("hero", "heroes"), ("photo", "photos"), ("data", "data"),
      ("leaf", "leaves"), ("roof", "roofs"), ("virus", "viri"), ("menu", "menus"),
      ("userID", "userIDs"), ("money", "money"), ("child", "children"), ("children", "children"),
      ("boxes", "boxes"), ("foley", "folies"), ("trolley", "trolleys"), ("axis", "axes"),
      ("atlas", "atlases"),
      ("y", "ys"), ("", "s"),
    ])
  func plural(name: String, expected: String) {
    #expect(name.pluralized == expected)
  }

  @Test("Initials change by the rules of Unicode")
  func initials() {
    #expect("Über".withLowercaseInitial == "über")
    #expect("ABÜ".withLowercaseInitial == "aBÜ")
    #expect("ßa".withUppercaseInitial == "SSa")
    #expect("".withUppercaseInitial == "")
  }

  /// Rows of model name, name of a single field, of a list, of the scalar field for `id`.
  @Test("Names as the reference forms them", .enabled(if: References.exist, References.reason))
  func referenceNames() throws {
    let table = try String(contentsOf: References.psl("inserted-names.tsv"), encoding: .utf8)
    var count = 0
    for line in table.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 4 else { continue }
      #expect(columns[0].camelCased == columns[1])
      #expect(columns[0].camelCased.pluralized == columns[2], "plural of \(columns[0])")
      #expect(columns[0].withLowercaseInitial + "id".withUppercaseInitial == columns[3])
      count += 1
    }
    #expect(count > 2000)
  }
}

/// Results of the reference implementation, which lie beside the checkout and are no part of it.
enum References {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/goldens/psl")

  /// Whether they are there.
  static let exist = FileManager.default.fileExists(atPath: folder.path)
  /// Why a test is skipped when they are not.
  static let reason: Comment = "needs the reference results in ../shared/goldens"

  /// One of their files.
  static func psl(_ name: String) -> URL { folder.appending(path: name) }
}
