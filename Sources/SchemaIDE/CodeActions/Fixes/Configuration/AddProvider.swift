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

  /// Gives a datasource of Prisma 6 its `url`.
  static let addURL = QuickFix("Add a `url`", rules: ["datasource-url-missing"]) { context in
    guard context.propertyNamed("url") == nil else { return [] }
    return [
      context.fix("Add `url = env(\"DATABASE_URL\")`", isPreferred: true) { edit in
        context.editor.addMember("url = env(\"DATABASE_URL\")", in: &edit)
      }
    ]
  }

  /// Sets `relationMode` to one of its values.
  static let setRelationMode = QuickFix(
    "Set the relation mode", rules: ["datasource-relation-mode-invalid"]
  ) { context in
    guard
      let value =
        (context.propertyNamed("relationMode") ?? context.propertyNamed("referentialIntegrity"))?
        .value
    else { return [] }
    let modes = context.connector == .mongodb ? ["prisma"] : ["foreignKeys", "prisma"]
    return modes.map { mode in
      context.fix("Write `\"\(mode)\"`", isPreferred: modes.count == 1) { edit in
        context.editor.replace(value.range, with: "\"\(mode)\"", in: &edit)
      }
    }
  }

  /// Writes the name of an extension as Prisma takes it, with its own name as `map`.
  static let mapExtension = QuickFix(
    "Give an extension a name that Prisma takes",
    rules: ["extension-name-contains-dash", "extension-name-starts-with-digit"]
  ) { context in
    let element = context.cursor.nodes.last { $0.kind == .constant || $0.kind == .functionCall }
    guard let element else { return [] }
    let name = element.kind == .constant ? element.text : element.first(.path)?.text ?? ""
    let valid = name.replacing("-", with: "_")
    let plain = valid.first?.isNumber == true ? "ext_" + valid : valid
    guard !name.isEmpty, plain.first?.isLetter == true else { return [] }
    return [
      context.fix("Write `\(plain)(map: \"\(name)\")`", isPreferred: true) { edit in
        context.editor.replace(
          TextRange(element.range.start, element.range.start + name.utf8.count), with: plain,
          in: &edit)
        if let list = element.first(.argumentList),
          let first = ArgumentSyntax.arguments(of: list).first
        {
          context.editor.insert("map: \"\(name)\", ", at: first.range.start, in: &edit)
        } else if element.first(.argumentList) == nil {
          context.editor.insert("(map: \"\(name)\")", at: element.range.end, in: &edit)
        }
      }
    ]
  }
}
