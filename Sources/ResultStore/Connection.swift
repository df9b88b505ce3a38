#if Sweeps
  internal import CSQLite

  /// One open database file; used by one thread at a time.
  final class Connection {
    let path: String
    private var handle: OpaquePointer?

    /// - Parameter mayCreate: whether a file that is not there is made.
    init(_ path: String, mayCreate: Bool) throws(StoreError) {
      self.path = path
      // To write also where only reading is meant: what a killed process left half done is undone by
      // whoever opens the file next. A protected file is opened to be read.
      let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mayCreate ? SQLITE_OPEN_CREATE : 0)
      let code = sqlite3_open_v2(path, &handle, flags, nil)
      guard code == SQLITE_OK else {
        let error = failure(code)
        sqlite3_close_v2(handle)
        handle = nil
        throw error
      }
      // Someone who looks at the results while they come holds a lock for a moment.
      sqlite3_busy_timeout(handle, 60_000)
    }

    deinit { sqlite3_close_v2(handle) }

    func execute(_ statements: String) throws(StoreError) {
      let code = sqlite3_exec(handle, statements, nil, nil, nil)
      guard code == SQLITE_OK else { throw failure(code) }
    }

    func prepare(_ text: String) throws(StoreError) -> Statement {
      var statement: OpaquePointer?
      let code = sqlite3_prepare_v2(handle, text, -1, &statement, nil)
      guard code == SQLITE_OK, let statement else { throw failure(code) }
      return Statement(statement, of: self)
    }

    /// The first number that a query returns.
    func number(_ query: String) throws(StoreError) -> Int {
      let statement = try prepare(query)
      return try statement.step() ? statement.number(0) : 0
    }

    /// Does `body` wholly or not at all.
    func transaction(_ body: () throws(StoreError) -> Void) throws(StoreError) {
      try execute("BEGIN IMMEDIATE")
      do throws(StoreError) {
        try body()
        try execute("COMMIT")
      } catch {
        // A full disk may have rolled it back already.
        if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
        throw error
      }
    }

    func failure(_ code: Int32) -> StoreError {
      let message = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
      return .database(
        path: path, code: StoreError.name(of: code),
        message: message.map { String(cString: $0) } ?? "no message")
    }
  }

  /// A prepared statement; its parameters and columns count from 0.
  final class Statement {
    private let statement: OpaquePointer
    private let connection: Connection

    init(_ statement: OpaquePointer, of connection: Connection) {
      (self.statement, self.connection) = (statement, connection)
    }

    deinit { sqlite3_finalize(statement) }

    func bind(_ position: Int32, _ text: String?) throws(StoreError) {
      guard let text else { return try check(sqlite3_bind_null(statement, position + 1)) }
      let code = text.withCString {
        sqlite3_bind_text(statement, position + 1, $0, -1, few_body_sqlite_transient())
      }
      try check(code)
    }

    func bind(_ position: Int32, _ number: Int) throws(StoreError) {
      try check(sqlite3_bind_int64(statement, position + 1, Int64(number)))
    }

    /// Whether there is another row.
    func step() throws(StoreError) -> Bool {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: return true
      case SQLITE_DONE: return false
      case let code: throw connection.failure(code)
      }
    }

    /// Runs a statement that returns nothing, and makes it ready for the next values.
    func run() throws(StoreError) {
      defer { sqlite3_reset(statement) }
      _ = try step()
    }

    func reset() { sqlite3_reset(statement) }

    func text(_ column: Int32) -> String? {
      sqlite3_column_text(statement, column).map { String(cString: $0) }
    }

    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    private func check(_ code: Int32) throws(StoreError) {
      guard code == SQLITE_OK else { throw connection.failure(code) }
    }
  }
#endif
