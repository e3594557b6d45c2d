import CLibpq

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The functions of PostgreSQL's C library that connections use.
///
/// The library is opened at the first connection, so that the program starts without it, and runs where
/// it is not installed as long as no database is asked for.
///
/// Source: https://www.postgresql.org/docs/current/libpq.html
struct Libpq: Sendable {
  typealias Connection = OpaquePointer
  typealias Result = OpaquePointer
  typealias Cancel = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias TextList = UnsafePointer<Text?>
  typealias NoticeReceiver = @convention(c) (UnsafeMutableRawPointer?, Result?) -> Void

  let connectStartParams: @convention(c) (TextList?, TextList?, CInt) -> Connection?
  let connectPoll: @convention(c) (Connection?) -> PostgresPollingStatusType
  let finish: @convention(c) (Connection?) -> Void
  let status: @convention(c) (Connection?) -> ConnStatusType
  let transactionStatus: @convention(c) (Connection?) -> PGTransactionStatusType
  let errorMessage: @convention(c) (Connection?) -> Text?
  let socket: @convention(c) (Connection?) -> CInt
  let serverVersion: @convention(c) (Connection?) -> CInt
  let parameterStatus: @convention(c) (Connection?, Text?) -> Text?
  let setErrorVerbosity: @convention(c) (Connection?, PGVerbosity) -> PGVerbosity
  let setNoticeReceiver:
    @convention(c) (Connection?, NoticeReceiver?, UnsafeMutableRawPointer?) -> OpaquePointer?
  let setNonblocking: @convention(c) (Connection?, CInt) -> CInt
  let sendQuery: @convention(c) (Connection?, Text?) -> CInt
  let sendQueryParams:
    @convention(c) (
      Connection?, Text?, CInt, UnsafePointer<Oid>?, TextList?, UnsafePointer<CInt>?,
      UnsafePointer<CInt>?, CInt
    ) -> CInt
  let flush: @convention(c) (Connection?) -> CInt
  let consumeInput: @convention(c) (Connection?) -> CInt
  let isBusy: @convention(c) (Connection?) -> CInt
  let getResult: @convention(c) (Connection?) -> Result?
  let putCopyEnd: @convention(c) (Connection?, Text?) -> CInt
  let resultStatus: @convention(c) (Result?) -> ExecStatusType
  let resultErrorField: @convention(c) (Result?, CInt) -> Text?
  let rowCount: @convention(c) (Result?) -> CInt
  let columnCount: @convention(c) (Result?) -> CInt
  let value: @convention(c) (Result?, CInt, CInt) -> Text?
  let length: @convention(c) (Result?, CInt, CInt) -> CInt
  let isNull: @convention(c) (Result?, CInt, CInt) -> CInt
  let affectedRows: @convention(c) (Result?) -> Text?
  let clear: @convention(c) (Result?) -> Void
  let getCancel: @convention(c) (Connection?) -> Cancel?
  let cancel: @convention(c) (Cancel?, UnsafeMutablePointer<CChar>?, CInt) -> CInt
  let freeCancel: @convention(c) (Cancel?) -> Void

  /// The names under which systems have the library, in the order in which they are tried.
  private static let names = [
    "libpq.so.5", "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib",
    "/usr/local/opt/libpq/lib/libpq.5.dylib",
  ]

  /// The library, opened when it is first asked for; nil where it is missing or too old.
  private static let opened: Libpq? = {
    for name in names {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      if let library = try? Libpq(Symbols(handle: handle)) { return library }
    }
    return nil
  }()

  /// The library.
  ///
  /// Throws what to install where it is missing.
  static func load() throws(PostgresError) -> Libpq {
    if let opened { return opened }
    throw PostgresError(
      .libraryMissing,
      "libpq, PostgreSQL's client library, is needed to talk to a database and is not installed",
      help:
        "install it: the package is `libpq5` on Debian and Ubuntu, `libpq` on Fedora, Alpine and "
        + "Homebrew")
  }

  private init(_ symbols: Symbols) throws(Symbols.Missing) {
    connectStartParams = try symbols.find("PQconnectStartParams")
    connectPoll = try symbols.find("PQconnectPoll")
    finish = try symbols.find("PQfinish")
    status = try symbols.find("PQstatus")
    transactionStatus = try symbols.find("PQtransactionStatus")
    errorMessage = try symbols.find("PQerrorMessage")
    socket = try symbols.find("PQsocket")
    serverVersion = try symbols.find("PQserverVersion")
    parameterStatus = try symbols.find("PQparameterStatus")
    setErrorVerbosity = try symbols.find("PQsetErrorVerbosity")
    setNoticeReceiver = try symbols.find("PQsetNoticeReceiver")
    setNonblocking = try symbols.find("PQsetnonblocking")
    sendQuery = try symbols.find("PQsendQuery")
    sendQueryParams = try symbols.find("PQsendQueryParams")
    flush = try symbols.find("PQflush")
    consumeInput = try symbols.find("PQconsumeInput")
    isBusy = try symbols.find("PQisBusy")
    getResult = try symbols.find("PQgetResult")
    putCopyEnd = try symbols.find("PQputCopyEnd")
    resultStatus = try symbols.find("PQresultStatus")
    resultErrorField = try symbols.find("PQresultErrorField")
    rowCount = try symbols.find("PQntuples")
    columnCount = try symbols.find("PQnfields")
    value = try symbols.find("PQgetvalue")
    length = try symbols.find("PQgetlength")
    isNull = try symbols.find("PQgetisnull")
    affectedRows = try symbols.find("PQcmdTuples")
    clear = try symbols.find("PQclear")
    getCancel = try symbols.find("PQgetCancel")
    cancel = try symbols.find("PQcancel")
    freeCancel = try symbols.find("PQfreeCancel")
  }

  /// The functions of an opened library.
  private struct Symbols {
    /// A function that this library does not have.
    struct Missing: Error {}

    let handle: UnsafeMutableRawPointer

    /// The function of that name, as what it is declared to be above: that is what the header says, and
    /// the library keeps to its header.
    func find<Function>(_ name: String) throws(Missing) -> Function {
      guard let address = dlsym(handle, name) else { throw Missing() }
      return unsafeBitCast(address, to: Function.self)
    }
  }
}
