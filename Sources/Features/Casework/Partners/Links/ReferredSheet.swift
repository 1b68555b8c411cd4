internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// A referral on the page behind a link, and the form that answers it.
struct ReferredSheet: HTML {
  let referred: AskedByLink.Referred
  let frame: LinkFrame

  var body: some HTML {
    PageHead("Answer a referral", kicker: referred.organisation)
    Sheet("What is referred to you", mark: .river) {
      p(.class("prewrap")) { referred.purpose.reveal(for: "page of a link") }
      if let name = referred.name {
        p { "It is about \(name.reveal(for: "page of a link"))." }
      }
      if let words = referred.words {
        p(.class("prewrap")) { "The partnership says: \(words.reveal(for: "page of a link"))" }
      }
      p { "Please answer by \(referred.due.weekdayWords)." }
    }
    Sheet("Your answer") {
      PostForm(to: frame.path, csrf: frame.csrf) {
        input(.type(.hidden), .name(LinkFrame.step.name), .value(LinkFrame.step.value))
        RadioField(
          "answer", legend: "Do you take it?",
          choices: ReferralReply.allCases.map { Choice($0.rawValue, $0.title, hint: $0.hint) },
          in: frame.state)
        TextArea(
          "answer-words", label: "Who takes it, why not, or what you ask", in: frame.state, rows: 3)
        p(.class("quiet")) {
          "It goes to the officer who leads this. \(LinkFrame.once) If you ask something, the officer "
          "sends you another link."
        }
        SubmitButton("Send the answer")
      }
    }
  }
}
