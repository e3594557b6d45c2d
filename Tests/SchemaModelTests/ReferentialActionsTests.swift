import Foundation
import SchemaModel
import TestSupport
import Testing

@Suite struct ReferentialActionsTests {
  /// What the engines of Prisma offer, by provider and relation mode.
  private struct Golden: Decodable {
    let v6: [String: [String: [String]]]
    let v7: [String: [String: [String]]]
  }

  private static let golden: Golden? = {
    let path = "../shared/goldens/psl/referential-actions.json"
    let url = PackageFiles.root.appending(path: path)
    guard let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONDecoder().decode(Golden.self, from: data)
  }()

  @Test(
    .enabled(if: golden != nil, "needs ../shared/goldens"),
    arguments: Connector.allCases.filter { $0 != .none })
  func offersWhatPrismaOffers(connector: Connector) throws {
    let golden = try #require(Self.golden)
    for version in [golden.v6, golden.v7] {
      let modes = try #require(version[connector.displayName])
      for mode in [RelationMode.foreignKeys, .prisma] {
        let offered = connector.referentialActions(in: mode).actions.map(\.rawValue)
        #expect(Set(offered) == Set(try #require(modes[mode.rawValue])))
      }
    }
  }

  @Test func anAbsentOnDeleteDependsOnTheRelation() {
    let configuration = Configuration(datasource: nil, previewFeatures: [], version: .seven)
    #expect(configuration.defaultOnDelete(isRequired: true) == .restrict)
    #expect(configuration.defaultOnDelete(isRequired: false) == .setNull)
    #expect(configuration.defaultOnUpdate == .cascade)
  }

  @Test func setsListTheirActionsInOrder() {
    let actions: ReferentialActions = [.setNull, .cascade]
    #expect(actions.actions == [.cascade, .setNull])
    #expect(actions.offers(.cascade))
    #expect(!actions.offers(.restrict))
    #expect(ReferentialActions.all.actions == ReferentialAction.allCases)
  }
}
