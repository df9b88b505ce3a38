#if Sweeps
  internal import CSQLite

  /// Why a store could not be read or written.
  public enum StoreError: Error, Sendable, Equatable {
    /// SQLite refused: `code` is the C name of its result code, such as `SQLITE_FULL`.
    case database(path: String, code: String, message: String)
    /// A file that is no store of results, or one in a form that this version does not know.
    case notAStore(path: String, reason: String)
    /// Results of something else: `name` is what differs.
    case differs(path: String, name: String, stored: String?, asked: String?)
    /// Two stores hold different results for one key.
    case contradiction(path: String, key: String)
    /// Another process is writing to the store.
    case inUse(path: String)
  }

  extension StoreError: CustomStringConvertible {
    /// What went wrong, in words, the path first.
    public var description: String {
      switch self {
      case .database(let path, let code, let message): "\(path): \(code): \(message)"
      case .notAStore(let path, let reason): "\(path) is no store of results: \(reason)"
      case .differs(let path, let name, let stored, let asked):
        "\(path) holds results of another sweep: \(name) is "
          + "\(StoreError.brief(stored, beside: asked)) there and "
          + "\(StoreError.brief(asked, beside: stored)) here"
      case .contradiction(let path, let key):
        "\(path) contradicts what is there already, at \(key)"
      case .inUse(let path): "\(path) is being written to by another process"
      }
    }
  }

  extension StoreError {
    /// The part of a long value where it begins to differ.
    private static func brief(_ value: String?, beside other: String?) -> String {
      guard let value else { return "absent" }
      guard value.count > 80 else { return value }
      let same = zip(value, other ?? "").prefix { $0 == $1 }.count
      let start = max(0, min(same, value.count - 40) - 20)
      let part = value.dropFirst(start).prefix(60)
      return (start > 0 ? "..." : "") + part + (start + part.count < value.count ? "..." : "")
    }

    /// What it means for whoever waits for the results.
    public enum Kind: Sendable {
      case badData, cannotOpen, inputOutput
    }

    /// The kind of the error: bad data, a store that cannot be opened, or a failed read or write.
    public var kind: Kind {
      switch self {
      case .notAStore, .differs, .contradiction: .badData
      case .inUse: .cannotOpen
      case .database(_, let code, _):
        switch code {
        case "SQLITE_NOTADB", "SQLITE_CORRUPT": .badData
        case "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_BUSY",
          "SQLITE_LOCKED":
          .cannotOpen
        default: .inputOutput
        }
      }
    }

    /// The C name of a result code, of which only the primary part counts here.
    static func name(of code: Int32) -> String {
      switch code & 0xFF {
      case SQLITE_ERROR: "SQLITE_ERROR"
      case SQLITE_INTERNAL: "SQLITE_INTERNAL"
      case SQLITE_PERM: "SQLITE_PERM"
      case SQLITE_BUSY: "SQLITE_BUSY"
      case SQLITE_LOCKED: "SQLITE_LOCKED"
      case SQLITE_NOMEM: "SQLITE_NOMEM"
      case SQLITE_READONLY: "SQLITE_READONLY"
      case SQLITE_IOERR: "SQLITE_IOERR"
      case SQLITE_CORRUPT: "SQLITE_CORRUPT"
      case SQLITE_FULL: "SQLITE_FULL"
      case SQLITE_CANTOPEN: "SQLITE_CANTOPEN"
      case SQLITE_CONSTRAINT: "SQLITE_CONSTRAINT"
      case SQLITE_MISMATCH: "SQLITE_MISMATCH"
      case SQLITE_AUTH: "SQLITE_AUTH"
      case SQLITE_TOOBIG: "SQLITE_TOOBIG"
      case SQLITE_NOTADB: "SQLITE_NOTADB"
      default: "SQLite result code \(code)"
      }
    }
  }
#endif
