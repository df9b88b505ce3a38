import FewBody

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams of the terminal, without the buffering and the start-up time of Foundation.
enum StandardOutput {
  /// Writes a result; a full disk or a reader that went away is an error, not a signal.
  static func write(_ text: String) throws(Unwritable) {
    do throws(OutputError) {
      try AtomicFile.write(text, to: "/dev/stdout")
    } catch {
      throw Unwritable(flag: "stdout", cause: error)
    }
  }

  /// Writes a message or progress to stderr; nobody is left to tell if that fails.
  static func warn(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(2, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(2, buffer.baseAddress, buffer.count)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Lets write(2) report a closed pipe as EPIPE, which exits with the contract's 74.
  static func refuseBrokenPipeSignals() { signal(SIGPIPE, SIG_IGN) }
}
