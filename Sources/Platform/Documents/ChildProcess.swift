import CSpawn
import Glibc

/// A child whose standard output is read here; it has nothing else of this process.
///
/// No input but what it is given, no environment but the locale and what confinement and sanitizers
/// need, no open file, the usual signals.
final class ChildProcess {
  private static let passed = ["HAMLET_READER_UNCONFINED", "ASAN_OPTIONS", "TSAN_OPTIONS"]
  let id: pid_t
  private let output: Int32
  private var status: Int32?

  /// Starts a program; its input is empty, some bytes that touch no disk, or an open file.
  ///
  /// What a quiet one says on standard error is lost, so that nothing it was given comes to a log.
  init(
    _ path: String, _ arguments: [String], input: [UInt8] = [], from file: Int32 = -1,
    isQuiet: Bool = false
  ) throws(ReaderProblem) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .unavailable("no pipe can be made") }
    defer { close(ends[1]) }
    let held = input.isEmpty ? -1 : try Self.held(input)
    defer { if held >= 0 { close(held) } }
    let environment =
      ["LC_ALL=C.UTF-8", "TZ=UTC"]
      + Self.passed.compactMap { name in
        getenv(name).map { "\(name)=" + String(cString: $0) }
      }
    let (id, error) = Self.spawn(
      path, [path] + arguments, environment, input: held >= 0 ? held : file, output: ends[1],
      isQuiet: isQuiet)
    guard error == 0 else {
      close(ends[0])
      throw .unavailable("\(path): \(String(cString: strerror(error)))")
    }
    self.id = id
    output = ends[0]
  }

  deinit {
    close(output)
    if status == nil { stop() }
  }

  /// Reads what is there, waiting for it at most so long; 0 at the end.
  func read(
    _ bytes: UnsafeMutableRawBufferPointer, seconds: Double
  ) throws(ReaderProblem) -> Int {
    while true {
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, Int32(min(seconds * 1000, 2e9)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw .tooSlow }
      let count = Glibc.read(output, bytes.baseAddress, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .crashed }
      return count
    }
  }

  /// All it says until it ends well; it is stopped where it takes longer or says more than it may.
  ///
  /// Throws ``ReaderProblem/tooSlow``, or ``ReaderProblem/crashed`` for any other ending.
  func everything(within seconds: Double, most: Int) throws(ReaderProblem) -> [UInt8] {
    let deadline = Self.now() + seconds
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = try read(piece, seconds: max(0, deadline - Self.now()))
      guard count > 0 else { break }
      bytes += piece[..<count]
      guard bytes.count <= most else { throw .crashed }
    }
    guard wait() == 0 else { throw .crashed }
    return bytes
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits for the end; the exit status, or negative for a signal.
  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    let ended = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
    status = ended
    return ended
  }

  /// Ends it now.
  func stop() {
    guard status == nil else { return }
    kill(id, SIGKILL)
    _ = wait()
  }

  /// `MFD_CLOEXEC`, which glibc hides as it does the function.
  private static let closeOnExec: UInt32 = 1

  /// Bytes as a file of memory alone, to be read from its start.
  private static func held(_ bytes: [UInt8]) throws(ReaderProblem) -> Int32 {
    let file = memfd_create("input", closeOnExec)
    guard file >= 0 else { throw .unavailable("no memory for its input") }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        throw .unavailable("no memory for its input")
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], input: Int32, output: Int32,
    isQuiet: Bool
  ) -> (pid_t, Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input >= 0 {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var id: pid_t = 0
    let error = posix_spawn(&id, path, &actions, &attributes, &words, &variables)
    return (id, error)
  }
}
