internal import CSodium
internal import Glibc
public import Kernel

/// A file sealed in pieces, so that one of any size is written and read in little memory.
///
/// Every 64 KiB are sealed on their own, with XChaCha20-Poly1305 under a key of the file alone and
/// a random nonce, bound to the size of the whole and the place of the piece: a file that was cut
/// short, grown or put together anew is found out. The key is kept elsewhere, sealed by a
/// ``Keyring``: forgetting it makes the file unreadable, and a rotation of the master key seals the
/// key anew and leaves the file as it is. A piece may be written again, so that what broke off goes
/// on where it was. 0.06 % longer than what it holds.
public struct SealedFile: Sendable {
  /// Bytes of every piece but the last.
  public static let pieceBytes = 65_536
  static let nonceBytes = 24
  static let tagBytes = 16
  static let sealedBytes = nonceBytes + pieceBytes + tagBytes

  /// Where it lies.
  public let path: String
  /// How many bytes it holds, from 1.
  public let size: Int
  private let key: Sensitive<[UInt8]>

  /// A file at a path by its key, as ``newKey()`` gave it.
  ///
  /// Throws ``SealedFileProblem/damaged`` where the key is none.
  public init(
    path: String, key: Sensitive<String>, size: Int
  ) throws(SealedFileProblem) {
    guard let bytes = Self.bytes(of: key.reveal(for: "opening a sealed file")), size > 0 else {
      throw .damaged
    }
    self.path = path
    self.size = size
    self.key = Sensitive(bytes)
  }

  /// A key for one file: 256 random bits in 64 hexadecimal digits.
  public static func newKey() -> Sensitive<String> {
    Sensitive(Sodium.random(Sodium.keyBytes).hexadecimal)
  }

  /// How many pieces it has.
  public var pieces: Int { (size + Self.pieceBytes - 1) / Self.pieceBytes }

  /// How many bytes a piece holds.
  func count(of piece: Int) -> Int {
    min(Self.pieceBytes, size - piece * Self.pieceBytes)
  }

  func sealed(_ bytes: [UInt8], piece: Int) -> [UInt8] {
    let nonce = Sodium.random(Self.nonceBytes)
    let place = Self.place(piece, of: size)
    var box = [UInt8](repeating: 0, count: bytes.count + Self.tagBytes)
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      &box, nil, bytes, UInt64(bytes.count), place, UInt64(place.count), nil, nonce,
      key.reveal(for: "sealing a file"))
    return nonce + box
  }

  func opened(_ sealed: [UInt8], piece: Int) throws(SealedFileProblem) -> [UInt8] {
    guard sealed.count == count(of: piece) + Self.nonceBytes + Self.tagBytes else { throw .damaged }
    let place = Self.place(piece, of: size)
    let (nonce, box) = (Array(sealed[..<Self.nonceBytes]), Array(sealed[Self.nonceBytes...]))
    var bytes = [UInt8](repeating: 0, count: box.count - Self.tagBytes)
    let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &bytes, nil, nil, box, UInt64(box.count), place, UInt64(place.count), nonce,
      key.reveal(for: "opening a file"))
    guard result == 0 else { throw .damaged }
    return bytes
  }

  /// The associated data of a piece: size of the whole and number of the piece, 8 bytes each.
  private static func place(_ piece: Int, of size: Int) -> [UInt8] {
    [size, piece].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
  }

  private static func bytes(of digits: String) -> [UInt8]? {
    let letters = Array(digits.utf8)
    guard letters.count == 2 * Sodium.keyBytes else { return nil }
    let bytes = stride(from: 0, to: letters.count, by: 2).compactMap {
      UInt8(String(decoding: letters[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return bytes.count == Sodium.keyBytes ? bytes : nil
  }
}

/// Why a sealed file cannot be written or read.
public enum SealedFileProblem: Problem, Equatable {
  /// The disk is full.
  case full
  /// It cannot be made or written.
  case unwritable
  /// It is not there, or cannot be read.
  case unreadable
  /// It was changed outside this program, or its key is another's.
  case damaged

  static func writing(_ code: Int32) -> SealedFileProblem {
    [ENOSPC, EDQUOT, EFBIG].contains(code) ? .full : .unwritable
  }

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .full:
      "There is no room left for files. Nothing else was lost. Tell your administrator."
    case .unwritable:
      "The file could not be kept. Nothing else was lost. Tell your administrator."
    case .unreadable:
      "The file is not where it was kept. Tell your administrator, who can bring it back from the "
        + "backup."
    case .damaged:
      "The file was changed outside this program and cannot be opened. Tell your administrator, who "
        + "can bring it back from the backup."
    }
  }

  /// 507 where there is no room, otherwise 500.
  public var status: Int { self == .full ? 507 : 500 }
}
