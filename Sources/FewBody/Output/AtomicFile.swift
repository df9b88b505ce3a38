#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that a reader sees whole or not at all.
///
/// The bytes go to a temporary file in the same folder, are forced to the disk, and take the
/// path's place by rename(2), which is atomic; on any failure the temporary file is removed and
/// what stood at the path stays. A device, a pipe or an open descriptor (`/dev/stdout`) cannot be
/// replaced and is written to directly.
public enum AtomicFile {
  /// Writes text as UTF-8.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes; a new file gets the permissions that the umask leaves, an old one keeps its own.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    guard !path.isEmpty else {
      throw .cannotWrite(path: "''", reason: "the path is empty; give a file name")
    }
    if let descriptor = openDescriptor(path) {
      let copy = dup(descriptor)
      guard copy >= 0 else { throw cannotWrite(path) }
      return try fill(copy, with: bytes, path: path, isSynchronised: false)
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      // A dangling symbolic link ends here too, and is replaced by the file.
      return try replace(path, with: bytes, permissions: nil, shownAs: path)
    }
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFDIR):
      throw .cannotWrite(path: path, reason: "it is a folder; name a file in it")
    case mode_t(S_IFREG):
      // rename(2) asks only for the folder's permission; a write-protected file is meant to stay.
      guard access(path, W_OK) == 0 else { throw cannotWrite(path) }
      let target = resolved(path)
      try replace(target, with: bytes, permissions: status.st_mode & 0o7777, shownAs: path)
    default:
      let descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { throw cannotWrite(path) }
      try fill(descriptor, with: bytes, path: path, isSynchronised: false)
    }
  }

  /// The descriptor that a path such as `/dev/stdout` or `/dev/fd/3` stands for.
  ///
  /// Opening such a path anew would lose the position of a shell's `>>`; renaming over it, the file.
  private static func openDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  private static func replace(
    _ path: String, with bytes: [UInt8], permissions: mode_t?, shownAs shown: String
  ) throws(OutputError) {
    // The name is ours alone: O_EXCL refuses one that exists, a leftover of a killed process.
    var temporary = ""
    var descriptor: Int32 = -1
    for attempt in 0..<100 {
      temporary = "\(path).\(getpid())-\(attempt).tmp"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw cannotWrite(shown) }
    do throws(OutputError) {
      if let permissions { _ = fchmod(descriptor, permissions) }
      try fill(descriptor, with: bytes, path: shown, isSynchronised: true)
      guard rename(temporary, path) == 0 else { throw cannotWrite(shown) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes everything and closes the descriptor, whatever happens.
  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], path: String, isSynchronised: Bool
  ) throws(OutputError) {
    var failure: Int32?
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var written = 0
      while written < buffer.count {
        let step = systemWrite(descriptor, start + written, buffer.count - written)
        if step > 0 {
          written += step
        } else if step == 0 {
          failure = EIO
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure == nil, isSynchronised, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let failure { throw .ioError(path: path, reason: text(failure)) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func cannotWrite(_ path: String) -> OutputError {
    let code = errno
    let reason =
      switch code {
      case ENOENT: "its folder does not exist; create it first"
      case ENOTDIR: "a part of the path is a file, not a folder; name another path"
      case EACCES, EPERM: "permission denied; name a path that you may write to"
      case EROFS: "the file system is read-only; name a path elsewhere"
      case ENAMETOOLONG: "the name is too long; name a shorter path"
      default: text(code)
      }
    // A full disk may already refuse the new name.
    return [ENOSPC, EDQUOT, EIO].contains(code)
      ? .ioError(path: path, reason: text(code)) : .cannotWrite(path: path, reason: reason)
  }

  private static func text(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "no space left on the device; free some or name a path elsewhere"
    default: String(cString: strerror(code))
    }
  }
}

/// The system's write(2): inside ``AtomicFile`` its own `write` would hide that name.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, start, count)
}
