import SchemaModel
import Testing

/// Fixes that change one line.
struct LineFixTests {
  /// A line with the cursor, what becomes of it, and the action.
  struct Fixture: Sendable, CustomTestStringConvertible {
    let title: String
    let before: String
    let after: String
    var provider = "postgresql"

    var testDescription: String { "\(before) → \(after)" }
  }

  private static func schema(_ line: String, _ provider: String) -> String {
    """
    datasource db {
      provider = "\(provider)"
    }

    generator client {
      provider = "prisma-client"
    }

    enum Role {
      USER
      ADMIN
    }

    model User {
      id    Int    @id
      name  String
      posts Post[]
    }

    model Post {
      id       Int    @id
      title    String
      author   User   @relation(fields: [authorId], references: [id])
      authorId Int
    \(line)
    }

    """
  }

  private static func check(_ fixture: Fixture, _ version: PrismaVersion = .seven) {
    checkFix(
      fixture.title, in: schema(fixture.before, fixture.provider),
      gives: schema(fixture.after, fixture.provider), version: version)
  }

  @Test(arguments: [
    Fixture(
      title: "Remove `@default`", before: "  at DateTime @default(fa<|>lse)", after: "  at DateTime"
    ),
    Fixture(
      title: "Remove `@default`", before: "  role Role @default(\"ne<|>ver\")", after: "  role Role"
    ),
    Fixture(title: "Remove `@default`", before: "  a Int @def<|>ault()", after: "  a Int"),
  ])
  func `a default that is none can be removed`(fixture: Fixture) { Self.check(fixture) }

