internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// The questions, on the own page and behind the link.
struct SurveyQuestions: HTML {
  let state: FormState

  var body: some HTML {
    RadioField(
      "satisfaction", legend: "How satisfied are you with how we dealt with it?",
      choices: Satisfaction.allCases.reversed().map { Choice(String($0.rawValue), $0.title) },
      in: state)
    plain("contact", "Was there one person you could reach about it?")
    plain("told", "Did we tell you what was done?")
    plain("goes-on", "Does it still go on?")
    TextArea(
      "words", label: "Anything else?",
      hint: "Those who work on reports read it. In danger call 999.", in: state, rows: 3)
  }

  private func plain(_ name: String, _ question: String) -> some HTML {
    RadioField(
      name, legend: question, choices: PlainAnswer.allCases.map { Choice($0.rawValue, $0.title) },
      in: state)
  }
}

/// The questions beside one's own report.
struct OwnSurvey: HTML {
  let state: FormState
  let csrf: String

  var body: some HTML {
    Sheet("How did we do?", mark: .river) {
      p { "You need not answer. It changes nothing about your report." }
      PostForm(to: ReportRoute.own.path, csrf: csrf) {
        SurveyQuestions(state: state)
        SubmitButton("Send my answers", name: "act", value: "survey")
      }
    }
  }
}

/// The questions behind the link of a letter; nothing of the report is shown.
struct SurveyPage: HTML {
  static let title = "How did we do?"
  let path: String
  let state: FormState
  let csrf: String

  var body: some HTML {
    div(.class("journey")) {
      ErrorSummary(state.refusal)
      div {
        h1 { Self.title }
        p {
          "The work on something you reported has ended. You need not answer, and it changes nothing "
          "about your report."
        }
        PostForm(to: path, csrf: csrf) {
          SurveyQuestions(state: state)
          SubmitButton("Send my answers")
        }
      }
    }
  }
}

/// That there is nothing to answer any more, or that it was answered just now.
struct SurveyOverPage: HTML {
  let isThanks: Bool
  static let over = "These questions were answered, or their time is over"
  static let thanks = "Thank you"

  var title: String { isThanks ? Self.thanks : Self.over }

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { title }
        p {
          isThanks
            ? "Your answers are kept. If it goes on, tell us."
            : "There is nothing more to do. If it goes on, tell us."
        }
        p { a(.href(ReportRoute.start.path)) { "Make a report" } }
        CaseReviewNote()
      }
    }
  }
}

extension SurveyAnswers {
  /// The answers as questions and answers for staff.
  var rows: [(key: String, value: String, change: String?)] {
    let words = words.reveal(for: "the page of the report")
    return [
      ("Satisfied?", satisfaction.title, nil),
      ("One person to reach?", hadContact?.title ?? "Not answered", nil),
      ("Told what was done?", wasTold?.title ?? "Not answered", nil),
      ("Does it still go on?", goesOn?.title ?? "Not answered", nil),
      ("In their words", words.isEmpty ? "Nothing" : words, nil),
    ]
  }
}
