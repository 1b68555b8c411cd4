public import Kernel
public import Secrets

/// What a name is found by without being told by it: keyed hashes of its words.
public struct NameTokens: Sendable {
  private let purpose: StaticString

  /// Hashes for one purpose, such as `orders.name`: those of another purpose never agree with them.
  public init(_ purpose: StaticString) { self.purpose = purpose }

  /// The words of a name in the one form they are compared by; single letters are left out.
  public static func words(_ name: Sensitive<String>) -> Set<String> {
    let plain = name.reveal(for: "look-up").lowercased().filter {
      $0.isLetter || $0.isNumber || $0.isWhitespace || $0 == "-"
    }
    return Set(
      plain.split { $0.isWhitespace || $0 == "-" }.map(String.init).filter { $0.count > 1 })
  }

  /// The hashes to be kept, one a word, under the newest key.
  public func kept(_ name: Sensitive<String>, _ keyring: Keyring) -> [[UInt8]] {
    Self.words(name).sorted().map { keyring.token($0, for: purpose) }
  }

  /// The hashes of each word to be looked up, under every key.
  public func wanted(_ name: Sensitive<String>, _ keyring: Keyring) -> [[[UInt8]]] {
    Self.words(name).sorted().map { keyring.tokens($0, for: purpose) }
  }
}
