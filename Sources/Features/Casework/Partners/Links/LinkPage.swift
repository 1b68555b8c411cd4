internal import Design
internal import Kernel
internal import Markup

/// The page behind a link.
struct LinkPage: HTML {
  static let title = "Answer the partnership"

  let model: LinkModel

  var body: some HTML {
    ErrorSummary(model.state.refusal)
    switch model.part {
    case .gone:
      Words(
        "This link does not work",
        "It is too old, was taken back, or what it asked for is done. If you still have something to "
          + "say, tell the person at the partnership you know.")
    case .answered(let moment):
      Words(
        "This was answered",
        "Somebody answered on \(London.words(moment)). It can be answered once.")
    case .locked:
      Words(
        "No further code is sent",
        "Too many codes were asked for or entered wrongly. Ask the person at the partnership for "
          + "another link.")
    case .code(let isSent): CodeSheet(model: model, isSent: isSent)
    case .action(let asked): AskedSheet(model: model, asked: asked)
    case .referral(let referred): ReferredSheet(model: model, referred: referred)
    }
  }
}

private struct Words: HTML {
  let heading: String
  let text: String

  init(_ heading: String, _ text: String) {
    self.heading = heading
    self.text = text
  }

  var body: some HTML {
    PageHead(heading)
    p { text }
  }
}

private struct CodeSheet: HTML {
  let model: LinkModel
  let isSent: Bool

  var body: some HTML {
    PageHead(LinkPage.title)
    if isSent {
      p {
        "A code was sent to the mailbox this link was sent to. It works for "
        "\(Int(LinkRule.codeSeconds / 60)) minutes."
      }
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("step"), .value(LinkStep.open.rawValue))
        TextField(
          "code", label: "Code", hint: "Such as K7QD-2MXP", in: model.state, width: .w20,
          autocomplete: "one-time-code")
        SubmitButton("Continue")
      }
      p { "No code? Look among unwanted mail, or have another one sent." }
      CodeForm(model: model, title: "Send another code", style: .line)
    } else {
      p {
        "The partnership asks your organisation to do something. To see what, have a code sent to the "
        "mailbox this link was sent to."
      }
      CodeForm(model: model, title: "Send me a code", style: .main)
    }
  }
}

private struct CodeForm: HTML {
  let model: LinkModel
  let title: String
  let style: ButtonStyle

  var body: some HTML {
    PostForm(to: model.path, csrf: model.csrf) {
      SubmitButton(title, style: style, name: "step", value: LinkStep.code.rawValue)
    }
  }
}

private struct AskedSheet: HTML {
  let model: LinkModel
  let asked: LinkModel.Asked

  var body: some HTML {
    PageHead(LinkPage.title, kicker: asked.organisation)
    Sheet("What is asked", mark: .river) {
      p(.class("prewrap")) { asked.task.reveal(for: "page of a link") }
      p { "By \(asked.due.weekdayWords)." }
    }
    Sheet("Your answer") {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("step"), .value(LinkStep.answer.rawValue))
        AnswerFields(state: model.state)
        p(.class("quiet")) {
          "It goes to the officer who leads this. You can answer once, until "
          "\(Int(LinkRule.heldSeconds / 60)) minutes after you entered the code."
        }
        SubmitButton("Send the answer")
      }
    }
  }
}
