internal import Design
internal import Kernel
internal import Markup

/// The files of a report or a case.
struct EvidenceSheet: HTML {
  let files: [EvidenceFile]
  /// Where files are added; `nil` where none can be.
  let add: String?

  var body: some HTML {
    Sheet("Photos, video and documents", id: "evidence") {
      if files.isEmpty { p(.class("quiet")) { "There are none." } }
      if !files.isEmpty { EvidenceTable(files: files) }
      if let add { p { LinkButton("Add a file", to: add) } }
    }
  }
}

/// Files with how far they have come; each leads to its page.
struct EvidenceTable: HTML {
  let files: [EvidenceFile]

  var body: some HTML {
    DataTable(
      caption: "Photos, video and documents", hidesCaption: true,
      columns: [.text("File"), .text("What it shows"), .text("Added"), .text("State")],
      rows: files.map { file in
        let description = file.content.reveal(for: "list of evidence").description
        return [
          .link(file.words, to: EvidenceRoute.file(file.id).path),
          .text(description.isEmpty ? "Not described" : description),
          .text("\(London.words(file.addedAt))\(file.addedBy == nil ? ", by the reporter" : "")"),
          .html { EvidenceMark(state: file.state) },
        ]
      }, empty: "There are none.")
  }
}

/// How far a file has come, as word, shape and colour.
struct EvidenceMark: HTML {
  let state: EvidenceState

  var body: some HTML { StateMark(mark, state.title) }

  private var mark: MarkState {
    switch state {
    case .ready: .good
    case .held: .warn
    case .infected: .bad
    case .arriving, .waiting, .deleted: .none
    }
  }
}
