internal import Glibc
internal import Kernel

/// Which process does an import, so that the next one can tell whether it still does.
struct ProcessOwner: Equatable {
  let host: String
  let process: Int32
  /// Clock ticks from the machine's start to the process's, which tells a number used again apart.
  let start: String

  /// This process.
  static let current = ProcessOwner(
    host: hostName(), process: getpid(), start: startTime(of: getpid()) ?? "")

  /// The form kept in the database.
  var text: String { "\(host) \(process) \(start)" }

  init(host: String, process: Int32, start: String) {
    self.host = host
    self.process = process
    self.start = start
  }

  /// Reads ``text``.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = Int32(parts[1]) else { return nil }
    self.init(host: String(parts[0]), process: process, start: String(parts[2]))
  }

  /// Whether the owner's import will never go on: its process has ended, or, on another machine, it
  /// has not been heard of for five minutes.
  func isGone(lastSeen: Instant, now: Instant) -> Bool {
    guard host == Self.current.host else { return now.since(lastSeen) > 300 }
    return Self.startTime(of: process) != start
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    let bytes = name.prefix { $0 != 0 && $0 != 32 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The 22nd field of `/proc/PID/stat`; `nil` where there is no such process.
  private static func startTime(of process: Int32) -> String? {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    // The second field is the program's name in brackets, which may hold spaces.
    guard let close = text.lastIndex(of: ")") else { return nil }
    let fields = text[close...].split(separator: " ")
    return fields.count > 20 ? String(fields[20]) : nil
  }
}
