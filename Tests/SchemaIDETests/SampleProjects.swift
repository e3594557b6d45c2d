/// Valid schemas that together hold everything that has a name, in one file or several.
enum SampleProjects {
  /// Everything that a relational schema can name.
  static let shop = [
    """
    generator client {
      provider        = "prisma-client"
      output          = "../generated"
      previewFeatures = ["views", "partialIndexes"]
    }

    datasource db {
      provider = "postgresql"
      schemas  = ["sales", "audit"]
    }

    /// Somebody who buys. A Customer has orders.
    model Customer {
      id       Int       @id @default(autoincrement())
      email    String    @unique(map: "customer_email") @db.VarChar(255) // the email
      größe    Int?
      kind     Kind      @default(GUEST)
      kinds    Kind[]    @default([GUEST, MEMBER])
      orders   Order[]   @relation("Buyer")
      gifts    Order[]   @relation(name: "Receiver")
      tags     Tag[]
      friends  Customer[] @relation("Friends")
      friendOf Customer[] @relation("Friends")
      profile  Profile?

      @@unique([email, kind], name: "emailKind", where: { größe: 3, kind: { not: "GUEST" } })
      @@index([kind, email(sort: Desc)], map: "customer_kind")
      @@schema("sales")
    }

    enum Kind {
      GUEST // a guest
      MEMBER @map("member")
      @@schema("sales")
    }

    """,
    """
    model Order {
      number     Int
      shop       Int
      buyerId    Int // Customer
      buyer      Customer  @relation("Buyer", fields: [buyerId], references: [id])
      receiverId Int?
      receiver   Customer? @relation(fields : [receiverId], name: "Receiver", references:[ id ], map: "order_receiver")
      lines      Line[]

      @@id([shop, number], name: "key", map: "order_key")
      @@map("orders")
      @@schema("sales")
    }

    model Line {
      id     Int   @id
      shop   Int
      number Int
      order  Order @relation(fields: [shop, number], references: [shop, number], onDelete: Cascade)
      @@schema("audit")
    }

    model Tag {
      id        Int        @id
      customers Customer[]
      @@schema("sales")
    }

    model Profile {
      customerId Int      @id
      customer   Customer @relation(fields: [customerId], references: [id])
      totals     Totals?
      @@schema("sales")
    }

    view Totals {
      customerId Int     @unique
      sum        Int
      profile    Profile @relation(fields: [customerId], references: [customerId])
      @@schema("sales")
    }

    """,
  ]

  /// Composite types, with paths of several parts.
  static let places = [
    """
    datasource mongo {
      provider = "mongodb"
    }

    generator client {
      provider = "prisma-client-js"
    }

    type Street {
      name   String
      number Int    @map("no")
    }

    type Address {
      street Street
      town   String @default("Rome")
      level  Level  @default(LOW)
    }

    model Place {
      id      String   @id @default(auto()) @map("_id") @mongo.ObjectId
      address Address
      others  Address[]
      level   Level?
      ownerId String?  @mongo.ObjectId
      owner   Owner?   @relation(fields: [ownerId], references: [id])

      @@unique([address.street.name, address.town])
      @@index([address.street.number(sort: Desc), level])
      @@fulltext([address.town])
    }

    model Owner {
      id     String  @id @default(auto()) @map("_id") @mongo.ObjectId
      places Place[]
    }

    enum Level {
      LOW
      HIGH
    }

    """
  ]

  /// Names beyond ASCII, CRLF, tabs, and little space.
  static let odd = [
    "datasource db{\r\n\tprovider=\"sqlite\"\r\n}\r\n\r\nmodel Größe{\r\n\tid\tInt @id\r\n"
      + "\tmaß\tString // 𝒎𝒂ß\r\n\tart\tArt @default(ÄHNLICH)\r\n\tteile\tTeil[] // Teil\r\n"
      + "\t@@index([maß])// Index\r\n}\r\n\r\nmodel Teil{\r\n\tid Int @id\r\n\tgrößeId Int\r\n"
      + "\tgröße Größe @relation(fields:[größeId],references:[id])\r\n}\r\n\r\n"
      + "enum Art{\r\n\tÄHNLICH\r\n\tGLEICH\r\n}\r\n"
  ]

  /// All of them.
  static let all = [shop, places, odd]
}
