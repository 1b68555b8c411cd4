internal import Messages
internal import Partnership

/// The wordings of the letters of a link; nobody but their reader sees them.
enum LinkWording {
  static let link = MessageTemplate(
    key: "case.link", version: 1, title: "Link to an action",
    subject: "The community safety partnership asks you to do something",
    body: """
      Hello

      The community safety partnership asks ((organisation)) to do something and to say what came of \
      it. What it is stands behind this link, until the end of ((until)):

      ((link))

      The page sends a code to this mailbox before it shows anything. The link is answered once. If it \
      is not for you, please do not pass it on: tell the person at the partnership you know.
      """, isSecret: true)

  static let referral = MessageTemplate(
    key: "case.referral-link", version: 1, title: "Link to a referral",
    subject: "The community safety partnership asks you to take something on",
    body: """
      Hello

      The community safety partnership refers something to ((organisation)) and asks whether you take \
      it. What it is stands behind this link, until the end of ((until)):

      ((link))

      The page sends a code to this mailbox before it shows anything. You can accept, decline with a \
      reason, or ask something. If it is not for you, please do not pass it on: tell the person at the \
      partnership you know.
      """, isSecret: true)

  static let code = LinkLetters.code("case.link-code")
}
