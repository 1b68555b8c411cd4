internal import Design
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// One message.
struct LetterModel {
  let message: MessageRecord
  /// Where it goes; `nil` where the reader may not see it.
  let address: Sensitive<String>?
  /// Its words; `nil` where the reader may not see them.
  let body: Sensitive<String>?
  /// The kinds of file it can be saved as.
  let formats: [PrintFormat]
  let decisions: [Outbox.Decision]
  let csrf: String
}

/// One message, to be read, printed, and decided about.
struct LetterPage: HTML {
  let model: LetterModel

  var body: some HTML {
    let message = model.message
    PageHead(message.title, kicker: message.route.title)
    Facts([
      Fact("State", note: message.reason.isEmpty ? nil : message.reason) {
        StateMark(Self.mark(message.state), message.state.title)
      },
      Fact("Written", London.words(message.created)),
      Fact("Tried", message.tries == 0 ? "Not yet" : NumberText.whole(message.tries)),
    ])
    if let body = model.body {
      Sheet(message.subject) {
        div(.class("letter")) {
          if let address = model.address {
            for line in address.reveal(for: "outbox").split(separator: "\n") {
              div { String(line) }
            }
          }
          for paragraph in Self.paragraphs(body.reveal(for: "outbox")) { p { paragraph } }
        }
        if !model.formats.isEmpty {
          p(.class("row no-print")) {
            for format in model.formats {
              LinkButton(
                "Save as \(format.title)", to: LettersRoute.file(message.id, format).path)
            }
          }
        }
      }
    } else {
      Sheet(message.subject) {
        p(.class("quiet")) {
          message.isSecret
            ? "Its words let their reader in, so nobody but the addressee sees them."
            : "Its address and words are not shown to you."
        }
      }
    }
    if !model.decisions.isEmpty {
      Sheet("What to do with it") {
        PostForm(to: LettersRoute.message(message.id).path, csrf: model.csrf) {
          div(.class("row")) {
            for decision in model.decisions {
              SubmitButton(
                Self.words(of: decision, message), style: decision == .cancel ? .bad : .line,
                name: "decision", value: decision.rawValue)
            }
          }
        }
      }
    }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private static func words(of decision: Outbox.Decision, _ message: MessageRecord) -> String {
    switch decision {
    case .done where message.state == .byHand && message.route == .letter:
      "It was printed and posted"
    case .done where message.state == .byHand && message.route == .phone: "It was said"
    case .release: "Let it go"
    case .sendAgain: "Send it again"
    case .done: "It is done"
    case .cancel: "Do not send it"
    }
  }

  private static func mark(_ state: MessageState) -> MarkState {
    switch state {
    case .sent, .done: .good
    case .held, .byHand, .uncertain: .warn
    case .failed: .bad
    case .waiting, .sending, .cancelled: .none
    }
  }
}
