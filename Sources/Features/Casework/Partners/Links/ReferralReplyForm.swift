internal import HTTP
internal import Kernel

/// What an organisation says to a referral.
enum ReferralReply: String, CaseIterable, Sendable {
  case accepted
  case declined
  case asks

  var title: String {
    switch self {
    case .accepted: "We take it"
    case .declined: "We do not take it"
    case .asks: "We ask something first"
    }
  }

  var hint: String {
    switch self {
    case .accepted: "Say below who takes it, if you know."
    case .declined: "Say below why."
    case .asks: "Say below what you need to know."
    }
  }
}

/// The reply to a referral, with its reason or question.
struct ReferralReplyForm {
  let reply: ReferralReply
  let words: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let reply: ReferralReply? = form.choice("answer", or: "Choose whether you take it")
    words = form.optionalText("answer-words", limit: 1000) ?? ""
    if words.isEmpty, let needed = reply.flatMap(Self.needed) {
      form.refuse("answer-words", needed)
    }
    try form.finish()
    guard let reply else { throw Refusal("answer", "Choose whether you take it") }
    self.reply = reply
  }

  private static func needed(_ reply: ReferralReply) -> String? {
    switch reply {
    case .accepted: nil
    case .declined: "Enter why you do not take it"
    case .asks: "Enter what you ask"
    }
  }
}
