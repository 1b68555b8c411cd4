internal import Design
internal import Markup

/// Writing a mapping, or the next version of one.
struct CarryMappingPage: HTML {
  static let title = "Write a mapping"

  let state: FormState
  let csrf: String

  var body: some HTML {
    PageHead(
      Self.title, lede: "Which column says what, and what the words of the other system mean here.")
    Sheet {
      PostForm(to: CarryRoute.mapping(from: nil).path, csrf: csrf, upload: true) {
        TextField(
          "key", label: "Short word", hint: "That of a mapping there is makes its next version.",
          in: state, width: .w20, autocomplete: "off")
        FileField(
          "file", label: "CSV file", hint: "Headings: row,ours,theirs. Or enter the sheet below.",
          accept: ".csv", in: state)
        TextArea("sheet", label: "The sheet", hint: Self.hint, in: state, rows: 16)
        SubmitButton("Save the mapping")
      }
    }
    Sheet("How a sheet is written") {
      ul {
        li {
          code { "cases,reference,Case No" }
          ": the field reference of the cases stands in the column Case No. A heading that begins "
          "with = is said for every line, such as "
          code { "cases,priority,=2" }
          "."
        }
        li {
          code { "priority,1,High" }
          ": High means priority 1 here. Words that mean the same on both sides need no row."
        }
        li {
          code { "dates,day-first," }
          ": 03/11/2026 is 3 November. Or month-first, or iso where only 2026-11-03 is a date. "
          "Months in words are read under each."
        }
        li {
          code { "officer,a.name@council.example,AN" }
          ": the account the initials AN stand for."
        }
      }
    }
    CarryFieldsSheet()
  }

  private static let hint =
    "One row a line: system, dates, a table with a field, a list with a word."
}