  @Test(arguments: [
    Fixture(
      title: "Change spelling to 'default'", before: "  rank Int @defa<|>lt(1)",
      after: "  rank Int @default(1)"),
    Fixture(
      title: "Change spelling to 'unique'", before: "  @@uniqe<|>([id, title])",
      after: "  @@unique([id, title])"),
    Fixture(
      title: "Change spelling to 'map'", before: "  @@index([title], ma<|>pp: \"x\")",
      after: "  @@index([title], map: \"x\")"),
    Fixture(
      title: "Change spelling to 'title'", before: "  @@index([ti<|>tel, id])",
      after: "  @@index([title, id])"),
    Fixture(
      title: "Change spelling to 'title'", before: "  @@index([ti<|>tel(sort: Desc)])",
      after: "  @@index([title(sort: Desc)])"),
    Fixture(
      title: "Change spelling to 'VarChar'", before: "  a String @db.Var<|>Chr(10)",
      after: "  a String @db.VarChar(10)"),
    Fixture(
      title: "Change spelling to 'ADMIN'", before: "  role Role @default(AD<|>MN)",
      after: "  role Role @default(ADMIN)"),
    Fixture(
      title: "Change spelling to 'uuid'", before: "  a String @default(uu<|>d())",
      after: "  a String @default(uuid())"),
    Fixture(
      title: "Change spelling to 'Hash'", before: "  @@index([title], type: ha<|>sh)",
      after: "  @@index([title], type: Hash)"),
    Fixture(
      title: "Change spelling to 'GinOps'", before: "  @@index([title(ops: Gi<|>nOps)], type: Gin)",
      after: "  @@index([title(ops: GinOps)], type: Gin)"),
  ])
  func `a mistyped word is corrected`(fixture: Fixture) {
    // Nothing is wrong with the last one: it is there to see that nothing is offered.
    if fixture.before.replacing("<|>", with: "") == fixture.after {
      #expect(
        !actionTitles(in: Self.schema(fixture.before, fixture.provider)).contains(fixture.title))
    } else {
      Self.check(fixture)
    }
  }

  @Test(arguments: [
    Fixture(title: "Remove `:`", before: "  a <|>: Int", after: "  a  Int"),
    Fixture(title: "Remove `:`", before: "  a<|>:Int", after: "  a Int"),
    Fixture(title: "Write `Int`", before: "  a In<|>t!", after: "  a Int"),
    Fixture(title: "Write `Int[]`", before: "  a [In<|>t]", after: "  a Int[]"),
    Fixture(title: "Write `Int[]`", before: "  a Int<|>[]?", after: "  a Int[]"),
    Fixture(
      title: "Remove `,`", before: "  a String @map(\"b\"<|>,)", after: "  a String @map(\"b\")"),
    Fixture(
      title: "Write `\\\\`", before: "  a String @default(\"C:<|>\\d\")",
      after: "  a String @default(\"C:\\\\d\")"),
    Fixture(
      title: "Write `[id, title]`", before: "  @@uniq<|>ue(id, title, map: \"x\")",
      after: "  @@unique([id, title], map: \"x\")"),
    Fixture(
      title: "Remove the repeated `id`", before: "  @@index<|>([id, title, id(sort: Desc)])",
      after: "  @@index([id, title])"),
    Fixture(
      title: "Use `authorId`", before: "  @@index([aut<|>hor, id])",
      after: "  @@index([authorId, id])"),
    Fixture(
      title: "Turn this line into a comment", before: "  _na<|>me String",
      after: "  // _name String"),
    Fixture(
      title: "Turn this line into a comment", before: "  Js<|>on? @default(\"{}\")",
      after: "  // Json? @default(\"{}\")"),
    Fixture(title: "Write `[id]`", before: "  @@index([no<|>ne, id])", after: "  @@index([id])"),
  ])
  func `what is written in an old or wrong way is written anew`(fixture: Fixture) {
    Self.check(fixture)
  }

  @Test(arguments: [
    Fixture(
      title: "Replace by `USER`", before: "  role Role @default(\"US<|>ER\")",
      after: "  role Role @default(USER)"),
    Fixture(
      title: "Replace by `true`", before: "  a Boolean @default(Tr<|>ue)",
      after: "  a Boolean @default(true)"),
    Fixture(
      title: "Replace by `18`", before: "  a Int @default(\"1<|>8\")", after: "  a Int @default(18)"
    ),
    Fixture(
      title: "Replace by `\"18\"`", before: "  a String @default(1<|>8)",
      after: "  a String @default(\"18\")"),
    Fixture(
      title: "Replace by `[1]`", before: "  a Int[] @default(<|>1)",
      after: "  a Int[] @default([1])"),
    Fixture(
      title: "Replace by `now()`", before: "  a DateTime @default(no<|>w(\"UTC\"))",
      after: "  a DateTime @default(now())"),
    Fixture(
      title: "Replace by `dbgenerated(\"f(\\\"x\\\")\")`",
      before: "  a String @default(dbgener<|>ated(f(\"x\")))",
      after: "  a String @default(dbgenerated(\"f(\\\"x\\\")\"))"),
    Fixture(
      title: "Replace by `\"2024-05-17T00:00:00Z\"`",
      before: "  a DateTime @default(\"2024<|>-05-17\")",
      after: "  a DateTime @default(\"2024-05-17T00:00:00Z\")"),
    Fixture(
      title: "Replace by `\"post\"`", before: "  @@map(po<|>st)", after: "  @@map(\"post\")"),
    Fixture(
      title: "Write `@db.Timestamp(6)`", before: "  a DateTime @db.Time<|>stamp(9)",
      after: "  a DateTime @db.Timestamp(6)"),
    Fixture(
      title: "Write `@db.Text`", before: "  a String @d.Te<|>xt", after: "  a String @db.Text"),
    Fixture(
      title: "Write `@db.VarChar(191)`", before: "  a String @db.Var<|>Char",
      after: "  a String @db.VarChar(191)", provider: "mysql"),
    // As far away as a number can be.
    Fixture(
      title: "Write `@db.Timestamp(0)`",
      before: "  a DateTime @db.Timestamp(-9223372<|>036854775808)",
      after: "  a DateTime @db.Timestamp(0)"),
    Fixture(
      title: "Use `Decimal @db.Decimal(10, 2)`", before: "  a Unsupp<|>orted(\"Decimal(10, 2)\")?",
      after: "  a Decimal? @db.Decimal(10, 2)"),
  ])
  func `a value is written as its place takes it`(fixture: Fixture) {
    Self.check(fixture)
  }

  @Test(arguments: [
    Fixture(
      title: "Remove `@unique`", before: "  a Int @unique @uni<|>que // x",
      after: "  a Int @unique // x"),
    Fixture(title: "Remove `@@fulltext`", before: "\n  @@full<|>text([title])", after: ""),
    Fixture(
      title: "Remove `map`", before: "  @@index([title], m<|>ap: \"\", type: Hash)",
      after: "  @@index([title], type: Hash)"),
    Fixture(
      title: "Remove `sort`", before: "  @@in<|>dex([title(sort: Desc)], type: Hash)",
      after: "  @@index([title], type: Hash)"),
    Fixture(
      title: "Remove `length`", before: "  a String @un<|>ique(length: 10)",
      after: "  a String @unique"),
    Fixture(title: "Remove `title`", before: "  tit<|>le Int", after: ""),
  ])
  func `what can't be there is removed`(fixture: Fixture) {
    let schema = Self.schema(fixture.before, fixture.provider)
    var after = Self.schema(fixture.after, fixture.provider)
    if fixture.after.isEmpty {
      let lead = fixture.before.hasPrefix("\n") ? "\n\n" : "\n"
      after = after.replacing("authorId Int\n\n}", with: "authorId Int\(lead)}")
    }
    checkFix(fixture.title, in: schema, gives: after)
  }

  @Test(arguments: [
    Fixture(
      title: "Change the type to `DateTime`", before: "  a String @up<|>datedAt",
      after: "  a DateTime @updatedAt"),
    Fixture(
      title: "Make `a` a single value", before: "  a DateTime[] @up<|>datedAt",
      after: "  a DateTime @updatedAt"),
    Fixture(
      title: "Make `a` a single value", before: "  a Int<|>[]", after: "  a Int", provider: "mysql"),
    Fixture(title: "Add type `DateTime`", before: "  created<|>At", after: "  createdAt DateTime"),
    Fixture(
      title: "Change the type to `Int`", before: "  a String @db.Small<|>Int",
      after: "  a Int @db.SmallInt"),
    Fixture(
      title: "Rename to `firstName`", before: "  first<|>-name String",
      after: "  firstName String @map(\"first-name\")"),
  ])
  func `a field gets the type or name that it needs`(fixture: Fixture) { Self.check(fixture) }

  @Test func `a value is added to its enum`() {
    let schema = Self.schema("  role Role @default(GU<|>EST)", "postgresql")
    checkFix(
      "Add `GUEST` to enum `Role`", in: schema,
      gives: schema.replacing("<|>", with: "").replacing("ADMIN\n", with: "ADMIN\n  GUEST\n"))
  }

  @Test func `a preview feature is switched on`() {
    let schema =
      Self.schema("", "postgresql") + "vi<|>ew Names {\n  name String\n}\n"
    checkFix(
      "Add preview feature `views`", in: schema,
      gives: schema.replacing("<|>", with: "").replacing(
        "\"prisma-client\"\n", with: "\"prisma-client\"\n  previewFeatures = [\"views\"]\n"),
      isPreferred: true)
  }
}
