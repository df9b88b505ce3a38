#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Throws ``LinearAlgebraError/tooLarge(what:bytes:limit:)`` when `numbers` doubles would take
/// more than three quarters of this machine's memory.
///
/// Linux overcommits: the allocation would succeed and the process be killed later, so the
/// refusal has to come before.
func requireMemory(_ what: String, numbers: Double) throws(LinearAlgebraError) {
  let pages = sysconf(Int32(_SC_PHYS_PAGES))
  let pageSize = sysconf(Int32(_SC_PAGESIZE))
  guard pages > 0, pageSize > 0 else { return }
  let limit = 0.75 * Double(pages) * Double(pageSize)
  let bytes = 8 * numbers
  guard bytes <= limit else { throw .tooLarge(what: what, bytes: bytes, limit: limit) }
}
