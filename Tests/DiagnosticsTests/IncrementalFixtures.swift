/// Small schemas in which much hangs together.
struct IncrementalFixtures: Sendable, CustomStringConvertible {
  let name: String
  let files: [(path: String, text: String)]

  var description: String { name }

  static let all = [postgres, mongo, sqlserver, hub, several, conventions]

  static let postgres = IncrementalFixtures(
    name: "postgresql",
    files: [
      (
        "schema.prisma",
        """
        generator client {
          provider = "prisma-client-js"
          previewFeatures = ["views"]
        }

        datasource db {
          provider = "postgresql"
          url = env("DATABASE_URL")
          schemas = ["a", "b"]
        }

        model User {
          id Int @id @default(autoincrement())
          email String @unique(map: "user_email")
          role Role @default(USER)
          posts Post[] @relation("author")
          edited Post[] @relation("editor")
          profile Profile?
          tags Tag[]
          manager User? @relation("m", fields: [managerId], references: [id])
          managerId Int?
          reports User[] @relation("m")
          @@schema("a")
          @@map("users")
        }

        model Post {
          id Int @id
          title String @db.VarChar(100)
          authorId Int
          author User @relation("author", fields: [authorId], references: [id], onDelete: Cascade)
          editorId Int?
          editor User? @relation("editor", fields: [editorId], references: [id], map: "fk")
          kind Kind @default(DRAFT)
          @@index([authorId], map: "user_email")
          @@unique([title, authorId])
          @@schema("b")
        }

        model Profile {
          id Int @id
          userId Int @unique
          user User @relation(fields: [userId], references: [id], onDelete: SetNull)
          @@schema("a")
        }

        model Tag {
          name String @id
          users User[]
          missing Missing?
          @@schema("a")
        }

        view Summary {
          id Int @unique
          total Decimal
          @@schema("a")
        }

        enum Role {
          USER
          ADMIN @map("admin")
          @@schema("a")
        }

        enum Kind {
          DRAFT
          DONE
          @@map("Role")
          @@schema("a")
        }

        """
      )
    ])

  static let mongo = IncrementalFixtures(
    name: "mongodb",
    files: [
      (
        "schema.prisma",
        """
        datasource db {
          provider = "mongodb"
        }

        type Address {
          street String
          zip Zip?
          kind Kind @default(HOME)
        }

        type Zip {
          code String @map("c")
          deep Inner[]
        }

        type Inner {
          value Int
        }

        enum Kind {
          HOME
          WORK
        }

        model User {
          id String @id @default(auto()) @map("_id") @db.ObjectId
          address Address
          others Address[]
          postIds String[] @db.ObjectId
          posts Post[] @relation(fields: [postIds], references: [id])
          @@index([address.street])
          @@unique([address.zip.code, id])
        }

        model Post {
          id String @id @default(auto()) @map("_id") @db.ObjectId
          userIds String[] @db.ObjectId
          users User[] @relation(fields: [userIds], references: [id])
        }

        """
      )
    ])

  static let sqlserver = IncrementalFixtures(
    name: "sqlserver",
    files: [
      (
        "schema.prisma",
        """
        datasource db {
          provider = "sqlserver"
        }

        model A {
          id Int @id(map: "pk")
          n Int @default(1, map: "df")
          bId Int?
          b B? @relation(fields: [bId], references: [id], onDelete: Cascade)
          cs C[]
        }

        model B {
          id Int @id(map: "pk")
          n Int @default(2, map: "df")
          as A[]
          cId Int
          c C @relation(fields: [cId], references: [id], map: "fk")
        }

        model C {
          id Int @id
          bs B[]
          aId Int
          a A @relation(fields: [aId], references: [id], map: "fk")
          code String @unique
          ds D[]
        }

        model D {
          code String @id
          c C @relation(fields: [code], references: [code])
        }

        """
      )
    ])

  static let hub = IncrementalFixtures(
    name: "a hub",
    files: [
      (
        "schema.prisma",
        "datasource db {\n  provider = \"mysql\"\n}\n\nmodel Hub {\n  id Int @id\n  name String\n"
          + (0..<20).map { "  s\($0) Spoke\($0)[]\n" }.joined() + "}\n\n"
          + (0..<20).map {
            """
            model Spoke\($0) {
              id Int @id
              hubId Int
              hub Hub @relation(fields: [hubId], references: [id])
            }


            """
          }.joined()
      )
    ])

  static let several = IncrementalFixtures(
    name: "several files",
    files: [
      ("a.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n\nenum E {\n  A\n  B\n}\n"),
      (
        "b.prisma",
        """
        model User {
          id Int @id
          e E @default(A)
          posts Post[]
        }

        model Twice {
          id Int @id
        }

        """
      ),
      (
        "c.prisma",
        """
        model Post {
          id Int @id
          userId Int
          user User @relation(fields: [userId], references: [id])
        }

        model Twice {
          id Int @id
          userName user
        }

        """
      ),
      ("d.prisma", "generator g {\n  provider = \"x\"\n}\n"),
    ])

  /// What some rules say of one declaration hangs on all others: styles of names, time zones, circles of
  /// required relations, enums in use.
  static let conventions = IncrementalFixtures(
    name: "conventions",
    files: [
      (
        "schema.prisma",
        """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id Int @id
          firstName String
          lastName String
          createdAt DateTime @db.Timestamptz(3)
          updatedAt DateTime
          profileId Int
          profile Profile @relation("a", fields: [profileId], references: [id], onDelete: Cascade)
          owns Profile[] @relation("b")
          kind Kind
        }

        model Profile {
          id Int @id
          homeTown String
          birthDate DateTime @db.Timestamp
          userId Int
          user User @relation("b", fields: [userId], references: [id], onDelete: Cascade)
          users User[] @relation("a")
          tags TagList[]
        }

        model TagList {
          id Int @id
          shortName String
          sort_key Int
          madeAt DateTime @db.Timestamptz
          parentId Int
          parent TagList @relation("p", fields: [parentId], references: [id], onDelete: Cascade)
          children TagList[] @relation("p")
          profiles Profile[]
          @@index([parentId])
          @@index([parentId, id])
        }

        model mail_queue {
          id Int @id
          sentAt DateTime
          retryCount Int
          last_error String? // prisma-lsp-ignore lint-field-name-style
        }

        model Setting {
          id String @id @default(cuid()) @db.Uuid
          valueText String
          isPublic Boolean
        }

        enum Kind {
          A
        }

        enum Unused {
          A
        }

        """
      )
    ])
}
