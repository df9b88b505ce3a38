#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The gnuplot program as a function from a script to a picture.
struct Gnuplot {
  /// A name that is looked up on the PATH, or a path.
  let program: String

  /// Runs the script and returns what gnuplot printed.
  ///
  /// The three streams are nameless temporary files, not pipes: nothing can fill up and block,
  /// no signal comes from a reader that has gone, and nothing is left behind by a kill.
  func run(_ script: String) throws(ChartError) -> [UInt8] {
    guard let input = tmpfile(), let output = tmpfile(), let complaints = tmpfile() else {
      throw .gnuplotFailed(
        status: Int(errno),
        message: "no temporary file: \(String(cString: strerror(errno)))")
    }
    defer {
      fclose(input)
      fclose(output)
      fclose(complaints)
    }
    let bytes = Array(script.utf8)
    guard fwrite(bytes, 1, bytes.count, input) == bytes.count, fflush(input) == 0 else {
      throw .gnuplotFailed(
        status: Int(errno), message: "temporary file: \(String(cString: strerror(errno)))")
    }
    rewind(input)

    let status = try launch(fileno(input), fileno(output), fileno(complaints))
    guard status == 0 else {
      let message = String(decoding: contents(of: complaints), as: UTF8.self)
        .split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }
        .filter { !$0.isEmpty }
      throw .gnuplotFailed(
        status: Int(status), message: message.suffix(3).joined(separator: "; "))
    }
    let picture = contents(of: output)
    guard !picture.isEmpty else {
      throw .gnuplotFailed(
        status: 0, message: "it drew nothing; its terminals may lack svg or pngcairo")
    }
    return picture
  }

  /// The exit status, or 128 and the signal that ended the program.
  private func launch(_ input: Int32, _ output: Int32, _ complaints: Int32) throws(ChartError)
    -> Int32
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)

    // The user's own gnuplot settings would change the picture: -d leaves them out. By the name "-"
    // gnuplot reads its input letter by letter: 0.8 s for a megabyte, against 0.2 s.
    let words = [strdup(program), strdup("-d"), strdup("/dev/stdin"), nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, program, &actions, nil, words, environ)
    guard failure == 0 else {
      guard failure == ENOENT || failure == EACCES || failure == ENOTDIR else {
        throw .gnuplotFailed(status: Int(failure), message: String(cString: strerror(failure)))
      }
      throw .gnuplotMissing(program: program)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        throw .gnuplotFailed(status: Int(errno), message: String(cString: strerror(errno)))
      }
    }
    let signal = status & 0x7f
    let code = status >> 8 & 0xff
    if signal == 0, code == 127 { throw .gnuplotMissing(program: program) }
    return signal == 0 ? code : 128 + signal
  }

  private func contents(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&block, 1, block.count, file), count > 0 {
      bytes += block[..<count]
    }
    return bytes
  }
}
