import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a datasource or generator its provider.
  static let addProvider = QuickFix(
    "Set the provider",
    rules: [
      "datasource-provider-empty", "datasource-provider-env", "datasource-provider-missing",
      "datasource-provider-unknown", "generator-provider-missing",
    ],
    // What the database has not shows once it is known.
    leavesOpen: ["datasource-url-missing"]
  ) { context in
    let isGenerator = context.diagnostic.id == "generator-provider-missing"
    let providers =
      isGenerator
      ? [context.schema.configuration.version == .seven ? "prisma-client" : "prisma-client-js"]
      : ["postgresql", "mysql", "sqlite", "sqlserver", "mongodb", "cockroachdb"]
    let written = context.propertyNamed("provider")
    // What is found of a second provider is not about the first: a brace may be missing between them.
    if let property = context.cursor.innermost(.property), let written,
      property.range != written.range
    {
      return []
    }
    return providers.map { provider in
      context.fix("Set provider to `\(provider)`", isPreferred: isGenerator) { edit in
        if let value = written?.value {
          context.editor.replace(value.range, with: "\"\(provider)\"", in: &edit)
        } else if let written {
          context.editor.replace(
            written.range, with: "provider = \"\(provider)\"", in: &edit)
        } else {
          context.editor.addFirstMember("provider = \"\(provider)\"", in: &edit)
        }
      }
    }
  }
}
