// swift-format-ignore-file
// Written by `UPDATE_SNAPSHOTS=1 swift test --filter RuleDocumentation`; change the comments of
// the rules instead.

extension RuleDocumentation {
  /// The pages of all rules, sorted by id, each with an empty line before it.
  static let pages = #"""

# argument-default-twice

**error** · Attributes

An argument is given with its name and once more without.

The argument that can do without its name is the same as the one of that name.

```prisma
model User {
  id   Int    @id
  name String @map("a", name: "b")
                        ~~~~~~~~~ error[argument-default-twice]: argument `name` of `@map` is already given without its name
}
```

# argument-duplicate

**error** · Attributes

An argument is given twice.

The last value counts, so the earlier one does nothing.

```prisma
model User {
  id   Int    @id
  name String @unique(map: "a", map: "b")
                                ~~~~~~~~ error[argument-duplicate]: argument `map` of `@unique` is already given
}
```

# argument-empty

**error** · Attributes

An argument has a name but no value.

The attribute is not looked at until the value is there.

```prisma
model User {
  id   Int    @id
  name String @unique(map:)
                      ~~~ error[argument-empty]: argument `map` of `@unique` has no value
}
```

# argument-missing

**error** · Attributes

An argument that an attribute needs is missing.

Without it the attribute says nothing.

```prisma
model User {
  id   Int    @id
  name String @default
              ~~~~~~~~ error[argument-missing]: `@default` needs an argument `value`
}
```

# argument-trailing-comma

**error** · Attributes

A list of arguments ends with a comma.

Prisma takes commas between arguments only.

```prisma
model User {
  id   Int    @id
  name String @map("user_name",)
                              ~ error[argument-trailing-comma]: the arguments of `@map` end with a comma
}
```

# argument-unknown

**error** · Attributes

An attribute is given an argument that it does not know.

It may be misspelled, or belong to another attribute or another version of Prisma.

```prisma
model User {
  id   Int    @id
  name String @map("user_name", length: 10)
                                ~~~~~~~~~~ error[argument-unknown]: `@map` takes no argument `length`
}
```

# arguments-multiple-unnamed

**error** · Attributes

An attribute is given several arguments without names.

Each attribute has at most one argument that can do without its name. Several fields are written as one list, in brackets.

```prisma
model User {
  first String
  last  String

  @@id(first, last)
  ~~~~~~~~~~~~~~~~~ error[arguments-multiple-unnamed]: `@@id` has several arguments without a name
}
```

# attribute-duplicate

**error** · Attributes

An attribute that may stand once stands several times.

Only `@@index`, `@@unique` and `@@fulltext` may be repeated. None of the others is looked at when it is there twice, as it can't be told which one is meant.

```prisma
model User {
  id   Int    @id
  name String @map("a") @map("b")
              ~~~~~~~~~ error[attribute-duplicate]: `@map` can stand only once
                        ~~~~~~~~~ error[attribute-duplicate]: `@map` can stand only once
}
```

# attribute-unknown

**error** · Attributes

An attribute does not exist, or not at this place.

Attributes of fields begin with `@`, those of blocks with `@@`. Which of them are allowed depends on what they stand on: `@updatedAt`, for instance, is for scalar fields only, and a composite type takes no block attributes.

```prisma
model User {
  id   Int    @id
  name String @primary
              ~~~~~~~~ error[attribute-unknown]: attribute `@primary` is not known on a model field (`name`)
}
```

# autoincrement-int

**error** · Defaults

An `Int` of CockroachDB has `autoincrement()`.

The numbers that CockroachDB makes for `autoincrement()` fill 64 bits.

```prisma
datasource db {
  provider = "cockroachdb"
}

model User {
  id Int @id @default(autoincrement())
             ~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-int]: `autoincrement()` makes numbers too large for `Int` in `cockroachdb`
}
```

# autoincrement-multiple

**error** · Defaults

A table has several fields with `autoincrement()`.

The database keeps one counter for each table.

```prisma
datasource db {
  provider = "mysql"
}

model User {
~~~~~~~~~~~~ error[autoincrement-multiple]: model `User` has 2 fields with `autoincrement()`, and `mysql` allows one
  id     Int @id @default(autoincrement())
  number Int @unique @default(autoincrement())
}
```

# autoincrement-non-id

**error** · Defaults

A field with `autoincrement()` is not the id.

SQLite counts up the primary key alone.

```prisma
datasource db {
  provider = "sqlite"
}

model User {
  id     Int @id
  number Int @unique @default(autoincrement())
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-non-id]: field `number` has `autoincrement()` and is not the id
}
```

# autoincrement-not-indexed

**error** · Defaults

A field with `autoincrement()` has no index.

MySQL finds the next number by an index that begins with the field.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id     String @id
  number Int    @default(autoincrement())
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-not-indexed]: field `number` has `autoincrement()`, and no index begins with it
}
```

# autoincrement-unsupported

**error** · Defaults

The database has no `autoincrement()`.

MongoDB makes ids with `auto()`, on fields of the native type `ObjectId`.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id Int @id @default(autoincrement()) @map("_id")
             ~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-unsupported]: `mongodb` has no `autoincrement()`
}
```

# clustered-id-and-index

**error** · Indexes

The id is clustered, and an index is too.

A table is stored in the order of one index. In SQL Server that is the primary key, unless it says `clustered: false`.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id   Int    @id
              ~~~ error[clustered-id-and-index]: the id of model `User` is clustered, and an index is too
  name String

  @@index([name], clustered: true)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-index-and-id]: an index of model `User` is clustered, and the id is too
}
```

# clustered-index-and-id

**error** · Indexes

An index is clustered, and the id is too.

A table is stored in the order of one index. In SQL Server that is the primary key, unless it says `clustered: false`.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id   Int    @id
              ~~~ error[clustered-id-and-index]: the id of model `User` is clustered, and an index is too
  name String @unique(clustered: true)
              ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-index-and-id]: an index of model `User` is clustered, and the id is too
}
```

# clustered-multiple

**error** · Indexes

Several indexes are clustered.

A table is stored in the order of one index.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id    Int    @id(clustered: false)
  name  String @unique(clustered: true)
               ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-multiple]: model `User` has several clustered indexes
  email String @unique(clustered: true)
               ~~~~~~~~~~~~~~~~~~~~~~~~ error[clustered-multiple]: model `User` has several clustered indexes
}
```

# clustered-unsupported

**error** · Indexes

The database does not let you choose the clustered index.

Only SQL Server lets a schema choose by which index a table is stored.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id(clustered: true)
         ~~~~~~~~~~~~~~~~~~~~ error[clustered-unsupported]: `postgresql` takes no `clustered`
}
```

# composite-field-id

**error** · Composite types

A field of a composite type has `@id`.

A composite type is part of a document, and only the document has an id.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  number Int @id
  ~~~~~~~~~~~~~~ error[composite-field-id]: field `number` of composite type `Address` can't have `@id`
             ~~~ error[attribute-unknown]: attribute `@id` is not known on a composite type field (`number`)
}
```

# composite-field-relation

**error** · Composite types

A field of a composite type has `@relation`.

Relations start at models. Let the model that holds the composite type have the relation.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  owner String @relation("owner")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[composite-field-relation]: field `owner` of composite type `Address` can't have `@relation`
               ~~~~~~~~~~~~~~~~~~ error[attribute-unknown]: attribute `@relation` is not known on a composite type field (`owner`)
}
```

# composite-field-relation-type

**error** · Types

A field of a composite type refers to a model.

A composite type is stored inside a document of a model, and relations start at models. Let the model that holds the composite type have the relation.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String
  owner  User
         ~~~~ error[composite-field-relation-type]: field `owner` of composite type `Address` can't refer to `User`
}

model User {
  id String @id @map("_id")
}
```

# composite-field-unique

**error** · Composite types

A field of a composite type has `@unique`.

Indexes belong to collections. Define the constraint in the model that holds the composite type, with a dotted path.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String @unique
  ~~~~~~~~~~~~~~~~~~~~~ error[composite-field-unique]: field `street` of composite type `Address` can't have `@unique`
                ~~~~~~~ error[attribute-unknown]: attribute `@unique` is not known on a composite type field (`street`)
}
```

# composite-type-block-attribute

**error** · Composite types

A composite type has a block attribute.

It takes none: what `@@` attributes say is about tables and collections.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String

  @@schema("public")
  ~~~~~~~~~~~~~~~~~~ error[composite-type-block-attribute]: composite type `Address` can't have `@@schema`
}
```

# composite-type-block-fulltext

**error** · Composite types

A composite type has `@@fulltext`.

Indexes belong to collections. Define the index in the model that holds the composite type, with a dotted path.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String

  @@fulltext([street])
  ~~~~~~~~~~~~~~~~~~~~ error[composite-type-block-fulltext]: composite type `Address` can't have `@@fulltext`
}
```

# composite-type-block-id

**error** · Composite types

A composite type has `@@id`.

It is part of a document, and only the document has an id.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String
  number Int

  @@id([street, number])
  ~~~~~~~~~~~~~~~~~~~~~~ error[composite-type-block-id]: composite type `Address` can't have `@@id`
}
```

# composite-type-block-index

**error** · Composite types

A composite type has `@@index`.

Indexes belong to collections. Define the index in the model that holds the composite type, with a dotted path.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String

  @@index([street])
  ~~~~~~~~~~~~~~~~~ error[composite-type-block-index]: composite type `Address` can't have `@@index`
}
```

# composite-type-block-map

**error** · Composite types

A composite type has `@@map`.

It has no table: it is stored inside the documents of models, under the names of their fields.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String

  @@map("addresses")
  ~~~~~~~~~~~~~~~~~~ error[composite-type-block-map]: composite type `Address` can't have `@@map`
}
```

# composite-type-block-unique

**error** · Composite types

A composite type has `@@unique`.

Indexes belong to collections. Define the constraint in the model that holds the composite type, with a dotted path.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String

  @@unique([street])
  ~~~~~~~~~~~~~~~~~~ error[composite-type-block-unique]: composite type `Address` can't have `@@unique`
}
```

# composite-type-cycle

**error** · Composite types

Composite types contain each other in a circle.

A document of such a type would have no end. Each field that closes a circle is marked; make one of them optional or a list.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  city City
  ~~~~~~~~~ error[composite-type-cycle]: composite types contain each other without end: `City` → `Address` → `City`
}

type City {
  center Address
  ~~~~~~~~~~~~~~ error[composite-type-cycle]: composite types contain each other without end: `Address` → `City` → `Address`
}
```

# composite-type-empty

**error** · Composite types

A composite type has no fields.

A document always holds something. Prisma tells of this once all else is right.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
~~~~~~~~~~~~~~ error[composite-type-empty]: composite type `Address` has no fields
}
```

# composite-type-self-cycle

**error** · Composite types

A composite type contains itself.

A document of such a type would hold a document of the same type, which would hold another, without end. With an optional field or a list it can stop.

```prisma
datasource db {
  provider = "mongodb"
}

type Comment {
  text  String
  reply Comment
  ~~~~~~~~~~~~~ error[composite-type-self-cycle]: composite type `Comment` contains itself without end
}
```

# composite-types-unsupported

**error** · Composite types

The database has no composite types.

Only documents of MongoDB can hold other documents. In tables, use a model of its own with a relation, or a field of type `Json`.

```prisma
datasource db {
  provider = "postgresql"
}

type Address {
~~~~~~~~~~~~~~ error[composite-types-unsupported]: `postgresql` has no composite types
  street String
}
```

# config-property-missing-value

**error** · Configuration

A property of a datasource or generator has no value.

The block is not looked at any further until the value is there.

```prisma
generator client {
~~~~~~~~~~~~~~~~~~ error[config-property-missing-value]: property `output` of generator `client` has no value
  provider = "prisma-client"
  output   =
}
```

# datasource-direct-url-removed

**error** · Configuration

A datasource has `directUrl`, which Prisma 7 has removed.

The tools read one URL, from `prisma.config.ts`, and use it directly.

```prisma
datasource db {
  provider  = "postgresql"
  directUrl = env("DIRECT_URL")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-direct-url-removed]: `directUrl` is no longer a property of the datasource in Prisma 7
}
```

# datasource-multiple

**error** · Configuration

A file has several datasources.

A schema describes one database. Write a schema of its own for each of several.

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
  provider = "postgresql"
}

datasource cache {
~~~~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `cache` is one of several
  provider = "sqlite"
}
```

# datasource-preview-features

**error** · Configuration

A datasource has `previewFeatures`.

They belong to the generator, also those that are about the database.

```prisma
datasource db {
  provider        = "postgresql"
  previewFeatures = ["views"]
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-preview-features]: `previewFeatures` does not belong in a datasource
}
```

# datasource-property-unknown

**error** · Configuration

A datasource has a property that does not exist.

Which properties exist depends on the provider, too: `extensions` is for PostgreSQL only.

```prisma
datasource db {
  provider = "postgresql"
  host     = "localhost"
  ~~~~~~~~~~~~~~~~~~~~~~ error[datasource-property-unknown]: a datasource has no property `host`
}
```

# datasource-provider-empty

**error** · Configuration

The provider of a datasource is empty.

It names the kind of database, which decides on types, attributes and names.

```prisma
datasource db {
  provider = ""
             ~~ error[datasource-provider-empty]: the provider of datasource `db` is empty
}
```

# datasource-provider-env

**error** · Configuration

The provider of a datasource comes from the environment.

A schema is written for one kind of database, so its provider can't change from one machine to another.

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-provider-env]: the provider of datasource `db` can't come from the environment
  provider = env("DATABASE_PROVIDER")
}
```

# datasource-provider-missing

**error** · Configuration

A datasource has no provider.

It names the kind of database, which decides on types, attributes and names.

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-provider-missing]: datasource `db` has no `provider`
}
```

# datasource-provider-not-string

**error** · Configuration

The provider of a datasource is no string.

It is written in double quotes, and there is only one.

```prisma
datasource db {
  provider = ["postgresql", "sqlite"]
             ~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-provider-not-string]: the provider of a datasource must be a string, but `["postgresql", "sqlite"]` is a list
}
```

# datasource-provider-unknown

**error** · Configuration

The provider of a datasource is not known.

Known are `postgresql` (also `postgres`), `mysql`, `sqlite`, `sqlserver`, `cockroachdb` and `mongodb`, in lower case. MariaDB takes `mysql`.

```prisma
datasource db {
  provider = "oracle"
             ~~~~~~~~ error[datasource-provider-unknown]: `oracle` is no provider that Prisma knows
}
```

# datasource-referential-integrity-deprecated

**warning** · Configuration

A datasource uses the old name of `relationMode`.

`referentialIntegrity` still works, but has been renamed.

```prisma
datasource db {
  provider             = "mysql"
  referentialIntegrity = "prisma"
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[datasource-referential-integrity-deprecated]: `referentialIntegrity` is the old name of `relationMode`
}
```

# datasource-relation-mode-invalid

**error** · Configuration

The `relationMode` of a datasource does not exist.

Relations are kept whole by foreign keys of the database, or by Prisma.

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-relation-mode-invalid]: `relationMode` can't be `none`
  provider     = "mysql"
  relationMode = "none"
}
```

# datasource-relation-mode-twice

**error** · Configuration

A datasource has both `relationMode` and `referentialIntegrity`.

The second is the old name of the first. With both, neither counts.

```prisma
datasource db {
  provider             = "mysql"
  relationMode         = "prisma"
  referentialIntegrity = "prisma"
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-relation-mode-twice]: `relationMode` and `referentialIntegrity` are the same property
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[datasource-referential-integrity-deprecated]: `referentialIntegrity` is the old name of `relationMode`
}
```

# datasource-relation-mode-unsupported

**error** · Configuration

The `relationMode` of a datasource is not possible with its provider.

MongoDB knows no foreign keys, so relations are kept whole by Prisma.

```prisma
datasource db {
  provider     = "mongodb"
  relationMode = "foreignKeys"
                 ~~~~~~~~~~~~~ error[datasource-relation-mode-unsupported]: `relationMode` can't be `foreignKeys` with provider `mongodb`
}
```

# datasource-schemas-duplicate

**error** · Configuration

A datasource lists a schema twice.

One of the two does nothing, and may stand for another one.

```prisma
datasource db {
  provider = "postgresql"
  schemas  = ["public", "public"]
              ~~~~~~~~ error[datasource-schemas-duplicate]: schema `public` is listed twice
}
```

# datasource-schemas-empty

**error** · Configuration

The list of schemas of a datasource is empty.

With the property there, each model must name one of them.

