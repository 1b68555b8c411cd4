internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of a file shows.
struct EvidenceModel {
  let file: EvidenceFile
  let context: EvidenceContext
  let incidents: [EvidenceIncident]
  let reasons: [EvidenceReason]
  let names: [ID<Account>: String]
  let rights: Set<EvidenceRight>
  let csrf: String
  /// The form that was refused, with what was typed.
  let refused: (act: EvidenceAct, state: FormState)?

  func state(of act: EvidenceAct, _ kept: [(String, String)] = []) -> FormState {
    if let refused, refused.act == act { return refused.state }
    return FormState(values: Fields(kept))
  }

  func isOpen(_ act: EvidenceAct) -> Bool { refused?.act == act }
}

/// One file: what it is, how to open it, and what was done with it.
///
/// It is not shown here.
struct EvidencePage: HTML {
  let model: EvidenceModel

  private var file: EvidenceFile { model.file }
  private var content: EvidenceFile.Content {
    file.content.reveal(for: "the page of the file")
  }

  var body: some HTML {
    Handling(note: "That you open this file is recorded with your name.")
    PageHead(file.kind.title, kicker: model.context.reference?.description ?? "")
    Facts([
      Fact("State") { EvidenceMark(state: file.state) },
      Fact("Size", EvidenceFile.words(ofBytes: file.size), note: file.kind.ending.uppercased()),
      Fact("Added", London.words(file.addedAt), note: adder),
    ])
    for note in content.notes { Notice(.warn) { p { note } } }
    Sheet("The file") {
      SummaryList(rows)
      if file.isOpen { opening } else { closed }
    }
    if file.state != .deleted { EvidenceActsSheet(model: model) }
    if !model.reasons.isEmpty {
      Sheet("What was done with it") {
        Timeline(
          model.reasons.map { reason in
            TimelineEntry(
              reason.act.title, .done,
              meta: "\(London.words(reason.at)), \(model.names[reason.account] ?? "Somebody")",
              text: reason.words.reveal(for: "the page of the file"))
          })
      }
    }
  }

  private var adder: String {
    file.addedBy.map { model.names[$0] ?? "Somebody" } ?? "The reporter"
  }

  private var rows: [(key: String, value: String, change: String?)] {
    let incident = model.incidents.first { $0.id == file.occasion }?.words
    return [
      ("What it shows", content.description.isEmpty ? "Not described" : content.description, nil),
      ("Incident of the diary", incident ?? "None", nil),
      ("Its sender’s name for it", content.fileName.isEmpty ? "None" : content.fileName, nil),
      ("SHA-256 of the original", file.hashWords ?? "Not yet worked out", nil),
    ]
  }

  @HTMLBuilder private var opening: some HTML {
    if file.copySize != nil {
      p { LinkButton("Open the everyday copy", to: EvidenceRoute.copy(file.id).path) }
      p(.class("quiet")) {
        "Place, time, device and maker’s name were taken out of it. What can be seen or heard in it "
        "was not: look before you pass it on."
      }
    } else {
      p(.class("quiet")) { "There is no everyday copy." }
    }
  }

  private var closed: some HTML {
    p(.class("quiet")) {
      switch file.state {
      case .arriving: "It has not come whole yet."
      case .waiting: "It is being looked through. Load this page again in a minute."
      case .held: "Nobody can open it before a manager has released it."
      case .infected: "Nobody can open it. Delete it, and ask its sender for another."
      case .deleted: "What it held is gone and cannot be brought back."
      case .ready: ""
      }
    }
  }
}

/// The forms of a file.
private struct EvidenceActsSheet: HTML {
  let model: EvidenceModel

  private var file: EvidenceFile { model.file }

  var body: some HTML {
    Sheet("Do something with it") {
      if file.isOpen, model.rights.contains(.original) {
        reason(
          .original, "Open the original",
          "It may say where, when and with what it was made, and by whom.", "Why you need it",
          style: .line)
      }
      if file.state == .held, model.rights.contains(.release) {
        reason(
          .release, "Release it without a virus scan",
          "No scanner has looked through it. Open it only on a computer that is protected.",
          "Why you trust it", style: .bad)
      }
      if model.rights.contains(.add) { describe }
      if model.rights.contains(.delete) {
        reason(
          .delete, "Delete it for good",
          "The file goes; that it was there, its SHA-256 and your reason stay.",
          "Why it is deleted", style: .bad)
      }
    }
  }

  private var describe: some HTML {
    let content = file.content.reveal(for: "the form of the file")
    let state = model.state(
      of: .describe,
      [
        ("description", content.description), ("incident", file.occasion.map(String.init) ?? ""),
      ])
    return Disclosure("Describe it", isOpen: model.isOpen(.describe)) {
      PostForm(to: EvidenceRoute.act(file.id, .describe).path, csrf: model.csrf) {
        input(.type(.hidden), .name("version"), .value(String(file.version)))
        EvidenceFields(incidents: model.incidents, state: state)
        SubmitButton("Save", style: .line)
      }
    }
  }

  private func reason(
    _ act: EvidenceAct, _ title: String, _ warning: String, _ label: String, style: ButtonStyle
  ) -> some HTML {
    Disclosure(title, isOpen: model.isOpen(act)) {
      PostForm(to: EvidenceRoute.act(file.id, act).path, csrf: model.csrf) {
        p { warning }
        TextField("\(act.rawValue)-reason", label: label, in: model.state(of: act))
        SubmitButton(title, style: style)
      }
    }
  }
}
