import JSON
import SchemaModel

/// Writes the requests that are sent to generators.
struct GeneratorRequests {
  let project: GeneratorProject

  private var version: PrismaVersion { project.schema.configuration.version }

  /// The request of a manifest.
  func manifest(of generator: GeneratorBlock, id: Int) -> [UInt8] {
    request("getManifest", id: id) { writer in
      writer.object { writer in
        generator.writeMembers(to: &writer) { writer in
          if let output = generator.output { output.write(to: &writer) } else { writer.null() }
        }
      }
    }
  }

  /// The data model meta format: the same for all generators, and nearly all of a request.
  func dataModel() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("datamodel")
      DataModelDocument(project.schema).write(to: &writer)
      writer.key("schema")
      QueryAPI(schema: project.schema).write(to: &writer)
      writer.key("mappings")
      OperationNames(project.schema).write(to: &writer)
    }
    return writer.bytes
  }

  /// The request to generate.
  ///
  /// - Parameters:
  ///   - others: the other generators of the run.
  ///   - commit: that of the engines.
  func generation(
    by generator: ResolvedGenerator, others: [ResolvedGenerator], dataModel: [UInt8],
    commit: String, id: Int
  ) -> [UInt8] {
    request("generate", id: id) { writer in
      writer.object { writer in
        writer.member("datamodel", project.text)
        writer.key("datasources")
        let datasource = DatasourceBlock(of: project.schema, files: project.files.map(\.path))
        writer.array([datasource].compactMap(\.self)) { $1.write(to: &$0) }
        writer.key("generator")
        write(generator, to: &writer)
        writer.key("dmmf")
        writer.raw(dataModel)
        writer.key("otherGenerators")
        writer.array(others) { write($1, to: &$0) }
        writer.member("schemaPath", project.path)
        writer.member("version", commit)
        if version != .seven {
          writer.member("postinstall", false)
          writer.member("noEngine", false)
        }
        writer.member("allowNoModels", version != .five)
        if version != .seven {
          writer.key("envPaths")
          writer.object { $0.member("rootEnvPath", nil) }
        }
        writer.key("binaryPaths")
        writer.object { writer in
          for (engine, path) in generator.engines {
            writer.key(text: engine)
            writer.object { writer in
              for platform in generator.block.platforms(project.variable) {
                writer.key(text: platform)
                writer.string(path)
              }
            }
          }
        }
      }
    }
  }

  private func write(_ generator: ResolvedGenerator, to writer: inout JSONWriter) {
    let isCustom = generator.block.output != nil
    writer.object { writer in
      generator.block.writeMembers(to: &writer) { writer in
        writer.object { writer in
          writer.member("value", generator.output)
          // Prisma 5 has the word null where the generator's own default holds.
          writer.member("fromEnvVar", !isCustom && version == .five ? "null" : nil)
        }
      }
      if isCustom { writer.member("isCustomOutput", true) }
    }
  }

  private func request(
    _ method: String, id: Int, parameters: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      writer.member("method", method)
      writer.key("params")
      parameters(&writer)
      writer.member("id", id)
    }
    return writer.bytes
  }
}

/// A generator of which is known what it writes where, and with which engines.
struct ResolvedGenerator {
  let block: GeneratorBlock
  /// The absolute path of the folder, or file, that it writes.
  let output: String
  /// The paths of the engines that it needs, as far as variables name them.
  let engines: [(name: String, path: String)]
}
