#if Sweeps
  internal import CSQLite

  /// Results in one SQLite file, which a process that is killed at any moment leaves whole.
  ///
  /// Results are added in transactions under a rollback journal: each is there, forced to the disk,
  /// or not at all, and the unique key lets none in twice. Rollback rather than write-ahead, because
  /// the latter needs shared memory, which the network file systems of clusters do not have.
  ///
  /// A store carries properties (what its results are of) and opens only for the same ones. One
  /// process writes; others may read meanwhile. An instance belongs to one thread at a time.
  ///
  /// Tables: `properties(name, value)`, and `results(place, key, status, answer, error)`.
  public final class Store {
    /// The file's path.
    public let path: String
    /// What the results are of, in the order given or stored.
    public let properties: [StoreProperty]
    private let connection: Connection
    private let lock: StoreLock?
    private let insertion: Statement?

    /// "FBRS", in the file's header.
    private static let application = 0x4642_5253
    private static let form = 1

    /// Opens a store to add to, or makes one.
    ///
    /// - Parameter maximumPages: the size, in pages of 16384 bytes, beyond which the store behaves as
    ///   on a full disk; nil for no bound.
    /// - Throws: ``StoreError``: `differs` with the first property that is not as asked.
    public init(
      at path: String, of properties: [StoreProperty], maximumPages: Int? = nil
    ) throws(StoreError) {
      (self.path, self.properties) = (path, properties)
      let lock = try StoreLock(for: path)
      connection = try Connection(path, mayCreate: true)
      // Pages of some rows each, and room for a batch of rows: one that does not fit goes to the file twice.
      try connection.execute(
        "PRAGMA page_size = 16384; PRAGMA cache_size = -16384; PRAGMA journal_mode = DELETE; "
          + "PRAGMA synchronous = FULL")
      if let maximumPages { try connection.execute("PRAGMA max_page_count = \(maximumPages)") }
      if try connection.number("SELECT count(*) FROM sqlite_schema") == 0 {
        try Store.create(connection, properties)
      } else {
        try Store.recognise(connection)
        try Store.compare(try Store.properties(connection), with: properties, path)
      }
      insertion = try connection.prepare(
        "INSERT INTO results (key, place, status, answer, error) VALUES (?, ?, ?, ?, ?)")
      self.lock = lock
    }

    /// Opens a store that exists, to read it.
    public init(reading path: String) throws(StoreError) {
      self.path = path
      connection = try Connection(path, mayCreate: false)
      try Store.recognise(connection)
      properties = try Store.properties(connection)
      (lock, insertion) = (nil, nil)
    }

    /// Adds results: all of them or, where this throws, none.
    public func add(_ results: [StoredResult]) throws(StoreError) {
      guard let insertion, !results.isEmpty else { return }
      try connection.transaction { () throws(StoreError) in
        for result in results { try Store.insert(result, insertion) }
      }
    }

    /// The places of the results that are there.
    public func places() throws(StoreError) -> Set<Int> {
      let statement = try connection.prepare("SELECT place FROM results")
      var places: Set<Int> = []
      while try statement.step() { places.insert(statement.number(0)) }
      return places
    }

    /// How many results there are of each status, ascending.
    ///
    /// Those that are well are what the failures, which have an index, leave of all: no row is read.
    public func counts() throws(StoreError) -> [(status: Int, count: Int)] {
      let statement = try connection.prepare(
        "SELECT status, count(*) FROM results WHERE status <> 0 GROUP BY status ORDER BY status")
      var counts: [(status: Int, count: Int)] = []
      while try statement.step() { counts.append((statement.number(0), statement.number(1))) }
      let all = try connection.number("SELECT count(*) FROM results")
      let well = all - counts.map(\.count).reduce(0, +)
      if well > 0 { counts.append((0, well)) }
      return counts.sorted { $0.status < $1.status }
    }

    /// The result of the smallest place that has an error, if there is one.
    public func firstFailure() throws(StoreError) -> StoredResult? {
      // In the order of places, which reads every row where there is none.
      guard try counts().contains(where: { $0.status != 0 }) else { return nil }
      let statement = try connection.prepare(
        "\(Store.selection) WHERE status <> 0 ORDER BY place LIMIT 1")
      return try statement.step() ? Store.result(statement) : nil
    }

    /// Hands over one result after the other, by place.
    public func readAll(_ body: (StoredResult) throws -> Void) throws {
      let statement = try connection.prepare("\(Store.selection) ORDER BY place")
      while try statement.step() { try body(Store.result(statement)) }
    }

    /// Forgets the results with an error, so that they can be had anew.
    public func removeFailures() throws(StoreError) {
      try connection.transaction { () throws(StoreError) in
        try connection.execute("DELETE FROM results WHERE status <> 0")
      }
    }

    /// Adds what `others` hold: all of it or, where this throws, nothing.
    ///
    /// - Throws: ``StoreError``: `differs` for other properties; `contradiction` where a result is
    ///   there with the same key and other content. The same result twice is no error.
    public func absorb(_ others: [Store]) throws(StoreError) {
      guard let insertion else { return }
      for other in others { try Store.compare(other.properties, with: properties, other.path) }
      let present = try connection.prepare("\(Store.selection) WHERE key = ?")
      try connection.transaction { () throws(StoreError) in
        for other in others {
          let statement = try other.connection.prepare("\(Store.selection) ORDER BY place")
          while try statement.step() {
            let result = Store.result(statement)
            try present.bind(0, result.key)
            defer { present.reset() }
            guard try present.step() else {
              try Store.insert(result, insertion)
              continue
            }
            guard Store.result(present) == result else {
              throw .contradiction(path: other.path, key: result.key)
            }
          }
        }
      }
    }

    private static let selection = "SELECT key, place, status, answer, error FROM results"

    private static func result(_ statement: Statement) -> StoredResult {
      StoredResult(
        key: statement.text(0) ?? "", place: statement.number(1), status: statement.number(2),
        answer: statement.text(3), error: statement.text(4))
    }

    private static func insert(
      _ result: StoredResult, _ insertion: Statement
    ) throws(StoreError) {
      try insertion.bind(0, result.key)
      try insertion.bind(1, result.place)
      try insertion.bind(2, result.status)
      try insertion.bind(3, result.answer)
      try insertion.bind(4, result.error)
      try insertion.run()
    }

    private static func create(
      _ connection: Connection, _ properties: [StoreProperty]
    ) throws(StoreError) {
      try connection.transaction { () throws(StoreError) in
        try connection.execute(
          """
          PRAGMA application_id = \(application);
          PRAGMA user_version = \(form);
          CREATE TABLE properties (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
            value TEXT NOT NULL);
          CREATE TABLE results (place INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
            status INTEGER NOT NULL, answer TEXT, error TEXT);
          CREATE INDEX failures ON results (status) WHERE status <> 0;
          """)
        let statement = try connection.prepare("INSERT INTO properties (name, value) VALUES (?, ?)")
        for property in properties {
          try statement.bind(0, property.name)
          try statement.bind(1, property.value)
          try statement.run()
        }
      }
    }

    private static func recognise(_ connection: Connection) throws(StoreError) {
      guard try connection.number("PRAGMA application_id") == application else {
        throw .notAStore(path: connection.path, reason: "it is an SQLite file of something else")
      }
      let found = try connection.number("PRAGMA user_version")
      guard found == form else {
        throw .notAStore(
          path: connection.path, reason: "its form is \(found), and \(form) is understood")
      }
    }

    private static func properties(_ connection: Connection) throws(StoreError) -> [StoreProperty] {
      let statement = try connection.prepare("SELECT name, value FROM properties ORDER BY position")
      var properties: [StoreProperty] = []
      while try statement.step() {
        properties.append(StoreProperty(statement.text(0) ?? "", statement.text(1) ?? ""))
      }
      return properties
    }

    private static func compare(
      _ stored: [StoreProperty], with asked: [StoreProperty], _ path: String
    ) throws(StoreError) {
      for property in asked {
        let there = stored.first { $0.name == property.name }
        if there != property {
          throw .differs(
            path: path, name: property.name, stored: there?.value, asked: property.value)
        }
      }
      if let extra = stored.first(where: { old in !asked.contains { $0.name == old.name } }) {
        throw .differs(path: path, name: extra.name, stored: extra.value, asked: nil)
      }
    }
  }
#endif
