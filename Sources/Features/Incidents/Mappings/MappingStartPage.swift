internal import Design
internal import Markup

/// The first page of a new mapping: what kind of file it is, and one of them.
struct MappingStartPage: HTML {
  let csrf: String
  let state: FormState

  var body: some HTML {
    PageHead(
      "New source",
      lede: "Show us a file of the source. Its first rows are read and nothing of it is kept.")
    Sheet {
      PostForm(to: SourceRoute.new.path, csrf: csrf, upload: true) {
        RadioField(
          "template", legend: "What kind of file is it?",
          choices: MappingTemplate.all.map { Choice($0.key, $0.title) },
          hint: "A start: every column can be changed on the next page.", in: state)
        FileField(
          "file", label: "A file of the source",
          hint: "CSV, text parted by tabs or semicolons, also gzipped; XLSX or ODS.",
          accept: ExtractName.endings.joined(separator: ","), in: state)
        SubmitButton("Read the file", name: "do", value: "begin")
      }
    }
  }
}