```prisma
datasource db {
  provider = "postgresql"
  schemas  = []
             ~~ error[datasource-schemas-empty]: `schemas` names no schema
}
```

# datasource-schemas-unsupported

**error** · Configuration

A datasource lists schemas although its database has none.

Several schemas in one database are there on PostgreSQL, CockroachDB and SQL Server.

```prisma
datasource db {
  provider = "sqlite"
  schemas  = ["main"]
             ~~~~~~~~ error[datasource-schemas-unsupported]: provider `sqlite` has no `schemas`
}
```

# datasource-shadow-equals-direct

**error** · Configuration

The shadow database is the database itself, by its `directUrl`.

The shadow database is emptied again and again while migrations are made, so it must be another one.

With Prisma 6:

```prisma
datasource db {
  provider          = "postgresql"
  url               = env("DATABASE_URL")
  directUrl         = env("DIRECT_URL")
                      ~~~~~~~~~~~~~~~~~ error[datasource-shadow-equals-direct]: `shadowDatabaseUrl` is the same as `directUrl`
  shadowDatabaseUrl = env("DIRECT_URL")
}
```

# datasource-shadow-equals-url

**error** · Configuration

The shadow database is the database itself, by its `url`.

The shadow database is emptied again and again while migrations are made, so it must be another one.

With Prisma 6:

```prisma
datasource db {
  provider          = "postgresql"
  url               = env("DATABASE_URL")
                      ~~~~~~~~~~~~~~~~~~~ error[datasource-shadow-equals-url]: `shadowDatabaseUrl` is the same as `url`
  shadowDatabaseUrl = env("DATABASE_URL")
}
```

# datasource-shadow-url-removed

**error** · Configuration

A datasource has `shadowDatabaseUrl`, which Prisma 7 has removed.

The tools read it from `prisma.config.ts`.

```prisma
datasource db {
  provider          = "postgresql"
  shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-shadow-url-removed]: `shadowDatabaseUrl` is no longer a property of the datasource in Prisma 7
}
```

# datasource-url-missing

**error** · Configuration

A datasource has no `url`.

Up to Prisma 6 it says where the database is. From Prisma 7 on that is told by `prisma.config.ts`.

With Prisma 6:

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-url-missing]: datasource `db` has no `url`
  provider = "postgresql"
}
```

# datasource-url-removed

**error** · Configuration

A datasource has `url`, which Prisma 7 has removed.

The tools read the URL from `prisma.config.ts`. The client is given a driver adapter, or the URL of Prisma Accelerate, in its constructor.

```prisma
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-url-removed]: `url` is no longer a property of the datasource in Prisma 7
}
```

# default-auto-takes-no-arguments

**error** · Defaults

`auto()` is given arguments.

It is written with empty parentheses, and lets MongoDB make the id.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id String @id @map("_id") @db.ObjectId @default(auto(1))
                                         ~~~~~~~~~~~~~~~~~ error[default-auto-takes-no-arguments]: `auto()` takes no arguments
}
```

# default-auto-unsupported

**error** · Defaults

The database has no `auto()`.

MongoDB makes ids with `auto()`; other databases have `autoincrement()`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id @default(auto())
                      ~~~~~~ error[default-auto-unsupported]: `postgresql` has no `auto()`
}
```

# default-autoincrement-named

**error** · Defaults

A default by `autoincrement` has a name.

The database keeps such a default as a property of the column, not as a constraint that could have a name.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id Int @id @default(autoincrement(), map: "user_id_default")
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-autoincrement-named]: a default by `autoincrement()` can't have the name `user_id_default`
}
```

# default-boolean-literal

**error** · Defaults

The default of a `Boolean` is neither `true` nor `false`.

Upper and lower case are told apart.

```prisma
model User {
  id     Int     @id
  active Boolean @default(True)
                          ~~~~ error[default-boolean-literal]: a `Boolean` can't be `True` by default
}
```

# default-bytes-invalid

**error** · Defaults

The default of a field of bytes is not base64.

The bytes are written in base64 with padding, since a string can't hold all of them.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id  Int   @id
  key Bytes @default("no key!!")
                     ~~~~~~~~~~ error[default-bytes-invalid]: the default of `key` is not base64: it holds ` `
}
```

# default-composite-dbgenerated

**error** · Defaults

A field of a composite type leaves its default to the database.

Prisma applies the defaults of composite types itself.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  country String @default(dbgenerated("country"))
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-dbgenerated]: field `country` of a composite type can't have a default by `dbgenerated()`
}
```

# default-composite-function

**error** · Defaults

A field of a composite type has a default by `autoincrement` or `auto`.

Both are for ids, and a composite type has none.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  number Int @default(autoincrement())
             ~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-function]: field `number` of a composite type can't have a default by `autoincrement()`
}
```

# default-composite-map

**error** · Defaults

The default of a field of a composite type has a name.

Such a default is applied by Prisma, not by the database, so there is no constraint to name.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  country String @default("NL", map: "country_default")
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-map]: the default of field `country` can't have `map`
}
```

# default-composite-unknown-function

**error** · Defaults

A field of a composite type has a default by a function that does not exist.

The functions for fields of composite types are `cuid()`, `uuid()`, `ulid()` and `now()`.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  since DateTime @default(today())
                          ~~~~~~~ error[default-composite-unknown-function]: there is no function `today()`
}
```

# default-composite-unsupported

**error** · Defaults

A field of a composite type has a default although its type is unsupported.

Prisma applies the defaults of composite types itself, and doesn't know the values of such a type.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  pos Unsupported("point") @default("(0,0)")
                           ~~~~~~~~~~~~~~~~~ error[default-composite-unsupported]: field `pos` of an unsupported type can't have a default
}
```

# default-constraint-name-clash

**error** · Defaults

The name of a default is taken by another constraint.

In SQL Server a default is a constraint with a name, and the names of all constraints in a schema differ.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id   Int    @id
  name String @default("", map: "empty")
                           ~~~~~~~~~~~~ error[default-constraint-name-clash]: the default of `User` is called `empty`, as is that of `Post`
}

model Post {
  id   Int    @id
  text String @default("", map: "empty")
                           ~~~~~~~~~~~~ error[default-constraint-name-clash]: the default of `Post` is called `empty`, as is that of `User`
}
```

# default-datetime-invalid

**error** · Defaults

The default of a point in time is none.

It is written as in RFC 3339, with a time zone: `2024-05-17T12:30:00Z`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id       Int      @id
  joinedAt DateTime @default("2024-05-17")
                             ~~~~~~~~~~~~ error[default-datetime-invalid]: the default of `joinedAt` is no point in time: there is no `T` behind the date
}
```

# default-dbgenerated-argument

**error** · Defaults

`dbgenerated` is given something else than one string.

It takes an expression of the database, as text. Without one it says that the column has a default in the database.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id String @id @default(dbgenerated(gen_random_uuid()))
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-dbgenerated-argument]: `dbgenerated()` takes a single string
}
```

# default-dbgenerated-empty

**error** · Defaults

`dbgenerated` is given an empty string.

No expression makes a value out of nothing. Without an argument it says that the column has a default in the database.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id String @id @default(dbgenerated(""))
                ~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-dbgenerated-empty]: the default of field `id` is an empty expression
}
```

# default-decimal-invalid

**error** · Defaults

The default of a decimal number is none.

A string keeps all digits of a number. It holds a sign, digits with at most one point, and perhaps an exponent.

```prisma
datasource db {
  provider = "postgresql"
}

model Product {
  id    Int     @id
  price Decimal @default("1,50")
                         ~~~~~~ error[default-decimal-invalid]: the default of `price` is no decimal number
}
```

# default-enum-not-constant

**error** · Defaults

The default of an enum field is not written as a value of the enum.

Values of enums stand without quotes. The default of a list of them is a list.

```prisma
enum Role {
  USER
  ADMIN
}

model User {
  id   Int  @id
  role Role @default("USER")
            ~~~~~~~~~~~~~~~~ error[default-enum-not-constant]: expected a value of enum `Role`, but found `"USER"`
}
```

# default-enum-unknown-value

**error** · Defaults

The default of an enum field is no value of the enum.

Values are named as in the schema, not as `@map` calls them in the database.

```prisma
enum Role {
  USER
  ADMIN
}

model User {
  id   Int  @id
  role Role @default(GUEST)
            ~~~~~~~~~~~~~~~ error[default-enum-unknown-value]: enum `Role` has no value `GUEST`
}
```

# default-extension-type

**error** · Defaults

A field of a type from an extension has a default that is not left to the database.

Prisma doesn't know the values of such a type. `dbgenerated("…")` takes an expression of the database. Types from extensions are known to Prisma's own tools only while they look at a database, so no schema on its own is reported.

```prisma
datasource db {
  provider = "postgresql"
}

model Place {
  id  Int                     @id
  pos Unsupported("geometry") @default(dbgenerated("ST_Point(0, 0)"))
}
```

# default-function-single-argument

**error** · Defaults

A function that takes a number is given something else.

`uuid` and `cuid` take a version, `nanoid` takes a length: one number, or nothing.

```prisma
model User {
  id String @id @default(uuid("7"))
                ~~~~~~~~~~~~~~~~~~~ error[default-function-single-argument]: `uuid()` takes a single whole number
}
```

# default-function-takes-no-arguments

**error** · Defaults

A function that takes no arguments is given some.

`autoincrement()`, `ulid()` and `now()` are written with empty parentheses.

```prisma
model User {
  id Int @id @default(autoincrement())
  at DateTime @default(now("UTC"))
              ~~~~~~~~~~~~~~~~~~~~ error[default-function-takes-no-arguments]: `now()` takes no arguments
}
```

# default-function-wrong-type

**error** · Defaults

A default comes from a function that makes values of another type.

`autoincrement()` counts, `cuid()`, `uuid()`, `ulid()` and `nanoid()` make text, and `now()` makes a time. `dbgenerated("…")` takes any expression of the database.

```prisma
model User {
  id Int @id @default(uuid())
             ~~~~~~~~~~~~~~~~ error[default-function-wrong-type]: `uuid()` makes no value of type `Int`
}
```

# default-int-invalid

**error** · Defaults

The default of an integer is none.

It has no point, and fits into 64 bits with a sign.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id  Int @id
  age Int @default(1.5)
                   ~~~ error[default-int-invalid]: the default of `age` is no integer
}
```

# default-json-invalid

**error** · Defaults

The default of a JSON field is not JSON.

The text in the string is parsed when the client is made. Quotes in it are written as `\"`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id       Int  @id
  settings Json @default("{ theme: 1 }")
                         ~~~~~~~~~~~~~~ error[default-json-invalid]: the default of `settings` is not JSON: `t` is not expected at character 3
}
```

# default-list-on-scalar

**error** · Defaults

A single value has a list as its default.

Brackets make a list, and only a field whose type ends in `[]` holds one.

```prisma
model User {
  id   Int    @id
  name String @default(["Ada"])
              ~~~~~~~~~~~~~~~~~ error[default-list-on-scalar]: the default of field `name` can't be a list
}
```

# default-literal-mismatch

**error** · Defaults

A default is not a value of the field's type.

Text, times, JSON and bytes stand in double quotes; numbers, `true` and `false` don't.

```prisma
model User {
  id  Int @id
  age Int @default("18")
          ~~~~~~~~~~~~~~ error[default-literal-mismatch]: `"18"` is no value of type `Int` for the default of field `age`
}
```

# default-map-empty

**error** · Defaults

The `map` of a default is empty.

It is the name of the constraint in the database. Without one Prisma makes up a name.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id   Int    @id
  name String @default("Ada", map: "")
              ~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-empty]: the default of field `name` has an empty `map`
}
```

# default-map-too-long

**error** · Defaults

The name of a default is longer than the database allows.

The database would cut the name or refuse it, and Prisma would not find it again.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id   Int    @id
  name String @default("", map: "the_name_of_this_default_is_as_long_as_it_is_since_it_tells_the_whole_story_of_the_field_from_its_first_day_to_the_present_time_and_beyond")
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-too-long]: the name of the default is 138 bytes long, and `sqlserver` allows 128
}
```

# default-map-unsupported

**error** · Defaults

The database does not name defaults.

Only in SQL Server is a default a constraint with a name.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @default("", map: "empty")
              ~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-unsupported]: `postgresql` has no names for defaults
}
```

# default-nanoid-length

**error** · Defaults

`nanoid` is given a length that it does not offer.

The length is a whole number from 2 to 255. Without one it is 21.

```prisma
model User {
  id String @id @default(nanoid(1))
                ~~~~~~~~~~~~~~~~~~~ error[default-nanoid-length]: `nanoid()` can't make ids of length 1
}
```

# default-on-composite-type

**error** · Defaults

A field of a composite type has `@default`.

Prisma has no notation for a whole composite value. The fields of the composite type can have defaults.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String
}

model User {
  id      String  @id @map("_id")
  address Address @default("Elm Street")
                  ~~~~~~~~~~~~~~~~~~~~~~ error[default-on-composite-type]: field `address` of composite type `Address` can't have a default
}
```

# default-on-relation-field

**error** · Defaults

A relation field has `@default`.

A relation field has no column. The scalar fields that it names in `fields` can have a default.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id]) @default(1)
                                                                ~~~~~~~~~~~ error[default-on-relation-field]: relation field `author` can't have a default
}

model User {
  id    Int    @id
  posts Post[]
}
```

# default-scalar-on-list

**error** · Defaults

A list has a single value as its default.

The default of a list stands in brackets, even when it has one element.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int      @id
  tags String[] @default("new")
                ~~~~~~~~~~~~~~~ error[default-scalar-on-list]: the default of list `tags` must be a list, but `"new"` is a single value
}
```

# default-unknown-function

**error** · Defaults

A default calls a function that does not exist.

The functions are `autoincrement()`, `cuid()`, `dbgenerated()`, `nanoid()`, `now()`, `ulid()` and `uuid()`; MongoDB has `auto()` and CockroachDB `sequence()`. An expression of the database goes into `dbgenerated("…")`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id        Int      @id
  createdAt DateTime @default(today())
                              ~~~~~~~ error[default-unknown-function]: there is no function `today` for defaults
}
```

# default-unsupported-type

**error** · Defaults

A field of an unsupported type has a default that is not left to the database.

Prisma doesn't know the values of such a type. `dbgenerated("…")` takes an expression of the database.

```prisma
datasource db {
  provider = "postgresql"
}

model Place {
  id  Int                  @id
  pos Unsupported("point") @default("(0,0)")
                           ~~~~~~~~~~~~~~~~~ error[default-unsupported-type]: field `pos` of an unsupported type takes only `dbgenerated(…)` as its default
}
```

# default-uuid-version

**error** · Defaults

`uuid` or `cuid` is given a version that does not exist.

There are versions 4 and 7 of `uuid`, and 1 and 2 of `cuid`.

```prisma
model User {
  id String @id @default(uuid(1))
                ~~~~~~~~~~~~~~~~~ error[default-uuid-version]: `uuid()` has no version 1
}
```

# duplicate-composite-field

**error** · Names

Two fields of one composite type share a name.

A document holds a key only once, and a client can't offer two properties of one name.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String
  street String?
  ~~~~~~ error[duplicate-composite-field]: field `street` is already defined on composite type `Address`
}
```

# duplicate-config-key

**error** · Names

A datasource or generator sets a property twice.

The later value is the one that counts, so the earlier one does nothing.

```prisma
generator client {
  provider = "prisma-client"
  output   = "generated"
  output   = "../generated"
  ~~~~~~ error[duplicate-config-key]: property `output` is already set in generator `client`
}
```

# duplicate-datasource-name

**error** · Names

Two datasources share a name.

The name is what native types refer to, as in `@db.Text`. A schema needs only one datasource.

```prisma
datasource db {
~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
  provider = "postgresql"
}

datasource db {
~~~~~~~~~~~~~~~ error[datasource-multiple]: datasource `db` is one of several
           ~~ error[duplicate-datasource-name]: datasource `db` is already defined
  provider = "postgresql"
}
```

# duplicate-enum-value

**error** · Names

Two values of one enum share a name.

A value that is there twice means nothing more than one that is there once, so one of them is probably a mistake.

```prisma
enum Role {
  USER
  ADMIN
  USER
  ~~~~ error[duplicate-enum-value]: value `USER` is already defined in enum `Role`
}
```

# duplicate-field

**error** · Names

Two fields of one model or view share a name.

A table holds a column only once, and a client can't offer two properties of one name.

```prisma
model User {
  id   Int @id
  name String
  name String?
  ~~~~ error[duplicate-field]: field `name` is already defined on model `User`
}
```

# duplicate-generator-name

**error** · Names

Two generators share a name.

The name is how messages and `prisma generate --generator` refer to a generator.

```prisma
generator client {
  provider = "prisma-client"
  output   = "generated/node"
}

