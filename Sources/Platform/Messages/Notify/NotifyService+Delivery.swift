internal import CCurl
import FoundationEssentials
public import Kernel
import Secrets

/// Handing messages to GOV.UK Notify (REST API, version 2).
extension NotifyService {
  /// The service as what takes emails, text messages and letters away.
  ///
  /// Each message carries its mark as Notify's `reference`, so that a lost answer can be asked for.
  public func carrier(_ clock: Clock) -> Carrier {
    Carrier(name: "GOV.UK Notify", routes: Set(templates.keys)) { envelope in
      deliver(envelope)
    } recall: { mark, route in
      recall(mark, route, at: clock.now())
    }
  }

  private func deliver(_ envelope: Envelope) -> Delivery {
    guard let template = templates[envelope.route],
      let body = try? JSONEncoder().encode(NotifyRequest(envelope, template: template))
    else { return .refused("Notify has no template for this route") }
    let call = call("/v2/notifications/\(Self.word(of: envelope.route))", at: envelope.at)
    call.post(Array(body))
    return Self.delivery(call.perform())
  }

  private func recall(_ mark: String, _ route: MessageRoute, at now: Instant) -> Recall {
    let word = Self.word(of: route)
    let outcome = call(
      "/v2/notifications?template_type=\(word)&reference=\(mark)", at: now
    ).perform()
    guard outcome.code == CURLE_OK, outcome.status == 200,
      let list = try? JSONDecoder().decode(NotifyList.self, from: Data(outcome.answer))
    else { return .noAnswer }
    return list.notifications.isEmpty ? .unseen : .accepted
  }

  /// What an answer means: 201 is taken; 400 will never be; 403 and 429 are ours to wait out; after
  /// anything else Notify may have it.
  private static func delivery(_ outcome: Transfer.Outcome) -> Delivery {
    guard outcome.code == CURLE_OK else {
      return outcome.neverBegan
        ? .delayed("GOV.UK Notify cannot be reached")
        : .unknown("GOV.UK Notify broke off before it answered")
    }
    switch outcome.status {
    case 201: return .accepted
    case 400: return .refused(refusal(outcome.answer))
    case 403: return .delayed("GOV.UK Notify does not take our key")
    case 404, 405, 410: return .refused("GOV.UK Notify does not know this address of its API")
    case 413: return .refused("The message is too long for GOV.UK Notify")
    case 429: return .delayed("GOV.UK Notify takes no more messages for now")
    default: return .unknown("GOV.UK Notify had trouble of its own (\(outcome.status))")
    }
  }

  /// Why a message is refused, in our words: Notify's may repeat the address.
  private static func refusal(_ answer: [UInt8]) -> String {
    let errors = (try? JSONDecoder().decode(NotifyErrors.self, from: Data(answer)))?.errors ?? []
    let words = errors.map(\.message).joined(separator: " ").lowercased()
    if errors.contains(where: { $0.error == "BadRequestError" }), words.contains("team-only") {
      return "The Notify key may only send to its own team"
    }
    if words.contains("missing personalisation") {
      return "The Notify template has fields beside ((subject)) and ((body))"
    }
    if words.contains("template") { return "GOV.UK Notify does not have this template" }
    if words.contains("email_address") || words.contains("phone_number")
      || words.contains("address_line") || words.contains("postcode")
    {
      return "GOV.UK Notify does not take the address"
    }
    return "GOV.UK Notify refused it"
  }

  private func call(_ path: String, at now: Instant) -> Transfer {
    let token = WebToken.signed("{\"iss\":\"\(service)\",\"iat\":\(now.seconds)}", with: secret)
    let call = Transfer(url + path, protocols: "http,https", seconds: 30)
    call.set(
      CURLOPT_HTTPHEADER,
      ["Authorization: Bearer \(token)", "Content-Type: application/json", "Expect:"])
    return call
  }

  private static func word(of route: MessageRoute) -> String {
    switch route {
    case .email: "email"
    case .text: "sms"
    case .letter: "letter"
    case .phone: "phone"
    }
  }
}

/// What Notify is asked to send.
private struct NotifyRequest: Encodable {
  let template_id: String
  let reference: String
  let personalisation: [String: String]
  var email_address: String?
  var phone_number: String?

  init(_ envelope: Envelope, template: String) {
    template_id = template
    reference = envelope.mark
    let address = envelope.address.reveal(for: "sending a message")
    var fields = ["body": envelope.body.reveal(for: "sending a message")]
    switch envelope.route {
    case .email:
      email_address = address
      fields["subject"] = envelope.subject
    case .text: phone_number = address
    case .letter, .phone:
      fields["subject"] = envelope.subject
      let lines = address.split(separator: "\n").map(String.init).prefix(7)
      for (index, line) in lines.enumerated() { fields["address_line_\(index + 1)"] = line }
    }
    personalisation = fields
  }
}

private struct NotifyErrors: Decodable {
  struct One: Decodable {
    let error: String
    let message: String
  }
  let errors: [One]
}

private struct NotifyList: Decodable {
  struct One: Decodable { let id: String }
  let notifications: [One]
}
