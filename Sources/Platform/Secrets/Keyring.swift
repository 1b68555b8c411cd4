internal import Glibc
public import Kernel

/// The keys personal data is sealed with: versions of one master key, kept in a file outside the
/// database and its backups.
///
/// New values are sealed under the newest version; every version in the file opens what was sealed
/// under it. A ring follows its file: when another process rotates the keys, this one takes up the
/// new version within a second.
public final class Keyring: Sendable {
  private struct State: Sendable {
    var keys: [MasterKey]
    var mark: KeyFile.Mark?
    var looked: Int
  }

  private let file: KeyFile?
  private let state: Guarded<State>

  private init(file: KeyFile?, keys: [MasterKey], mark: KeyFile.Mark?) {
    self.file = file
    state = Guarded(State(keys: keys, mark: mark, looked: coarseSeconds()))
  }

  /// The keys of a file that only its owner may read.
  public static func load(_ path: String) throws(KeyringProblem) -> Keyring {
    let file = KeyFile(path: path)
    let (keys, mark) = try file.read()
    return Keyring(file: file, keys: keys, mark: mark)
  }

  /// Makes a key file with its first version, mode 0600; never overwrites a file.
  public static func create(_ path: String, at now: Instant) throws(KeyringProblem) -> Keyring {
    try KeyFile(path: path).create([.random(version: 1, made: now)])
    return try load(path)
  }

  /// Keys drawn from a number and kept nowhere: for tests alone, they keep no secret.
  package static func forTests(_ seed: UInt64 = 1) -> Keyring {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Sodium.keyBytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let key = MasterKey(version: 1, made: Instant(milliseconds: 0), bytes: bytes)
    return Keyring(file: nil, keys: [key], mark: nil)
  }

  /// Adds a version, under which everything is sealed from now on; its number.
  ///
  /// Old values stay readable; what each feature keeps is sealed anew in the background.
  @discardableResult
  public func rotate(at now: Instant) throws(KeyringProblem) -> Int {
    try state.withLock { (state) throws(KeyringProblem) in
      if let file { state.keys = try file.read().keys }
      let version = (state.keys.last?.version ?? 0) + 1
      let keys = state.keys + [.random(version: version, made: now)]
      try file?.replace(with: keys)
      state = State(keys: keys, mark: file?.mark, looked: state.looked)
      return Int(version)
    }
  }

  /// The newest version, under which values are sealed.
  public var version: Int { Int(newest.version) }

  /// When the newest version was made.
  public var made: Instant { newest.made }

  var newest: MasterKey {
    // A ring is never empty: `KeyFile` refuses a file without keys.
    keys[keys.endIndex - 1]
  }

  /// Every version, the oldest first.
  var keys: [MasterKey] {
    state.withLock { state in
      follow(&state)
      return state.keys
    }
  }

  /// The key of a version; one that is not known yet may have been made this very second.
  func key(version: Int) throws(KeyringProblem) -> MasterKey {
    let key = state.withLock { state in
      follow(&state)
      if state.keys.last.map({ $0.version < version }) ?? true { follow(&state, atOnce: true) }
      return state.keys.first { $0.version == version }
    }
    guard let key else { throw .missing(version: version) }
    return key
  }

  /// Looks at most once a second whether the file was replaced; keeps what it has on any trouble.
  private func follow(_ state: inout State, atOnce: Bool = false) {
    let now = coarseSeconds()
    guard let file, atOnce || now != state.looked else { return }
    state.looked = now
    guard let mark = file.mark, mark != state.mark, let fresh = try? file.read() else { return }
    state.keys = fresh.keys
    state.mark = fresh.mark
  }
}

private func coarseSeconds() -> Int {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
  return time.tv_sec
}
