#if Sweeps
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// That no other process writes to a store: flock(2) on a file beside it, which the system lets go
  /// of whatever ends the process.
  ///
  /// SQLite's own lock would also shut out those who only look at the results as they come.
  final class StoreLock {
    private let path: String
    private let descriptor: Int32

    init(for store: String) throws(StoreError) {
      path = store + "-lock"
      while true {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
          let code = errno
          throw .database(
            path: store, code: "SQLITE_CANTOPEN", message: String(cString: strerror(code)))
        }
        // Some network file systems know no such lock; the unique keys keep the rows right there.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
          close(descriptor)
          throw .inUse(path: store)
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_nlink > 0 {
          self.descriptor = descriptor
          return
        }
        // Its last holder removed the file in between.
        close(descriptor)
      }
    }

    deinit {
      unlink(path)
      close(descriptor)
    }
  }
#endif
