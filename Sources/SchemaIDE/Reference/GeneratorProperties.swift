import SchemaModel

extension LanguageReference {
  /// The properties of a generator, those of every generator first.
  ///
  /// - Parameter provider: the value of `provider`, nil when there is none yet.
  public static func generatorProperties(provider: String?) -> [PropertyReference] {
    commonGeneratorProperties + (provider.flatMap { ownGeneratorProperties[$0] } ?? [])
  }

  /// The property of a generator with this key; nil when the generator is not known to have it.
  public static func generatorProperty(_ key: String, provider: String?) -> PropertyReference? {
    generatorProperties(provider: provider).first { $0.name == key }
  }

  /// The generators that are known by name.
  public static let generatorProviders = [
    ReferenceEntry(
      "prisma-client", "Prisma's client for TypeScript, written into your own sources.",
      details: "It needs an `output`.",
      since: "6.6.0", link: DocumentationPage.generators),
    ReferenceEntry(
      "prisma-client-js", "Prisma's client for JavaScript, written into `node_modules`.",
      details: "The only one before Prisma 6.6; `prisma-client` takes its place.",
      link: DocumentationPage.generators),
    ReferenceEntry(
      "prisma-client-py", "Prisma Client Python: a typed client for Python.",
      details: "Works with Prisma 5. Installed by `pip install prisma`.",
      availability: .on(versions: [.five]),
      link: "https://prisma-client-py.readthedocs.io/en/stable/reference/config/"),
  ]

  /// Everything that is written about generators.
  static var allGeneratorProperties: [PropertyReference] {
    commonGeneratorProperties + ownGeneratorProperties.values.flatMap(\.self)
  }

  private static let commonGeneratorProperties = [
    PropertyReference(
      ReferenceEntry(
        "provider", "The generator: the name of a built-in one, or a command.",
        details: """
          Anything but `prisma-client` and `prisma-client-js` is run by the shell, from where the command is \
          started.
          """,
        example: ReferenceExample(
          """
          generator client {
            provider = "prisma-client"
            output   = "../generated/prisma"
          }
          """),
        link: DocumentationPage.generators),
      .choice, values: generatorProviders, isRequired: true),
    PropertyReference(
      ReferenceEntry(
        "output", "The folder that the generator writes to, from the schema file on.",
        details: "`prisma-client` needs it; others have a default.",
        example: ReferenceExample(
          """
          generator client {
            provider = "prisma-client"
            output   = "../src/generated/prisma"
          }
          """),
        link: DocumentationPage.generators),
      .stringOrVariable),
    PropertyReference(
      ReferenceEntry(
        "previewFeatures", "Switches on features that are not finished.",
        details: "They hold for the whole schema, whichever generator lists them.",
        example: ReferenceExample(
          """
          generator client {
            provider        = "prisma-client"
            output          = "../generated/prisma"
            previewFeatures = ["relationJoins", "views"]
          }
          """),
        link: DocumentationPage.previewFeatures),
      .previewFeatures),
    PropertyReference(
      ReferenceEntry(
        "binaryTargets", "The systems for which engines are fetched.",
        details: """
          `native` is the one on which `generate` runs. Give that of the server when it is another, such as \
          `debian-openssl-3.0.x` or `linux-musl-openssl-3.0.x`. Without meaning where the client has no \
          engine, as in Prisma 7.
          """,
        example: ReferenceExample(
          """
          generator client {
            provider      = "prisma-client-js"
            binaryTargets = ["native", "debian-openssl-3.0.x"]
          }
          """, version: .six, previewFeatures: []),
        link: DocumentationPage.generators),
      .strings, values: binaryTargets),
    PropertyReference(
      ReferenceEntry(
        "engineType", "How the client reaches the query engine.",
        details: "In Prisma 7 only `client` is left.",
        example: ReferenceExample(
          """
          generator client {
            provider   = "prisma-client-js"
            engineType = "client"
          }
          """, version: .six),
        link: DocumentationPage.generators),
      .choice,
      values: [
        ReferenceEntry(
          "library", "An engine loaded into Node.js.",
          availability: .on(versions: [.five, .six])),
        ReferenceEntry(
          "binary", "An engine in a process of its own.",
          availability: .on(versions: [.five, .six])),
        ReferenceEntry(
          "client", "No engine: queries are compiled by the client and run by a driver adapter.",
          availability: .on(versions: [.six, .seven])),
      ]),
  ]

