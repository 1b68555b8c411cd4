internal import Design
internal import HTTP
internal import Kernel
public import Markup

/// The sheets of a page about one wording: its words, its versions, and the form that words it anew.
struct WordingSheets: HTML {
  private let versions: [DatedWording]
  private let fields: [WordingField]
  private let today: Day
  /// Where the form goes; `nil` for whoever may not word it.
  private let path: String?
  private let caution: String
  private let state: FormState
  private let csrf: String

  /// The sheets.
  ///
  /// - Parameters:
  ///   - versions: all there are, the latest first.
  ///   - fields: what a wording may name.
  ///   - today: the day that says which is in use.
  ///   - path: where the form goes; `nil` for whoever may not word it.
  ///   - caution: what is said of a wording that came with the program.
  ///   - state: what the form shows.
  ///   - csrf: the secret of the visit's forms.
  init(
    _ versions: [DatedWording], naming fields: [WordingField], today: Day, to path: String?,
    caution: String, in state: FormState, csrf: String
  ) {
    self.versions = versions
    self.fields = fields
    self.today = today
    self.path = path
    self.caution = caution
    self.state = state
    self.csrf = csrf
  }

  private var used: DatedWording? {
    versions.filter { $0.from <= today }.max { ($0.from, $0.version) < ($1.from, $1.version) }
  }

  /// What is in use, the versions, the form and its fields.
  var body: some HTML {
    if used?.isShipped ?? false { Notice(.warn) { p { caution } } }
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
    if let path { form(path) }
  }

  @HTMLBuilder private func form(_ path: String) -> some HTML {
    Sheet("Word it anew") {
      PostForm(to: path, csrf: csrf) {
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
        rows: fields.map { [.text("((\($0.name)))"), .text($0.title)] })
    }
  }
}

/// A table of the wordings in use.
public struct WordingsInUse: HTML {
  private let kind: String
  private let rows: [(title: String, path: String, wording: DatedWording?)]

  /// The table: what the first column is called, and what is worded with its page.
  public init(_ kind: String, _ rows: [(title: String, path: String, wording: DatedWording?)]) {
    (self.kind, self.rows) = (kind, rows)
  }

  /// The table.
  public var body: some HTML {
    Sheet(mark: .river) {
      DataTable(
        caption: "Wordings in use", hidesCaption: true,
        columns: [.text(kind), .number("Version"), .text("Since")],
        rows: rows.map { one in
          [
            .link(one.title, to: one.path),
            one.wording.map { .text(String($0.version)) } ?? .missing("None"),
            one.wording.map { .text($0.from.words) } ?? .missing("None"),
          ]
        })
    }
  }
}
