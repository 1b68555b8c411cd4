internal import Design
internal import Kernel
internal import Markup

/// What the words of a report warn of, and the way to say that it was acted on.
struct Warned: HTML {
  let model: ReportModel

  var body: some HTML {
    Notice(.bad) {
      p { strong { "Act on this at once." } }
      if model.findings.isEmpty {
        p { "It is flagged; the words that did it are not found any more. Read all of it." }
      } else {
        p { "Its words may warn of:" }
        ul { for finding in model.findings { li { "\(finding.words)." } } }
      }
      p {
        "No message goes out by itself before somebody has read it and clears the flag. What waited is "
        "held in the outbox, where somebody lets it go."
      }
      if model.mayClear {
        PostForm(to: ReportsRoute.act(model.report.reference, .clear).path, csrf: model.csrf) {
          input(.type(.hidden), .name("version"), .value(String(model.report.version)))
          SubmitButton("I have acted on it: clear the flag", style: .line)
        }
      }
    }
  }
}

/// What the reporter did that nobody has looked at, and the way to say what was decided.
struct Unseen: HTML {
  let model: ReportModel

  var body: some HTML {
    if let last = model.notices.last {
      Sheet("To look at", id: "unseen", mark: .warn) {
        for notice in model.notices {
          p {
            "\(London.words(notice.at)): the reporter \(notice.kind.words). \(notice.kind.question)"
          }
        }
        if model.mayClear {
          PostForm(to: ReportsRoute.act(model.report.reference, .seen).path, csrf: model.csrf) {
            input(.type(.hidden), .name("last"), .value(last.id.description))
            TextArea(
              "seen-words", label: "What was decided",
              hint: "Kept with the report; the reporter is not sent it.", in: model.state, rows: 3)
            SubmitButton("I have looked at it", style: .line)
          }
        }
      }
    }
  }
}

/// Why a report may come from a machine, and the way to say that it does not.
struct Doubted: HTML {
  let model: ReportModel

  var body: some HTML {
    Notice(.warn) {
      p { "It may come from a machine: read it before you decide. Until then it is not counted." }
      ul {
        for doubt in model.details.story.reveal(for: "doubts of a report").doubts {
          li { "\(doubt.title)." }
        }
      }
      if model.mayClear {
        PostForm(to: ReportsRoute.act(model.report.reference, .real).path, csrf: model.csrf) {
          SubmitButton("It is real", style: .line)
        }
      }
    }
  }
}
