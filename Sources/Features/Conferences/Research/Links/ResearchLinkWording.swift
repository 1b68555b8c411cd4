internal import Kernel
internal import Messages
internal import Partnership

/// The wordings of the letters of a link; they name no conference and nobody it is about.
enum ResearchLinkWording {
  /// What the outbox finds the letters of a link by; of what stands apart it shows them to nobody else.
  static func topic(_ kind: ConferenceKind, _ link: ID<AnswerLink>) -> String {
    "\(kind.subject)/link/\(link)"
  }

  static let link = MessageTemplate(
    key: "conference.link", version: 1, title: "Link to a question",
    subject: "The community safety partnership asks you a question",
    body: """
      Hello

      The community safety partnership asks ((organisation)) a question. What it is stands behind this \
      link, until the end of ((until)):

      ((link))

      The page sends a code to this mailbox before it shows anything. The question is answered once. If \
      it is not for you, please do not pass it on: tell the person at the partnership you know.
      """, isSecret: true)

  static let code = LinkLetters.code("conference.link-code")
}