generator client {
          ~~~~~~ error[duplicate-generator-name]: generator `client` is already defined
  provider = "prisma-client"
  output   = "generated/edge"
}
```

# duplicate-type-name

**error** · Names

Two models, views, enums or composite types share a name.

All of them can be the type of a field, so their names are taken from one pool, over all files of the schema.

```prisma
model Role {
  id Int @id
}

enum Role {
     ~~~~ error[duplicate-type-name]: enum `Role` has the name of a model
  ADMIN
}
```

# enum-database-name-clash

**error** · Names

Two enums have the same name in the database.

In one schema of a database each type has a name of its own.

```prisma
datasource db {
  provider = "postgresql"
}

enum Role {
  USER
}

enum Rank {
~~~~~~~~~~~ error[enum-database-name-clash]: enum `Rank` is called `Role` in the database, as is enum `Role`
  FIRST

  @@map("Role")
}
```

# enum-empty

**error** · Types

An enum has no values.

No value could ever be stored in a field of it, and databases don't know an empty enum.

```prisma
enum Role {
~~~~~~~~~~~ error[enum-empty]: enum `Role` has no values
}
```

# enum-unsupported

**error** · Types

The database has no enums.

SQL Server has no enum types, and Prisma makes none up.

```prisma
datasource db {
  provider = "sqlserver"
}

enum Role {
~~~~~~~~~~~ error[enum-unsupported]: `sqlserver` has no enums
  USER
}
```

# env-argument-count

**error** · Configuration

`env` is not given exactly one argument.

It takes the name of a variable, in double quotes. There is no default.

```prisma
generator client {
  provider = "prisma-client"
  output   = env("CLIENT_OUTPUT", "generated")
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[env-argument-count]: `env()` takes one argument, not 2
}
```

# env-empty-argument

**error** · Configuration

The argument of `env` has a name but no value.

`env` takes the name of a variable, in double quotes.

```prisma
generator client {
  provider = "prisma-client"
  output   = env(name:)
             ~~~~~~~~~~ error[env-empty-argument]: the argument of `env()` has no value
}
```

# env-named-argument

**warning** · Configuration

The argument of `env` has a name.

`env` takes only the name of a variable, so there is nothing to tell apart.

```prisma
generator client {
  provider = "prisma-client"
  output   = env(name: "CLIENT_OUTPUT")
                 ~~~~~~~~~~~~~~~~~~~~~ warning[env-named-argument]: the argument of `env()` needs no name
}
```

# extension-argument-duplicate

**error** · Configuration

An argument of an extension is given twice.

An extension has one name, one schema and one version.

```prisma
datasource db {
  provider   = "postgresql"
  extensions = [citext(map: "a", map: "b")]
                                 ~~~~~~~~ error[extension-argument-duplicate]: argument `map` of extension `citext` is already given
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}
```

# extension-argument-not-string

**error** · Configuration

An argument of an extension is no string.

Names, schemas and versions stand in double quotes.

```prisma
datasource db {
  provider   = "postgresql"
  extensions = [citext(version: 1.6)]
                       ~~~~~~~~~~~~ error[extension-argument-not-string]: argument `version` of extension `citext` must be a string
                                ~~~ error[value-type-mismatch]: expected a string, but `1.6` is a number
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}
```

# extension-argument-unknown

**error** · Configuration

An extension is given an argument that does not exist.

The arguments are `map`, the name in the database, `schema` and `version`.

```prisma
datasource db {
  provider   = "postgresql"
  extensions = [citext(name: "citext")]
                       ~~~~~~~~~~~~~~ error[extension-argument-unknown]: extension `citext` takes no argument `name`
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}
```

# extension-argument-unnamed

**error** · Configuration

An argument of an extension has no name.

An extension takes several arguments, all of them strings, so each needs its name.

```prisma
datasource db {
  provider   = "postgresql"
  extensions = [citext("1.6")]
                       ~~~~~ error[extension-argument-unnamed]: argument `"1.6"` of extension `citext` has no name
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}
```

# extension-name-contains-dash

**error** · Configuration

The name of a PostgreSQL extension contains a dash.

Such a name goes into the argument `map`.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}

datasource db {
  provider   = "postgresql"
  extensions = [uuid-ossp]
                ~~~~~~~~~ error[extension-name-contains-dash]: the name of extension `uuid-ossp` contains a dash
}
```

# extension-name-starts-with-digit

**error** · Configuration

The name of a PostgreSQL extension starts with a digit.

Such a name goes into the argument `map`.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}

datasource db {
  provider   = "postgresql"
  extensions = [3d(version: "1.0")]
                ~~~~~~~~~~~~~~~~~~ error[extension-name-starts-with-digit]: the name of extension `3d` starts with a digit
}
```

# extensions-preview-missing

**error** · Configuration

PostgreSQL extensions need a preview feature.

Prisma manages the extensions of a database only while the feature is in `previewFeatures`.

```prisma
generator client {
  provider = "prisma-client"
}

datasource db {
  provider   = "postgresql"
  extensions = [citext]
  ~~~~~~~~~~~~~~~~~~~~~ error[extensions-preview-missing]: `extensions` needs the preview feature `postgresqlExtensions`
}
```

# field-list-unsupported

**error** · Types

The database has no lists in a column.

PostgreSQL, CockroachDB and MongoDB can hold lists. Elsewhere a column holds one value.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  id   Int      @id
  tags String[]
  ~~~~~~~~~~~~~ error[field-list-unsupported]: field `tags` can't be a list: `mysql` has no lists of scalars
}
```

# field-missing-type

**error** · Syntax

A field has a name but no type.

Nothing can be said about such a field, so it is left out of the model.

```prisma
model User {
  id Int @id
  name
  ~~~~ error[field-missing-type]: field `name` has no type
}
```

# field-name-clashes-with-id-name

**error** · Names

The name of an id is also the name of a field.

The client takes both in the same place, `where`.

```prisma
model Rating {
~~~~~~~~~~~~~~ error[field-name-clashes-with-id-name]: the id is called `both`, as is a field of model `Rating`
  user Int
  post Int
  both Boolean

  @@id([user, post], name: "both")
}
```

# field-name-clashes-with-unique-name

**error** · Names

The name of a unique is also the name of a field.

The client takes both in the same place, `where`.

```prisma
model Rating {
~~~~~~~~~~~~~~ error[field-name-clashes-with-unique-name]: the unique over `user` and `post` is called `both`, as is a field of model `Rating`
  id   Int     @id
  user Int
  post Int
  both Boolean

  @@unique([user, post], name: "both")
}
```

# field-type-decimal-unsupported

**error** · Types

The database has no type for decimal numbers.

MongoDB's decimal numbers are not among the types that Prisma knows.

```prisma
datasource db {
  provider = "mongodb"
}

model Product {
  id    String  @id @map("_id")
  price Decimal
  ~~~~~~~~~~~~~ error[field-type-decimal-unsupported]: field `price` can't be `Decimal`: `mongodb` has no such type
}
```

# field-type-json-list-unsupported

**error** · Types

The database has no lists of JSON values.

A single JSON value can hold an array.

```prisma
datasource db {
  provider = "cockroachdb"
}

model Event {
  id   Int    @id
  data Json[]
  ~~~~~~~~~~~ error[field-type-json-list-unsupported]: field `data` can't be `Json[]`: `cockroachdb` has no lists of JSON values
}
```

# field-type-json-unsupported

**error** · Types

The database has no type for JSON.

SQL Server keeps JSON as text.

```prisma
datasource db {
  provider = "sqlserver"
}

model Event {
  id   Int  @id
  data Json
  ~~~~~~~~~ error[field-type-json-unsupported]: field `data` can't be `Json`: `sqlserver` has no such type
}
```

# fulltext-fields-not-adjacent

**error** · Indexes

The text fields of a full-text index do not stand together.

In MongoDB a field with `sort` is an ordinary field of the index. Those without are the texts, and stand next to each other.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id    String @id @map("_id")
  title String
  year  Int
  text  String

  @@fulltext([title, year(sort: Desc), text])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-fields-not-adjacent]: the text fields of this `@@fulltext` do not stand together
}
```

# fulltext-length

**error** · Indexes

A full-text index has a `length`.

It always covers the whole text.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  id   Int    @id
  text String @db.Text

  @@fulltext([text(length: 20)])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-length]: `@@fulltext` takes no `length`
}
```

# fulltext-multiple

**error** · Indexes

A collection has several full-text indexes.

MongoDB has at most one of them in a collection. One index can cover several fields.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id    String @id @map("_id")
  title String
  text  String

  @@fulltext([title])
  ~~~~~~~~~~~~~~~~~~~ error[fulltext-multiple]: model `Post` has 2 full-text indexes, and `mongodb` allows one
  @@fulltext([text])
  ~~~~~~~~~~~~~~~~~~ error[fulltext-multiple]: model `Post` has 2 full-text indexes, and `mongodb` allows one
}
```

# fulltext-sort-unsupported

**error** · Indexes

A full-text index is sorted.

A full-text index finds words, and keeps no order of values.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  id   Int    @id
  text String @db.Text

  @@fulltext([text(sort: Desc)])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-sort-unsupported]: `@@fulltext` takes no `sort` in `mysql`
}
```

# fulltext-unsupported

**error** · Indexes

The database has no `@@fulltext`.

Prisma makes full-text indexes in MySQL and MongoDB.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int    @id
  text String

  @@fulltext([text])
  ~~~~~~~~~~~~~~~~~~ error[fulltext-unsupported]: `@@fulltext` is not for `postgresql`
}
```

# generator-provider-missing

**error** · Configuration

A generator has no provider.

It names the generator that is run, such as `prisma-client`.

```prisma
generator client {
~~~~~~~~~~~~~~~~~~ error[generator-provider-missing]: generator `client` has no `provider`
  output = "generated"
}
```

# id-bytes

**error** · Ids

An id of SQL Server has a field of bytes.

The client can't compare bytes as it has to for an id.

```prisma
datasource db {
  provider = "sqlserver"
}

model Token {
  value Bytes @id
              ~~~ error[id-bytes]: field `value` of type `Bytes` can't be part of an id in `sqlserver`
}
```

# id-client-name-clash

**error** · Ids

The name of a compound id in the client is also the name of a field.

The client calls an id over several fields by their names joined with `_`, as in `where: { a_b: { … } }`.

```prisma
model Rating {
  user      Int
  post      Int
  user_post String

  @@id([user, post])
  ~~~~~~~~~~~~~~~~~~ error[id-client-name-clash]: the id is called `user_post` in the client, and so is a field
}
```

# id-compound-unsupported

**error** · Ids

The database has no ids over several fields.

A document of MongoDB has one `_id`. Let another unique cover the fields together.

```prisma
datasource db {
  provider = "mongodb"
}

model Rating {
  user Int
  post Int

  @@id([user, post])
  ~~~~~~~~~~~~~~~~~~ error[id-compound-unsupported]: `mongodb` has no ids over several fields
}
```

# id-constraint-name-clash

**error** · Ids

The name of a primary key is taken by another constraint.

PostgreSQL keeps primary keys and indexes of a database schema under one set of names. Names that Prisma makes up count as well.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id(map: "key")
             ~~~~~~~~~~ error[id-constraint-name-clash]: the primary key of `User` is called `key`, as is that of `Post`
}

model Post {
  id Int @id(map: "key")
             ~~~~~~~~~~ error[id-constraint-name-clash]: the primary key of `Post` is called `key`, as is that of `User`
}
```

# id-constraint-name-too-long

**error** · Ids

The name of a primary key is longer than the database allows.

The database would cut the name or refuse it, and Prisma would not find it again.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id(map: "primary_key_of_the_table_in_which_we_keep_all_of_the_users_since_2019")
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-constraint-name-too-long]: the name of the primary key is 69 bytes long, and `postgresql` allows 63
}
```

# id-custom-name-clash

**error** · Ids

The name of an id is taken by another key of the model.

The client finds rows by it, so the `name` of each `@@id` and `@@unique` of a model must differ.

```prisma
model Person {
  first String
  last  String
  email String

  @@id([first, last], name: "who")
                      ~~~~~~~~~~~ error[id-custom-name-clash]: the name `who` is used by another key of model `Person`
  @@unique([first, email], name: "who")
                           ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
}
```

# id-duplicate-field

**error** · Ids

`@@id` names a field twice.

A primary key holds a column only once.

```prisma
model User {
  id    Int
  email String @unique

  @@id([id, id])
  ~~~~~~~~~~~~~~ error[id-duplicate-field]: `@@id` of `User` names field `id` several times
}
```

# id-empty

**error** · Ids

An id has no fields.

An id tells rows apart by the values of its fields.

```prisma
model User {
  email String @unique

  @@id([])
  ~~~~~~~~ error[id-empty]: the id of model `User` has no fields
}
```

# id-field-and-block

**error** · Ids

A model has both `@id` and `@@id`.

A table has one primary key. `@@id` is the one that counts.

```prisma
model User {
~~~~~~~~~~~~ error[id-field-and-block]: model `User` has both `@id` on field `a` and `@@id`
  a Int @id
  b Int

  @@id([a, b])
}
```

# id-field-not-required

**error** · Ids

A field with `@id` is optional or a list.

A primary key has a single value in every row.

```prisma
model User {
  id    Int? @id
             ~~~ error[id-field-not-required]: field `id` with `@id` can't be optional
  email String @unique
}
```

# id-length-unsupported

**error** · Ids

The database takes no `length` in an id.

Only MySQL indexes the beginning of a value.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  email String @id(length: 10)
               ~~~~~~~~~~~~~~~ error[id-length-unsupported]: `postgresql` takes no `length` in an id
}
```

# id-map-empty

**error** · Ids

The `map` of a primary key is empty.

It is the name of the constraint in the database. Without one Prisma makes up a name.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id(map: "")
         ~~~~~~~~~~~~ error[id-map-empty]: the primary key of `User` has an empty `map`
}
```

# id-map-unsupported

**error** · Ids

The database does not name primary keys.

A primary key has no name of its own there, so `map` would mean nothing.

```prisma
datasource db {
  provider = "mysql"
}

model User {
~~~~~~~~~~~~ error[id-map-unsupported]: `mysql` has no names for primary keys
  id Int @id(map: "user_key")
}
```

# id-multiple-fields

**error** · Ids

Several fields of a model have `@id`.

A table has one primary key. One over several fields is written with `@@id`.

```prisma
model User {
~~~~~~~~~~~~ error[id-multiple-fields]: model `User` has several fields with `@id`: `a` and `b`
  a Int @id
  b Int @id
}
```

# id-name-characters

**error** · Ids

The `name` of `@@id` has characters that a client can't use.

The name is how the generated client calls the key, and consists of letters, digits and `_`. The name in the database is `map`.

```prisma
model User {
  first String
  last  String

  @@id([first, last], name: "first-last")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-name-characters]: name `first-last` of `@@id` may hold only the letters a to z, digits and `_`
}
```

# id-name-empty

**error** · Ids

The `name` of `@@id` is empty.

The name is how the generated client calls the key. Without one it joins the names of the fields.

```prisma
model User {
  first String
  last  String

  @@id([first, last], name: "")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-name-empty]: `@@id` of `User` has an empty `name`
}
```

# id-native-type-forbidden

**error** · Ids

An id has a field that SQL Server can't index.

Texts, XML and bytes without a length are kept apart from their row.

```prisma
datasource db {
  provider = "sqlserver"
}

model Post {
  slug String @id @db.Text
              ~~~~ error[id-native-type-forbidden]: field `slug` of native type `Text` can't be part of an id
}
```

# id-native-type-length-needed

**error** · Ids

An id over a long text or many bytes has no `length`.

MySQL indexes the beginning of such values, and has to know how much.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  slug String @id @db.Text
              ~~~~ error[id-native-type-length-needed]: field `slug` of native type `Text` needs a `length` in an id
}
```

# id-on-relation-field

**error** · Ids

A relation field has `@id`.

A relation field has no column. The scalar fields that it names in `fields` can be the key.

```prisma
model Profile {
  userId Int  @unique
  user   User @relation(fields: [userId], references: [id]) @id
                                                            ~~~ error[id-on-relation-field]: relation field `user` can't have `@id`
}

model User {
  id      Int      @id
  profile Profile?
}
```

# id-optional-field

**error** · Ids

`@@id` names a field that is optional or a list.

Every part of a primary key has a single value in every row.

