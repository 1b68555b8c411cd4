internal import CCurl
import Kernel

extension MailServer {
  /// The server as what takes email away.
  ///
  /// A message counts as refused or delayed only where the server said so or cannot have had its
  /// end: RFC 5321 lets a server act on a message only once it has the final point. Where that may
  /// have gone and no answer came, it is ``Delivery/unknown(_:)``.
  public var carrier: Carrier {
    Carrier(name: "The mail server", routes: [.email]) { envelope in deliver(envelope) }
  }

  /// Whether the server answers, lets us in and speaks as it should; a sentence where it does not.
  public func trouble() -> String? {
    let transfer = transfer()
    transfer.set(CURLOPT_NOBODY, 1)
    transfer.set(CURLOPT_CUSTOMREQUEST, "NOOP")
    let outcome = transfer.perform()
    return outcome.code == CURLE_OK ? nil : Self.reason(outcome)
  }

  private func deliver(_ envelope: Envelope) -> Delivery {
    guard let to = MailAddress(envelope.address.reveal(for: "sending a message")) else {
      return .refused("The address is not one that mail can be sent to")
    }
    let text = MailText(
      from: from, to: to, subject: envelope.subject,
      body: envelope.body.reveal(for: "sending a message"), mark: envelope.mark, at: envelope.at)
    let transfer = transfer()
    transfer.set(CURLOPT_MAIL_FROM, "<\(from.mailbox)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(to.mailbox)>"])
    transfer.upload(text.bytes)
    let outcome = transfer.perform()
    if outcome.code == CURLE_OK { return .accepted }
    if outcome.neverBegan { return .delayed(Self.reason(outcome)) }
    switch outcome.status {
    case 500..<600: return .refused("The mail server refused it (\(outcome.status))")
    case 400..<500: return .delayed("The mail server will not take it now (\(outcome.status))")
    default:
      return outcome.isSentWhole
        ? .unknown("The mail server did not say whether it took it")
        : .delayed(Self.reason(outcome))
    }
  }

  private func transfer() -> Transfer {
    let scheme = encryption == .implicit ? "smtps" : "smtp"
    let transfer = Transfer(
      "\(scheme)://\(host):\(port)/\(from.domain)", protocols: "smtp,smtps", seconds: 30)
    if encryption == .startTLS { transfer.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
    if let authorities { transfer.set(CURLOPT_CAINFO, authorities) }
    if let user {
      transfer.set(CURLOPT_USERNAME, user)
      transfer.set(CURLOPT_PASSWORD, password.reveal(for: "mail server"))
    }
    return transfer
  }

  private static func reason(_ outcome: Transfer.Outcome) -> String {
    switch outcome.code {
    case CURLE_COULDNT_RESOLVE_HOST: "The mail server’s name is not known"
    case CURLE_COULDNT_CONNECT: "The mail server cannot be reached"
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
      "The mail server’s certificate is not one this machine trusts"
    case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED:
      "The line to the mail server cannot be encrypted"
    case CURLE_LOGIN_DENIED: "The mail server does not take the user and the password"
    case CURLE_OPERATION_TIMEDOUT: "The mail server took too long"
    default: "The mail server broke off"
    }
  }
}
