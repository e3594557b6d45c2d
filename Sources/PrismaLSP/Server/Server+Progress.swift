import LanguageServerProtocol

/// Pieces of work that are shown to the user if they take long.
extension Server {
  /// A piece of work.
  struct Work {
    /// What the user reads.
    let title: String
    /// The request that it answers, which the user can take back; nil when it can't be stopped.
    let request: RequestID?
    /// Under which name the client shows it.
    let token: ProgressToken
    /// Whether the client shows it.
    var isShown = false
  }

  /// Begins a piece of work; if it takes long, the client shows it.
  ///
  /// - Parameter token: where the client that asked wants to see it, nil when it does not say.
  /// - Returns: its number, by which it is ended.
  func beginWork(
    _ title: String, for request: RequestID? = nil, token: ProgressToken? = nil
  ) -> Int {
    lastWork += 1
    let number = lastWork
    works[number] = Work(
      title: title, request: request, token: token ?? .string("prisma-lsp/work/\(number)"))
    if token != nil {
      beginProgress(number)
    } else if client.hasWorkDoneProgress, progressDelay == .zero {
      offerProgress(number)
    } else if client.hasWorkDoneProgress {
      Task {
        try? await Task.sleep(for: progressDelay)
        self.offerProgress(number)
      }
    }
    return number
  }

  private func offerProgress(_ number: Int) {
    guard let work = works[number], phase == .running else { return }
    ask(WorkDoneProgressCreateParams(token: work.token), .progress(number))
  }

  /// Shows the progress that the client has made room for.
  func beginProgress(_ number: Int) {
    guard let work = works[number] else { return }
    works[number]?.isShown = true
    notify(
      ProgressParams(
        token: work.token,
        value: .begin(title: work.title, isCancellable: work.request != nil)))
  }

  /// Ends a piece of work.
  func endWork(_ number: Int) {
    guard let work = works.removeValue(forKey: number) else { return }
    if work.isShown { notify(ProgressParams(token: work.token, value: .end)) }
  }

  /// The user wants no more of a piece of work.
  func workDoneProgressCancel(_ params: WorkDoneProgressCancelParams) {
    for work in works.values where work.token == params.token {
      if let request = work.request { cancel(request) }
    }
  }
}