```prisma
model User {
  first String
  last  String?
  email String @unique

  @@id([first, last])
  ~~~~~~~~~~~~~~~~~~~ error[id-optional-field]: `@@id` of `User` names field `last`, which must be required
}
```

# id-relation-field

**error** · Ids

`@@id` names a relation field.

A relation field has no column. The scalar fields that it names in `fields` can be part of the key.

```prisma
model Vote {
  id     Int  @unique
  userId Int
  user   User @relation(fields: [userId], references: [id])

  @@id([id, user])
  ~~~~~~~~~~~~~~~~ error[id-relation-field]: `@@id` of `Vote` names relation field `user`
}

model User {
  id    Int    @id
  votes Vote[]
}
```

# id-sort-invalid

**error** · Ids

The `sort` of an `@id` is neither `Asc` nor `Desc`.

The key is sorted in ascending or descending order.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id Int @id(sort: Down)
         ~~~~~~~~~~~~~~~ error[id-sort-invalid]: `sort` can't be `Down`
}
```

# id-sort-unsupported

**error** · Ids

The database takes no `sort` in an id.

Only in SQL Server can a primary key be sorted downwards.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id(sort: Desc)
         ~~~~~~~~~~~~~~~ error[id-sort-unsupported]: `postgresql` takes no `sort` in an id
}
```

# id-unknown-field

**error** · Ids

`@@id` names a field that the model does not have.

Fields are named as in the schema, not by the names of their columns.

```prisma
model User {
  id    Int
  email String @unique

  @@id([id, nmae])
       ~~~~~~~~~~ error[id-unknown-field]: `User` has no field `nmae`
}
```

# identifier-contains-dash

**error** · Names

A name contains a `-`.

Names become identifiers in the generated client, and those hold no `-`. The name in the database can: give it with `@map` or `@@map`.

```prisma
model User {
  id Int @id
  first-name String
  ~~~~~~~~~~ error[identifier-contains-dash]: field name `first-name` contains a `-`
}
```

# identifier-starts-with-digit

**error** · Names

A name starts with a digit.

Names become identifiers in the generated client, and those can't start with a digit. The name in the database can: give it with `@map` or `@@map`.

```prisma
model User {
  id   Int @id
  2fa Boolean
  ~~~ error[identifier-starts-with-digit]: field name `2fa` starts with a digit
}
```

# ignore-on-unsupported

**error** · Attributes

A field of an unsupported type has `@ignore`.

The client leaves such fields out anyway.

```prisma
datasource db {
  provider = "postgresql"
}

model Place {
  id  Int                  @id
  pos Unsupported("point") @ignore
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ hint[lint-ignored-field]: field `pos` is left out of the client
                           ~~~~~~~ error[ignore-on-unsupported]: `@ignore` says nothing on field `pos`
}
```

# ignore-redundant

**error** · Attributes

A field of an ignored model has `@ignore`.

The client leaves out the model with all its fields.

```prisma
model Log {
~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  id   Int    @id
  text String @ignore
  ~~~~~~~~~~~~~~~~~~~ error[ignore-redundant]: `@ignore` says nothing on field `text`

  @@ignore
}
```

# index-constraint-name-clash

**error** · Indexes

The name of an index is taken by another constraint.

In PostgreSQL and SQLite the names of all indexes in a schema must differ, elsewhere those of a table. Names that Prisma makes up count as well.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String

  @@index([name], map: "by_name")
                  ~~~~~~~~~~~~~~ error[index-constraint-name-clash]: the index of `User` is called `by_name`, as is that of `Post`
}

model Post {
  id   Int    @id
  name String

  @@index([name], map: "by_name")
                  ~~~~~~~~~~~~~~ error[index-constraint-name-clash]: the index of `Post` is called `by_name`, as is that of `User`
}
```

# index-duplicate-field

**error** · Indexes

An index names a field twice.

An index holds a column only once.

```prisma
model User {
  id   Int    @id
  name String

  @@index([name, name])
  ~~~~~~~~~~~~~~~~~~~~~ error[index-duplicate-field]: `@@index` of `User` names field `name` several times
}
```

# index-empty

**error** · Indexes

An index or unique has no fields.

An index finds rows by the values of its fields.

```prisma
model User {
  id Int @id

  @@index([])
  ~~~~~~~~~~~ error[index-empty]: this `@@index` has no fields
}
```

# index-field-element-invalid

**error** · Indexes

The fields of an index are not written as names.

Fields are named without quotes. What belongs to one of them follows in parentheses, as in `title(sort: Desc)`.

```prisma
model User {
  id   Int    @id
  name String

  @@index(["name"])
           ~~~~~~ error[index-field-element-invalid]: expected a field, but `"name"` is a string
}
```

# index-field-sort-invalid

**error** · Indexes

The `sort` of an indexed field is neither `Asc` nor `Desc`.

An index holds each field in ascending or descending order.

```prisma
model User {
  id   Int    @id
  name String

  @@index([name(sort: Down)])
                ~~~~~~~~~~ error[index-field-sort-invalid]: `sort` can't be `Down`
}
```

# index-gin-json-not-last

**error** · Indexes

A JSON field is not the last of a Gin index.

In CockroachDB only the last column of such an index is looked into.

```prisma
datasource db {
  provider = "cockroachdb"
}

model Event {
  id   Int      @id
  data Json
  tags String[]

  @@index([data, tags], type: Gin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-gin-json-not-last]: field `data` must be the last in an index of type `Gin`
}
```

# index-gin-ops-unsupported

**error** · Indexes

A Gin index of CockroachDB has operator classes.

CockroachDB picks the operator class by the type of the field.

```prisma
datasource db {
  provider = "cockroachdb"
}

model Event {
  id   Int  @id
  data Json

  @@index([data(ops: JsonbOps)], type: Gin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-gin-ops-unsupported]: `cockroachdb` takes no operator classes
}
```

# index-hash-sort

**error** · Indexes

A hash index is sorted.

A hash index finds equal values, and keeps no order.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String

  @@index([name(sort: Desc)], type: Hash)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-hash-sort]: an index of type `Hash` can't be sorted
}
```

# index-length-type

**error** · Indexes

A `length` stands on a field of the wrong type.

MySQL can index the beginning of texts and of bytes, and of nothing else.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id  Int @id
  age Int

  @@index([age(length: 2)])
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-length-type]: field `age` has the type `Int`, which takes no `length`
}
```

# index-length-unsupported

**error** · Indexes

The database takes no `length` in an index.

Only MySQL indexes the beginning of a value.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @unique(length: 10)
              ~~~~~~~~~~~~~~~~~~~ error[index-length-unsupported]: `postgresql` takes no `length` in an index
}
```

# index-map-empty

**error** · Indexes

The `map` of an index is empty.

It is the name of the index in the database. Without one Prisma makes up a name.

```prisma
model User {
  id   Int    @id
  name String @unique(map: "")
              ~~~~~~~~~~~~~~~~ error[index-map-empty]: `@unique` of `User` has an empty `map`
}
```

# index-map-too-long

**error** · Indexes

The name of an index is longer than the database allows.

The database would cut the name or refuse it, and Prisma would not find it again.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String

  @@index([name], map: "an_index_over_the_names_of_all_users_that_are_kept_in_this_table")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-map-too-long]: the name of this `@@index` is 64 bytes long, and `postgresql` allows 63
}
```

# index-name-and-map

**error** · Indexes

An `@@index` has both a `name` and a `map`.

Both are the name of the index in the database; `name` is the old spelling.

```prisma
model User {
  id   Int    @id
  name String

  @@index([name], name: "a", map: "b")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-name-and-map]: `@@index` of `User` has both `name` and `map`
}
```

# index-name-empty

**error** · Indexes

The `name` of an index is empty.

The name of a `@@unique` is how the generated client calls it. That of an `@@index` is the old spelling of `map`.

```prisma
model User {
  id    Int    @id
  first String
  last  String

  @@unique([first, last], name: "")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-name-empty]: `@@unique` of `User` has an empty `name`
}
```

# index-native-type-forbidden

**error** · Indexes

An index covers a field that SQL Server can't index.

Texts, XML and bytes without a length are kept apart from their row.

```prisma
datasource db {
  provider = "sqlserver"
}

model Post {
  id   Int    @id
  text String @db.NVarChar(Max)

  @@index([text])
  ~~~~~~~~~~~~~~~ error[index-native-type-forbidden]: field `text` of native type `NVarChar(Max)` can't be part of an index
}
```

# index-native-type-length-needed

**error** · Indexes

An index over a long text or many bytes has no `length`.

MySQL indexes the beginning of such values, and has to know how much.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  id   Int    @id
  text String @db.Text

  @@index([text])
  ~~~~~~~~~~~~~~~ error[index-native-type-length-needed]: field `text` of native type `Text` needs a `length` in an index
}
```

# index-native-type-no-default-ops

**error** · Indexes

A field needs an operator class, since its native type has none that is taken by default.

An operator class tells an index how to compare values. For most types the database has one that it takes by default; for this type and index it has none.

```prisma
datasource db {
  provider = "postgresql"
}

model Host {
  id      Int    @id
  address String @db.Inet

  @@index([address], type: Gist)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-native-type-no-default-ops]: in an index of type `Gist` field `address` of native type `Inet` needs an operator class
}
```

# index-ops-array-expected

**error** · Indexes

The operator class for lists stands on a field that is none.

`ArrayOps` looks for the elements of a list.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id  Int    @id
  tag String

  @@index([tag(ops: ArrayOps)], type: Gin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-array-expected]: operator class `ArrayOps` is for lists, and field `tag` has the type `String`
}
```

# index-ops-invalid-value

**error** · Indexes

The `ops` of an indexed field is no operator class.

It is the name of an operator class without quotes, or `raw("…")` with the name in the database.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int  @id
  data Json

  @@index([data(ops: "jsonb_path_ops")], type: Gin)
                ~~~~~~~~~~~~~~~~~~~~~ error[index-ops-invalid-value]: `"jsonb_path_ops"` is no operator class
}
```

# index-ops-native-type-needed

**error** · Indexes

An operator class is for fields of certain native types, and the field has none.

Each operator class compares values of certain types of the database.

```prisma
datasource db {
  provider = "postgresql"
}

model Host {
  id      Int    @id
  address String

  @@index([address(ops: InetOps)], type: Gist)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-native-type-needed]: operator class `InetOps` is for the native type `Inet`, and field `address` has none
}
```

# index-ops-not-allowed

**error** · Indexes

A unique or full-text index has operator classes.

Only an `@@index` can choose how it compares values.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String

  @@unique([name(ops: raw("text_pattern_ops"))])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-not-allowed]: `@@unique` takes no operator classes
}
```

# index-ops-raw-argument-count

**error** · Indexes

`raw` is not given exactly one operator class.

An indexed field has one operator class.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int  @id
  data Json

  @@index([data(ops: raw())], type: Gin)
                     ~~~~~ error[index-ops-raw-argument-count]: `raw` takes one operator class, not 0
}
```

# index-ops-raw-not-string

**error** · Indexes

The operator class in `raw` is no string.

`raw` takes the name as the database knows it.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int  @id
  data Json

  @@index([data(ops: raw(jsonb_path_ops))], type: Gin)
                     ~~~~~~~~~~~~~~~~~~~ error[index-ops-raw-not-string]: `raw` takes a string, but `jsonb_path_ops` is none
}
```

# index-ops-unknown

**error** · Indexes

An operator class is not known.

Prisma knows the usual operator classes of PostgreSQL by names of its own, such as `JsonbPathOps` for `jsonb_path_ops`. Any other is given as text, with `raw`. Prisma's own tools crash where `ops` is another function than `raw`; here that is this error.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int  @id
  data Json

  @@index([data(ops: jsonb_path_ops)], type: Gin)
                     ~~~~~~~~~~~~~~ error[index-ops-unknown]: `jsonb_path_ops` is no operator class that Prisma knows
}
```

# index-ops-wrong-index-type

**error** · Indexes

An operator class belongs to another type of index.

Each operator class is made for one or two types of index.

```prisma
datasource db {
  provider = "postgresql"
}

model Event {
  id   Int  @id
  data Json

  @@index([data(ops: JsonbPathOps)], type: Gist)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-index-type]: operator class `JsonbPathOps` is not for indexes of type `Gist`
}
```

# index-ops-wrong-native-type

**error** · Indexes

An operator class is for fields of another native type.

Each operator class compares values of certain types of the database.

```prisma
datasource db {
  provider = "postgresql"
}

model Event {
  id   Int  @id
  data Json @db.Json

  @@index([data(ops: JsonbPathOps)], type: Gin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-native-type]: operator class `JsonbPathOps` is not for the native type `Json` of field `data`
}
```

# index-ops-wrong-scalar

**error** · Indexes

An operator class is for fields of another type.

Each operator class compares values of certain types.

```prisma
datasource db {
  provider = "postgresql"
}

model Event {
  id   Int    @id
  data String

  @@index([data(ops: JsonbPathOps)], type: Gin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-scalar]: operator class `JsonbPathOps` is for `Json`, and field `data` has the type `String`
}
```

# index-relation-field

**error** · Indexes

An index names a relation field.

A relation field has no column. The scalar fields that it names in `fields` can be indexed.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])

  @@index([author])
  ~~~~~~~~~~~~~~~~~ error[index-relation-field]: `@@index` of `Post` names relation field `author`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# index-spgist-multi-column

**error** · Indexes

An SP-GiST index covers several fields.

PostgreSQL has no SP-GiST indexes over several columns.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  name  String
  email String

  @@index([name, email], type: SpGist)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-spgist-multi-column]: an index of type `SpGist` covers one field, and this one covers 2
}
```

# index-type-unknown

**error** · Indexes

The type of an index is not known.

The types are `BTree`, `Hash`, `Gist`, `Gin`, `SpGist` and `Brin`, in this case.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String

  @@index([name], type: hash)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unknown]: `hash` is no type of index
}
```

# index-type-unsupported

**error** · Indexes

The database does not have this type of index.

All databases have B-trees. PostgreSQL has Hash, Gist, Gin, SpGist and Brin besides, CockroachDB Gin.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id   Int    @id
  name String

  @@index([name], type: Hash)
                  ~~~~~~~~~~ error[index-type-unsupported]: `mysql` has no indexes of type `Hash`
}
```

# index-type-unsupported-field

**error** · Indexes

A type of index can't hold a field.

A type of index can hold those types that it has a way to compare.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id     Int     @id
  active Boolean

  @@index([active], type: Brin)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unsupported-field]: an index of type `Brin` can't hold field `active` of type `Boolean`
}
```

# index-unknown-field

**error** · Indexes

An index names a field that the model does not have.

Fields are named as in the schema, not by the names of their columns.

```prisma
model User {
  id   Int    @id
  name String

  @@index([nmae])
  ~~~~~~~~~~~~~~~ error[index-unknown-field]: `User` has no field `nmae`
}
```

# index-xml

**error** · Indexes

An index covers a field of the native type `Xml`.

PostgreSQL can't compare XML.

```prisma
datasource db {
  provider = "postgresql"
}

model Page {
  id   Int    @id
  body String @db.Xml
  ~~~~~~~~~~~~~~~~~~~ error[index-xml]: field `body` has the native type `Xml` and can't be indexed

  @@index([body])
}
```

# legacy-field-colon

**error** · Syntax

A colon stands between the name of a field and its type.

Early versions wrote `name: Type`. Today a blank separates the two.

```prisma
model User {
  id Int @id
  name: String
      ~ error[legacy-field-colon]: no `:` belongs between the name of a field and its type
}
```

# legacy-list-type

**error** · Syntax

A list is written with the brackets around its type.

Early versions wrote `[Type]`. Today the brackets follow the type.

```prisma
model User {
  id Int @id
  posts [Post]
        ~~~~~~ error[legacy-list-type]: `[Post]` is the old way to write a list
}

model Post {
  id Int @id
}
```

# legacy-required-type

**error** · Syntax

A type is marked as required by `!`.

Early versions marked required fields. Today a field is required unless its type ends in `?` or `[]`.

```prisma
model User {
  id Int @id
  name String!
       ~~~~~~~ error[legacy-required-type]: `String!` is the old way to mark a required field
}
```

# lint-datetime-without-time-zone

**hint** · Lint

A `DateTime` has no time zone, in a schema whose points in time have one.

