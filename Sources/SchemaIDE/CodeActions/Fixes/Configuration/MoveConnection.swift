import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the file that holds the connection in Prisma 7, beside the schema, and takes it out of the
  /// schema. Not where there is such a file, there or anywhere around the schema: what it says is the
  /// user's, and Prisma would not read a second one.
  static let moveConnection = QuickFix(
    "Move the connection to `prisma.config.ts`", rules: connectionRules
  ) { context in
    let keys = ["url", "directUrl", "shadowDatabaseUrl"]
    let properties = keys.compactMap { context.propertyNamed($0) }
    guard let folder = context.analysis.folderOfConfiguration, !properties.isEmpty,
      !context.project.hasConfiguration(folder.path + folder.schema),
      // The workspace may be the folder of the schema alone.
      !context.project.hasConfiguration(folder.path)
    else { return [] }
    return [
      context.fix(
        "Move the connection to `prisma.config.ts`", isPreferred: true, createsFiles: true
      ) { edit in
        for property in properties {
          context.editor.removeLine(of: property.range, in: &edit)
        }
        // Migrations connect by the direct URL where there is one.
        let url = context.propertyNamed("directUrl") ?? context.propertyNamed("url")
        var lines = [
          "import \"dotenv/config\"", "import { defineConfig, env } from \"prisma/config\"", "",
          "export default defineConfig({",
        ]
        lines.append("  schema: \"\(folder.schema)\",")
        lines.append("  datasource: {")
        if let own = context.propertyNamed("url")?.value?.text, own != url?.value?.text {
          lines.append("    // The adapter of the client connects by \(own).")
        }
        lines.append("    url: \(url?.value?.text ?? "env(\"DATABASE_URL\")"),")
        if let shadow = context.propertyNamed("shadowDatabaseUrl")?.value?.text {
          lines.append("    shadowDatabaseUrl: \(shadow),")
        }
        lines += ["  },", "})", ""]
        edit.newFiles.append(
          SchemaEdit.NewFile(
            path: folder.path + "prisma.config.ts", text: lines.joined(separator: "\n")))
      }
    ]
  }

  /// The rules about what Prisma 7 looks for elsewhere.
  static let connectionRules = [
    "datasource-url-removed", "datasource-direct-url-removed", "datasource-shadow-url-removed",
  ]
}

extension Analysis {
  /// The folder for `prisma.config.ts`, with a slash at its end, and the schema as seen from there; nil
  /// for a document that is no file. A folder called `prisma` is part of a project.
  var folderOfConfiguration: (path: String, schema: String)? {
    guard let datasource = schema.datasources.first,
      let place = schema.place(of: datasource), files.indices.contains(place.file)
    else { return nil }
    let parts = files[place.file].path.split(separator: "/", omittingEmptySubsequences: false)
    guard files[place.file].path.hasPrefix("/"), let root = parts.dropLast().lastIndex(of: "prisma")
    else {
      guard files[place.file].path.hasPrefix("/"), let name = parts.last else { return nil }
      return (parts.dropLast().joined(separator: "/") + "/", files.count > 1 ? "." : String(name))
    }
    let schema = files.count > 1 ? parts[root..<(parts.count - 1)] : parts[root...]
    return (parts[..<root].joined(separator: "/") + "/", schema.joined(separator: "/"))
  }
}
