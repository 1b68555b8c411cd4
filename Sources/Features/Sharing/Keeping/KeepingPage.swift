internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shares and requests past their time: each is looked at, and then deleted or kept with a reason.
struct KeepingPage: HTML {
  let months: [(kind: KeptKind, months: Int)]
  let due: [KeptRecord]
  let csrf: String
  let state: FormState

  var body: some HTML {
    PageHead(
      "Past their time",
      lede: "Look at each before you delete it. Nothing is deleted by itself.")
    for kind in KeptKind.allCases {
      KeptSheet(kind: kind, rows: due.filter { $0.kind == kind }, csrf: csrf)
    }
    if !due.isEmpty { keeping }
    Sheet("For how long they are kept") {
      p(.class("quiet")) {
        "No law says how long. The times that came with the program are its proposal: make them your own."
      }
      ul { for one in months { li { "\(one.kind.title): \(one.months) months" } } }
      PostForm(to: SharingRoute.keeping.path, csrf: csrf) {
        SelectField(
          "kind", label: "Which", choices: KeptKind.allCases.map { Choice($0.rawValue, $0.title) },
          empty: "Choose", in: state)
        TextField("months", label: "Months", in: state, width: .w4, inputmode: "numeric")
        SubmitButton("Change the time", style: .line, name: "act", value: "months")
      }
    }
  }

  private var keeping: some HTML {
    Sheet("Keep one for longer") {
      PostForm(to: SharingRoute.keeping.path, csrf: csrf) {
        SelectField(
          "record", label: "Which one",
          choices: due.map { Choice($0.reference.description, $0.reference.description) },
          empty: "Choose", in: state)
        KeepUntilFields(hint: "Such as a complaint that needs it", in: state)
        SubmitButton("Keep it", style: .line, name: "act", value: "keep")
      }
    }
  }
}

/// Those of one kind, each with the button that deletes it.
private struct KeptSheet: HTML {
  let kind: KeptKind
  let rows: [KeptRecord]
  let csrf: String

  var body: some HTML {
    Sheet(kind.title, mark: rows.isEmpty ? .none : .warn) {
      DataTable(
        caption: kind.title, hidesCaption: true,
        columns: [.text("Reference"), .text("Over"), .text("Delete")], rows: rows.map(row),
        empty: "None is past its time.")
    }
  }

  private func row(_ record: KeptRecord) -> DataTable.Row {
    let reference = record.reference.description
    return [
      .html {
        a(.href(path(record)), .class("ref nowrap")) { reference }
      }, .text(record.over.words),
      .html {
        Disclosure("Delete \(reference)") {
          p {
            "Its words and names go, and cannot be brought back. Its reference, the day and who deleted "
            "it stay on record."
          }
          PostForm(to: SharingRoute.keeping.path, csrf: csrf) {
            input(.type(.hidden), .name("record"), .value(reference))
            SubmitButton("Delete it", style: .small, name: "act", value: "delete")
          }
        }
      },
    ]
  }

  private func path(_ record: KeptRecord) -> String {
    switch record.kind {
    case .share: SharingRoute.share(record.reference).path
    case .request: SharingRoute.request(record.reference).path
    }
  }
}