On PostgreSQL and CockroachDB a `DateTime` without native type becomes `timestamp(3)`. Prisma keeps UTC in it, but other programs, `now()` and comparisons in SQL take it for local time. That matters most where both kinds stand beside each other, so the rule tells of the exceptions: it is silent unless at least half of the schema's points in time are `Timestamptz`.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id        Int      @id
  createdAt DateTime @db.Timestamptz(3)
  updatedAt DateTime @updatedAt
            ~~~~~~~~ hint[lint-datetime-without-time-zone]: `updatedAt` has no time zone, unlike other fields of the schema
}
```

# lint-default-unfit-for-native-type

**warning** · Lint

`@default` makes ids that the native type does not take.

Prisma does not compare the two: the database refuses the value when the first row is created. A `Uuid` takes what `uuid()` makes and nothing else, an `ObjectId` what `auto()` makes; and a length must suffice for the ids.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id    String @id @default(cuid()) @db.Uuid
                   ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `cuid()` makes no values of `Uuid`
  token String @default(uuid()) @db.VarChar(32)
               ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `uuid()` makes 36 characters, and `VarChar(32)` takes 32
}
```

# lint-experimental-features

**warning** · Lint

A generator has `experimentalFeatures`, which is called `previewFeatures` today.

Under its old name the property does nothing, and Prisma does not say so.

```prisma
generator client {
  provider             = "prisma-client"
  experimentalFeatures = ["views"]
  ~~~~~~~~~~~~~~~~~~~~ warning[lint-experimental-features]: `experimentalFeatures` is the old name of `previewFeatures`
}
```

# lint-field-name-style

**hint** · Lint

The name of a field is written in another style than the rest.

Names are easier to guess when all are formed alike. A style prevails when nine of ten names of the schema's scalar fields have it, of at least ten; single words in lower case go with any. A model in which every third name is an exception has a style of its own, and is left alone. The column can keep its name: `@map`.

```prisma
model Account {
  id           Int      @id
  firstName    String
  lastName     String
  displayName  String
  birthDate    DateTime
  mailAddress  String
  phoneNumber  String
  postalCode   String
  countryCode  String
  createdAt    DateTime
  last_seen_at DateTime
  ~~~~~~~~~~~~ hint[lint-field-name-style]: `last_seen_at` is not written in camelCase, as other fields are
}
```

# lint-foreign-key-without-index

**hint** · Lint

The fields of a relation have no index.

A foreign key brings no index with it, but on MySQL. Without one, following the relation from the other side reads the whole table, and so does each deletion of a row that is referred to. The fields must be the first ones of an index, unique or id, in any order. What an index with `where` holds is not judged. With `relationMode = "prisma"` Prisma warns itself: `relation-index-missing`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
                          ~~~~~~~~~~~~~~~~~~ hint[lint-foreign-key-without-index]: no index begins with `authorId`
  authorId Int
}
```

# lint-ignored-field

**hint** · Lint

A field has `@ignore`, so the client leaves it out.

The editor fades it. There is nothing to do: the field still describes its column.

```prisma
model User {
  id     Int     @id
  legacy String? @ignore
  ~~~~~~~~~~~~~~~~~~~~~~ hint[lint-ignored-field]: field `legacy` is left out of the client
}
```

# lint-ignored-model

**hint** · Lint

A model has `@@ignore`, so the client leaves it out.

The editor fades it. There is nothing to do: the model still describes its table.

```prisma
model Log {
~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  id Int @id

  @@ignore
}
```

# lint-redundant-index

**hint** · Lint

An index is the same as another one, or the beginning of it.

The database finds with the longer one whatever it finds with the shorter one, while each index takes room, and time whenever a row is written. Only indexes of one `type` are compared, entries with their `sort`, `length` and `ops`, and none with `where`. A unique is redundant only when an id or unique has exactly its fields.

```prisma
datasource db {
  provider = "postgresql"
}

model Membership {
  userId Int
  teamId Int
  role   String

  @@id([userId, teamId])
  @@index([userId])
  ~~~~~~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([userId])` is the beginning of `@@id([userId, teamId])`
  @@index([teamId])
}
```

# lint-required-cascade-cycle

**warning** · Lint

Required relations with `onDelete: Cascade` form a circle.

Each row needs the next one to exist before it, so that not even the first can be created; and if there were rows, the deletion of one would take along all that hang together. One of the relations has to be optional. Where the database, or Prisma in its place, refuses the circle, `relation-cascade-cycle` tells it.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id        Int     @id
  profileId Int     @unique
  profile   Profile @relation("profile", fields: [profileId], references: [id], onDelete: Cascade)
  ~~~~~~~ warning[lint-required-cascade-cycle]: no `User` can exist before itself: `User.profile` → `Profile.owner`
  owns      Profile? @relation("owner")
}

model Profile {
  id      Int   @id
  ownerId Int   @unique
  owner   User  @relation("owner", fields: [ownerId], references: [id], onDelete: Cascade)
  ~~~~~ warning[lint-required-cascade-cycle]: no `Profile` can exist before itself: `Profile.owner` → `User.profile`
  user    User? @relation("profile")
}
```

# lint-string-id-without-length

**hint** · Lint

On MySQL, an id of type `String` has no native type.

It becomes `VARCHAR(191)`, and each index of the table and each foreign key to it carries values of that type. Ids that `@default` makes have a known length, which a native type can state; an id of one's own is cut off, or refused, at 191 characters.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id String @id @default(uuid())
     ~~~~~~ hint[lint-string-id-without-length]: the id `id` becomes `VARCHAR(191)`
}
```

# lint-type-name-style

**hint** · Lint

The name of a model or enum is written in another style than the rest.

Names are easier to guess when all are formed alike. A style prevails when four of five names have it, of at least five; models are compared with models, and enums with enums. The table can keep its name: `@@map`.

```prisma
model User {
  id Int @id
}

model BlogPost {
  id Int @id
}

model Comment {
  id Int @id
}

model Category {
  id Int @id
}

model mail_queue {
      ~~~~~~~~~~ hint[lint-type-name-style]: `mail_queue` is not written in PascalCase, as other models are
  id Int @id
}
```

# lint-unnamed-many-to-many

**hint** · Lint

An implicit many-to-many relation has no name.

Its table is called after both models, such as `_PostToTag`, and its columns `A` and `B` follow the models' alphabetical order. Whoever renames a model later gets another table, and the old one with all its rows is dropped. A name, `@relation("…")` on both sides, keeps the table; to an existing one it has to be given as it is called, without the underscore.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id   Int   @id
  tags Tag[]
  ~~~~ hint[lint-unnamed-many-to-many]: the table of `Post.tags` and `Tag.posts` is named after the models
}

model Tag {
  id    Int    @id
  posts Post[]
}
```

# lint-unused-enum

**hint** · Lint

No field has the type of an enum.

The client offers it all the same, and some databases hold a type for it. An enum that only the program uses can stay: `// prisma-lsp-ignore lint-unused-enum: …` says so.

```prisma
enum Colour {
     ~~~~~~ hint[lint-unused-enum]: no field is of type `Colour`
  RED
  GREEN
}
```

# m2m-embedded-fields-missing

**error** · Relations

A side of a many-to-many relation on MongoDB doesn't have exactly one field in `fields`.

Each side keeps the ids of the other in one list: `fields` names that list.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  tagIds String[] @db.ObjectId
  tags   Tag[]    @relation(fields: [tagIds], references: [id])
}

model Tag {
  id    String @id @default(auto()) @map("_id") @db.ObjectId
  posts Post[] @relation(references: [id])
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-fields-missing]: many-to-many relation `posts` needs `fields` with exactly one field
}
```

# m2m-embedded-references-missing

**error** · Relations

A side of a many-to-many relation on MongoDB doesn't refer to exactly one field.

Each side keeps the ids of the other in one list: `references` names the id.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  tagIds String[] @db.ObjectId
  tags   Tag[]    @relation(fields: [tagIds])
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-references-missing]: many-to-many relation `tags` needs `references` with exactly one field
}

model Tag {
  id      String   @id @default(auto()) @map("_id") @db.ObjectId
  postIds String[] @db.ObjectId
  posts   Post[]   @relation(fields: [postIds], references: [id])
}
```

# m2m-embedded-references-not-id

**error** · Relations

A many-to-many relation on MongoDB refers to something else than the id.

The list in `fields` holds ids, so `references` must name the id.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id       String   @id @default(auto()) @map("_id") @db.ObjectId
  tagNames String[]
  tags     Tag[]    @relation(fields: [tagNames], references: [name])
                                                  ~~~~~~~~~~~~~~~~~~ error[m2m-embedded-references-not-id]: `Tag.name` is not the id of `Tag`
}

model Tag {
  id      String   @id @default(auto()) @map("_id") @db.ObjectId
  name    String   @unique
  postIds String[] @db.ObjectId
  posts   Post[]   @relation(fields: [postIds], references: [id])
}
```

# m2m-embedded-referential-action

**error** · Relations

A side of a many-to-many relation on MongoDB has `onDelete` or `onUpdate`.

The ids stand in lists, which no action keeps up. Use a model for the pairs to have actions.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  tagIds String[] @db.ObjectId
  tags   Tag[]    @relation(fields: [tagIds], references: [id], onDelete: Cascade)
                                                                          ~~~~~~~ error[m2m-embedded-referential-action]: many-to-many relation `tags` takes no `onDelete`
}

model Tag {
  id      String   @id @default(auto()) @map("_id") @db.ObjectId
  postIds String[] @db.ObjectId
  posts   Post[]   @relation(fields: [postIds], references: [id])
}
```

# m2m-embedded-type-mismatch

**error** · Relations

The list of ids of a many-to-many relation on MongoDB doesn't fit the id of the other model.

The field in `fields` must be a list, with the type and the native type of the id.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  tagIds String[] @db.ObjectId
  tags   Tag[]    @relation(fields: [tagIds], references: [id])
}

model Tag {
  id      String @id @default(auto()) @map("_id") @db.ObjectId
  postIds String @db.ObjectId
  posts   Post[] @relation(fields: [postIds], references: [id])
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-type-mismatch]: `postIds` must be a list of the type of `Post.id`
}
```

# m2m-embedded-unsupported

**error** · Relations

A many-to-many relation has `fields` on a database other than MongoDB.

A relational database keeps the pairs in a join table, so no field holds them.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id     Int   @id
  tagIds Int[]
  tags   Tag[] @relation(fields: [tagIds], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-embedded-unsupported]: many-to-many relation with `fields` is not supported by postgresql
}

model Tag {
  id    Int    @id
  posts Post[]
  ~~~~~~~~~~~~ error[m2m-embedded-unsupported]: many-to-many relation with `fields` is not supported by postgresql
}
```

# m2m-implicit-unsupported

**error** · Relations

A many-to-many relation without `fields` on MongoDB.

MongoDB has no join tables: each side keeps the ids of the other in a list.

```prisma
datasource db {
  provider = "mongodb"
}

model Post {
  id   String @id @default(auto()) @map("_id") @db.ObjectId
  tags Tag[]
  ~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `tags` has no `fields`, which mongodb needs
}

model Tag {
  id    String @id @default(auto()) @map("_id") @db.ObjectId
  posts Post[]
  ~~~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `posts` has no `fields`, which mongodb needs
}
```

# m2m-no-single-id

**error** · Relations

A many-to-many relation leads to a model whose id is not a single field.

The join table has one column for each side, which holds its id. Make the join table a model to refer to anything else.

```prisma
model Post {
  id   Int   @id
  tags Tag[]
  ~~~~~~~~~~ error[m2m-no-single-id]: `Tag` has no id of one field for the many-to-many relation
}

model Tag {
  group String
  name  String
  posts Post[]

  @@id([group, name])
}
```

# m2m-references

**error** · Relations

A side of a many-to-many relation has `references`.

The join table always holds the ids of both sides, so there is nothing to say.

```prisma
model Post {
  id   Int   @id
  tags Tag[] @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references]: many-to-many relation `tags` takes no `references`
}

model Tag {
  id    Int    @id
  posts Post[]
}
```

# m2m-references-not-id

**error** · Relations

`references` of a many-to-many relation names something else than the id.

The join table holds the ids of both sides, and nothing else can be chosen.

```prisma
model Post {
  id   Int   @id
  tags Tag[] @relation(references: [name])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references-not-id]: many-to-many relation `tags` must refer to the id of `Tag`
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references]: many-to-many relation `tags` takes no `references`
}

model Tag {
  id    Int    @id
  name  String @unique
  posts Post[]
}
```

# m2m-referential-action

**error** · Relations

A side of a many-to-many relation has `onDelete` or `onUpdate`.

The rows of the join table always go with the rows they join. Make the join table a model to choose another action.

```prisma
model Post {
  id   Int   @id
  tags Tag[] @relation(onDelete: Restrict)
                                 ~~~~~~~~ error[m2m-referential-action]: many-to-many relation `tags` takes no `onDelete`
}

model Tag {
  id    Int    @id
  posts Post[]
}
```

# m2m-view

**error** · Relations

A many-to-many relation leads to or from a view.

Such a relation keeps its pairs in a join table with foreign keys, and no foreign key can refer to a view.

With Prisma 6:

```prisma
datasource db {
  provider = "postgresql"
  url      = "postgresql://localhost/shop"
}

generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["views"]
}

model Post {
  id   Int   @id
  tags Tag[]
  ~~~~~~~~~~ error[m2m-no-single-id]: `Tag` has no id of one field for the many-to-many relation
  ~~~~~~~~~~ error[m2m-view]: many-to-many relation `tags` has a view on one side
}

view Tag {
  id    Int    @unique
  posts Post[]
  ~~~~~~~~~~~~ error[m2m-view]: many-to-many relation `posts` has a view on one side
}
```

# map-clashes-with-composite-field

**error** · Composite types

A field of a composite type is mapped to a key that has the name of another field.

Each field has a key of its own in the document. A field without `@map` has the key of its own name.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String @map("state")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-clashes-with-composite-field]: field `street` is mapped to `state`, which is the name of another field of `Address`
  state  String
}
```

# map-clashes-with-field

**error** · Attributes

A field is mapped to a column that has the name of another field.

Each field has a column of its own. A field without `@map` has the column of its own name.

```prisma
model User {
  id    Int    @id
  first String @map("name")
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-clashes-with-field]: field `first` is mapped to `name`, which is the name of another field of `User`
  name  String
}
```

# map-duplicate-composite-field

**error** · Composite types

Two fields of a composite type are mapped to the same key.

Each field has a key of its own in the document.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String @map("s")
  state  String @map("s")
  ~~~~~~~~~~~~~~~~~~~~~~~ error[map-duplicate-composite-field]: field `state` is mapped to `s`, as another field of `Address` is
}
```

# map-duplicate-field

**error** · Attributes

Two fields of a model are mapped to the same column.

Each field has a column of its own.

```prisma
model User {
  id    Int    @id
  first String @map("name")
  last  String @map("name")
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-duplicate-field]: field `last` is mapped to `name`, as another field of `User` is
}
```

# map-on-relation-field

**error** · Attributes

A relation field has `@map`.

A relation field has no column: it stands for the scalar fields in `fields`. Those can be mapped.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id]) @map("author_id")
                                                                ~~~~~~~~~~~~~~~~~ error[map-on-relation-field]: relation field `author` can't have `@map`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# model-database-name-clash

**error** · Names

Two models or views stand for the same table.

Each needs a table of its own, under the name of the model or the one given by `@@map`.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id Int @id
}

model Person {
  id Int @id(map: "person_pkey")

  @@map("User")
  ~~~~~~~~~~~~~ error[model-database-name-clash]: model `Person` uses the table `User`, as does model `User`
}
```

# model-no-unique-criterion

**error** · Models

A model has nothing by which a row can be told from others.

The client needs an `@id`, `@@id`, `@unique` or `@@unique` whose fields are all required and of a type that Prisma supports. A table without any can only be kept in the schema with `@@ignore`.

```prisma
model User {
~~~~~~~~~~~~ error[model-no-unique-criterion]: model `User` has no id and no unique over required fields
  email String? @unique
  name  String
}
```

# mongo-auto-needs-id

**error** · MongoDB

A field with `auto()` is not the id.

MongoDB makes values for `_id` alone.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id    String @id @map("_id")
  token String @default(auto()) @db.ObjectId
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-auto-needs-id]: field `token` has `auto()` and is not the id
}
```

# mongo-auto-needs-objectid

**error** · MongoDB

A field with `auto()` is no `ObjectId`.

What MongoDB makes by itself is an `ObjectId`.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id String @id @default(auto()) @map("_id")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-auto-needs-objectid]: field `id` has `auto()` and is no `ObjectId`
}
```

# mongo-dbgenerated

**error** · MongoDB

A field of MongoDB has `dbgenerated()`.

MongoDB has no expressions for defaults. It makes ids with `auto()`.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id String @id @default(dbgenerated()) @map("_id")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-dbgenerated]: `mongodb` has no `dbgenerated()`
}
```

