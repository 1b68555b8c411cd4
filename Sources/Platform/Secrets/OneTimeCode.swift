internal import COath
public import Kernel

/// Codes of six digits that change every half minute (TOTP, RFC 6238, HMAC-SHA-1).
///
/// The secret is text in base32, the form in which people type it into an authenticator.
public struct OneTimeCode: Sendable {
  /// Seconds a code stands for.
  public static let stepSeconds: Int64 = 30
  /// Steps before and after the present one that are still taken, for clocks that are off.
  public static let drift: Int64 = 1

  private let key: [UInt8]
  private let digits: Int

  /// The codes of a secret in base32, with or without spaces; `nil` where it is not base32.
  public init?(secret: String) {
    guard let key = decodedBase32(secret), !key.isEmpty else { return nil }
    self.init(key: key)
  }

  /// The codes of a key, of six digits or, in the tests of RFC 6238, eight.
  init(key: [UInt8], digits: Int = 6) {
    self.key = key
    self.digits = digits
  }

  /// A new secret: 160 random bits as 32 letters of base32.
  public static func newSecret() -> String { base32(Sodium.random(20)) }

  /// The step that holds a moment: half minutes since 1970.
  public static func step(_ instant: Instant) -> Int64 { instant.seconds / stepSeconds }

  /// The code of a moment.
  public func code(at instant: Instant) -> String { code(step: Self.step(instant)) }

  /// Finds the step a code belongs to.
  ///
  /// - Parameters:
  ///   - code: what the person typed; spaces are passed over.
  ///   - instant: the present moment.
  ///   - lastStep: the step of the last code that was taken; it and earlier ones are refused.
  /// - Returns: the step, to be kept as the last; `nil` where the code is wrong or was used before.
  public func verify(_ code: String, at instant: Instant, after lastStep: Int64?) -> Int64? {
    let typed = code.filter { !$0.isWhitespace }
    guard typed.utf8.count == digits else { return nil }
    let present = Self.step(instant)
    var found: Int64?
    for step in (present - Self.drift)...(present + Self.drift) {
      let matches = equalInConstantTime(self.code(step: step), typed)
      if matches, step > lastStep ?? -1 { found = step }
    }
    return found
  }

  /// The address an authenticator reads the secret from.
  ///
  /// - Parameters:
  ///   - secret: the secret in base32.
  ///   - issuer: the service's name.
  ///   - account: what the authenticator shows beside it.
  /// - Returns: an `otpauth` address.
  public static func uri(secret: String, issuer: String, account: String) -> String {
    let issuer = percentEncoded(issuer)
    return "otpauth://totp/\(issuer):\(percentEncoded(account))?secret=\(secret)&issuer=\(issuer)"
  }

  private func code(step: Int64) -> String {
    var output = [CChar](repeating: 0, count: digits + 1)
    let secret = key.map { CChar(bitPattern: $0) }
    let seconds = time_t(step * Self.stepSeconds)
    let result = unsafe oath_totp_generate(
      secret, secret.count, seconds, UInt32(Self.stepSeconds), 0, UInt32(digits), &output)
    guard result == 0 else { return "" }
    return String(decoding: output.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

private func percentEncoded(_ text: String) -> String {
  let hex = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
