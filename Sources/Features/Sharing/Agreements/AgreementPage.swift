internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of one agreement is drawn from.
struct AgreementModel {
  let agreement: Agreement
  let agencies: [Agency]
  let today: Day
  let mayAgree: Bool
  /// The form that was sent back, with what was typed.
  let act: AgreementAct?
  let state: FormState
  let csrf: String

  func state(of act: AgreementAct) -> FormState { self.act == act ? state : FormState() }
}

/// One agreement, with its review and its end.
struct AgreementPage: HTML {
  let model: AgreementModel

  private var agreement: Agreement { model.agreement }

  var body: some HTML {
    PageHead(agreement.title, kicker: "Agreement to share")
    Facts([
      Fact("State") { agreement.mark(on: model.today) },
      Fact("Signed", agreement.signedOn.words),
      Fact("Review", agreement.endedOn == nil ? agreement.reviewOn.words : "None"),
      Fact("Last day", agreement.endedOn?.words ?? "No end set"),
    ])
    Sheet("What was agreed", mark: .river) {
      SummaryList(
        [
          ("Parties", agreement.names(model.agencies).joined(separator: ", "), nil),
          ("Purposes", agreement.purposes, nil),
          ("What may be shared", agreement.fields.words, nil),
        ] + (agreement.ending.isEmpty ? [] : [("Why it ended", agreement.ending, nil)]))
    }
    if model.mayAgree, agreement.endedOn == nil {
      Sheet("It was reviewed") {
        let state = model.state(of: .review)
        form(.review) {
          DateField("review", legend: "Day of the next review", in: state)
          SubmitButton("Set the next review", name: "act", value: AgreementAct.review.rawValue)
        }
      }
      Sheet("End it") {
        let state = model.state(of: .end)
        p {
          "Shares already recorded under it go on to their own last day, unless you revoke them."
        }
        form(.end) {
          DateField("ended", legend: "Last day of the agreement", in: state)
          TextField("ending", label: "Why it ends", hint: "Name nobody.", in: state)
          SubmitButton(
            "End the agreement", style: .bad, name: "act", value: AgreementAct.end.rawValue)
        }
      }
    }
  }

  private func form(
    _ act: AgreementAct, @HTMLBuilder content: () -> some HTML
  ) -> some HTML {
    PostForm(to: SharingRoute.agreement(agreement.id).path, csrf: model.csrf) {
      input(.type(.hidden), .name("version"), .value(String(agreement.version)))
      content()
    }
  }
}

/// The form that writes an agreement down.
struct AgreementFormPage: HTML {
  let agencies: [Agency]
  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      "Write an agreement down",
      lede: "It is signed on paper first. A share may then fall under it, within what it covers.")
    Sheet {
      PostForm(to: SharingRoute.newAgreement.path, csrf: csrf) {
        TextField("title", label: "What it is called", in: state)
        CheckboxField(
          "parties", legend: "Organisations that signed it",
          choices: agencies.map { Choice($0.id.description, $0.name) }, in: state)
        TextArea("purposes", label: "What is shared under it for", in: state, rows: 4)
        CheckboxField(
          "fields", legend: "What may be shared under it",
          choices: ShareField.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        DateField("signed", legend: "Day it was signed", in: state)
        DateField(
          "review", legend: "Day of its review", hint: "Most are looked at again after a year.",
          in: state)
        SubmitButton("Write it down")
      }
    }
  }
}
