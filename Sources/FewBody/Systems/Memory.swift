#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory that a request may use.
enum Memory {
  /// Four fifths of the physical memory, in bytes.
  static var available: Double {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard pages > 0, size > 0 else { return 4e9 }
    return 0.8 * Double(pages) * Double(size)
  }
}
