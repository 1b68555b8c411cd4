import CSpawn
import Glibc

/// A running process whose output goes to files, so that it never waits for us to read.
public final class Child {
  private let id: pid_t
  private let outputPath: String
  private let messagesPath: String
  private var end: Int32?

  /// Starts a program with nothing of this process but what is given.
  public init(_ words: [String], environment: [String: String], folder: String) throws {
    let name = String(UInt32.random(in: .min ... .max), radix: 36)
    outputPath = "\(folder)/\(name).out"
    messagesPath = "\(folder)/\(name).err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, outputPath, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messagesPath, flags, 0o600)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id: pid_t = 0
    let error = posix_spawn(&id, words[0], &actions, nil, &arguments, &variables)
    guard error == 0 else { throw TestKitProblem.notStarted(words[0], error) }
    self.id = id
  }

  deinit {
    guard end == nil else { return }
    kill(id, SIGKILL)
    _ = wait()
  }

  /// What it has written to standard output so far.
  public var output: String { text(of: outputPath) }

  /// What it has written to standard error so far.
  public var messages: String { text(of: messagesPath) }

  /// Whether it has ended.
  public var hasEnded: Bool { end != nil || waited(WNOHANG) }

  /// Sends a signal.
  public func signal(_ number: Int32) { if end == nil { kill(id, number) } }

  /// Waits for the end: the exit status, or the signal's number below zero.
  public func wait() -> Int32 {
    while end == nil { _ = waited(0) }
    return end ?? -1
  }

  /// Waits for the end, and gives all it has written.
  public func ended() -> Ended {
    let status = wait()
    return Ended(status: status, output: output, messages: messages)
  }

  private func waited(_ options: Int32) -> Bool {
    var raw: Int32 = 0
    let found = waitpid(id, &raw, options)
    if found == id { end = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F) }
    if found < 0, errno != EINTR { end = -1 }
    return end != nil
  }

  private func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How a run of the program ended.
public struct Ended: Sendable {
  /// The exit status; below zero the number of the signal that ended it.
  public let status: Int32
  /// Its standard output.
  public let output: String
  /// Its standard error.
  public let messages: String
}
