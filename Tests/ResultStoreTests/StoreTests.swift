#if Sweeps
  import Foundation
  import ResultStore
  import Testing

  /// What a store promises: all of a batch or none, nothing twice, nothing of something else.
  @Suite struct StoreTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "store-tests-\(UUID().uuidString)")
    private let properties = [StoreProperty("version", "1"), StoreProperty("grid", "[1, 2, 3]")]

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func row(_ place: Int, _ answer: String? = "{}", status: Int = 0) -> StoredResult {
      StoredResult(
        key: "point \(place)", place: place, status: status, answer: answer,
        error: status == 0 ? nil : "it failed")
    }

    private func rows(_ store: Store) throws -> [StoredResult] {
      var rows: [StoredResult] = []
      try store.readAll { rows.append($0) }
      return rows
    }

    @Test func whatIsAddedIsReadBackInOrder() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let all = [row(2, "quote ' \u{3C8} \n"), row(0, ""), row(1, nil, status: 64)]
      do { try Store(at: path("a"), of: properties).add(all) }
      let store = try Store(reading: path("a"))
      #expect(store.properties == properties)
      #expect(try rows(store) == [all[1], all[2], all[0]])
      #expect(try store.places() == [0, 1, 2])
      #expect(try store.counts().map(\.status) == [0, 64])
      #expect(try store.counts().map(\.count) == [2, 1])
      #expect(try store.firstFailure() == all[2])
      let again = try Store(at: path("a"), of: properties)
      try again.removeFailures()
      #expect(try again.places() == [0, 2])
    }

    @Test func aBatchIsWhollyThereOrNotAtAll() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let store = try Store(at: path("a"), of: properties)
      try store.add([row(0)])
      for twice in [row(0), StoredResult(key: "point 0", place: 7, status: 0)] {
        let error = #expect(throws: StoreError.self) { try store.add([row(1), twice]) }
        guard case .database(_, let code, _) = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
        #expect(code == "SQLITE_CONSTRAINT")
        #expect(try store.places() == [0])
      }
      try store.add([row(1)])
      #expect(try store.places() == [0, 1])
    }

    /// The rows before the disk is full stay; with room again the work goes on.
    @Test func aFullDisk() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let long = String(repeating: "x", count: 3000)
      var last = 0
      do {
        let store = try Store(at: path("a"), of: properties, maximumPages: 7)
        let error = #expect(throws: StoreError.self) {
          for place in 0..<100 {
            try store.add([row(place, long)])
            last = place
          }
        }
        guard case .database(_, "SQLITE_FULL", _)? = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(error?.kind == .inputOutput)
        #expect(last > 3 && last < 20)
        #expect(try store.places() == Set(0...last))
      }
      let store = try Store(at: path("a"), of: properties)
      #expect(try store.places() == Set(0...last))
      try store.add([row(last + 1, long)])
      #expect(try rows(store).allSatisfy { $0.answer == long })
    }

    @Test(arguments: [
      ([StoreProperty("version", "2"), StoreProperty("grid", "[1, 2, 3]")], "version"),
      ([StoreProperty("version", "1"), StoreProperty("grid", "[1, 2]")], "grid"),
      ([StoreProperty("version", "1")], "grid"),
      (
        [
          StoreProperty("version", "1"), StoreProperty("grid", "[1, 2, 3]"),
          StoreProperty("charge", "1"),
        ], "charge"
      ),
    ])
    func otherPropertiesAreNamed(asked: [StoreProperty], name: String) throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      do { try Store(at: path("a"), of: properties).add([row(0)]) }
      let error = #expect(throws: StoreError.self) { try Store(at: path("a"), of: asked) }
      guard case .differs(_, let found, _, _)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(found == name && error?.kind == .badData)
      #expect("\(error.map { "\($0)" } ?? "")".contains(name))
      #expect(try Store(reading: path("a")).places() == [0])
    }

    @Test func whatIsNoStore() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(String(repeating: "no database ", count: 100).utf8).write(
        to: URL(fileURLWithPath: path("text")))
      let text = #expect(throws: StoreError.self) { try Store(at: path("text"), of: properties) }
      #expect(text?.kind == .badData)
      #expect("\(text.map { "\($0)" } ?? "")".contains("SQLITE_NOTADB"))
      let absent = #expect(throws: StoreError.self) { try Store(reading: path("absent")) }
      #expect(absent?.kind == .cannotOpen)
      let folderless = #expect(throws: StoreError.self) {
        try Store(at: path("no/folder"), of: properties)
      }
      #expect(folderless?.kind == .cannotOpen)
    }

    @Test func oneProcessWritesAndOthersRead() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let store = try Store(at: path("a"), of: properties)
      try store.add([row(0)])
      let error = #expect(throws: StoreError.self) { try Store(at: path("a"), of: properties) }
      #expect(error == .inUse(path: path("a")))
      #expect(try Store(reading: path("a")).places() == [0])
    }

    @Test func storesAreJoined() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      do {
        try Store(at: path("a"), of: properties).add([row(1), row(3)])
        try Store(at: path("b"), of: properties).add([row(2), row(3)])
        try Store(at: path("c"), of: properties).add([row(0), row(3, "something else")])
        try Store(at: path("d"), of: [StoreProperty("version", "0")]).add([row(4)])
      }
      let joint = try Store(at: path("all"), of: properties)
      try joint.absorb([Store(reading: path("a")), Store(reading: path("b"))])
      #expect(try rows(joint) == [row(1), row(2), row(3)])
      let contradiction = #expect(throws: StoreError.self) {
        try joint.absorb([Store(reading: path("c"))])
      }
      #expect(contradiction == .contradiction(path: path("c"), key: "point 3"))
      let foreign = #expect(throws: StoreError.self) {
        try joint.absorb([Store(reading: path("d"))])
      }
      #expect(foreign?.kind == .badData)
      // Refused as a whole: row 0 came before the contradiction.
      #expect(try rows(joint) == [row(1), row(2), row(3)])
    }
  }
#endif
