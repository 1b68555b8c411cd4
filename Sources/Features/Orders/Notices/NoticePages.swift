internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The wordings in use.
struct NoticesPage: HTML {
  let wordings: [(power: Power, template: NoticeTemplate?)]

  var body: some HTML {
    PageHead(
      "Wordings of notices",
      lede: "What a printed notice says. A change is a new version from a day on; none is lost.")
    Sheet(mark: .river) {
      DataTable(
        caption: "Wordings in use", hidesCaption: true,
        columns: [.text("Notice"), .number("Version"), .text("Since")],
        rows: wordings.map { power, template in
          [
            .link(power.title, to: NoticeRoute.wording(power).path),
            template.map { .text(String($0.version)) } ?? .missing("None"),
            template.map { .text($0.from.words) } ?? .missing("None"),
          ]
        })
    }
  }
}

/// The wording of one power: its words, its versions, and the form that words it anew.
struct WordingPage: HTML {
  let power: Power
  let versions: [NoticeTemplate]
  let today: Day
  let mayChange: Bool
  let state: FormState
  let csrf: String

  private var used: NoticeTemplate? {
    versions.filter { $0.from <= today }.max { ($0.from, $0.version) < ($1.from, $1.version) }
  }

  var body: some HTML {
    PageHead(power.title, kicker: "Wording of a notice")
    if used?.isShipped ?? false {
      Notice(.warn) {
        p { "This wording came with the program. Have your lawyers read it before you use it." }
      }
    }
    if let used {
      Sheet("In use: version \(used.version)", mark: .river) {
        h3 { used.heading }
        for line in used.body.split(whereSeparator: \.isNewline) { p { String(line) } }
      }
    }
    Sheet("Versions") {
      DataTable(
        caption: "Versions", hidesCaption: true,
        columns: [.text("Version"), .text("From"), .text("State")],
        rows: versions.map { version in
          [
            .text(String(version.version)), .text(version.from.words),
            .html {
              version == used
                ? StateMark(.good, "In use")
                : StateMark(.none, version.from > today ? "To come" : "Before")
            },
          ]
        }, empty: "It has no wording yet.")
    }
    if mayChange { form }
  }

  @HTMLBuilder private var form: some HTML {
    Sheet("Word it anew") {
      PostForm(to: NoticeRoute.wording(power).path, csrf: csrf) {
        input(
          .type(.hidden), .name("version"), .value(String(versions.first?.version ?? 0)))
        TextField("heading", label: "Heading", in: state)
        TextArea(
          "body", label: "Words",
          hint: "Each line is a paragraph. A line whose fields are all empty is left out.",
          in: state, rows: 16)
        DateField("from", legend: "First day", in: state)
        SubmitButton("Save as a new version")
      }
    }
    Sheet("Fields") {
      DataTable(
        caption: "Fields", hidesCaption: true,
        columns: [.text("Field"), .text("What stands there")],
        rows: NoticeField.allCases.map { [.text("((\($0.rawValue)))"), .text($0.title)] })
    }
  }
}
