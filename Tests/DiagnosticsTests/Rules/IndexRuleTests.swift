import SchemaModel
import TestSupport
import Testing

/// Conditions of the rules of indexes that their examples don't show.
@Suite struct IndexRuleTests {
  private func model(_ lines: String) -> String {
    """
    datasource db {
      provider = "postgresql"
    }
    model M {
      id Int @id
    \(lines)
    }
    """
  }

  @Test func acceptsTheOperatorClassesOfPostgreSQL() {
    check(
      model(
        """
          ip    String   @db.Inet
          json  Json
          jsonb Json     @db.JsonB
          tags  String[]
          text  String
          code  String   @db.Char(5)
          day   DateTime @db.Date
          price Decimal
          other Unsupported("box")

          @@index([ip(ops: InetOps)], type: Gist)
          @@index([text], type: Gist, map: "a")
          @@index([json, jsonb(ops: JsonbPathOps), tags], type: Gin)
          @@index([tags(ops: ArrayOps)], type: Gin, map: "b")
          @@index([text(ops: raw("gin_trgm_ops"))], type: Gin, map: "c")
          @@index([ip], type: SpGist, map: "d")
          @@index([code(ops: TextOps)], type: SpGist)
          @@index([code(ops: BpcharBloomOps), day, price(ops: NumericMinMaxMultiOps)], type: Brin)
          @@index([other], type: Brin)
          @@index([text(ops: raw("text_pattern_ops"))], type: Hash, map: "e")
        """))
  }

  @Test func refusesOtherOperatorClasses() {
    check(
      model(
        """
          text  String
          day   DateTime @db.Date
          flag  Boolean
          uuid  String   @db.Uuid
          roles Role[]
          role  Role

          @@index([text(ops: Int4MinMaxOps)], type: Brin)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-scalar]: operator class `Int4MinMaxOps` is for `Int`, and field `text` has the type `String`
          @@index([day(ops: TimestampMinMaxOps)], type: Brin, map: "a")
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-native-type]: operator class `TimestampMinMaxOps` is not for the native type `Date` of field `day`
          @@index([text(ops: UuidBloomOps)], type: Brin, map: "b")
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-native-type-needed]: operator class `UuidBloomOps` is for the native type `Uuid`, and field `text` has none
          @@index([uuid], type: Gist)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-native-type-no-default-ops]: an index of type `Gist` can't hold field `uuid` of native type `Uuid`
          @@index([role, roles], type: Gin)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unsupported-field]: an index of type `Gin` can't hold field `role` of type `Role`
          @@index([text(ops: TextOps)], map: "c")
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-index-type]: operator class `TextOps` is not for indexes of type `BTree`
          @@index([flag, text], type: SpGist)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-spgist-multi-column]: an index of type `SpGist` covers one field, and this one covers 2
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unsupported-field]: an index of type `SpGist` can't hold field `flag` of type `Boolean`
        }
        enum Role {
          USER
        """))
  }

  @Test func eachOperatorClassHasAnIndexType() {
    #expect(OperatorClasses.all.count == Set(OperatorClasses.all).count)
    for name in OperatorClasses.all { #expect(!OperatorClasses.methods(of: name).isEmpty) }
    #expect(OperatorClasses.methods(of: "InetOps") == [.gist, .spGist])
    #expect(OperatorClasses.methods(of: "NoOps").isEmpty)
  }

  @Test func longTypesOfMySQLNeedALength() {
    check(
      """
      datasource db {
        provider = "mysql"
      }
      model M {
        id   Int    @id
        text String @db.Text
        blob Bytes  @db.TinyBlob
        flag Int

        @@fulltext([text])
        @@index([text(length: 5), blob])
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-native-type-length-needed]: field `blob` of native type `TinyBlob` needs a `length` in an index
        @@index([text(length: 5), flag(length: 2)])
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-length-type]: field `flag` has the type `Int`, which takes no `length`
      }
      """)
  }

  @Test func idsOfSQLServerStopAtTheFirstUnfitField() {
    check(
      """
      datasource db {
        provider = "sqlserver"
      }
      model Heap {
        a Bytes @db.VarBinary(max)
        b Bytes
        @@id([a, b])
        ~~~~~~~~~~~~ error[id-native-type-forbidden]: field `a` of native type `VarBinary(Max)` can't be part of an id
      }
      model Plain {
        a Bytes  @db.VarBinary(10)
        b String @db.Text
        @@id([a, b])
        ~~~~~~~~~~~~ error[id-bytes]: field `a` of type `Bytes` can't be part of an id in `sqlserver`
        @@index([a])
      }
      """)
  }

  @Test func sortTellsIndexesOfMongoDBApart() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      model M {
        id String @id @map("_id")
        a  Int
        b  Int

        @@index([a, b])
        ~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `a` and `b` in the same way
        @@index([b, a])
        @@index([a(sort: Desc), b], map: "descending")
        @@unique([a, b])
        ~~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `a` and `b` in the same way
      }
      """)
  }

  @Test func aPartialIndexNeedsThePreviewFeatureFirst() {
    check(
      """
      datasource db {
        provider = "mysql"
      }
      model M {
        id Int @id
        a  Int @unique(where: raw("a > 0"))
                       ~~~~~~~~~~~~~~~~~~~ error[where-preview-missing]: `where` needs the preview feature `partialIndexes`
      }
      """)
  }

  @Test func severalNamesOfOneModelClash() {
    check(
      """
      model M {
        a Int @id
        b Int
        c Int

        @@unique([a, b], name: "x")
                         ~~~~~~~~~ error[unique-custom-name-clash]: the name `x` is used by another key of model `M`
        @@unique([b, c], name: "y")
        @@unique([a, c], name: "x")
                         ~~~~~~~~~ error[unique-custom-name-clash]: the name `x` is used by another key of model `M`
        @@index([a, b], name: "y")
      }
      """)
  }
}
