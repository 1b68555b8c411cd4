internal import Design
internal import Markup

/// The mappings, the form of an import, and how its tables are written.
struct CarryPage: HTML {
  static let title = "Bring open cases along"

  let mappings: [KeptMapping]
  let state: FormState
  let csrf: String

  var body: some HTML {
    Handling(note: "Each trial and each import is recorded with your name.")
    PageHead(
      Self.title,
      lede:
        "Open cases of another system, with their people, actions and notes, from tables it exports."
    )
    Sheet("Try an import", id: "try") {
      PostForm(to: CarryRoute.trial.path, csrf: csrf, upload: true) {
        SelectField(
          "mapping", label: "Mapping the tables are read by",
          choices: mappings.map { Choice($0.key, $0.title) }, empty: "Choose a mapping", in: state)
        for table in CarryTable.allCases {
          FileField(
            table.rawValue, label: table.title, hint: Self.hint(table), accept: ".csv,.xlsx,.ods",
            in: state)
        }
        SubmitButton("Try it")
      }
      p(.class("quiet")) {
        "Nothing is kept by trying. The files wait for a day and are then taken away."
      }
    }
    Sheet("Mappings", id: "mappings") {
      DataTable(
        caption: "Mappings", hidesCaption: true,
        columns: [.text("Mapping"), .text("System"), .text("Change it")],
        rows: mappings.map { kept in
          [
            .link(kept.title, to: CarryRoute.sheet(key: kept.key).path), .text(kept.mapping.system),
            .link("Next version of \(kept.key)", to: CarryRoute.mapping(from: kept.key).path),
          ]
        })
      p { LinkButton("Write a mapping", to: CarryRoute.mapping(from: nil).path) }
    }
    Sheet("Tables of a made-up system", id: "sample") {
      p { "To try it with, and to see how tables may be written:" }
      ul {
        for name in ["mapping", "cases", "people", "actions", "notes"] {
          li { a(.href(CarryRoute.sample(name: name).path)) { "\(name).csv" } }
        }
      }
      p {
        "Photos, recordings and documents come along by the command "
        code { "hamlet cases import --files" }
        ", from a folder or zip whose folders are called by the old references."
      }
    }
    CarryFieldsSheet()
  }

  private static func hint(_ table: CarryTable) -> String {
    table == .cases
      ? "CSV, XLSX or ODS, the headings in the first line."
      : "If you have it. It may come later: the cases are found by their old references."
  }
}

extension KeptMapping {
  /// Such as "old-register, version 2".
  var title: String { version == 0 ? "\(key), as it came" : "\(key), version \(version)" }
}

/// What a table may have, a word on each field, and what the words of lists may be.
struct CarryFieldsSheet: HTML {
  var body: some HTML {
    Sheet("What the tables may say", id: "fields") {
      for table in CarryTable.allCases {
        Disclosure(table.title) {
          DataTable(
            caption: "Fields of \(table.rawValue)", hidesCaption: true,
            columns: [.text("Field"), .text("What it is"), .text("Needed")],
            rows: table.fields.map { field in
              [.text(field.name), .text(field.words), .text(field.isNeeded ? "Yes" : "No")]
            })
        }
      }
      Disclosure("Words") {
        DataTable(
          caption: "Words of lists", hidesCaption: true,
          columns: [.text("List"), .text("What a word may mean")],
          rows: CarryList.allCases.map { [.text($0.rawValue), .text($0.choices)] })
      }
    }
  }
}
