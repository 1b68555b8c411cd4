internal import Design
internal import Kernel
internal import Markup
internal import Messages

/// Asks for the contact a code is to be sent to; the same for everybody.
struct LostPage: HTML {
  static let title = "Open your reports with a code"
  let ways: [MessageRoute]
  let lines: ServiceLines
  let state: FormState
  let csrf: String

  var body: some HTML {
    div(.class("journey")) {
      BackTo(path: ReportRoute.track.path)
      ErrorSummary(state.refusal)
      div {
        h1 { Self.title }
        if ways.isEmpty {
          p {
            "Codes cannot be sent from here. Call us, or make a new report and say that it is about the same thing."
          }
        } else {
          p {
            "We send a code to the contact you gave with your report, if you chose to be reached there. "
            "Whoever reads your messages there could use it."
          }
          PostForm(to: ReportRoute.lost.path, csrf: csrf) {
            TextField(
              "contact", label: ProofForm.label(ways), in: state,
              autocomplete: ways == [.text] ? "tel" : "email")
            SubmitButton("Send me a code")
          }
          p(.class("mt5")) {
            "No code is sent for an anonymous report, or if you asked for calls or no contact, or told us "
            "when it is safe. Then call us, or make a new report and say that it is about the same thing."
          }
        }
        if let phone = lines.phoneWords { p { CallWords(line: phone) } }
      }
    }
  }
}

/// Asks for the code; the same whether one was sent or not.
struct CodePage: HTML {
  static let title = "Enter the code"
  static let wrong = "The code is wrong, or has not arrived yet. Check it and enter it again"
  static let missing = "Enter the 8 figures of the code, like 4821 7730"
  static let over = "The code was tried too often, or is too old. Ask for a new one"

  let state: FormState
  let csrf: String

  var body: some HTML {
    div(.class("journey")) {
      BackTo(path: ReportRoute.lost.path)
      ErrorSummary(state.refusal)
      div {
        h1 { Self.title }
        p {
          "If a report can be opened with the contact you entered, a code is on its way there. It works "
          "for \(ContactProofStore.codeMinutes) minutes, in this browser alone."
        }
        PostForm(to: ReportRoute.code.path, csrf: csrf) {
          TextField(
            "code", label: "Code", hint: "8 figures, like 4821 7730", in: state, width: .w20,
            autocomplete: "one-time-code", inputmode: "numeric")
          SubmitButton("Continue")
        }
        p(.class("mt5")) {
          "No code? Wait some minutes. At most \(CodeSending.mostInHour) go to one contact in an hour. "
          a(.href(ReportRoute.lost.path)) { "Ask for another" }
          "."
        }
      }
    }
  }
}

/// The reports of a proved contact.
struct OwnReportsPage: HTML {
  static let title = "Your reports"
  let reports: [Report]
  let lines: ServiceLines
  let now: Instant
  let csrf: String

  var body: some HTML {
    div(.class("journey")) {
      div {
        h1 { Self.title }
        if reports.isEmpty {
          p { "None can be opened here now." }
          if let phone = lines.phoneWords { p { CallWords(line: phone) } }
        }
        for report in reports {
          Sheet(report.kind.title) {
            SummaryList(rows: [
              SummaryRow("Reference") { AsWritten(report.reference.description) },
              SummaryRow("Sent") { London.day(report.receivedAt).words },
              SummaryRow("How it stands") { report.standing(at: now) },
            ])
            PostForm(to: ReportRoute.mine.path, csrf: csrf) {
              SubmitButton(
                "Open \(report.reference)", style: .line, name: "reference",
                value: report.reference.description)
            }
          }
        }
        Leaving(csrf: csrf)
      }
    }
  }
}

/// The way back to a page.
private struct BackTo: HTML {
  let path: String

  var body: some HTML {
    nav(.class("crumbs"), .aria("label", "Back")) {
      a(.class("back"), .href(path)) { "Back" }
    }
  }
}
