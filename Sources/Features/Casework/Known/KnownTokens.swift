internal import Database
internal import Kernel
internal import Names
internal import Secrets

/// Matches people blindly: by keyed hashes of two of their names, in any spelling, with their birth.
///
/// Neither register nor request holds more.
struct KnownTokens: Sendable {
  private static let bytes = 16

  let keyring: Keyring

  /// What somebody is matched by; none where fewer than two names are known.
  private static func texts(_ names: [String], _ born: Day) throws -> [String] {
    PersonKeys.kept(try NameWords(names), born: nil).filter { $0.hasPrefix("p") }.map {
      "\(born)|\($0)"
    }
  }

  /// Whether somebody can be matched at all.
  static func canMatch(_ names: [String], _ born: Day?) throws -> Bool {
    guard let born else { return false }
    return try !texts(names, born).isEmpty
  }

  /// The hashes a register is kept by, under the newest version of the key.
  func kept(_ names: [String], _ born: Day) throws -> Set<[UInt8]> {
    Set(
      try Self.texts(names, born).map {
        Array(keyring.token($0, for: "casework.known").prefix(Self.bytes))
      })
  }

  /// Whether a register has somebody, under any version of the key.
  func isKnown(
    _ names: [String], _ born: Day, to source: ID<KnownSource>, _ read: Read
  ) throws -> Bool {
    let tokens = try Self.texts(names, born).flatMap { text in
      keyring.tokens(text, for: "casework.known").map { Array($0.prefix(Self.bytes)) }
    }
    guard !tokens.isEmpty else { return false }
    return try read.count(Self.query(tokens, source)) > 0
  }

  static func query(_ tokens: [[UInt8]], _ source: ID<KnownSource>) -> SQL {
    "SELECT COUNT(*) FROM known_token WHERE source = \(source) AND token IN (\(list: tokens))"
  }
}
