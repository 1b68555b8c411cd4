import Kernel

/// A message as mail servers take it: RFC 5322 with MIME, one part of plain text in UTF-8.
struct MailText {
  let from: MailAddress
  let to: MailAddress
  let subject: String
  let body: String
  let mark: String
  let at: Instant

  /// The bytes, lines ended by CR and LF.
  ///
  /// The body goes as base64: no line of it is too long, begins with a point, or is taken for a
  /// header. The mark makes the Message-ID the same at each try, so that a mailbox that gets a
  /// message twice can tell.
  var bytes: [UInt8] {
    let lines = [
      "Date: \(Self.date(at))", "From: \(Self.shown(from))", "To: \(Self.shown(to))",
      "Subject: \(Self.words(subject))", "Message-ID: <\(mark)@\(from.domain)>",
      "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
    ]
    return Array((lines + Self.base64Lines(Array(body.utf8))).joined(separator: "\r\n").utf8)
      + Array("\r\n".utf8)
  }

  private static func shown(_ address: MailAddress) -> String {
    address.name.isEmpty ? "<\(address.mailbox)>" : "\(words(address.name)) <\(address.mailbox)>"
  }

  /// Words of a header: as they are where they are plain, otherwise as encoded words (RFC 2047).
  ///
  /// Control characters, line ends above all, become spaces.
  private static func words(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
    let clean = String(String.UnicodeScalarView(scalars))
    let specials = Set("()<>[]:;@,\\\".=?_".unicodeScalars)
    let isPlain =
      clean.utf8.count <= 60
      && clean.unicodeScalars.allSatisfy { $0.isASCII && !specials.contains($0) || $0 == "." }
    guard !isPlain else { return clean }
    return pieces(of: clean).map { "=?utf-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// The text in runs of at most 45 bytes, none of which cuts a character.
  private static func pieces(of text: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > 45 { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces
  }

  private static func base64Lines(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 57).map { start in
      base64(Array(bytes[start..<min(start + 57, bytes.count)]))
    }
  }

  private static func date(_ instant: Instant) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let text = instant.description
    guard let day = Day(String(text.prefix(10))) else { return text }
    let civil = day.civil
    let month = Month.names[civil.month - 1].prefix(3)
    return "\(names[day.weekday - 1]), \(civil.day) \(month) \(civil.year) "
      + "\(text.dropFirst(11).prefix(8)) +0000"
  }
}

/// Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var letters: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let three = (0..<3).map { start + $0 < bytes.count ? bytes[start + $0] : 0 }
    let bits = Int(three[0]) << 16 | Int(three[1]) << 8 | Int(three[2])
    for index in 0..<4 {
      letters.append(
        start + index > bytes.count
          ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * index) & 63])
    }
  }
  return String(decoding: letters, as: UTF8.self)
}