# mongo-field-name-dollar

**error** · MongoDB

A field of MongoDB has a name that starts with `$`.

MongoDB takes such names for its operators.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id   String @id @map("_id")
  name String @map("$name")
              ~~~~~~~~~~~~~ error[mongo-field-name-dollar]: the name `$name` starts with `$`
}
```

# mongo-field-name-dot

**error** · MongoDB

A field of MongoDB has a name with a dot.

MongoDB writes paths into documents with dots.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id   String @id @map("_id")
  name String @map("full.name")
              ~~~~~~~~~~~~~~~~~ error[mongo-field-name-dot]: the name `full.name` contains a dot
}
```

# mongo-id-missing

**error** · MongoDB

A model of MongoDB has no id.

Each document has one, `_id`.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
~~~~~~~~~~~~ error[mongo-id-missing]: model `User` has no id, and every document of `mongodb` has one
  email String @unique
}
```

# mongo-id-not-mapped

**error** · MongoDB

The id of a model of MongoDB is not called `_id` in the database.

MongoDB keeps the id of each document under `_id`. A field can't have this name, so it needs `@map`.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id String @id
  ~~~~~~~~~~~~~ error[mongo-id-not-mapped]: the id must be called `_id` in the database, and is called `id`
}
```

# mongo-index-duplicate

**error** · MongoDB

Two indexes of MongoDB cover the same fields.

MongoDB refuses a second index over the same fields in the same order, whatever its name.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id   String @id @map("_id")
  name String

  @@index([name], map: "a")
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `name` in the same way
  @@index([name], map: "b")
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `name` in the same way
}
```

# mongo-unique-on-id

**error** · MongoDB

The id of a model of MongoDB is also unique.

The ids of MongoDB are unique, and it refuses another unique over them.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id String @id @unique @map("_id")
                ~~~~~~~~ error[mongo-unique-on-id]: field `id` is the id, which is unique anyway
}
```

# native-type-argument-count

**error** · Native types

A native type has more or fewer arguments than it needs.

Some types need a length, others take none.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id   Int    @id
  name String @db.VarChar
              ~~~~~~~~~~~ error[native-type-argument-count]: native type `VarChar` takes 1 argument, and has 0
}
```

# native-type-argument-out-of-range

**error** · Native types

An argument of a native type is too small or too large.

The database has limits for lengths, precisions and scales.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id       Int      @id
  joinedAt DateTime @db.Timestamp(9)
                    ~~~~~~~~~~~~~~~~ error[native-type-argument-out-of-range]: the argument of `Timestamp` must be from 0 to 6
}
```

# native-type-duplicate

**error** · Attributes

A field has several native types.

A column has one type. The last one is used.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @db.Text @db.Citext
                       ~~~~~~~~~~ error[native-type-duplicate]: `@db.Citext` is a second native type on one field
}
```

# native-type-incompatible-scalar

**error** · Native types

A native type does not go with the type of its field.

The type of the field says what the client takes, the native type how the database stores it; both have to fit.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id  Int @id
  age Int @db.Text
          ~~~~~~~~ error[native-type-incompatible-scalar]: native type `Text` does not go with `Int`
}
```

# native-type-invalid-argument

**error** · Native types

An argument of a native type is of the wrong kind.

Lengths, precisions and scales are written as numbers without a sign.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @db.VarChar("ten")
              ~~~~~~~~~~~~~~~~~~ error[native-type-invalid-argument]: native type `VarChar` takes a number, not `"ten"`
}
```

# native-type-optional-argument-count

**error** · Native types

A native type has more arguments than it takes.

The length of a type is one number, and a decimal has two: precision and scale.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @db.VarChar(10, 20)
              ~~~~~~~~~~~~~~~~~~~ error[native-type-optional-argument-count]: native type `VarChar` takes at most 1 argument, and has 2
}
```

# native-type-scale-exceeds-precision

**error** · Native types

The scale of a decimal type is larger than its precision.

The precision counts all digits of a number, the scale those behind the point.

```prisma
datasource db {
  provider = "postgresql"
}

model Product {
  id    Int     @id
  price Decimal @db.Decimal(2, 4)
                ~~~~~~~~~~~~~~~~~ error[native-type-scale-exceeds-precision]: the scale 4 is larger than the precision 2
}
```

# native-type-unknown

**error** · Native types

The database has no native type of this name.

The names are those of the database, in Prisma's spelling, with upper and lower case as documented.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @db.LongText
              ~~~~~~~~~~~~ error[native-type-unknown]: `postgresql` has no native type `LongText`
}
```

# native-type-wrong-prefix

**error** · Native types

A native type begins with something else than the datasource's name.

The prefix is the name of the datasource block.

```prisma
datasource mydb {
  provider = "postgresql"
}

model User {
  id   Int    @id
  name String @db.Text
              ~~~~~~~~ error[native-type-wrong-prefix]: native types begin with `@mydb.` here, not with `@db.`
}
```

# one-to-many-actions-on-back

**error** · Relations

The list side of a one-to-many relation has `onDelete` or `onUpdate`.

The actions belong to the side that refers to the other. A list that should have them needs a model for the join table.

```prisma
model User {
  id    Int    @id
  posts Post[] @relation(onDelete: Cascade)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-actions-on-back]: `onDelete` belongs to the other side of the relation, `Post.author`
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
}
```

# one-to-many-fields-missing

**error** · Relations

The single side of a one-to-many relation has no `fields`.

Its table holds the columns that refer to the other; `fields` names them. The formatter adds them.

```prisma
model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id     Int  @id
  author User @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-fields-missing]: relation field `author` has no `fields`
}
```

# one-to-many-fields-on-back

**error** · Relations

The list side of a one-to-many relation has `fields` or `references`.

A list refers to many rows, which no column can hold: the rows refer to this one.

```prisma
model User {
  id    Int    @id
  posts Post[] @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-fields-on-back]: `references` belongs to the other side of the relation, `Post.author`
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
}
```

# one-to-many-references-missing

**error** · Relations

The single side of a one-to-many relation has no `references`.

It names the fields of the other model that `fields` refers to. The formatter adds it.

```prisma
model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-many-references-missing]: relation field `author` has no `references`
  authorId Int
}
```

# one-to-one-actions-both-sides

**error** · Relations

Both sides of a one-to-one relation have `onDelete` or `onUpdate`.

The actions belong to the side that refers to the other.

```prisma
model User {
  id      Int      @id
  profile Profile? @relation(onDelete: Cascade)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-both-sides]: both sides of the relation between `Profile` and `User` have `onDelete` or `onUpdate`
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id], onDelete: Cascade)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-both-sides]: both sides of the relation between `Profile` and `User` have `onDelete` or `onUpdate`
  userId Int  @unique
}
```

# one-to-one-actions-on-back

**error** · Relations

`onDelete` or `onUpdate` stands on the side of a one-to-one relation that is referred to.

The actions belong to the side that refers to the other.

```prisma
model User {
  id      Int      @id
  profile Profile? @relation(onDelete: Cascade)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-actions-on-back]: `onDelete` belongs to the other side of the relation, `Profile.user`
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int  @unique
}
```

# one-to-one-back-required

**error** · Relations

The side of a one-to-one relation that is referred to is required.

No table can make sure that a row refers to this one, so the field must be optional.

```prisma
model User {
  id      Int     @id
  profile Profile
  ~~~~~~~~~~~~~~~ error[one-to-one-back-required]: `profile` must be optional, since `Profile` refers to `User`
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int  @unique
}
```

# one-to-one-fields-both-sides

**error** · Relations

Both sides of a one-to-one relation have `fields`.

Only one of the two tables refers to the other. Remove it from the side that is referred to.

```prisma
model User {
  id        Int      @id
  profile   Profile? @relation(fields: [profileId])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-both-sides]: both sides of the relation between `Profile` and `User` have `fields`
  profileId Int?     @unique
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-both-sides]: both sides of the relation between `Profile` and `User` have `fields`
  userId Int  @unique
}
```

# one-to-one-fields-missing

**error** · Relations

Neither side of a one-to-one relation has `fields`.

One of the two tables holds the column that refers to the other; `fields` says which.

```prisma
model User {
  id      Int      @id
  profile Profile?
  ~~~~~~~~~~~~~~~~ error[one-to-one-fields-missing]: one-to-one relation between `Profile` and `User` has no `fields` on either side
  ~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
}

model Profile {
  id   Int  @id
  user User
  ~~~~~~~~~ error[one-to-one-fields-missing]: one-to-one relation between `Profile` and `User` has no `fields` on either side
  ~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
}
```

# one-to-one-fields-references-split

**error** · Relations

A one-to-one relation has `fields` on the one side and `references` on the other.

Both belong to the side that refers to the other.

```prisma
model User {
  id      Int      @id
  profile Profile? @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-references-split]: `fields` and `references` stand on different sides of the relation between `Profile` and `User`
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-fields-references-split]: `fields` and `references` stand on different sides of the relation between `Profile` and `User`
  userId Int  @unique
}
```

# one-to-one-not-unique

**error** · Relations

The fields of a one-to-one relation are no id and no unique.

Several rows could refer to the same row then, which makes it a one-to-many relation.

```prisma
model User {
  id      Int      @id
  profile Profile?
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-not-unique]: one-to-one relation `user` needs a unique field, but `userId` is none
  userId Int
}
```

# one-to-one-references-both-sides

**error** · Relations

Both sides of a one-to-one relation have `references`.

Only one of the two tables refers to the other. Remove it from the side that is referred to.

```prisma
model User {
  id        Int      @id
  profile   Profile? @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-both-sides]: both sides of the relation between `Profile` and `User` have `references`
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-both-sides]: both sides of the relation between `Profile` and `User` have `references`
  userId Int  @unique
}
```

# one-to-one-references-fields-split

**error** · Relations

A one-to-one relation has `references` on the side that refers, and `fields` on the other.

Both belong to the side that refers to the other.

```prisma
model User {
  id        Int      @id
  profile   Profile? @relation(fields: [profileId])
  profileId Int?     @unique
}

model Profile {
  id   Int  @id
  user User @relation(references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-fields-split]: `references` stands on `Profile.user`, but `fields` on `User.profile`
}
```

# one-to-one-references-missing

**error** · Relations

Neither side of a one-to-one relation has `references`.

The side with `fields` says by `references` which fields of the other model they refer to.

```prisma
model User {
  id      Int      @id
  profile Profile?
  ~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-references-missing]: one-to-one relation between `Profile` and `User` has no `references` on either side
  userId Int  @unique
}
```

# one-to-one-wrong-side

**error** · Relations

A one-to-one relation with one required side has `fields` or `references` on the optional side.

The required side is the one that refers to the other.

```prisma
model User {
  id        Int      @id
  profile   Profile? @relation(fields: [profileId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[one-to-one-wrong-side]: `fields` and `references` belong to the required side, `Profile.user`
  profileId Int?     @unique
}

model Profile {
  id   Int  @id
  user User
}
```

# optional-list-type

**error** · Syntax

A list is marked as optional.

A list can be empty, but it can't be absent.

```prisma
model User {
  id Int @id
  posts Post[]?
        ~~~~~~~ error[optional-list-type]: a list can't be optional: `Post[]?`
}

model Post {
  id Int @id
}
```

# preview-feature-deprecated

**warning** · Configuration

A preview feature is going to be removed.

It still works in this version. Prisma 7 has removed `metrics`.

With Prisma 6:

```prisma
generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["metrics"]
                    ~~~~~~~~~~~ warning[preview-feature-deprecated]: preview feature `metrics` is deprecated
}
```

# preview-feature-renamed

**warning** · Configuration

A preview feature has another name by now.

On PostgreSQL `fullTextSearch` is called `fullTextSearchPostgres`; on MySQL it needs no mention.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["fullTextSearch"]
                    ~~~~~~~~~~~~~~~~~~ warning[preview-feature-renamed]: preview feature `fullTextSearch` is now called `fullTextSearchPostgres`
}
```

# preview-feature-stabilized

**warning** · Configuration

A preview feature is part of Prisma by now.

What it stood for works without being asked for.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["driverAdapters"]
                    ~~~~~~~~~~~~~~~~~~ warning[preview-feature-stabilized]: preview feature `driverAdapters` needs no mention any more
}
```

# preview-feature-unknown

**error** · Configuration

A preview feature does not exist.

It may be misspelled, belong to another version of Prisma, or not go with the provider of the datasource.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["view"]
                    ~~~~~~~~ error[preview-feature-unknown]: there is no preview feature `view`
}
```

# relation-action-unknown

**error** · Relations

A referential action does not exist.

The actions are `Cascade`, `Restrict`, `NoAction`, `SetNull` and `SetDefault`. Not every database offers all of them.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id], onDelete: Delete)
                                                                          ~~~~~~ error[relation-action-unknown]: `onDelete` can't be `Delete`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-action-unsupported

**error** · Relations

`onDelete` or `onUpdate` asks for an action that the database, or the client in its place, doesn't offer.

SQL Server knows no `Restrict`; with `relationMode = "prisma"` the client acts, and knows no `SetDefault`.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], onDelete: Restrict)
                                                                ~~~~~~~~~~~~~~~~~~ error[relation-action-unsupported]: `Restrict` is not offered by sqlserver
  authorId Int
}
```

# relation-ambiguous

**error** · Relations

Several fields of a model refer to the same other model without naming their relations.

Without names nothing tells which field of the other model is the opposite of which. Give each relation a name, on both of its fields.

```prisma
model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-ambiguous]: fields `author` and `editor` of `Post` both refer to `User` without a name
  authorId Int
  editor   User @relation(fields: [editorId], references: [id])
  editorId Int
}
```

# relation-ambiguous-self

**error** · Relations

Two fields of a model refer to the model itself, and neither names its relation.

They can be the two sides of one relation or belong to two relations. Give both the same name when they are two sides of one, and each an own name and an opposite when they are not.

```prisma
model Node {
  id       Int    @id
  parent   Node?  @relation(fields: [parentId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-ambiguous-self]: self-relation fields `parent` and `children` of `Node` have no name in common
  parentId Int?
  children Node[]
}
```

# relation-attribute-on-scalar

**error** · Attributes

A field that holds no model has `@relation`.

`@relation` belongs on the field whose type is the related model. It names the scalar fields that hold the key.

```prisma
model Post {
  id       Int    @id
  authorId Int    @relation("author")
                  ~~~~~~~~~~~~~~~~~~~ error[relation-attribute-on-scalar]: field `authorId` can't have `@relation`
                            ~~~~~~~~ error[argument-unknown]: `@relation` takes no argument `"author"`
}
```

# relation-cascade-cycle

**error** · Relations

The actions of a relation come back to its own model over other relations.

SQL Server refuses such foreign keys; with `relationMode = "prisma"` the client would go around without an end. `NoAction` on both actions of one of the relations breaks the cycle.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id        Int    @id
  favourite Post?  @relation("favourite", fields: [postId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-cascade-cycle]: relation `favourite` is part of a cycle that would carry changes back to `User`
  postId    Int?
  posts     Post[] @relation("author")
}

model Post {
  id       Int    @id
  author   User   @relation("author", fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-cascade-cycle]: relation `author` is part of a cycle that would carry changes back to `Post`
  authorId Int
  fans     User[] @relation("favourite")
}
```

# relation-constraint-name-clash

**error** · Relations

The name of a foreign key is taken by another constraint.

In MySQL and SQL Server the names of all foreign keys of a schema differ, in PostgreSQL and CockroachDB those of one table. Names that aren't given are made of the table and its columns.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id      Int    @id
  written Post[] @relation("author")
  edited  Post[] @relation("editor")
}

model Post {
  id       Int  @id
  author   User @relation("author", fields: [authorId], references: [id], map: "user_fk")
                                                                          ~~~~~~~~~~~~~~ error[relation-constraint-name-clash]: foreign key name `user_fk` is already taken in this schema
  authorId Int
  editor   User @relation("editor", fields: [editorId], references: [id], map: "user_fk")
                                                                          ~~~~~~~~~~~~~~ error[relation-constraint-name-clash]: foreign key name `user_fk` is already taken in this schema
  editorId Int
}
```

# relation-field-type-mismatch

**error** · Relations

A field of a relation has another type than the one it refers to.

Each field in `fields` holds the value of the one at the same place in `references`, so the two need the same type.

```prisma
model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int    @id
  author   User   @relation(fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-field-type-mismatch]: `authorId` is a `String`, but `User.id` is an `Int`
  authorId String
}
```

# relation-fields-duplicate

**error** · Relations

The `fields` of a relation name a field twice.

Each field refers to one field of the related model.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId, authorId], references: [a, b])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-fields-duplicate]: `fields` of relation field `author` names `authorId` several times
}

model User {
  a     Int
  b     Int
  posts Post[]

  @@id([a, b])
}
```

