import TestSupport
import Testing

/// Conditions of the rules of models that their examples don't show.
@Suite struct ModelRuleTests {
  @Test func aModelNeedsAUniqueCriterion() {
    check(
      """
      model Empty {
        name String?
        @@id([])
        ~~~~~~~~ error[id-empty]: the id of model `Empty` has no fields
      }
      model Ignored {
      ~~~~~~~~~~~~~~~ hint[lint-ignored-model]: model `Ignored` is left out of the client
        name String?
        @@ignore
      }
      model Several {
      ~~~~~~~~~~~~~~~ error[model-no-unique-criterion]: model `Several` has no id and no unique over required fields
        a Int?             @unique
        b Unsupported("x") @unique
        c Int
        @@unique([a, c])
      }
      model Listed {
        a Int @unique
        b String?
      }
      """)
  }

  @Test func anIdOverAPathIsACriterion() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type Address {
        street String
        town   String?
      }
      model Required {
      ~~~~~~~~~~~~~~~~ error[mongo-id-missing]: model `Required` has no id, and every document of `mongodb` has one
        address Address
        @@unique([address.street])
      }
      model Optional {
      ~~~~~~~~~~~~~~~~ error[mongo-id-missing]: model `Optional` has no id, and every document of `mongodb` has one
      ~~~~~~~~~~~~~~~~ error[model-no-unique-criterion]: model `Optional` has no id and no unique over required fields
        address Address
        @@unique([address.town])
      }
      """)
  }

  @Test func longNamesAreCountedInBytes() {
    let name = String(repeating: "é", count: 32)
    check(
      """
      datasource db {
        provider = "postgresql"
      }
      model User {
        id Int @id(map: "\(name)")
               ~~~~~~~~~~\(String(repeating: "~", count: 34)) error[id-constraint-name-too-long]: the name of the primary key is 64 bytes long, and `postgresql` allows 63
      }
      """)
  }

  @Test func clientNamesWalkIntoCompositeTypes() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type Address {
        street String
      }
      model User {
        id                  String @id @map("_id")
        name                String
        address             Address
        name_address_street String

        @@unique([name, address.street])
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-client-name-clash]: the unique is called `name_address_street` in the client, and so is a field
      }
      """)
  }

  @Test func aRelationFieldMayHaveTheClientName() {
    check(
      """
      model A {
        x   Int
        y   Int
        x_y B?
        @@id([x, y])
      }
      model B {
        id Int @id
        ax Int
        ay Int
        a  A   @relation(fields: [ax, ay], references: [x, y])
        @@unique([ax, ay])
      }
      """)
  }

  @Test func viewsHaveRulesOfTheirOwn() {
    check(
      """
      generator client {
        provider        = "prisma-client"
        previewFeatures = ["views"]
      }
      datasource db {
        provider = "mysql"
      }
      view Everything {
        id   Int    @id(map: "key", sort: Desc)
                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-id]: views have no primary key
        text String @db.Text
        tags Int[]
        ~~~~~~~~~~ error[field-list-unsupported]: field `tags` can't be a list: `mysql` has no lists of scalars

        @@index([text(length: 5), id(sort: Desc)], name: "text")
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-index]: views have no indexes
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-field-arguments]: field `text` has arguments in an index of a view
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-field-arguments]: field `id` has arguments in an index of a view
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-mapped]: the uniques of a view have no name in the database
      }
      """)
  }

  @Test func schemasAreCheckedOnEnumsToo() {
    check(
      """
      datasource db {
        provider = "postgresql"
        schemas  = ["a"]
      }
      enum Role {
      ~~~~~~~~~~~ error[schema-missing]: enum `Role` does not say in which schema it is
        USER
      }
      enum Rank {
        FIRST
        @@schema("b")
                 ~~~ error[schema-unknown]: schema `b` is not among the `schemas` of the datasource
      }
      """)
    check(
      """
      datasource db {
        provider = "sqlite"
      }
      enum Role {
        USER
        @@schema("a")
                 ~~~ error[schema-unsupported]: `sqlite` has no schemas
      }
      """)
  }

  @Test func autoincrementNeedsAnIndexThatBeginsWithIt() {
    check(
      """
      datasource db {
        provider = "mysql"
      }
      model Second {
        a Int
        b Int @default(autoincrement())
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-not-indexed]: field `b` has `autoincrement()`, and no index begins with it
        @@id([a, b])
      }
      model First {
        a Int @default(autoincrement())
        b Int
        @@id([a, b])
      }
      model Indexed {
        id Int @id
        a  Int @default(autoincrement())
        @@index([a])
      }
      """)
    check(
      """
      datasource db {
        provider = "sqlite"
      }
      model Compound {
        a Int @default(autoincrement())
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-non-id]: field `a` has `autoincrement()` and is not the id
        b Int
        @@id([a, b])
      }
      """)
  }

  @Test func compositeCyclesAreFoundOnce() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type A {
        b B
        ~~~ error[composite-type-cycle]: composite types contain each other without end: `B` → `C` → `A` → `B`
        e E
      }
      type B {
        c C
        ~~~ error[composite-type-cycle]: composite types contain each other without end: `C` → `A` → `B` → `C`
      }
      type C {
        a A
        ~~~ error[composite-type-cycle]: composite types contain each other without end: `A` → `B` → `C` → `A`
        d D?
        f A[]
      }
      type D {
        c C
      }
      type E {
        e E
        ~~~ error[composite-type-self-cycle]: composite type `E` contains itself without end
      }
      """)
  }

  @Test func aLongChainOfCompositeTypesIsWalkedWithoutRecursion() {
    let count = 20_000
    let types = (0..<count).map { "type T\($0) {\n  next T\($0 + 1)\n}" }.joined(separator: "\n")
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      \(types)
      type T\(count) {
        last String
      }
      """)
  }

  @Test func aTypeWithoutFieldsIsToldWhenAllElseIsRight() {
    check(
      """
      datasource db {
        provider = "mongodb"
      }
      type Empty {
      ~~~~~~~~~~~~ error[composite-type-empty]: composite type `Empty` has no fields
      }
      """)
    check(
      """
      datasource db {
        provider = "postgresql"
      }
      type Empty {
      ~~~~~~~~~~~~ error[composite-types-unsupported]: `postgresql` has no composite types
      }
      """)
  }
}
