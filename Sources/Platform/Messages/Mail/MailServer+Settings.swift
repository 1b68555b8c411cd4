import Glibc
import Kernel

extension MailServer {
  /// The server some settings name; `nil` where `HAMLET_MAIL` is not set.
  ///
  /// - Parameter variable: gives a setting by its name; `HAMLET_MAIL`, `…_FROM`, `…_USER`,
  ///   `…_PASSWORD` or `…_PASSWORD_FILE`, `…_TLS` and `…_CA` are asked for.
  /// - Returns: the server.
  /// - Throws: ``MailSettingsProblem``.
  public static func named(
    by variable: (String) -> String?
  ) throws(MailSettingsProblem) -> MailServer? {
    guard let address = variable("HAMLET_MAIL") else { return nil }
    guard let cut = address.firstRange(of: "://"),
      ["smtp", "smtps"].contains(address[..<cut.lowerBound])
    else { throw .address(address) }
    let isImplicit = address[..<cut.lowerBound] == "smtps"
    let place = address[cut.upperBound...]
    guard let colon = place.lastIndex(of: ":"),
      let port = UInt16(place[place.index(after: colon)...]), isHost(place[..<colon])
    else { throw .address(address) }
    guard let from = variable("HAMLET_MAIL_FROM").flatMap(MailAddress.init) else { throw .sender }
    let encryption: Encryption =
      isImplicit ? .implicit : variable("HAMLET_MAIL_TLS") == "off" ? .none : .startTLS
    let authorities = variable("HAMLET_MAIL_CA")
    if let authorities, unsafe access(authorities, R_OK) != 0 { throw .unreadable(authorities) }
    return try MailServer(
      host: String(place[..<colon]), port: port, encryption: encryption, from: from,
      user: variable("HAMLET_MAIL_USER"),
      password: try password(variable), authorities: authorities)
  }

  private static func password(
    _ variable: (String) -> String?
  ) throws(MailSettingsProblem) -> Sensitive<String> {
    guard let path = variable("HAMLET_MAIL_PASSWORD_FILE") else {
      return Sensitive(variable("HAMLET_MAIL_PASSWORD") ?? "")
    }
    guard let secret = firstLine(of: path) else { throw .unreadable(path) }
    return secret
  }

  private static func isHost(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32) || "-.[]:".utf8.contains(byte)
      }
  }
}

/// The first line of a file that holds a secret; `nil` where there is none.
func firstLine(of path: String) -> Sensitive<String>? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = unsafe fread(&bytes, 1, bytes.count, file)
  let line = bytes[..<count].prefix { $0 != 10 && $0 != 13 }
  return line.isEmpty ? nil : Sensitive(String(decoding: line, as: UTF8.self))
}
