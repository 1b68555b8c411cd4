public import Kernel

/// A mail server that takes what we send (RFC 5321, through libcurl).
public struct MailServer: Sendable {
  /// Whether the line to it is encrypted.
  public enum Encryption: Sendable, Hashable {
    /// From the first byte (`smtps`).
    case implicit
    /// By STARTTLS, and nothing is sent without it.
    case startTLS
    /// Not at all: for a server on this machine alone.
    case none
  }

  /// Its name or address.
  public let host: String
  /// Its port.
  public let port: UInt16
  /// How the line is encrypted.
  public let encryption: Encryption
  /// Who the messages come from.
  public let from: MailAddress
  /// The name the server knows us by; `nil` where it asks for none.
  public let user: String?
  let password: Sensitive<String>
  /// A file of certificates to trust in place of the machine's; `nil` for the machine's.
  public let authorities: String?

  /// A mail server.
  ///
  /// - Throws: ``MailSettingsProblem`` where the line would be open to others.
  public init(
    host: String, port: UInt16, encryption: Encryption, from: MailAddress, user: String? = nil,
    password: Sensitive<String> = Sensitive(""), authorities: String? = nil
  ) throws(MailSettingsProblem) {
    let isOfThisMachine = host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
    guard encryption != .none || isOfThisMachine else { throw .open(host) }
    guard encryption != .none || user == nil else { throw .openPassword }
    self.host = host
    self.port = port
    self.encryption = encryption
    self.from = from
    self.user = user
    self.password = password
    self.authorities = authorities
  }
}

/// Why a mail server cannot be used as it was named.
public enum MailSettingsProblem: Problem, Equatable {
  /// Its address is not one.
  case address(String)
  /// The sender is missing or no address.
  case sender
  /// It is on another machine and the line would not be encrypted.
  case open(String)
  /// A password would go over an open line.
  case openPassword
  /// A file that was named cannot be read.
  case unreadable(String)

  /// What happened and what to do, in the words of the settings.
  public var message: String {
    switch self {
    case .address(let text):
      "HAMLET_MAIL is “\(text)”: give smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT."
    case .sender: "HAMLET_MAIL_FROM is not an address such as “Safety team <safety@example.org>”."
    case .open(let host):
      "HAMLET_MAIL_TLS is “off”, and \(host) is another machine: letters would travel openly. "
        + "Leave it out."
    case .openPassword:
      "HAMLET_MAIL_TLS is “off”, and HAMLET_MAIL_USER is set: the password would travel openly."
    case .unreadable(let path): "The file \(path) cannot be read, or is empty."
    }
  }

  /// 500: it is the machine's trouble.
  public var status: Int { 500 }
}