  private static let binaryTargets: [ReferenceEntry] = [
    ("native", "The system on which `generate` runs."),
    ("darwin", "macOS on Intel."),
    ("darwin-arm64", "macOS on Apple silicon."),
    ("windows", "Windows."),
    ("debian-openssl-1.1.x", "Debian 9 to 11, Ubuntu 18.04 to 20.04."),
    ("debian-openssl-3.0.x", "Debian 12 and later, Ubuntu 22.04 and later."),
    ("rhel-openssl-1.0.x", "Red Hat and the like with OpenSSL 1.0, AWS Lambda with Node.js 16."),
    ("rhel-openssl-1.1.x", "Red Hat and the like with OpenSSL 1.1."),
    ("rhel-openssl-3.0.x", "Red Hat and the like with OpenSSL 3, AWS Lambda with Node.js 20."),
    ("linux-arm64-openssl-1.1.x", "Linux on 64-bit ARM with OpenSSL 1.1."),
    ("linux-arm64-openssl-3.0.x", "Linux on 64-bit ARM with OpenSSL 3."),
    ("linux-musl", "Alpine up to 3.16."),
    ("linux-musl-openssl-3.0.x", "Alpine from 3.17 on."),
    ("linux-musl-arm64-openssl-1.1.x", "Alpine on 64-bit ARM, up to 3.16."),
    ("linux-musl-arm64-openssl-3.0.x", "Alpine on 64-bit ARM, from 3.17 on."),
  ].map { ReferenceEntry($0.0, $0.1) }

  private static let ownGeneratorProperties: [String: [PropertyReference]] = [
    "prisma-client": [
      choice(
        "runtime", "The system on which the client runs. Default: `nodejs`.",
        [
          ("nodejs", "Node.js."), ("deno", "Deno."), ("bun", "Bun."),
          ("workerd", "Cloudflare Workers."), ("cloudflare", "Cloudflare Workers, as `workerd`."),
          ("vercel-edge", "Vercel's edge functions."),
          ("edge-light", "Vercel's edge functions, as `vercel-edge`."),
          ("react-native", "React Native."),
        ]),
      choice(
        "moduleFormat", "The kind of modules. Default: as the project has it.",
        [("esm", "Modules with `import`."), ("cjs", "Modules with `require`.")]),
      choice(
        "generatedFileExtension", "The extension of the files. Default: `ts`.",
        [
          ("ts", "TypeScript."), ("mts", "TypeScript, modules with `import`."),
          ("cts", "TypeScript, modules with `require`."),
        ]),
      choice(
        "importFileExtension",
        "The extension in `import` lines between the files. Default: as the project has it.",
        [
          ("ts", "`./file.ts`"), ("mts", "`./file.mts`"), ("cts", "`./file.cts`"),
          ("js", "`./file.js`"), ("mjs", "`./file.mjs`"), ("cjs", "`./file.cjs`"),
          ("", "No extension: `./file`"),
        ]),
      compilerBuild,
    ],
    "prisma-client-js": [compilerBuild],
    "prisma-client-py": [
      choice(
        "interface", "Whether the client's methods are awaited.",
        [
          ("asyncio", "`await db.user.find_many()`"), ("sync", "`db.user.find_many()`"),
        ], provider: "prisma-client-py"),
      PropertyReference(
        python(
          "recursive_type_depth",
          "How deep the types of nested filters and includes are spelled out. Default: `5`.",
          details: """
            `-1` makes the types recursive, which Pyright understands and mypy does not; fewer levels are \
            quicker to check.
            """, value: "5"),
        .integer),
      choice(
        "engine_type", "How the client reaches the query engine. Default: `binary`.",
        [("binary", "An engine in a process of its own, the only one that works.")],
        provider: "prisma-client-py"),
      PropertyReference(
        python(
          "partial_type_generator",
          "The script that makes partial types. Default: `prisma/partial_types.py`.",
          details: "A path, or the name of a module.",
          value: "\"prisma/partial_types.py\""),
        .string),
      PropertyReference(
        python(
          "enable_experimental_decimal",
          "Lets models have `Decimal` fields, whose support is not finished. Default: `false`.",
          value: "true"),
        .boolean),
      PropertyReference(
        python(
          "enable_experimental_types",
          "An experimental switch of Prisma Client Python: what it does can change.", value: "true"),
        .boolean),
    ],
  ]

  private static let compilerBuild = choice(
    "compilerBuild", "Which build of the query compiler the client takes. Default: `fast`.",
    [("fast", "The quicker one."), ("small", "The one that takes less space.")])

  private static func choice(
    _ name: String, _ summary: String, _ values: [(name: String, summary: String)],
    provider: String = "prisma-client"
  ) -> PropertyReference {
    let value = "\"\(values.first?.name ?? "")\""
    let entry =
      provider == "prisma-client-py"
      ? python(name, summary, value: value)
      : ReferenceEntry(
        name, summary,
        example: ReferenceExample(
          """
          generator client {
            provider = "\(provider)"
            output   = "../generated/prisma"
            \(name) = \(value)
          }
          """),
        link: DocumentationPage.generators)
    return PropertyReference(
      entry, .choice, values: values.map { ReferenceEntry($0.name, $0.summary) })
  }

  private static func python(
    _ name: String, _ summary: String, details: String = "", value: String
  ) -> ReferenceEntry {
    ReferenceEntry(
      name, summary, details: details,
      example: ReferenceExample(
        """
        generator client {
          provider = "prisma-client-py"
          \(name) = \(value)
        }
        """, version: .five),
      availability: .on(versions: [.five]),
      link: "https://prisma-client-py.readthedocs.io/en/stable/reference/config/")
  }
}
