internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of sets is drawn from.
struct SetsModel {
  let offered: [OfferedSet]
  let sent: [SetStore.Sent]
  let agencies: [Agency]
  let today: Day
  let state: FormState
  let csrf: String

  func sent(_ set: OfferedSet) -> SetStore.Sent? {
    sent.first { $0.quarter == set.quarter && $0.source == set.key }
  }

  func names(_ recipients: [ID<Organisation>]) -> String {
    recipients.map { id in agencies.first { $0.id == id }?.name ?? "Another organisation" }
      .joined(separator: ", ")
  }
}

/// The sets of depersonalised data: to be saved, and whether they were sent in time.
struct SetsPage: HTML {
  let model: SetsModel

  var body: some HTML {
    PageHead(
      "Sets of depersonalised data",
      lede:
        "Counts of each quarter by kind and ward, for the other responsible authorities, by the end of "
        + "the quarter that follows (Crime and Disorder Act 1998, section 17A; SI 2007/1831).")
    Sheet("Sets", mark: .river) {
      p { "Counts of 1 to 4 are hidden, with those that would give them away." }
      DataTable(
        caption: "Sets", hidesCaption: true,
        columns: [
          .text("Quarter"), .text("Source"), .text("Due"), .text("State"), .text("File"),
        ],
        rows: model.offered.map(row), empty: "No source covers a whole quarter yet.")
    }
    if !model.offered.isEmpty { sending }
  }

  private func row(_ set: OfferedSet) -> DataTable.Row {
    let sent = model.sent(set)
    return [
      .text(set.quarter.words), .text(set.title), .text(set.due.words),
      .html {
        if let sent {
          StateMark(
            sent.day <= set.due ? .good : .warn, sent.day <= set.due ? "Sent in time" : "Sent late")
          br()
          span(.class("small quiet")) { "\(sent.day.words), to \(model.names(sent.recipients))" }
        } else {
          StateMark(
            set.due < model.today ? .bad : .none,
            set.due < model.today ? "Overdue" : "To be sent")
        }
      },
      .html {
        a(.href(SharingRoute.setFile(set.quarter, source: set.key).path)) {
          "Save as CSV"
          span(.class("hide")) { ": \(set.title), \(set.quarter.words)" }
        }
      },
    ]
  }

  private var sending: some HTML {
    Sheet("A set was sent") {
      PostForm(to: SharingRoute.sets.path, csrf: model.csrf) {
        SelectField(
          "set", label: "Which set",
          choices: model.offered.map { Choice($0.value, "\($0.quarter.words), \($0.title)") },
          empty: "Choose a set", in: model.state)
        CheckboxField(
          "recipients", legend: "Who it was sent to",
          choices: model.agencies.map { Choice($0.id.description, $0.name) }, in: model.state)
        DateField("sent", legend: "Day it was sent", in: model.state)
        SubmitButton("Mark it as sent")
      }
    }
  }
}
