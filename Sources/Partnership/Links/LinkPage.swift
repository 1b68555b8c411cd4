internal import Design
internal import Kernel
internal import Markup

/// How a link stands for whoever opened it; nothing of what is asked before its code was entered.
enum LinkPart<Asked> {
  /// It was never one, was taken back or is too old: told alike.
  case gone
  case answered(Instant)
  /// No further code is sent.
  case locked
  /// A code may be asked for; where one was sent, it may be entered.
  case code(isSent: Bool)
  case asked(Asked)
}

enum LinkWords {
  static let title = "Answer the partnership"
  static let wrong =
    "This code is not right, or is too old. Check it, or have another one sent"
  static let stale =
    "The page was open for too long, or your browser keeps no cookies for this site. Send it again"
}

/// The page behind a link.
struct LinkPage<Source: LinkSource>: HTML {
  let source: Source
  let part: LinkPart<Source.Asked>
  let frame: LinkFrame

  var body: some HTML {
    ErrorSummary(frame.state.refusal)
    switch part {
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
    case .code(let isSent):
      CodeSheet(invitation: source.invitation, isSent: isSent, frame: frame)
    case .asked(let asked): source.sheets(asked, frame)
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
  let invitation: String
  let isSent: Bool
  let frame: LinkFrame

  var body: some HTML {
    PageHead(LinkWords.title)
    if isSent {
      p {
        "A code was sent to the mailbox this link was sent to. It works for "
        "\(Int(LinkRule.codeSeconds / 60)) minutes."
      }
      PostForm(to: frame.path, csrf: frame.csrf) {
        input(.type(.hidden), .name("step"), .value(LinkStep.open.rawValue))
        TextField(
          "code", label: "Code", hint: "Such as K7QD-2MXP", in: frame.state, width: .w20,
          autocomplete: "one-time-code")
        SubmitButton("Continue")
      }
      p { "No code? Look among unwanted mail, or have another one sent." }
      CodeForm(title: "Send another code", style: .line, frame: frame)
    } else {
      p {
        "\(invitation) To see what, have a code sent to the mailbox this link was sent to."
      }
      CodeForm(title: "Send me a code", style: .main, frame: frame)
    }
  }
}

private struct CodeForm: HTML {
  let title: String
  let style: ButtonStyle
  let frame: LinkFrame

  var body: some HTML {
    PostForm(to: frame.path, csrf: frame.csrf) {
      SubmitButton(title, style: style, name: "step", value: LinkStep.code.rawValue)
    }
  }
}
