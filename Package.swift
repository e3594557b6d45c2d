// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Overlapping accesses are looked for in debug builds, which the tests run. In release builds the
  // checks would cost a few per cent of the time.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// The pipeline, in the order of its arrows: text, tree, meaning, answers, and the protocol last.
let package = Package(
  name: "prisma-lsp",
  products: [.executable(name: "prisma-lsp", targets: ["PrismaLSP"])],
  targets: [
    .target(name: "JSON", swiftSettings: settings),
    .target(name: "SchemaParser", swiftSettings: settings),
    .target(name: "SchemaModel", dependencies: ["SchemaParser"], swiftSettings: settings),
    .target(
      name: "SchemaFormatter", dependencies: ["SchemaParser", "SchemaModel"],
      swiftSettings: settings),
    .target(
      name: "Diagnostics", dependencies: ["SchemaParser", "SchemaModel"], swiftSettings: settings),
    .target(
      name: "Migration", dependencies: ["SchemaParser", "SchemaModel"], swiftSettings: settings),
    .systemLibrary(name: "CPgQuery", providers: [.apt(["libpg-query-dev"])]),
    .target(
      name: "MigrationHistory",
      dependencies: ["SchemaParser", "SchemaModel", "Migration", "CPgQuery"],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libpg_query.a"])]),
    .systemLibrary(name: "CLibpq", providers: [.apt(["libpq-dev"])]),
    .target(
      name: "Postgres", dependencies: ["SchemaModel", "Migration", "CLibpq"],
      swiftSettings: settings),
    .target(
      name: "Introspection",
      dependencies: ["SchemaParser", "SchemaModel", "SchemaFormatter", "Migration"],
      swiftSettings: settings),
    .target(
      name: "Generators", dependencies: ["JSON", "SchemaParser", "SchemaModel"],
      swiftSettings: settings),
    .target(
      name: "SchemaIDE",
      dependencies: ["SchemaParser", "SchemaModel", "SchemaFormatter", "Diagnostics", "Migration"],
      swiftSettings: settings),
    .target(name: "LanguageServerProtocol", swiftSettings: settings),
    .executableTarget(
      name: "PrismaLSP",
      dependencies: [
        "SchemaParser", "SchemaModel", "SchemaFormatter", "Diagnostics", "Migration",
        "MigrationHistory", "Postgres", "Introspection", "Generators", "SchemaIDE",
        "LanguageServerProtocol", "JSON",
      ],
      swiftSettings: settings,
      // Nothing asks the program for its symbols: a megabyte less, and less to do at the start.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--no-export-dynamic"],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "prisma-lsp-bench",
      dependencies: [
        "SchemaParser", "SchemaModel", "SchemaFormatter", "Diagnostics", "Migration", "Postgres",
        "LanguageServerProtocol",
      ],
      path: "Benchmarks", exclude: ["run", "database", "workflow"], swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
    .testTarget(
      name: "SchemaParserTests", dependencies: ["SchemaParser", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageServerProtocolTests",
      dependencies: ["LanguageServerProtocol", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SchemaFormatterTests",
      dependencies: ["SchemaFormatter", "SchemaParser", "SchemaModel"],
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["SchemaParser", "SchemaModel", "Diagnostics", "Migration"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "PrismaLSPTests",
      dependencies: [
        "PrismaLSP", "LanguageServerProtocol", "SchemaParser", "SchemaModel", "Diagnostics",
        "Migration", "SchemaIDE", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SchemaIDETests",
      dependencies: [
        "SchemaIDE", "Diagnostics", "Migration", "SchemaFormatter", "SchemaModel", "SchemaParser",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "MigrationTests",
      dependencies: ["Migration", "SchemaModel", "SchemaParser", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "MigrationHistoryTests",
      dependencies: [
        "MigrationHistory", "Migration", "Postgres", "SchemaModel", "SchemaParser", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PostgresTests",
      dependencies: ["Postgres", "Migration", "SchemaModel", "SchemaParser", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "IntrospectionTests",
      dependencies: [
        "Introspection", "Migration", "SchemaModel", "SchemaParser", "SchemaFormatter",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "GeneratorsTests",
      dependencies: ["Generators", "JSON", "SchemaModel", "SchemaParser", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SchemaModelTests", dependencies: ["SchemaParser", "SchemaModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: [
        "SchemaParser", "SchemaModel", "SchemaFormatter", "Diagnostics", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ]
)
