import LanguageServerProtocol
import SchemaIDE

/// `textDocument/prepareRename` and `textDocument/rename`.
extension Server {
  func prepareRename(_ params: PrepareRenameParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query throws(ResponseError) -> RenameTarget? in
      do throws(RenameRefusal) {
        return try query.meant.renameTarget(
          at: query.offset(of: params.position), inFile: query.file
        ).map { RenameTarget(range: query.range($0.place.range), placeholder: $0.name) }
      } catch {
        throw ResponseError(.requestFailed, error.message)
      }
    }
  }

  func rename(_ params: RenameParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) {
      query throws(ResponseError) -> WorkspaceEdit? in
      do throws(RenameRefusal) {
        let client = query.schema.client
        let edit = try query.meant.rename(
          at: query.offset(of: params.position), inFile: query.file, to: params.newName,
          asks: client.hasDocumentChanges && client.hasChangeAnnotations)
        return edit.flatMap { query.schema.workspaceEdit($0) }
      } catch {
        throw ResponseError(.requestFailed, error.message)
      }
    }
  }
}
