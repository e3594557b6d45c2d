import SchemaModel
import SchemaParser

extension Rule {
  /// A generator has `experimentalFeatures`, which is called `previewFeatures` today.
  ///
  /// Under its old name the property does nothing, and Prisma does not say so.
  ///
  /// ```prisma
  /// generator client {
  ///   provider             = "prisma-client"
  ///   experimentalFeatures = ["views"]
  ///   ~~~~~~~~~~~~~~~~~~~~ warning[lint-experimental-features]: `experimentalFeatures` is the old name of `previewFeatures`
  /// }
  /// ```
  public static let lintExperimentalFeatures = Rule(
    id: "lint-experimental-features", severity: .warning, tags: [.deprecated], evidence: .line,
    check: .schema { context, findings in
      for id in context.schema.generators {
        guard let block = context.schema.block(of: id), let node = block.declaration else {
          continue
        }
        for child in Syntax(block: block, index: node).children {
          guard let name = PropertySyntax(child)?.name, name.text == "experimentalFeatures" else {
            continue
          }
          findings.report(
            Message(
              "`experimentalFeatures` is the old name of `previewFeatures`",
              note: "Prisma does not read it any more", help: "rename it to `previewFeatures`"),
            at: .range(id, name.range))
        }
      }
    })
}
