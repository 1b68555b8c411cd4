internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What a page of a report shows.
struct StepModel {
  let step: ReportStep
  let answers: DraftAnswers
  let state: FormState
  let csrf: String
  let isChange: Bool
  let lines: ServiceLines
  /// The places that may be meant.
  var places: [KnownPlaceLine] = []
  /// When somebody would begin, sent now.
  var due: Instant?
  /// The photos, recordings and documents that were added.
  var files: [EvidenceFile] = []
  /// Whether the report was kept already, in this browser.
  var hasDraft = false

  var path: String { ReportRoute.step(step, isChange: isChange).path }

  /// The page before.
  var back: String {
    if isChange { return ReportRoute.step(.check, isChange: false).path }
    let before = ReportJourney(answers: answers).previous(before: step)
    return before.map { ReportRoute.step($0, isChange: false).path } ?? ReportRoute.start.path
  }
}

/// A place to choose from.
struct KnownPlaceLine: Sendable {
  let key: String
  let words: String
}

/// What surrounds the question of every page of a report.
struct JourneyPage<Content: HTML>: HTML {
  let model: StepModel
  @HTMLBuilder let content: () -> Content

  var body: some HTML {
    div(.class("journey")) {
      nav(.class("crumbs"), .aria("label", "Back")) {
        a(.class("back"), .href(model.back)) { "Back" }
      }
      Steps(ReportStep.stages, at: model.step.stage, label: "Steps in this report")
      ErrorSummary(model.state.refusal)
      div {
        content()
        Keeping(model: model)
      }
      Beside(lines: model.lines)
    }
  }
}

/// One page's form with its one button.
struct StepFormView<Content: HTML>: HTML {
  let model: StepModel
  var button = "Continue"
  /// Another way on, with what it sends.
  var other: (title: String, act: String)?
  @HTMLBuilder let content: () -> Content

  var body: some HTML {
    PostForm(to: model.path, csrf: model.csrf) {
      content()
      p(.class("row")) {
        SubmitButton(button, name: "act", value: "continue")
        if let other {
          SubmitButton(other.title, style: .line, name: "act", value: other.act)
        }
      }
    }
  }
}

/// What becomes of what was written so far, and the way to be rid of it.
private struct Keeping: HTML {
  let model: StepModel

  var body: some HTML {
    if model.hasDraft {
      form(.method(.post), .action(ReportRoute.discard.path), .class("mt5")) {
        input(.type(.hidden), .name("csrf"), .value(model.csrf))
        p(.class("small quiet")) {
          "Kept by us, encrypted, for 7 days, then deleted if you do not send. "
          button(.type(.submit), .class("btn line sm")) { "Delete my answers" }
        }
      }
    }
  }
}

/// Whom to call, in the words of the partnership.
struct CallWords: HTML {
  let line: String

  var body: some HTML {
    "Call "
    AsWritten(line)
    "."
  }
}

/// The way to somebody who can be talked to.
private struct Beside: HTML {
  let lines: ServiceLines

  var body: some HTML {
    if let phone = lines.phoneWords {
      aside(.class("beside"), .aria("label", "Help")) {
        Sheet("Rather talk to someone?") {
          p(.class("small")) {
            CallWords(line: phone)
          }
        }
      }
    }
  }
}
