import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct ConfigurationFixTests {
  private static func generator(_ features: String) -> String {
    """
    generator client {
      provider        = "prisma-client"
      previewFeatures = [\(features)]
    }

    """
  }

  @Test func `preview features are corrected, renamed and removed`() {
    checkFix(
      "Change spelling to 'views'", in: Self.generator("\"relationJoins\", \"viw<|>s\""),
      gives: Self.generator("\"relationJoins\", \"views\""), isPreferred: true)
    checkFix(
      "Remove `driverAdapters`", in: Self.generator("\"driver<|>Adapters\", \"views\""),
      gives: Self.generator("\"views\""), isPreferred: true)
    checkFix(
      "Remove `driverAdapters`", in: Self.generator("\"driver<|>Adapters\""),
      gives: "generator client {\n  provider        = \"prisma-client\"\n}\n", isPreferred: true)
    checkFix(
      "Rename to `fullTextSearchPostgres`",
      in: "datasource db {\n  provider = \"postgresql\"\n}\n"
        + Self.generator("\"fullText<|>Search\""),
      gives: "datasource db {\n  provider = \"postgresql\"\n}\n"
        + Self.generator("\"fullTextSearchPostgres\""))
  }

  @Test func `keys and providers are corrected`() {
    checkFix(
      "Change spelling to 'postgresql'",
      in: "datasource db {\n  provider = \"postgr<|>esq\"\n}\n",
      gives: "datasource db {\n  provider = \"postgresql\"\n}\n", isPreferred: true)
    checkFix(
      "Set provider to `sqlite`", in: "data<|>source db {\n}\n",
      gives: "datasource db {\n  provider = \"sqlite\"\n}\n")
    checkFix(
      "Change spelling to 'relationMode'",
      in: "datasource db {\n  provider = \"mysql\"\n  relation<|>mode = \"prisma\"\n}\n",
      gives: "datasource db {\n  provider = \"mysql\"\n  relationMode = \"prisma\"\n}\n")
    checkFix(
      "Write `relationMode = …`",
      in: "datasource db {\n  provider = \"mysql\"\n  relation<|>Mode: \"prisma\"\n}\n",
      gives: "datasource db {\n  provider = \"mysql\"\n  relationMode = \"prisma\"\n}\n")
    checkFix(
      "Add `url = env(\"DATABASE_URL\")`", in: "data<|>source db {\n  provider = \"mysql\"\n}\n",
      gives: "datasource db {\n  provider = \"mysql\"\n  url = env(\"DATABASE_URL\")\n}\n",
      version: .six)
  }

  @Test func `a mistyped env is corrected`() {
    checkFix(
      "Change spelling to 'env'",
      in: "datasource db {\n  provider = \"mysql\"\n  url = ev<|>n(\"DATABASE_URL\")\n}\n",
      gives: "datasource db {\n  provider = \"mysql\"\n  url = env(\"DATABASE_URL\")\n}\n",
      version: .six, isPreferred: true)
  }

  private static let connected = """
    datasource db {
      provider          = "postgresql"
      url               = env("DATABASE_URL") // the pool
      directUrl         = env("DIRECT_URL")
      shadowDatabaseUrl = env("SHADOW_URL")
    }

    """

  @Test func `the connection is taken out of the datasource`() {
    checkFix(
      "Remove `url`", in: Self.connected.replacing("url  ", with: "ur<|>l  "),
      gives: Self.connected.replacing(
        "  url               = env(\"DATABASE_URL\") // the pool\n", with: ""),
      isPreferred: false)
  }

  private static func analysis(_ path: String) -> Analysis {
    var workspace = Workspace()
    let tree = SyntaxTree.parsed(Array(connected.utf8), dialect: .prisma7)
    workspace.update(files: [SourceFile(path: path, tree: tree)], version: .seven)
    return workspace.analysis
  }

  /// The action that makes the file, for a schema at a path.
  private static func moved(
    _ path: String, _ project: ProjectFacts = ProjectFacts(), only kind: String = "quickfix"
  ) -> [String] {
    let analysis = analysis(path)
    let offset = connected.utf8.count / 2
    let actions = analysis.codeActions(
      in: TextRange(0, offset), inFile: 0, only: [kind], project: project)
    let action = actions.first {
      $0.title == "Move the connection to `prisma.config.ts`" || $0.kind == .fixAll
    }
    guard let action, action.createsFiles else { return [] }
    #expect(action.isPreferred)
    let edit = action.edit()
    return edit.newFiles.flatMap { [$0.path, $0.text] } + analysis.texts(after: edit).prefix(1)
  }

  @Test func `the connection is moved to a new file`() {
    #expect(
      Self.moved("/work/app/prisma/schema.prisma") == [
        "/work/app/prisma.config.ts",
        """
        import "dotenv/config"
        import { defineConfig, env } from "prisma/config"

        export default defineConfig({
          schema: "prisma/schema.prisma",
          datasource: {
            // The adapter of the client connects by env("DATABASE_URL").
            url: env("DIRECT_URL"),
            shadowDatabaseUrl: env("SHADOW_URL"),
          },
        })

        """, "datasource db {\n  provider          = \"postgresql\"\n}\n",
      ])
    // Only who chooses it wants a new file.
    #expect(Self.moved("/work/app/prisma/schema.prisma", only: "source.fixAll") == [])
    #expect(Self.moved("/a/my.prisma").first == "/a/prisma.config.ts")
    #expect(Self.moved("untitled:x") == [])
  }

  @Test func `a connection that can't be moved stays where it is`() {
    var project = ProjectFacts()
    project.hasConfiguration = { $0 == "/work/app/" }
    #expect(Self.moved("/work/app/prisma/schema.prisma", project) == [])
    #expect(Self.moved("/work/b/prisma/schema.prisma", project) != [])
    project.hasConfiguration = { $0 == "/work/b/prisma/schema.prisma" }
    #expect(Self.moved("/work/b/prisma/schema.prisma", project) == [])
  }

  @Test func `preview features of the datasource are moved, not thrown away`() {
    let generator = "generator client {\n  provider = \"prisma-client\"\n"
    let datasource = "datasource db {\n  provider = \"postgresql\"\n"
    checkFix(
      "Move `previewFeatures` to the generator",
      in: generator + "}\n\n" + datasource + "  preview<|>Features = [\"views\"]\n}\n",
      gives: generator + "  previewFeatures = [\"views\"]\n}\n\n" + datasource + "}\n",
      isPreferred: true)
  }
}
