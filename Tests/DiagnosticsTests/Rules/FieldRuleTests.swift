import TestSupport
import Testing

/// Conditions of the rules of fields that their examples don't show.
@Suite struct FieldRuleTests {
  @Test func theFirstCheckOfANativeTypeIsTold() {
    check(
      """
      datasource db {
        provider = "mysql"
      }
      model M {
        id Int     @id
        a  Int     @db.VarChar("x", 2)
                   ~~~~~~~~~~~~~~~~~~~ error[native-type-argument-count]: native type `VarChar` takes 1 argument, and has 2
        b  Int     @db.VarChar("x")
                   ~~~~~~~~~~~~~~~~ error[native-type-incompatible-scalar]: native type `VarChar` does not go with `Int`
        c  Decimal @db.Decimal(1.5, 2)
                   ~~~~~~~~~~~~~~~~~~~ error[native-type-invalid-argument]: native type `Decimal` takes two numbers, precision and scale, not `1.5, 2`
        d  Decimal @db.Decimal(70, 80)
                   ~~~~~~~~~~~~~~~~~~~ error[native-type-scale-exceeds-precision]: the scale 80 is larger than the precision 70
        e  Boolean @db.Bit(2)
                   ~~~~~~~~~~ error[native-type-argument-out-of-range]: the argument of `Bit` on `Boolean` must be from 0 to 1
        f  Decimal @db.Decimal(40, 31)
                   ~~~~~~~~~~~~~~~~~~~ error[native-type-argument-out-of-range]: the scale of `Decimal` must be from 0 to 30
        g  Int     @db.Text(1)
                   ~~~~~~~~~~~ error[native-type-argument-count]: native type `Text` takes no arguments, and has 1
        h  String  @db.VarChar(length: 10)
        i  Decimal @db.Decimal(10)
                   ~~~~~~~~~~~~~~~ error[native-type-invalid-argument]: native type `Decimal` takes two numbers, precision and scale, not `10`
        j  Decimal @db.Decimal(10, 2, 3)
                   ~~~~~~~~~~~~~~~~~~~~~ error[native-type-optional-argument-count]: native type `Decimal` takes at most 2 arguments, and has 3
      }
      """)
  }

  @Test func aWrongPrefixDoesNotEndTheChecks() {
    check(
      """
      datasource mine {
        provider = "sqlite"
      }
      model M {
        id Int    @id
        a  String @db.Text
                  ~~~~~~~~ error[native-type-unknown]: `sqlite` has no native types
                  ~~~~~~~~ error[native-type-wrong-prefix]: native types begin with `@mine.` here, not with `@db.`
      }
      """)
  }

  @Test func compositeTypesHaveNativeTypesAndDefaults() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type Address {
        id     String @db.ObjectId
        number Int    @db.ObjectId
                      ~~~~~~~~~~~~ error[native-type-incompatible-scalar]: native type `ObjectId` does not go with `Int`
      }
      """)
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type Address {
        number Int @default(1.5)
                            ~~~ error[default-int-invalid]: the default of `number` is no integer
      }
      """)
  }

  @Test func listsOfDefaultsAreCheckedElementByElement() {
    check(
      """
      datasource db {
        provider = "postgresql"
      }
      model M {
        id Int      @id
        a  Int[]    @default([1, 99999999999999999999])
                                 ~~~~~~~~~~~~~~~~~~~~ error[default-int-invalid]: the default of `a` does not fit into 64 bits
        b  Json[]   @default(["{}", "[]"])
        c  Bytes[]  @default(["aGVsbG8="])
        d  BigInt   @default(-9223372036854775808)
        e  Decimal  @default("1.50")
        f  DateTime @default("2019-06-17T14:20:57Z")
      }
      """)
  }

  @Test func typesDependOnTheDatabase() {
    check(
      """
      model M {
        id    Int     @id
        price Decimal
        ~~~~~~~~~~~~~ error[field-type-decimal-unsupported]: field `price` can't be `Decimal` without a datasource
        data  Json[]
        ~~~~~~~~~~~~ error[field-list-unsupported]: field `data` can't be a list without a datasource
        ~~~~~~~~~~~~ error[field-type-json-list-unsupported]: field `data` can't be `Json[]`: a schema without a datasource has no lists of JSON values
      }
      """)
  }

  @Test func unsupportedTypesStayWithoutADatasource() {
    check(
      """
      model M {
        id Int                 @id
        a  Unsupported("Text")
      }
      """)
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      model M {
        id String                  @id @map("_id")
        a  Unsupported("ObjectId")
      }
      """)
  }

  @Test func sequenceIsOfCockroachDBAlone() {
    check(
      """
      datasource db {
        provider = "cockroachdb"
      }
      model M {
        id Int @id @default(sequence(1, virtual: 1, cache: 1.5, minValue: -5))
                                     ~ error[sequence-argument-unknown]: the arguments of `sequence` need their names
                                                 ~ error[value-type-mismatch]: expected `true` or `false`, but `1` is a number
                                                           ~~~ error[value-type-mismatch]: expected a whole number, but `1.5` is a number
      }
      """)
    check(
      """
      datasource db {
        provider = "postgresql"
      }
      model M {
        id Int @id @default(sequence())
                            ~~~~~~~~~~ error[default-unknown-function]: there is no function `sequence` for defaults
      }
      """)
  }

  @Test func aListOfABrokenTypeIsNotTold() {
    check(
      """
      datasource db {
        provider = "mysql"
      }
      model User {
        id    Int    @id
        posts Post[]
        tags  Int[]
        ~~~~~~~~~~~ error[field-list-unsupported]: field `tags` can't be a list: `mysql` has no lists of scalars
      }
      enum Post {
      ~~~~~~~~~~~ error[enum-empty]: enum `Post` has no values
        id Int @id
        ~~~~~~~~~~ error[syntax-invalid-enum-line]: `id Int @id` is not an enum value
      }
      """)
  }

  @Test func aBrokenLineHidesAPropertyOnlyWhereItMay() {
    func schema(_ line: String) -> String {
      """
      datasource db {
        provider = "mysql"
      \(line)
      }
      model Post {
        id   Int      @id
        tags String[]
      """
    }
    let told = """

        ~~~~~~~~~~~~~ error[field-list-unsupported]: field `tags` can't be a list: `mysql` has no lists of scalars
      }
      """
    func error(_ line: String) -> String {
      "error[syntax-invalid-config-line]: `\(line)` is not a property"
    }
    check(schema("  = 3\n  ~~~ \(error("= 3"))") + told)
    check(
      schema(
        "  relationMode \"prisma\"\n  ~~~~~~~~~~~~~~~~~~~~~ \(error("relationMode \"prisma\""))")
        + "\n}\n")
  }
}
