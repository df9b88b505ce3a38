import FewBody
import Synchronization

/// Takes the answer of a subcommand that runs inside this process, instead of stdout.
///
/// While one is current in a task or thread, reports neither print nor show progress.
final class Recording: Sendable {
  @TaskLocal static var current: Recording?

  private let text = Mutex<String?>(nil)

  /// The answer's JSON, once there is one.
  var json: String? { text.withLock { $0 } }

  func keep(_ answer: some Encodable) throws {
    let json = try OrderedJSONEncoder().encode(answer)
    text.withLock { $0 = json }
  }
}