# relation-fields-not-scalar

**error** · Relations

The `fields` of a relation name a relation field.

They name the columns that hold the key of the related model, and a relation field has none.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [author], references: [id])
                                  ~~~~~~~~ error[relation-fields-not-scalar]: `fields` names field `author`, which is not scalar
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-fields-references-length

**error** · Relations

`fields` and `references` of a relation have different numbers of fields.

Each field in `fields` holds the value of the one at the same place in `references`.

```prisma
model User {
  first String
  last  String
  posts Post[]

  @@id([first, last])
}

model Post {
  id     Int    @id
  author User   @relation(fields: [first], references: [first, last])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-fields-references-length]: `fields` has 1 field, but `references` has 2
  first  String
}
```

# relation-fields-unknown

**error** · Relations

The `fields` of a relation name a field that the model does not have.

`fields` are scalar fields of the model that holds the relation field, `references` those of the related model.

```prisma
model Post {
  id       Int   @id
  authorId Int
  author   User  @relation(fields: [userId], references: [id])
                                   ~~~~~~~~ error[relation-fields-unknown]: `Post` has no field `userId`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-index-missing

**warning** · Relations

With `relationMode = "prisma"`, the fields of a relation have no index.

A foreign key would come with an index in some databases; without foreign keys nothing adds one, and each look-up of the relation reads the whole table. The fields must be the first ones of an index, unique or id, in the same order.

```prisma
datasource db {
  provider     = "mysql"
  relationMode = "prisma"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[relation-index-missing]: no index begins with `authorId`
  authorId Int
}
```

# relation-map-empty

**error** · Relations

The `map` of a relation is empty.

It is the name of the foreign key in the database. Without one Prisma makes up a name.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id], map: "")
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-empty]: the foreign key of field `author` has an empty `map`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-map-too-long

**error** · Relations

The name that `map` gives to a foreign key is longer than the database allows.

The limit counts bytes of UTF-8: 63 in PostgreSQL and CockroachDB, 64 in MySQL, 128 in SQL Server.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], map: "the_foreign_key_of_the_author_who_wrote_the_first_draft_of_this_post")
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-too-long]: foreign key name of `author` is 68 bytes long
  authorId Int
}
```

# relation-map-unsupported

**error** · Relations

`@relation` names its foreign key by `map` where foreign keys have no names.

SQLite keeps no names of foreign keys, and MongoDB has no foreign keys. Remove `map`.

```prisma
datasource db {
  provider = "sqlite"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], map: "author_fk")
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-unsupported]: foreign keys have no names in sqlite, so `map` has no effect
  authorId Int
}
```

# relation-missing-opposite-field

**error** · Relations

Only one of the two models of a relation has a field for it.

The client offers a relation from both its models, so each needs a field. The formatter adds the missing one.

```prisma
model User {
  id Int @id
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-missing-opposite-field]: relation field `author` has no opposite field in `User`
  authorId Int
}
```

# relation-multiple-cascade-paths

**error** · Relations

The actions of several relations of a model lead to the same other model.

SQL Server refuses a foreign key when a table is reached over it and over another one. `NoAction` on both actions of all but one of the relations leaves a single way.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  id       Int       @id
  posts    Post[]
  comments Comment[]
}

model Post {
  id       Int       @id
  author   User      @relation(fields: [authorId], references: [id])
  authorId Int
  comments Comment[]
}

model Comment {
  id       Int  @id
  post     Post @relation(fields: [postId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-multiple-cascade-paths]: changes of `User` reach `Comment` over `post` and over another relation
  postId   Int
  writer   User @relation(fields: [writerId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-multiple-cascade-paths]: changes of `User` reach `Comment` over `writer` and over another relation
  writerId Int
}
```

# relation-name-empty

**error** · Relations

The name of a relation is empty.

A name tells several relations between two models apart. One relation does without.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation("", fields: [authorId], references: [id])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-name-empty]: the name of the relation of field `author` is empty
}

model User {
  id    Int    @id
  posts Post[] @relation("")
               ~~~~~~~~~~~~~ error[relation-name-empty]: the name of the relation of field `posts` is empty
}
```

# relation-native-type-mismatch

**warning** · Relations

A field that refers to another has another native type.

MongoDB compares values with their types: a text never equals an ObjectId, so the relation finds nothing. Give both fields the same native type.

```prisma
datasource db {
  provider = "mongodb"
}

model User {
  id    String @id @default(auto()) @map("_id") @db.ObjectId
  posts Post[]
}

model Post {
  id       String @id @default(auto()) @map("_id") @db.ObjectId
  author   User   @relation(fields: [authorId], references: [id])
  authorId String
  ~~~~~~~~~~~~~~~ warning[relation-native-type-mismatch]: `authorId` has no native type, but `User.id` is `@db.ObjectId`
}
```

# relation-references-duplicate

**error** · Relations

The `references` of a relation name a field twice.

Each field in `fields` refers to another field of the related model.

```prisma
model Post {
  id    Int  @id
  userA Int
  userB Int
  user  User @relation(fields: [userA, userB], references: [a, a])
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-duplicate]: `references` of relation field `user` names `a` several times
}

model User {
  a     Int    @id
  b     Int
  posts Post[]
}
```

# relation-references-not-scalar

**error** · Relations

The `references` of a relation name a relation field.

They name the columns of the related model that make its rows unique, and a relation field has none.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [posts])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-not-scalar]: `references` names field `posts` of `User`, which is not scalar
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-references-not-unique

**error** · Relations

The fields in `references` are no id and no unique of the related model.

A relation leads to one row, so what it refers to must identify a row.

```prisma
model User {
  id    Int    @id
  email String
  posts Post[]
}

model Post {
  id     Int    @id
  author User   @relation(fields: [email], references: [email])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-not-unique]: `email` does not identify one `User`
  email  String
}
```

# relation-references-order

**error** · Relations

The fields in `references` stand in another order than in the id or unique that they are.

SQL Server takes a foreign key only when its columns are in the order of the key it refers to.

```prisma
datasource db {
  provider = "sqlserver"
}

model User {
  first String
  last  String
  posts Post[]

  @@id([first, last])
}

model Post {
  id     Int    @id
  author User   @relation(fields: [last, first], references: [last, first])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-order]: references `last` and `first` stand in another order than in the key of `User`
  first  String
  last   String
}
```

# relation-references-unknown

**error** · Relations

The `references` of a relation name a field that the related model does not have.

`references` are fields of the related model, `fields` those of the model that holds the relation field.

```prisma
model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [uid])
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-unknown]: `User` has no field `uid`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# relation-required-with-optional-field

**error** · Relations

A required relation rests on an optional field.

When the field is null there is no related row, so the relation field can't be required.

```prisma
model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-required-with-optional-field]: relation `author` is required, but its field `authorId` is optional
  authorId Int?
}
```

# relation-self-cycle

**error** · Relations

The actions of a relation run into a self-relation that would carry them around in its model.

SQL Server refuses such foreign keys; with `relationMode = "prisma"` the client would go around without an end. `NoAction` on both actions of the self-relation stops that.

```prisma
datasource db {
  provider = "sqlserver"
}

model Employee {
  id        Int        @id
  manager   Employee?  @relation("reports", fields: [managerId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-self-cycle]: self-relation `manager` would carry changes around in `Employee`
  managerId Int?
  reports   Employee[] @relation("reports")
}
```

# relation-set-default-mysql

**warning** · Relations

A relation asks for `SetDefault` on MySQL.

MySQL takes the words, but InnoDB refuses the table or does nothing, as the version has it. Choose another action.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], onDelete: SetDefault)
                                                                ~~~~~~~~~~~~~~~~~~~~ warning[relation-set-default-mysql]: MySQL does not carry out `SetDefault`
  authorId Int  @default(1)
}
```

# relation-set-null-required

**error** · Relations

A relation asks for `SetNull`, but its fields can't be null.

When the related row goes, the action would have to empty a required field. Choose another action, or make the fields and the relation optional.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], onDelete: SetNull)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-set-null-required]: `onDelete: SetNull` cannot empty the required field `authorId`
  authorId Int
}
```

# relation-set-null-required-warning

**warning** · Relations

A relation asks for `SetNull`, but its fields can't be null, on PostgreSQL.

PostgreSQL takes such a foreign key; each deletion that would run the action then fails. Choose another action, or make the fields and the relation optional.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id], onDelete: SetNull)
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[relation-set-null-required-warning]: `onDelete: SetNull` cannot empty the required field `authorId`
  authorId Int
}
```

# relation-to-ignored-model

**error** · Relations

A field refers to a model that is left out of the client by `@@ignore`, but isn't left out itself.

The client would have a property whose type it doesn't know. Add `@ignore` to the field.

```prisma
model User {
  id   Int   @id
  logs Log[]
  ~~~~~~~~~~ error[relation-to-ignored-model]: field `logs` refers to `Log`, which is ignored
}

model Log {
~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int

  @@ignore
}
```

# relation-unnamed-self

**error** · Relations

More than two fields of a model refer to the model itself without naming their relations.

A relation has two sides, so these fields belong to several relations; only names can tell which two belong together.

```prisma
model Person {
  id       Int      @id
  mother   Person?  @relation(fields: [motherId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-unnamed-self]: 3 self-relation fields of `Person` have no name: `mother`, `father` and `children`
  motherId Int?
  father   Person?
  children Person[]
}
```

# relation-wrongly-named

**error** · Relations

Several fields of a model refer to the same other model by the same relation name.

A relation between two models has one field in each. Fields of one model that share a name would be the same side twice.

```prisma
model User {
  id    Int    @id
  posts Post[] @relation("writer")
}

model Post {
  id       Int  @id
  author   User @relation("writer", fields: [authorId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-wrongly-named]: 2 fields of `Post` that refer to `User` are named `writer`
  authorId Int
  editor   User @relation("writer", fields: [editorId], references: [id])
  editorId Int
}
```

# relation-wrongly-named-self

**error** · Relations

More than two fields of a model share the name of one relation of the model to itself.

A relation has two sides, so at most two fields can have its name.

```prisma
model Node {
  id       Int    @id
  parent   Node?  @relation("tree", fields: [parentId], references: [id])
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-wrongly-named-self]: 3 self-relation fields of `Node` are named `tree`
  parentId Int?
  children Node[] @relation("tree")
  friends  Node[] @relation("tree")
}
```

# reserved-enum-name

**error** · Names

An enum has a name that the generated client needs for itself.

These are `PrismaClient` and the reserved words of JavaScript. `@@map` keeps the name in the database.

```prisma
enum switch {
~~~~~~~~~~~~~ error[reserved-enum-name]: an enum can't be named `switch`
  ON
  OFF
}
```

# reserved-model-name

**error** · Names

A model or view has a name that the generated client needs for itself.

These are `PrismaClient` and the reserved words of JavaScript. `@@map` keeps the name of the table.

```prisma
model class {
~~~~~~~~~~~~~ error[reserved-model-name]: a model can't be named `class`
  id Int @id
}
```

# reserved-scalar-type-name

**error** · Names

A declaration is named like a built-in type.

The names `Int`, `BigInt`, `Float`, `Boolean`, `String`, `DateTime`, `Json`, `Bytes` and `Decimal` always mean the built-in type, so nothing could refer to the declaration.

```prisma
model String {
      ~~~~~~ error[reserved-scalar-type-name]: a model can't be named `String`
  id Int @id
}
```

# schema-missing

**error** · Names

A declaration does not say in which schema it is.

As soon as the datasource lists `schemas`, each model, view and enum needs `@@schema`.

```prisma
datasource db {
  provider = "postgresql"
  schemas  = ["public", "auth"]
}

model User {
~~~~~~~~~~~~ error[schema-missing]: model `User` does not say in which schema it is
  id Int @id
}
```

# schema-unknown

**error** · Names

A declaration is in a schema that the datasource does not list.

Prisma looks after those schemas of the database that the datasource lists.

```prisma
datasource db {
  provider = "postgresql"
  schemas  = ["public", "auth"]
}

model User {
  id Int @id

  @@schema("authentication")
           ~~~~~~~~~~~~~~~~ error[schema-unknown]: schema `authentication` is not among the `schemas` of the datasource
}
```

# schema-unsupported

**error** · Names

The database has no schemas.

Only PostgreSQL, CockroachDB and SQL Server have schemas within a database.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id Int @id

  @@schema("public")
           ~~~~~~~~ error[schema-unsupported]: `mysql` has no schemas
}
```

# sequence-argument-unknown

**error** · Defaults

A `sequence()` has an argument that it does not take.

The arguments are `virtual`, `cache`, `increment`, `minValue`, `maxValue` and `start`, each with its name. `virtual` is `true` or `false`, the others are whole numbers.

```prisma
datasource db {
  provider = "cockroachdb"
}

model User {
  id     Int @id @default(sequence(step: 2))
                                   ~~~~~~~ error[sequence-argument-unknown]: `sequence` has no argument `step`
  number Int @default(sequence(start: "1", virtual: true))
                                      ~~~ error[value-type-mismatch]: expected a whole number, but `"1"` is a string
}
```

# shard-key-duplicate-field

**error** · Shard keys

`@@shardKey` names a field twice.

A shard key holds a column only once.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
  id  Int @id
  uid Int

  @@shardKey([uid, uid])
  ~~~~~~~~~~~~~~~~~~~~~~ error[shard-key-duplicate-field]: `@@shardKey` of `User` names field `uid` several times
}
```

# shard-key-empty

**error** · Shard keys

A shard key has no fields.

A shard key tells by the values of its fields where a row is stored.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

datasource db {
  provider = "mysql"
}

model User {
  id Int @id

  @@shardKey([])
  ~~~~~~~~~~~~~~ error[shard-key-empty]: the shard key of model `User` has no fields
}
```

# shard-key-field-and-block

**error** · Shard keys

A model has both `@shardKey` and `@@shardKey`.

A table has one shard key.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
~~~~~~~~~~~~ error[shard-key-field-and-block]: model `User` has both `@shardKey` and `@@shardKey`
  id  Int @id
  uid Int @shardKey

  @@shardKey([id, uid])
}
```

# shard-key-field-not-required

**error** · Shard keys

A field with `@shardKey` is not required.

Every row needs a shard to live in.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
  id  Int  @id
  uid Int? @shardKey
           ~~~~~~~~~ error[shard-key-field-not-required]: field `uid` with `@shardKey` must be required
}
```

# shard-key-multiple-fields

**error** · Shard keys

Several fields of a model have `@shardKey`.

A table has one shard key. One over several fields is written with `@@shardKey`.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
~~~~~~~~~~~~ error[shard-key-multiple-fields]: model `User` has several fields with `@shardKey`
  id  Int @id @shardKey
  uid Int @shardKey
}
```

# shard-key-optional-fields

**error** · Shard keys

`@@shardKey` names a field that is not required.

