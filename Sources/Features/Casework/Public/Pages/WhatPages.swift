internal import Design
internal import Markup

/// What is happening.
struct WhatPage: HTML {
  static let title = "What is happening?"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      StepFormView(model: model) {
        RadioField(
          "kind", legend: Self.title,
          choices: ReportKind.all.map { Choice($0.id, $0.title, hint: Self.hint($0)) },
          hint: "Choose the one that fits best.", in: model.state,
          isHeading: true)
      }
    }
  }

  private static func hint(_ kind: ReportKind) -> String? {
    kind.exception == nil
      ? kind.hint
      : "Often not: we ask one more question."
  }
}

/// Whether something that mostly is no anti-social behaviour is: the reason first, then the question.
struct ExceptionPage: HTML {
  let model: StepModel
  let exception: KindException

  static func title(_ exception: KindException) -> String {
    exception.question ?? "This is not usually anti-social behaviour"
  }

  var body: some HTML {
    JourneyPage(model: model) {
      if exception.question == nil { h1 { Self.title(exception) } }
      p { exception.explanation }
      if exception.isNoise, let line = model.lines.noiseWords {
        Notice(.warn) {
          p { strong { LinePage.title } }
          NoiseLine(line: line)
        }
      }
      StepFormView(model: model) {
        RadioField(
          "exception", legend: exception.question ?? "What would you like to do?",
          choices: choices, in: model.state, isHeading: exception.question != nil)
      }
    }
  }

  private var choices: [Choice] {
    let isTested = exception.question != nil
    let applies = isTested ? [Choice(ExceptionAnswer.applies.rawValue, exception.yes)] : []
    return applies + [
      Choice("help", isTested ? "No: tell me who else can help" : "Tell me who else can help"),
      Choice(
        ExceptionAnswer.still.rawValue,
        isTested ? "No, and I still want to report it" : "I still want to report it"),
    ]
  }
}

/// Who else can help; reporting stays possible.
struct HelpPage: HTML {
  static let title = "Who else can help"
  let model: StepModel
  let kind: ReportKind

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      p { kind.exception?.explanation ?? "" }
      for help in kind.exception?.help ?? [] {
        h2(.class("as-h3")) { help.title }
        p { help.text }
      }
      PostForm(to: ReportRoute.step(.isIt, isChange: model.isChange).path, csrf: model.csrf) {
        input(.type(.hidden), .name("exception"), .value(ExceptionAnswer.still.rawValue))
        p(.class("row")) { SubmitButton("I still want to report it") }
      }
    }
  }
}

/// The line to call while noise goes on.
struct LinePage: HTML {
  static let title = "If the noise is happening now"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      if let line = model.lines.noiseWords {
        Notice(.warn) { NoiseLine(line: line) }
      } else {
        p { "There is no line for noise at night here. If you feel threatened, call 999." }
      }
      StepFormView(model: model, button: "Continue with my report") {}
    }
  }
}

/// The line to call, and why.
private struct NoiseLine: HTML {
  let line: String

  var body: some HTML {
    p {
      strong { CallWords(line: line) }
      " An officer may come and hear it: the best evidence."
    }
  }
}
