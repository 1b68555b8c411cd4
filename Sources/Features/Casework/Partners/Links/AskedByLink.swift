internal import Kernel

/// What a link asks, as somebody without an account reads it: nothing else of the case.
enum AskedByLink {
  case action(Action)
  case referral(Referred)

  struct Action {
    let organisation: String
    let task: Sensitive<String>
    let due: Day
  }

  /// A referral: what for, about whom by name, and no more.
  struct Referred {
    let organisation: String
    let purpose: Sensitive<String>
    /// `nil` where it is about the case.
    let name: Sensitive<String>?
    let due: Day
    /// What the lead says beside it, such as the answer to a question.
    let words: Sensitive<String>?
  }
}

/// The answer to it.
enum AnswerByLink {
  case action(AnswerForm)
  case referral(ReferralReplyForm)
}
