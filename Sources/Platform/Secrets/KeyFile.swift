internal import Glibc

/// The file of master keys: a heading, then a line a version, the oldest first.
///
/// It is read only while nobody but its owner may read or write it (mode 0600 or stricter).
struct KeyFile: Sendable {
  let path: String

  /// What tells one state of the file from another, to see that it was replaced.
  struct Mark: Equatable, Sendable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private static let heading = "hamlet keys 1"
  private static let limit = 1 << 20

  /// The file's present state; `nil` where there is none.
  var mark: Mark? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Self.mark(status)
  }

  /// The keys in the file, with the state they were read in.
  func read() throws(KeyringProblem) -> (keys: [MasterKey], mark: Mark) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path, "it is not a file")
    }
    guard status.st_mode & 0o077 == 0 else { throw .exposed(path) }
    guard status.st_size < Self.limit else { throw .damaged(path) }
    let text = String(
      decoding: try bytes(of: descriptor, count: Int(status.st_size)), as: UTF8.self)
    return (try keys(in: text), Self.mark(status))
  }

  /// Writes the first state of the file; refuses where a file is already there.
  func create(_ keys: [MasterKey]) throws(KeyringProblem) {
    try write(keys, to: path)
    try syncFolder()
  }

  /// Puts a new state in the place of the old one, whole or not at all.
  ///
  /// The new state is written beside the file under a name that only one process can take.
  func replace(with keys: [MasterKey]) throws(KeyringProblem) {
    let beside = path + ".new"
    try write(keys, to: beside)
    guard unsafe rename(beside, path) == 0 else {
      let problem = KeyringProblem.unwritable(path, reason(errno))
      unsafe unlink(beside)
      throw problem
    }
    try syncFolder()
  }

  private func keys(in text: String) throws(KeyringProblem) -> [MasterKey] {
    let lines = text.split(separator: "\n")
    guard lines.first == Self.heading[...], lines.count > 1 else { throw .damaged(path) }
    let keys = lines.dropFirst().compactMap { MasterKey(line: $0) }
    guard keys.count == lines.count - 1,
      zip(keys, keys.dropFirst()).allSatisfy({ $0.version < $1.version })
    else { throw .damaged(path) }
    return keys
  }

  private func bytes(of descriptor: Int32, count: Int) throws(KeyringProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe Glibc.read(descriptor, &bytes, count)
    guard got == count else { throw .damaged(path) }
    return bytes
  }

  private func write(_ keys: [MasterKey], to path: String) throws(KeyringProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .exists(path) : .unwritable(path, reason(errno))
    }
    defer { close(descriptor) }
    let text = ([Self.heading] + keys.map(\.line)).joined(separator: "\n") + "\n"
    let bytes = Array(text.utf8)
    guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0
    else {
      let problem = KeyringProblem.unwritable(path, reason(errno))
      unsafe unlink(path)
      throw problem
    }
  }

  private func syncFolder() throws(KeyringProblem) {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(folder, reason(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .unwritable(folder, reason(errno)) }
  }

  private static func mark(_ status: stat) -> Mark {
    Mark(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}

private func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
