internal import Design
internal import Markup

/// The form files are imported with.
struct UploadPage: HTML {
  let csrf: String
  let state: FormState
  /// The file the demonstration leaves to be tried.
  let trial: String?

  var body: some HTML {
    PageHead(
      "Import files",
      lede: "Street files of data.police.uk: CSV, gzipped CSV, or the zip as it is downloaded.")
    if let trial {
      Notice {
        p {
          "One further month of the made-up police is ready to try. Save "
          a(.href(IncidentRoute.trial.path)) { trial }
          ", choose it below and import it: the indicators move."
        }
      }
    }
    Sheet {
      PostForm(to: IncidentRoute.add.path, csrf: csrf, upload: true) {
        FileField(
          "files", label: "Files", hint: "Only …-street.csv files are read; others are listed.",
          accept: ".csv,.gz,.zip", multiple: true, in: state)
        SubmitButton("Import")
      }
      Disclosure("What happens to the files") {
        ul {
          li { "Every file is checked before any of it counts. If one is refused, none is stored." }
          li {
            "A row that cannot be kept is left out and listed with its reason; more than 1 in 100 "
            "refuses the file."
          }
          li { "A file that was imported before is known by its content and changes nothing." }
          li { "Another file of the same force and month takes its place; the old one is kept." }
        }
      }
    }
  }
}
