internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What stands behind a link, with the form that answers it.
struct AskedSheets: HTML {
  let asked: AskedByLink
  let frame: LinkFrame

  var body: some HTML {
    switch asked {
    case .action(let action): AskedSheet(asked: action, frame: frame)
    case .referral(let referred): ReferredSheet(referred: referred, frame: frame)
    }
  }
}

/// An action on the page behind a link.
struct AskedSheet: HTML {
  let asked: AskedByLink.Action
  let frame: LinkFrame

  var body: some HTML {
    PageHead("Answer the partnership", kicker: asked.organisation)
    Sheet("What is asked", mark: .river) {
      p(.class("prewrap")) { asked.task.reveal(for: "page of a link") }
      p { "By \(asked.due.weekdayWords)." }
    }
    Sheet("Your answer") {
      PostForm(to: frame.path, csrf: frame.csrf) {
        input(.type(.hidden), .name(LinkFrame.step.name), .value(LinkFrame.step.value))
        AnswerFields(state: frame.state)
        p(.class("quiet")) {
          "It goes to the officer who leads this. \(LinkFrame.once)"
        }
        SubmitButton("Send the answer")
      }
    }
  }
}