Every row needs a shard to live in.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
  id  Int  @id
  uid Int?

  @@shardKey([uid])
  ~~~~~~~~~~~~~~~~~ error[shard-key-optional-fields]: `@@shardKey` of `User` names field `uid`, which must be required
}
```

# shard-key-relation-field

**error** · Shard keys

`@@shardKey` names a relation field.

A relation field has no column. The scalar fields that it names in `fields` can be part of the shard key.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])

  @@shardKey([author])
  ~~~~~~~~~~~~~~~~~~~~ error[shard-key-relation-field]: `@@shardKey` of `Post` names relation field `author`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# shard-key-unknown-field

**error** · Shard keys

`@@shardKey` names a field that the model does not have.

Fields are named as in the schema, not by the names of their columns.

```prisma
datasource db {
  provider = "mysql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

model User {
  id   Int @id
  uid  Int

  @@shardKey([uid, nope])
             ~~~~~~~~~~~ error[shard-key-unknown-field]: `User` has no field `nope`
}
```

# shard-keys-preview-missing

**error** · Shard keys

Shard keys need a preview feature.

A shard key tells where a row of a distributed table is stored.

```prisma
datasource db {
  provider = "mysql"
}

model User {
  id     Int    @id
  region String @shardKey
                ~~~~~~~~~ error[shard-keys-preview-missing]: shard keys need the preview feature `shardKeys`
}
```

# shard-keys-unsupported

**error** · Shard keys

The database has no shard keys.

Shard keys are for MySQL as PlanetScale runs it.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["shardKeys"]
}

datasource db {
  provider = "postgresql"
}

model User {
  id     Int    @id
  region String @shardKey
                ~~~~~~~~~ error[shard-keys-unsupported]: `postgresql` has no shard keys
}
```

# string-invalid-unicode-escape

**error** · Syntax

A `\u` in a string names no character.

Four hexadecimal digits must follow. A character beyond U+FFFF is written as two of these escapes, a high and a low surrogate, neither of which stands alone.

```prisma
model User {
  id   Int    @id
  name String @default("caf\u00 au lait")
                           ~~~~ error[string-invalid-unicode-escape]: `\u00` names no character
}
```

# string-unknown-escape

**error** · Syntax

A backslash in a string is followed by a character that means nothing there.

Strings know the escapes of JSON: `\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t` and `\u` with four hexadecimal digits. A backslash itself is written twice.

```prisma
model User {
  id   Int    @id
  path String @default("C:\data")
                          ~~ error[string-unknown-escape]: `\d` is no escape sequence
}
```

# syntax-invalid-config-line

**error** · Syntax

A line in a datasource or generator can't be read as a property.

A property is a key, `=` and a value, on one line.

```prisma
datasource db {
  provider = "postgresql"
  relationMode: "prisma"
  ~~~~~~~~~~~~~~~~~~~~~~ error[syntax-invalid-config-line]: `relationMode: "prisma"` is not a property
}
```

# syntax-invalid-enum-line

**error** · Syntax

A line in an enum can't be read as a value.

Each value has a line to itself. It is a bare name, perhaps with `@map("…")`, without a comma or quotes.

```prisma
enum Role {
  USER
  ADMIN,
  ~~~~~~ error[syntax-invalid-enum-line]: `ADMIN,` is not an enum value
}
```

# syntax-invalid-member-line

**error** · Syntax

A line in a model, view or composite type can be read neither as a field nor as an attribute.

A field is a name, a type and attributes; a block attribute begins with `@@`. Each has a line to itself, and nothing but a comment may follow it. Names begin with a letter.

```prisma
model User {
  id Int @id
  _name String
  ~~~~~~~~~~~~ error[syntax-invalid-member-line]: `_name String` is neither a field nor a block attribute
}
```

# syntax-invalid-toplevel-line

**error** · Syntax

A line outside of any block begins no declaration.

A block is read as one only with a known keyword, a name, a `{` on the same line and a closing `}` that begins a line. Where one of them is missing, each line of the intended block is reported.

```prisma
modle User
~~~~~~~~~~ error[syntax-invalid-toplevel-line]: `modle User` begins no block and is no comment

model Post {
  id Int @id
}
```

# syntax-type-alias

**error** · Syntax

A type alias, which Prisma does not have.

Early versions let a name stand for a type with attributes. Write the type and its attributes on each field. On MongoDB a `type Name { … }` block declares a composite type.

```prisma
type Key = Int @id
~~~~~~~~~~~~~~~~~~ error[syntax-type-alias]: `type Key = Int @id` is a type alias, which Prisma does not have

model User {
  id Int @id
}
```

# syntax-unknown-block

**error** · Syntax

A block begins with a word that names no kind of block.

The kinds are `model`, `view`, `type`, `enum`, `datasource` and `generator`, each followed by a name. A block without a name is read as one of an unknown kind, too.

```prisma
table {
~~~~~~~ error[syntax-unknown-block]: block `table` has an unknown kind
  id Int @id
}
```

# type-not-found

**error** · Types

The type of a field is neither built in nor declared.

A type is one of `String`, `Boolean`, `Int`, `BigInt`, `Float`, `Decimal`, `DateTime`, `Json` and `Bytes`, or a model, view, enum or composite type of any file of the schema. A column type that Prisma doesn't know is written `Unsupported("type")`.

```prisma
model User {
  id   Int @id
  name Text
       ~~~~ error[type-not-found]: type `Text` of field `name` is neither built in nor declared
}
```

# type-wrong-case

**error** · Types

The type of a field is written in the wrong case.

Names of types tell upper from lower case.

```prisma
model User {
  id   Int @id
  name string
       ~~~~~~ error[type-wrong-case]: type `string` of field `name` does not exist, but `String` does
}
```

# unique-client-name-clash

**error** · Indexes

The name of a compound unique in the client is also the name of a field.

The client calls a unique over several fields by their names joined with `_`, as in `where: { a_b: { … } }`.

```prisma
model Rating {
  id        Int    @id
  user      Int
  post      Int
  user_post String

  @@unique([user, post])
  ~~~~~~~~~~~~~~~~~~~~~~ error[unique-client-name-clash]: the unique is called `user_post` in the client, and so is a field
}
```

# unique-composite-type

**error** · Indexes

A compound unique holds a field of composite type.

A field inside of the composite type can be named by its path.

```prisma
datasource db {
  provider = "mongodb"
}

type Address {
  street String
}

model User {
  id      String  @id @map("_id")
  name    String
  address Address

  @@unique([name, address])
  ~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-composite-type]: field `address` of composite type `Address` can't be part of a compound unique
}
```

# unique-custom-name-clash

**error** · Indexes

The name of a unique is taken by another key of the model.

The client finds rows by it, so the `name` of each `@@id` and `@@unique` of a model must differ.

```prisma
model Person {
  id    Int    @id
  first String
  last  String
  email String

  @@unique([first, last], name: "who")
                          ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
  @@unique([first, email], name: "who")
                           ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
}
```

# unique-name-characters

**error** · Indexes

The `name` of a `@@unique` has characters that a client can't use.

The name is how the generated client calls the constraint, and consists of letters, digits and `_`. The name in the database is `map`.

```prisma
model User {
  id    Int    @id
  first String
  last  String

  @@unique([first, last], name: "first-last")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-name-characters]: name `first-last` of `@@unique` may hold only the letters a to z, digits and `_`
}
```

# unique-native-type-forbidden

**error** · Indexes

A unique covers a field that SQL Server can't index.

Texts, XML and bytes without a length are kept apart from their row.

```prisma
datasource db {
  provider = "sqlserver"
}

model Post {
  id   Int    @id
  slug String @unique @db.Text
              ~~~~~~~~ error[unique-native-type-forbidden]: field `slug` of native type `Text` can't be part of a unique
}
```

# unique-native-type-length-needed

**error** · Indexes

A unique over a long text or many bytes has no `length`.

MySQL indexes the beginning of such values, and has to know how much.

```prisma
datasource db {
  provider = "mysql"
}

model Post {
  id   Int    @id
  slug String @unique @db.Text
              ~~~~~~~~ error[unique-native-type-length-needed]: field `slug` of native type `Text` needs a `length` in a unique
}
```

# unique-on-relation-field

**error** · Indexes

A relation field has `@unique`.

A relation field has no column. The scalar fields that it names in `fields` can be unique.

```prisma
model Profile {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id]) @unique
                                                            ~~~~~~~ error[unique-on-relation-field]: relation field `user` can't have `@unique`
}

model User {
  id       Int       @id
  profiles Profile[]
}
```

# unique-sort-invalid

**error** · Indexes

The `sort` of a `@unique` is neither `Asc` nor `Desc`.

The index is sorted in ascending or descending order.

```prisma
model User {
  id   Int    @id
  name String @unique(sort: Down)
              ~~~~~~~~~~~~~~~~~~~ error[unique-sort-invalid]: `sort` can't be `Down`
}
```

# unique-xml

**error** · Indexes

A unique covers a field of the native type `Xml`.

PostgreSQL can't compare XML.

```prisma
datasource db {
  provider = "postgresql"
}

model Page {
  id   Int    @id
  body String @unique @db.Xml
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-xml]: field `body` has the native type `Xml` and can't be unique
}
```

# unsupported-type-is-supported

**error** · Native types

A field is declared as unsupported, although Prisma supports its type.

The client can't read fields of unsupported types. This one it can, with a field type and a native type.

```prisma
datasource db {
  provider = "postgresql"
}

model Product {
  id    Int                           @id
  price Unsupported("Decimal(10, 2)")
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unsupported-type-is-supported]: the type `Decimal(10, 2)` is supported
}
```

# updated-at-list

**error** · Attributes

A list has `@updatedAt`.

The client stores one time there, that of the last change.

```prisma
datasource db {
  provider = "postgresql"
}

model Post {
  id        Int        @id
  updatedAt DateTime[] @updatedAt
                       ~~~~~~~~~~ error[updated-at-list]: field `updatedAt` with `@updatedAt` can't be a list
}
```

# updated-at-not-datetime

**error** · Attributes

A field with `@updatedAt` is not of type `DateTime`.

The client stores the time of the last change there.

```prisma
model Post {
  id        Int    @id
  updatedAt String @updatedAt
                   ~~~~~~~~~~ error[updated-at-not-datetime]: field `updatedAt` with `@updatedAt` must be of type `DateTime`, not `String`
}
```

# value-type-mismatch

**error** · Attributes

A value is of the wrong kind.

Strings stand in double quotes, numbers, `true`, `false` and names of fields don't, and lists stand in brackets.

```prisma
model User {
  id   Int    @id
  name String @map(user_name)
                   ~~~~~~~~~ error[value-type-mismatch]: expected a string, but `user_name` is a constant
}
```

# view-id

**error** · Views

A view has an id.

Views have no primary key in the database. Mark what tells rows apart with `@unique`.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views"]
}

datasource db {
  provider = "postgresql"
}

view ActiveUser {
  id Int @id
         ~~~ error[view-id]: views have no primary key
}
```

# view-index

**error** · Views

A view has an index.

Indexes belong to the tables that the view reads.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views"]
}

datasource db {
  provider = "postgresql"
}

view ActiveUser {
  id   Int    @unique
  name String

  @@index([name])
  ~~~~~~~~~~~~~~~ error[view-index]: views have no indexes
}
```

# view-unique-clustered

**error** · Views

A unique of a view is clustered.

Nothing in the database makes the rows of a view unique, so there is nothing to store in order.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views"]
}

datasource db {
  provider = "sqlserver"
}

view ActiveUser {
  id Int @unique(clustered: true)
         ~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-clustered]: the uniques of a view can't be clustered
}
```

# view-unique-field-arguments

**error** · Views

A field in a unique of a view has arguments.

Nothing in the database makes the rows of a view unique, so there is no index whose fields could have `length`, `sort` or `ops`.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views"]
}

datasource db {
  provider = "postgresql"
}

view ActiveUser {
  id Int @unique(sort: Desc)
         ~~~~~~~~~~~~~~~~~~~ error[view-unique-field-arguments]: field `id` has arguments in a unique of a view
}
```

# view-unique-mapped

**error** · Views

A unique of a view has a name in the database.

Nothing in the database makes the rows of a view unique, so there is nothing to name.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views"]
}

datasource db {
  provider = "postgresql"
}

view ActiveUser {
  id Int @unique(map: "active_user_key")
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[view-unique-mapped]: the uniques of a view have no name in the database
}
```

# views-preview-missing

**error** · Views

Views need a preview feature.

Views are read like models, and still in preview.

```prisma
datasource db {
  provider = "postgresql"
}

view ActiveUser {
~~~~~~~~~~~~~~~~~ error[views-preview-missing]: views need the preview feature `views`
  id Int @unique
}
```

# where-constant-invalid

**error** · Partial indexes

The condition of a partial index compares with a word that is no value.

Without quotes there are only `true`, `false` and `null`. Values of enums stand in double quotes here.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

enum Role {
  USER
  ADMIN
}

model User {
  id    Int    @id
  email String
  role  Role

  @@index([email], where: { role: ADMIN })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-constant-invalid]: `ADMIN` is no value that field `role` can be compared with
}
```

# where-empty-object

**error** · Partial indexes

The condition of a partial index is empty.

An index over all rows does without `where`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id     Int     @id
  email  String
  active Boolean

  @@index([email], where: {})
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-empty-object]: `where` of `@@index` has no condition
}
```

# where-enum-value

**error** · Partial indexes

A condition of a partial index compares an enum with a value that is no string.

Values of enums stand in double quotes here.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

enum Role {
  USER
  ADMIN
}

model User {
  id    Int    @id
  email String
  role  Role

  @@index([email], where: { role: 1 })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-enum-value]: field `role` of enum `Role` can't be compared with `1`
}
```

# where-field-needs-raw

**error** · Partial indexes

A condition of a partial index compares a field of an unsupported type.

Prisma doesn't know the values of such a type, so it only knows whether the field is `null`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model Place {
  id   Int                   @id
  name String
  pos  Unsupported("point")?

  @@index([name], where: { pos: "(0,0)" })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-field-needs-raw]: field `pos` can only be compared with `null`
}
```

# where-invalid

**error** · Partial indexes

The condition of a partial index is neither an object nor `raw`.

It is written as fields with their values in braces, or as SQL with `raw`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id     Int     @id
  email  String
  active Boolean

  @@index([email], where: sql("active"))
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-invalid]: `where` can't be `sql("active")`
}
```

# where-nested-key-count

**error** · Partial indexes

A condition of a partial index has not exactly one operator.

There is one operator, `not`. Several conditions are written one by one, and all of them must hold.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id    Int     @id
  email String
  nick  String?

  @@index([email], where: { nick: {} })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-nested-key-count]: the condition on field `nick` needs one operator, not 0
}
```

# where-nested-key-unknown

**error** · Partial indexes

A condition of a partial index has an operator that does not exist.

There is one operator, `not`. Everything else is written in SQL, with `raw`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id    Int    @id
  email String
  age   Int

  @@index([email], where: { age: { gt: 18 } })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-nested-key-unknown]: there is no operator `gt` for the condition on field `age`
}
```

# where-preview-missing

**error** · Partial indexes

A partial index needs a preview feature.

With `where`, an index covers only some of the rows.

```prisma
datasource db {
  provider = "postgresql"
}

model User {
  id      Int    @id
  email   String
  deleted Boolean

  @@index([email], where: raw("deleted = false"))
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-preview-missing]: `where` needs the preview feature `partialIndexes`
}
```

# where-raw-argument

**error** · Partial indexes

`raw` is not given the SQL of a condition.

It takes one string.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id     Int     @id
  email  String
  active Boolean

  @@index([email], where: raw())
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-raw-argument]: `raw()` takes the condition as one string
}
```

# where-raw-empty

**error** · Partial indexes

`raw` is given an empty condition.

An index over all rows does without `where`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id     Int     @id
  email  String
  active Boolean

  @@index([email], where: raw(""))
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-raw-empty]: `raw()` is given an empty condition
}
```

# where-relation-field

**error** · Partial indexes

The condition of a partial index names a relation field.

A relation field has no column. The scalar fields that it names in `fields` can be compared.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model Post {
  id       Int    @id
  title    String
  authorId Int?
  author   User?  @relation(fields: [authorId], references: [id])

  @@index([title], where: { author: null })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-relation-field]: `where` can't compare relation field `author`
}

model User {
  id    Int    @id
  posts Post[]
}
```

# where-type-mismatch

**error** · Partial indexes

A condition of a partial index compares a field with a value of another type.

`true` and `false` go with `Boolean`, numbers with `Int`, `BigInt`, `Float` and `Decimal`, strings with `String`, `DateTime` and enums, and `null` with all of them.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id    Int    @id
  email String
  age   Int

  @@index([email], where: { age: "18" })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-type-mismatch]: field `age` of type `Int` can't be compared with `"18"`
}
```

# where-unknown-field

**error** · Partial indexes

The condition of a partial index names a field that the model does not have.

Fields are named as in the schema, not by the names of their columns.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id     Int     @id
  email  String
  active Boolean

  @@index([email], where: { actve: true })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-unknown-field]: `User` has no field `actve`
}
```

# where-unsupported

**error** · Partial indexes

The database has no partial indexes.

With `where`, an index covers only some of the rows. PostgreSQL, CockroachDB, SQLite and SQL Server have such indexes.

```prisma
generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

datasource db {
  provider = "mysql"
}

model User {
  id      Int    @id
  email   String
  deleted Boolean

  @@index([email], where: { deleted: false })
                   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-unsupported]: `mysql` has no partial indexes
}
```

# where-value-invalid

**error** · Partial indexes

A condition of a partial index compares with something that is no single value.

Values are strings, numbers, `true`, `false` and `null`. Everything else is written in SQL, with `raw`.

```prisma
datasource db {
  provider = "postgresql"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["partialIndexes"]
}

model User {
  id    Int    @id
  email String
  age   Int

  @@index([email], where: { age: [18, 19] })
  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-value-invalid]: field `age` can't be compared with `[18, 19]`
}
```

"""#
}
