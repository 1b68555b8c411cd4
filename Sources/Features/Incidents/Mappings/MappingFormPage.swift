internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the form of a mapping shows.
struct MappingFormModel {
  let csrf: String
  let state: FormState
  /// The version that is edited; `nil` for a new mapping.
  let saved: SavedMapping?
  let mapping: Mapping
  let sample: Sample
  /// How the sample is read; `nil` without a sample, or while something is refused.
  let preview: ExtractPreview?

  var title: String { saved.map { "Edit \($0.mapping.title)" } ?? "New source" }

  var path: String {
    saved.map { SourceRoute.edit($0.mapping.key).path } ?? SourceRoute.new.path
  }

  /// The columns to choose from: those of the sample, and those the mapping names.
  var headings: [Choice] {
    var seen: Set<String> = []
    return (sample.headings + mapping.headings).filter { seen.insert($0).inserted }
      .map { Choice($0, $0) }
  }
}

/// The form of a mapping, with what it makes of the first rows of a file.
struct MappingFormPage: HTML {
  let model: MappingFormModel

  var body: some HTML {
    PageHead(
      model.title,
      lede: model.saved.map {
        "This becomes version \($0.version + 1). What was imported before stays as it is."
      } ?? "Say which column says what, look at the preview, then save.")
    if let preview = model.preview {
      PreviewSheet(preview: preview)
    } else if !model.sample.rows.isEmpty, model.state.refusal == nil {
      Notice { p { "Choose the columns below, then press Preview to see how the rows are read." } }
    }
    PostForm(to: model.path, csrf: model.csrf, upload: true) {
      MappingNameFields(model: model)
      MappingColumnFields(model: model)
      MappingWayFields(model: model)
      input(
        .type(.hidden), .name("version"), .value(String(model.saved?.version ?? 0)))
      input(.type(.hidden), .name("sample"), .value(model.sample.text))
      Sheet("Look at it, then save it") {
        FileField(
          "file",
          label: model.sample.rows.isEmpty ? "A file to try it with" : "Another file to try",
          hint: "Its first rows are read and nothing of it is kept.",
          accept: ExtractName.endings.joined(separator: ","), in: model.state)
        div(.class("row")) {
          SubmitButton("Preview", style: .line, name: "do", value: "preview")
          SubmitButton("Save", name: "do", value: "save")
        }
      }
    }
  }
}
