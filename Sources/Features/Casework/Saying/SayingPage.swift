internal import Design
internal import Kernel
internal import Markup
internal import Messages
internal import Partnership

/// What the page of a message shows that somebody has to say.
struct SayingModel {
  let one: MessageToSay
  /// Where its reader is reached; `nil` where nobody but they may see it.
  let address: Sensitive<String>?
  let body: Sensitive<String>?
  /// What to know before its reader is reached.
  let warnings: [String]
  let now: Instant
  let state: FormState
  let csrf: String
}

/// A message that somebody has to say: when, to whom, its words, and the record that it was said.
struct SayingPage: HTML {
  let model: SayingModel

  private var message: MessageRecord { model.one.message }

  var body: some HTML {
    Handling(note: "That you opened this message is recorded with your name.")
    PageHead(message.title, kicker: "A message to be said") {
      LinkButton(model.one.from, to: model.one.path)
    }
    Facts([
      Fact("Say it by", note: "Due \(London.words(model.one.due))") {
        StateMark(
          ClockWords.mark(model.one.due, at: model.now),
          ClockWords.left(model.one.due, at: model.now))
      },
      Fact("Way", message.route.title),
      Fact("To", model.address?.reveal(for: "saying a message") ?? "Not shown"),
      Fact("Written", London.words(message.created)),
    ])
    if !message.reason.isEmpty { Notice(.warn) { p { message.reason } } }
    for words in model.warnings { Notice(.warn) { p { words } } }
    if let body = model.body {
      Sheet("What to say", mark: .thread) {
        div(.class("letter")) {
          for line in body.reveal(for: "saying a message").split(whereSeparator: \.isNewline) {
            p { String(line) }
          }
        }
      }
    }
    Sheet("It was said", mark: .river) {
      PostForm(to: SayingRoute.say(message.id).path, csrf: model.csrf) {
        TextField("with", label: "Whom you spoke to", in: model.state)
        DateField("said", legend: "Day it was said", in: model.state)
        TextField("time", label: "Time", hint: "Such as 14:30.", in: model.state, width: .w8)
        TextArea("answer", label: "What they said", in: model.state, rows: 3)
        SubmitButton("Record that it was said")
      }
    }
  }
}

/// What of a case has to be said, on the page of the case.
struct SayingNotice: HTML {
  let messages: [MessageToSay]

  var body: some HTML {
    if !messages.isEmpty {
      Notice(.warn) {
        for one in messages {
          p {
            a(.href(SayingRoute.say(one.message.id).path)) { "To be said: \(one.message.title)" }
            ", by \(London.words(one.due))"
          }
        }
      }
    }
  }
}
