internal import Design
internal import Kernel
internal import Markup

/// Photos, recordings and documents, all of it optional.
struct FilesPage: HTML {
  static let title = "Add photos, video or documents"
  let model: StepModel

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      p(.class("hint")) { "Optional. Do not put yourself in danger to get any." }
      if !model.files.isEmpty {
        PostForm(to: model.path, csrf: model.csrf) { AddedFiles(files: model.files) }
      }
      UploadForm(
        to: model.path, csrf: model.csrf, pieces: ReportRoute.pieces.path, after: model.path
      ) {
        EvidenceField(state: model.state)
        p(.class("row")) {
          SubmitButton("Continue", name: "act", value: "continue")
          SubmitButton("Add another", style: .line, name: "act", value: "add")
        }
      }
    }
  }
}

/// The files that were added, each with the way to be rid of it; none can be opened here.
private struct AddedFiles: HTML {
  let files: [EvidenceFile]

  var body: some HTML {
    ul {
      for (place, file) in files.enumerated() {
        li {
          "\(place + 1). \(file.words)"
          if file.state == .arriving { ", not whole yet" }
          " "
          SubmitButton(
            "Remove file \(place + 1)", style: .small, name: "remove", value: file.id.description)
        }
      }
    }
  }
}

/// The field for one file.
struct EvidenceField: HTML {
  let state: FormState

  var body: some HTML {
    FileField(
      EvidenceTaking.field, label: "Choose a file",
      hint: "\(EvidenceKind.words). \(EvidenceKind.limits)", accept: EvidenceKind.accepted,
      in: state)
  }
}
