internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Cases past their time: each is looked at, and then deleted or kept with a reason.
struct KeepingPage: HTML {
  let kind: ConferenceKind
  let due: [Referral]
  let csrf: String
  let state: FormState

  var body: some HTML {
    PageHead(
      "Past their time", kicker: kind.title,
      lede:
        "Kept for \(kind.rules.keepMonths) months after they were last heard or not taken. Look at "
        + "each before you delete it.")
    Sheet(mark: due.isEmpty ? .none : .warn) {
      DataTable(
        caption: "Past their time", hidesCaption: true,
        columns: [.text("Case"), .text("Referred"), .text("Delete")], rows: due.map(row),
        empty: "No case is past its time.")
    }
    if !due.isEmpty { keeping }
  }

  private var path: String { ConferencesRoute.keeping(kind.key).path }

  private func row(_ referral: Referral) -> DataTable.Row {
    let reference = referral.reference.description
    return [
      .html {
        a(
          .href(ConferencesRoute.referral(kind.key, referral.reference, for: nil).path),
          .class("ref nowrap")
        ) { reference }
      },
      .text(referral.referredOn.words),
      .html {
        Disclosure("Delete \(reference)") {
          p {
            "Referral, answers, minutes and actions of this case go, and cannot be brought back. Its "
            "reference, the day and who deleted it stay on record."
          }
          PostForm(to: path, csrf: csrf) {
            input(.type(.hidden), .name("case"), .value(reference))
            SubmitButton("Delete it", style: .small, name: "act", value: "delete")
          }
        }
      },
    ]
  }

  private var keeping: some HTML {
    Sheet("Keep one for longer") {
      PostForm(to: path, csrf: csrf) {
        SelectField(
          "case", label: "Case",
          choices: due.map { Choice($0.reference.description, $0.reference.description) },
          empty: "Choose", in: state)
        KeepUntilFields(hint: "Such as an inquiry that needs it", in: state)
        SubmitButton("Keep it", style: .line, name: "act", value: "keep")
      }
    }
  }
}
