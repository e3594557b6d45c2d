import Migration
import SchemaFormatter
import SchemaModel
import SchemaParser

/// Puts everything into files: generators, datasources, models, views, enums. What the schema at hand has
/// stays in its file and order; what is new follows.
enum SchemaFiles {
  /// The file for what is new in a schema of several files.
  private static let newFileName = "introspected.prisma"

  /// The files, and the warnings that come about by writing.
  static func texts(_ pull: inout Pull) -> [PulledSchema.File] {
    var contents = pull.schema.files.map { _ in Contents() }
    let (newPath, newIndex) = fileForNew(pull)
    if newIndex == contents.count { contents.append(Contents()) }
    takeConfiguration(pull, &contents)

    var warnings = pull.warnings
    var models = ModelWriter(pull)
    for table in pull.tables {
      let place = place(of: table.existing?.id, pull, newIndex)
      let text = models.text(of: table, &warnings)
      if table.isView {
        contents[place.file].views.append((place.order, text))
      } else {
        contents[place.file].models.append((place.order, text))
      }
    }
    let enums = EnumWriter(pull: pull)
    for type in pull.enums {
      let place = place(of: type.existing?.id, pull, newIndex)
      contents[place.file].enums.append((place.order, enums.text(of: type, &warnings)))
    }

    var files: [PulledSchema.File] = []
    for (index, content) in contents.enumerated() {
      let isNew = index >= pull.schema.files.count
      if isNew, content.isEmpty { continue }
      let tree = SyntaxTree.parsed(Array(content.text.utf8), dialect: pull.version.dialect)
      files.append(
        PulledSchema.File(
          path: isNew ? newPath : pull.schema.files[index].path, text: tree.formatted(),
          isNew: isNew))
      if !isNew { warn(of: pull.schema.files[index], tree, &warnings) }
    }
    pull.warnings = warnings
    return files
  }

  /// What a file is made of, each part with its place in the schema at hand.
  private struct Contents {
    var generators: [String] = []
    var datasources: [String] = []
    var models: [(order: Int, text: String)] = []
    var views: [(order: Int, text: String)] = []
    var enums: [(order: Int, text: String)] = []

    var isEmpty: Bool {
      generators.isEmpty && datasources.isEmpty && models.isEmpty && views.isEmpty && enums.isEmpty
    }

    var text: String {
      var blocks = generators + datasources
      for part in [models, views, enums] {
        blocks += part.enumerated().sorted { first, second in
          (first.element.order, first.offset) < (second.element.order, second.offset)
        }.map(\.element.text)
      }
      return blocks.joined(separator: "\n\n") + "\n"
    }
  }

  /// The path and place of the file for what is new.
  private static func fileForNew(_ pull: Pull) -> (path: String, index: Int) {
    let files = pull.schema.files
    if files.count == 1 { return (files[0].path, 0) }
    var folder = ""
    if let id = pull.schema.configuration.datasource?.id ?? pull.schema.datasources.first,
      let place = pull.schema.place(of: id), files.indices.contains(place.file),
      let slash = files[place.file].path.lastIndex(of: "/")
    {
      folder = String(files[place.file].path[...slash])
    }
    let path = folder + newFileName
    return (path, files.firstIndex { $0.path == path } ?? files.count)
  }

  private static func place(
    of id: BlockID?, _ pull: Pull, _ newIndex: Int
  ) -> (file: Int, order: Int) {
    guard let id, let place = pull.schema.place(of: id),
      pull.schema.files.indices.contains(place.file)
    else { return (newIndex, .max) }
    return (place.file, place.offset)
  }

  private static func takeConfiguration(_ pull: Pull, _ contents: inout [Contents]) {
    let writer = ConfigurationWriter(pull: pull)
    for id in pull.schema.generators {
      guard let block = pull.schema.block(of: id), let place = pull.schema.place(of: id) else {
        continue
      }
      contents[place.file].generators.append(writer.generator(block))
    }
    for id in pull.schema.datasources {
      guard let block = pull.schema.block(of: id), let place = pull.schema.place(of: id) else {
        continue
      }
      contents[place.file].datasources.append(writer.datasource(block))
    }
  }

  /// Tells how many comments of a file are not in its new text.
  private static func warn(
    of file: Schema.FileState, _ tree: SyntaxTree, _ warnings: inout PullWarnings
  ) {
    let kept = Set(tree.blocks.flatMap(Documentation.otherComments))
    let dropped = file.tree.blocks.flatMap(Documentation.otherComments)
      .count { !kept.contains($0) }
    if dropped > 0 {
      warnings.add(
        .droppedComments, file.path, detail: dropped == 1 ? "1 comment" : "\(dropped) comments")
    }
  }
}
