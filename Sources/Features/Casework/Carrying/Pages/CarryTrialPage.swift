internal import Design
internal import Jobs
internal import Markup
internal import Partnership

/// What an import would do: what is kept, which words mean nothing yet, and which lines are left out.
struct CarryTrialPage: HTML {
  /// The most lines that are listed.
  private static let listed = 200

  let report: CarryReport
  let uploads: CarryUploads
  let csrf: String

  var body: some HTML {
    PageHead("What the import would do", kicker: "\(uploads.key), version \(uploads.version)")
    Facts([
      Fact("Cases", NumberText.whole(report.cases)),
      Fact("People", NumberText.whole(report.people)),
      Fact("Actions", NumberText.whole(report.actions)),
      Fact("Notes", NumberText.whole(report.notes)),
      Fact("Known already", NumberText.whole(report.known)),
      Fact("Left out", NumberText.whole(report.left)),
    ])
    if !report.unknown.isEmpty { unknown }
    if !report.faults.isEmpty {
      Sheet("Lines that are left out", id: "faults", mark: .bad) {
        CarryFaultTable(
          caption: "Lines that are left out", faults: report.faults, most: Self.listed)
      }
    }
    if !report.warnings.isEmpty {
      Sheet("Lines to know of", id: "warnings", mark: .warn) {
        p { "They are kept." }
        CarryFaultTable(caption: "Lines to know of", faults: report.warnings, most: Self.listed)
      }
    }
    Sheet("Bring them along") {
      if report.stored == 0 {
        p { "There is nothing to keep." }
      } else {
        p {
          report.left == 0
            ? "Every line can be kept."
            : "The lines above are left out. Mend them and import the same files again: what was kept is "
              + "known and kept once."
        }
        PostForm(to: CarryRoute.bring.path, csrf: csrf) {
          input(.type(.hidden), .name("mapping"), .value(uploads.key))
          input(.type(.hidden), .name("version"), .value(String(uploads.version)))
          for (field, name) in waiting {
            input(.type(.hidden), .name(field), .value(name))
          }
          SubmitButton("Bring them along")
        }
      }
      p { LinkButton("Try other files", to: CarryRoute.start.path) }
    }
  }

  private var waiting: [(String, String)] {
    uploads.paths.sorted { $0.key.rawValue < $1.key.rawValue }.map { table, path in
      (CarryBringForm.field(table), path.split(separator: "/").last.map(String.init) ?? "")
    }
  }

  private var unknown: some HTML {
    Sheet("Words that mean nothing here yet", id: "unknown", mark: .warn) {
      p {
        "Add a row for each to the mapping and try again. Lines with one are left out; a case whose officer "
        "is not known is kept and is nobody’s."
      }
      DataTable(
        caption: "Unknown words", hidesCaption: true,
        columns: [.text("Word"), .text("List"), .number("Lines"), .text("What it may mean")],
        rows: report.unknown.map { word in
          [
            .text(word.word), .text(word.list.rawValue), .text(NumberText.whole(word.lines)),
            .text(word.list.choices),
          ]
        })
      p { a(.href(CarryRoute.mapping(from: uploads.key).path)) { "Change the mapping" } }
    }
  }
}

private struct CarryFaultTable: HTML {
  let caption: String
  let faults: [CarryFault]
  let most: Int

  var body: some HTML {
    DataTable(
      caption: caption, hidesCaption: true,
      columns: [.text("Table"), .number("Line"), .text("Column"), .text("What to do")],
      rows: faults.prefix(most).map { fault in
        [
          .text(fault.file), .text(fault.line.map { NumberText.whole($0) } ?? ""),
          .text(fault.column ?? "The whole line"), .text(fault.reason),
        ]
      })
    if faults.count > most {
      p { "\(NumberText.whole(faults.count - most)) more are not listed. Mend these first." }
    }
  }
}

/// How far an import is.
struct CarryJobPage: HTML {
  let status: JobStatus
  /// Whether the reader may look at the work.
  let mayList: Bool

  var body: some HTML {
    PageHead("Import of open cases")
    JobProgress(
      status, path: CarryRoute.job(status.id).path,
      .init(
        subject: "import", work: "import", running: "Cases brought along",
        done: "The import is done: \(status.result ?? "").",
        failed: "The import broke off. What was kept stays; import the same files again to go on.")
    ) {
      if mayList {
        a(.href(WorkRoute.work(WorkFilter()).path)) { "Go to the work" }
        " "
      }
      a(.href(CarryRoute.start.path)) { "Import further files" }
    }
  }
}
