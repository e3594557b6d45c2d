import Foundation
import SchemaModel
import TestSupport
import Testing

@Suite struct NativeTypesTests {
  /// What the engines of Prisma list, by provider.
  private struct Golden: Decodable {
    struct NativeType: Decodable, Equatable {
      let name: String
      let required: Int
      let optional: Int
      let scalars: [String]

      enum CodingKeys: String, CodingKey {
        case name
        case required = "_number_of_args"
        case optional = "_number_of_optional_args"
        case scalars = "prisma_types"
      }
    }

    let v6: [String: [NativeType]]
    let v7: [String: [NativeType]]
  }

  private static let golden: Golden? = {
    let url = PackageFiles.root.appending(path: "../shared/goldens/psl/native-types.json")
    guard let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONDecoder().decode(Golden.self, from: data)
  }()

  @Test(
    .enabled(if: golden != nil, "needs ../shared/goldens"),
    arguments: Connector.allCases.filter { $0 != .none })
  func listsWhatPrismaLists(connector: Connector) throws {
    let golden = try #require(Self.golden)
    let ours = connector.nativeTypes
    for version in [golden.v6, golden.v7] {
      let types = try #require(version[connector.displayName])
      #expect(Set(ours.map(\.name)) == Set(types.map(\.name)))
      for type in types {
        let own = try #require(connector.nativeType(named: type.name))
        #expect(own.requiredArgumentCount == type.required, "\(type.name)")
        #expect(own.optionalArgumentCount == type.optional, "\(type.name)")
        #expect(Set(own.scalars.map(\.name)) == Set(type.scalars), "\(type.name)")
      }
    }
  }

  @Test(arguments: Connector.allCases) func findsEachTypeByItsName(connector: Connector) {
    let names = connector.nativeTypes.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(connector.nativeType(named: name)?.name == name) }
    #expect(connector.nativeType(named: "") == nil)
    #expect(connector.nativeType(named: "NoSuchType") == nil)
  }

  @Test(arguments: Connector.allCases) func hasADefaultForEachScalar(connector: Connector) {
    for scalar in ScalarType.allCases where !connector.nativeTypes.isEmpty {
      guard let text = connector.defaultNativeType(of: scalar) else {
        #expect(!connector.supports(scalar))
        continue
      }
      #expect(connector.nativeType(written: text)?.scalars.contains(scalar) == true, "\(text)")
    }
  }

  @Test func readsArguments() throws {
    let varChar = try #require(Connector.sqlserver.nativeType(named: "VarChar"))
    #expect(varChar.arguments([]) == NativeType.Arguments.none)
    #expect(varChar.arguments(["10"]) == .length(10))
    #expect(varChar.arguments(["max"]) == .max)
    #expect(varChar.arguments(["MAX"]) == .max)
    #expect(varChar.arguments(["65536"]) == nil)
    #expect(varChar.arguments(["-1"]) == nil)
    #expect(varChar.arguments(["\"max\""]) == nil)
    #expect(varChar.arguments(["1", "2"]) == nil)
    let decimal = try #require(Connector.postgresql.nativeType(named: "Decimal"))
    #expect(decimal.arguments(["10"]) == nil)
    #expect(decimal.arguments(["10", "2"]) == .precisionAndScale(precision: 10, scale: 2))
    #expect(decimal.arguments(["10", "99999999999"]) == nil)
    let char = try #require(Connector.mysql.nativeType(named: "Char"))
    #expect(char.arguments([]) == nil)
  }

  @Test func tellsTheFirstLimit() throws {
    let bit = try #require(Connector.mysql.nativeType(named: "Bit"))
    #expect(bit.violatedLimit(.length(1), on: .boolean) == nil)
    #expect(bit.violatedLimit(.length(2), on: .bytes) == nil)
    guard case .lengthOn = bit.violatedLimit(.length(2), on: .boolean) else {
      Issue.record("a Boolean has one bit")
      return
    }
    guard case .length = bit.violatedLimit(.length(65), on: .boolean) else {
      Issue.record("no more than 64 bits")
      return
    }
    let decimal = try #require(Connector.mysql.nativeType(named: "Decimal"))
    let arguments = NativeType.Arguments.precisionAndScale(precision: 66, scale: 70)
    guard case .scaleWithinPrecision = decimal.violatedLimit(arguments, on: .decimal) else {
      Issue.record("the scale is told first")
      return
    }
  }

  @Test func readsTypesAsTheyAreWritten() {
    func name(_ text: String) -> String? { Connector.postgresql.nativeType(written: text)?.name }
    #expect(name("Text") == "Text")
    #expect(name(" Decimal ( 10 , 2 ) unsigned") == "Decimal")
    #expect(name("Text(5)") == "Text")
    #expect(name("VarChar") == "VarChar")
    #expect(name("VarChar(x)") == nil)
    #expect(name("VarChar()") == nil)
    #expect(name("VarChar(5") == "VarChar")
    #expect(name("decimal(10, 2)") == nil)
    #expect(name("Decimal(10)") == nil)
    #expect(name("(5)") == nil)
    #expect(name("") == nil)
  }
}
